from __future__ import annotations

from datetime import timedelta

from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.ui.progress.progress_page import ProgressPage
from tests.ui.progress.progress_pages import TODAY, now


def next_day() -> Moment:
    return Moment(f"{TODAY + timedelta(days=1)}T12:00:00.000Z", 0)


def test_what_was_said_on_another_day_stands_and_is_asked_after_a_week(
    page: ProgressPage,
) -> None:
    card = page.overview.activities
    card.name.setText("Sitting")
    card.add.click()
    assert card.lines[0].rating is not None
    card.lines[0].rating._cells[4].click()
    card._now = next_day
    page.refresh()
    assert card.lines[0].rating is None
    assert card.lines[0].past.text() == "4 (17 Nov)"


def test_own_activities_are_asked_once_a_week(page: ProgressPage, db: HistoryDb) -> None:
    card = page.overview.activities
    assert not card.lines
    card.name.setText("  Sitting through\ta meal ")
    card.add.click()
    (line,) = card.lines
    assert line.rating is not None
    page.activateWindow()
    line.rating.take_focus()
    line.rating._cells[3].click()
    (line,) = card.lines
    assert line.rating is not None
    assert line.rating._cells[3].hasFocus()
    line.rating._cells[4].click()
    (line,) = card.lines
    assert line.past.text() == "4 (17 Nov)"
    (kept,) = ActivitiesDb(db).ratings()
    assert (kept.rating, kept.rated) == (4, now())
    assert line.rating is not None
    assert line.rating.value == 4
    line.rating._cells[4].click()
    assert ActivitiesDb(db).ratings() == ()
    card.lines[0].drop.click()
    assert not card.lines
    assert [one.asked for one in ActivitiesDb(db).activities()] == [False]


def test_no_more_activities_than_can_be_asked(page: ProgressPage) -> None:
    card = page.overview.activities
    for number in range(5):
        assert card.name.isVisible()
        card.name.setText(f"Activity {number}")
        card.add.click()
    assert len(card.lines) == 5
    assert not card.name.isVisible()
