"""A session that is cut off by closing the window, and the next start of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.running import RunningSessions
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session_page.page import SessionPage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE

GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = range(6)
INTO_THE_RIGHT_MS = 5_000 + 50_000 + 5_000 + 6_500


@pytest.fixture
def own(data: Path) -> Path:
    return data / "routines" / "short.yaml"


def cut_off(start: Starter, passed_ms: int = INTO_THE_RIGHT_MS) -> None:
    """Begin a session and close the window in the middle of it."""
    app = start()
    app.start()
    app.let_pass(passed_ms)
    app.close()


def test_closing_the_window_keeps_the_exact_place(start: Starter) -> None:
    cut_off(start)
    app = start()
    record = app.record()
    assert record.state is SessionState.OPEN
    assert (record.at_index, record.at_elapsed_ms) == (RIGHT, 6_500)
    banner = app.page(RoutinesPage).banner
    assert banner.isVisible()
    assert app.has_focus(banner.resume)
    assert banner.resume.label == "Resume at step 1"
    assert "You left off today at Lying figure four, right side, set 1 of 2" in app.texts()


def test_resuming_lands_on_the_lead_in_and_finishes_the_same_session(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.press(Qt.Key.Key_Space)
    assert app.page(SessionPage)
    assert app.session.index == SWITCH
    app.let_pass(5_000 + 20_000)
    record = app.record()
    assert record.state is SessionState.OPEN
    assert record.intervals[RIGHT].held_ms == 20_000
    app.let_pass(10_000 + 20_000 + 5_000)
    app.press(Qt.Key.Key_D)
    app.calm_down()
    app.click("Done")
    record = app.record()
    assert record.state is SessionState.FINISHED
    assert record.held_on_ms(Side.LEFT) == record.held_on_ms(Side.RIGHT) == 40_000
    assert not app.page(RoutinesPage).banner.isVisible()


def test_the_side_of_a_resumed_session_is_the_one_it_was_begun_with(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.navigator._store.change(affected=AffectedSide.LEFT, extra_get_ready_ms=10_000)
    app.press(Qt.Key.Key_Space)
    assert app.session.index == SWITCH
    assert app.session.interval.side is Side.RIGHT
    assert app.session.duration_ms == 5_000
    app.let_pass(5_000)
    assert "your affected side" in app.texts()


def test_a_session_cut_off_while_it_was_stopped_for_now_can_be_resumed(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_Escape)
    app.page(AfterPage)._note.edit.setPlainText("The telephone")
    app.close()
    app = start()
    record = app.record()
    assert (record.state, record.at_index, record.at_elapsed_ms) == (
        SessionState.OPEN,
        LEFT,
        4_000,
    )
    assert record.note == "The telephone"
    assert app.page(RoutinesPage).banner.isVisible()


def test_a_note_outlives_resuming_and_stopping_again(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_Escape)
    app.page(AfterPage)._note.edit.setPlainText("The telephone")
    app.close()
    app = start()
    app.press(Qt.Key.Key_Space)
    app.press(Qt.Key.Key_Escape)
    app.page(AfterPage)._leg._cells[3].click()
    app.click("Done for today")
    record = app.record()
    assert record.state is SessionState.STOPPED
    assert (record.after, record.note) == (Feeling(leg=3), "The telephone")


def test_what_was_said_outlives_going_back_to_the_session(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_Escape)
    page = app.page(AfterPage)
    page._buttock._cells[6].click()
    page._note.edit.setPlainText("The telephone")
    app.click("Back to the session")
    assert app.record().note == "The telephone"
    app.press(Qt.Key.Key_Escape)
    assert (app.page(AfterPage).feeling, app.page(AfterPage).note) == (
        Feeling(buttock=6),
        "The telephone",
    )
    app.page(AfterPage)._note.edit.clear()
    app.click("Done for today")
    assert (app.record().after, app.record().note) == (Feeling(buttock=6), "")


def test_what_was_said_after_the_end_is_kept_when_the_window_closes(start: Starter) -> None:
    app = start()
    app.start()
    app.runner.go_to(len(app.session.timeline.intervals) - 1)
    app.runner.next()
    app.runner.done()
    page = app.page(AfterPage)
    page._buttock._cells[2].click()
    page._note.edit.setPlainText("Good")
    app.close()
    record = start().record()
    assert record.state is SessionState.FINISHED
    assert (record.after, record.note) == (Feeling(buttock=2), "Good")


def test_a_session_cut_off_after_its_last_interval_was_finished(start: Starter) -> None:
    cut_off(start)
    db = HistoryDb(start().data / "diary.sqlite3")
    session = db.open_session()
    assert session is not None
    with db.transaction() as connection:
        connection.execute("UPDATE session SET at_index = ?", (len(session.intervals),))
    db.close()
    app = start()
    assert app.record().state is SessionState.FINISHED
    assert not app.page(RoutinesPage).banner.isVisible()


def test_dismissing_counts_as_stopped(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.click("Dismiss")
    record = app.record()
    assert record.state is SessionState.STOPPED
    assert record.intervals[RIGHT].held_ms == 6_500
    assert app.has_focus(app.page(RoutinesPage).view)
    assert not app.page(RoutinesPage).banner.isVisible()


def test_starting_over_shows_the_routine_and_stops_the_old_session(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.click("Start over")
    assert app.page(RoutinePage).view is not None
    assert app.record().state is SessionState.OPEN
    app.click("Start")
    assert [record.state for record in app.records()] == [SessionState.STOPPED, SessionState.OPEN]
    assert app.session.index == GET_READY


def test_a_routine_that_was_changed_is_begun_anew_and_it_is_said_why(
    start: Starter, own: Path
) -> None:
    cut_off(start)
    own.write_text(ROUTINE.replace("hold: 20s", "hold: 25s"))
    app = start()
    app.press(Qt.Key.Key_Space)
    assert app.page(RoutinePage)
    assert app.notices() == ("“Short” has changed since: begin it anew.",)


@pytest.mark.parametrize("text", [None, "format: stretchcoach/1\nid: short\n"])
def test_a_routine_that_is_gone_or_broken_is_not_offered(
    start: Starter, own: Path, text: str | None
) -> None:
    cut_off(start)
    own.unlink() if text is None else own.write_text(text)
    app = start()
    assert not app.page(RoutinesPage).banner.isVisible()


def test_a_session_that_a_terminal_goes_on_with_is_not_offered(start: Starter, data: Path) -> None:
    cut_off(start)
    app = start()
    record = app.record()
    lock = RunningSessions(data / "running").begin(record.id)
    app.press(Qt.Key.Key_Space)  # it was offered before the other program took it up
    assert not app.page(RoutinesPage).banner.isVisible()
    assert app.notices() == ("That session goes on in another program, or was ended there.",)
    app.start()
    assert [one.state for one in app.records()] == [SessionState.OPEN] * 2
    app.close()
    lock.let_go()


def test_a_damaged_session_is_named_and_hides_nothing_else(start: Starter, data: Path) -> None:
    cut_off(start)
    db = HistoryDb(data / "diary.sqlite3")
    db.rows("UPDATE interval SET side = 'rigit'")
    db.close()
    app = start()
    assert not app.page(RoutinesPage).banner.isVisible()
    (sentence,) = app.notices()
    assert "“Short”" in sentence
    assert "“rigit”" in sentence
    app.start()
    app.let_pass(5_000 + 4_000)
    app.window.show_page("progress")
    app.close()
    assert start().page(RoutinesPage).banner.isVisible()
