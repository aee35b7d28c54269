from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.session.record import Feeling
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.chips import Segment
from stretchcoach.ui.widgets.controls.rating import RatingCell
from stretchcoach.ui.widgets.surfaces.card import Tag
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.ui.routine.page_driver import LEFT_BUTTON, names_left_out, press_limit, started

FIGURE_FOUR = 2  # its row


def test_every_step_stands_there_with_dose_and_time(page: RoutinePage) -> None:
    names = [row.accessibleName() for row in page.step_list.rows]
    assert len(names) == 7
    assert page.view
    time = time_words(page.view.lines[FIGURE_FOUR].time_ms)
    assert names[FIGURE_FOUR] == (
        f"Step 3: Lying figure four, 3 × 30 s each side, 4 on the right, {time}, "
        "Stop short of any tingling."
    )
    assert "optional" in names[1]


def test_the_header_says_what_and_for_whom(page: RoutinePage) -> None:
    tags = [tag.accessibleName() for tag in page.findChildren(Tag)]
    assert tags == ["Lying", "Mat, chair", "Level 2"]
    assert page.header.schedule.words.text() == "Meant for: Mon, Wed, Fri"
    assert page.accessibleName() == "Deep hip rotators, 15 minutes"


def test_a_file_of_ones_own_says_so(page: RoutinePage, entry: RoutineEntry) -> None:
    page.show_entry(replace(entry, path=Path("mine.yaml")))
    assert page.findChildren(Tag)[0].accessibleName() == "Your own"


def test_less_time_leaves_out_and_says_what(qtbot: QtBot, page: RoutinePage) -> None:
    assert page.view
    whole = time_words(page.view.whole_ms)
    assert page.panel.words.startswith(whole)
    press_limit(page, "10")
    assert names_left_out(page) == [
        "Knee to chest",
        "Face-down hip rotation",
        "Bridge",
        "Legs on a chair",
    ]
    assert f"of {whole}, rests included" in page.panel.words
    performance = started(qtbot, page)
    assert performance.limit_ms == 10 * MINUTE_MS
    assert performance.timeline.total_ms < 10 * MINUTE_MS
    press_limit(page, "5")
    assert "1 set of Knee to opposite shoulder" in page.panel.words
    press_limit(page, "all")
    assert names_left_out(page) == []
    assert started(qtbot, page).limit_ms is None


def test_it_says_when_it_cannot_be_short_enough(library: Library, page: RoutinePage) -> None:
    page.show_entry(library.routine("open-hips"))
    press_limit(page, "5")
    assert page.view
    shortest = time_words(page.view.total_ms)
    assert f"It cannot be made shorter than {shortest}." in page.panel.words
    assert page.panel.limits
    button = page.panel.limits.button("5")
    assert isinstance(button, Segment)
    assert button.label.endswith(" min, shortest")


def test_a_time_that_was_wished_is_offered(library: Library, page: RoutinePage) -> None:
    page.show_entry(library.routine("deep-hip-rotators-15"))
    page.choose_minutes(7)
    assert page.panel.limits
    assert page.panel.limits.key == "7"
    assert page.view
    assert page.view.total_ms <= 7 * MINUTE_MS


def test_a_short_routine_offers_no_less_time(library: Library, page: RoutinePage) -> None:
    page.show_entry(library.routine("standing-break"))
    assert page.panel.limits is None
    assert "I have" not in page.panel.words


def test_a_short_routine_shown_first_offers_no_less_time(
    qtbot: QtBot, library: Library, theme: Theme, store: SettingsStore
) -> None:
    page = RoutinePage(theme, store)
    qtbot.addWidget(page)
    page.show_entry(library.routine("standing-break"))
    assert "I have" not in page.panel.words


def test_another_side_changes_order_words_and_start(
    qtbot: QtBot, page: RoutinePage, store: SettingsStore
) -> None:
    assert "The left goes first, the right goes last." in page.panel.words
    assert page.step_list.rows[FIGURE_FOUR].figure.is_mirrored  # drawn on the right
    QTest.mouseClick(page.panel.sides.button("left"), LEFT_BUTTON)
    assert store.settings.affected is AffectedSide.LEFT
    assert "The right goes first, the left goes last." in page.panel.words
    assert "4 on the left" in page.step_list.rows[FIGURE_FOUR].accessibleName()
    assert not page.step_list.rows[FIGURE_FOUR].figure.is_mirrored
    performance = started(qtbot, page)
    assert performance.affected is AffectedSide.LEFT
    assert performance.timeline.steps[FIGURE_FOUR].first_side is Side.RIGHT


def test_a_side_changed_elsewhere_is_followed(page: RoutinePage, store: SettingsStore) -> None:
    with_right = page.panel.words
    store.change(affected=AffectedSide.NONE)
    assert page.panel.sides.key == "none"
    assert page.panel.words != with_right
    assert "on the right" not in page.step_list.rows[FIGURE_FOUR].accessibleName()


def test_the_same_routine_read_anew_keeps_the_time(page: RoutinePage, entry: RoutineEntry) -> None:
    press_limit(page, "5")
    page.show_entry(entry)
    assert page.view
    assert page.view.limit_min == 5


def test_another_routine_begins_with_all_of_it(library: Library, page: RoutinePage) -> None:
    press_limit(page, "5")
    page.show_entry(library.routine("hip-basics"))
    assert page.view
    assert page.view.limit_min is None
    assert len(page.step_list.rows) == 7


def test_a_routine_with_errors_is_refused(page: RoutinePage, entry: RoutineEntry) -> None:
    with pytest.raises(ValueError, match="has errors"):
        page.show_entry(replace(entry, routine=None))


def test_a_step_opens_and_closes(page: RoutinePage) -> None:
    row = page.step_list.rows[FIGURE_FOUR]
    QTest.mouseClick(row, LEFT_BUTTON)
    assert row.is_open
    assert page.step_list.detail
    words = page.step_list.detail.words
    for part in ("your left ankle", "reclined pigeon", "Piriformis", "Half pigeon", "Sore knee"):
        assert part in words
    QTest.mouseClick(row, LEFT_BUTTON)
    assert not row.is_open
    assert page.step_list.detail is None


def test_one_step_is_open_at_a_time(page: RoutinePage) -> None:
    first, second = page.step_list.rows[:2]
    QTest.mouseClick(first, LEFT_BUTTON)
    QTest.mouseClick(second, LEFT_BUTTON)
    assert (first.is_open, second.is_open) == (False, True)


def test_an_open_step_stays_open_when_the_side_changes(
    page: RoutinePage, store: SettingsStore
) -> None:
    QTest.mouseClick(page.step_list.rows[FIGURE_FOUR], LEFT_BUTTON)
    store.change(affected=AffectedSide.LEFT)
    assert page.step_list.rows[FIGURE_FOUR].is_open
    assert page.step_list.detail


def test_enter_opens_the_step_with_the_focus_and_does_not_start(
    qtbot: QtBot, page: RoutinePage
) -> None:
    row = page.step_list.rows[0]
    row.setFocus()
    with qtbot.assertNotEmitted(page.start_asked):
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.is_open


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier,
                                      Qt.KeyboardModifier.ControlModifier])  # fmt: skip
def test_enter_starts(qtbot: QtBot, page: RoutinePage, modifier: Qt.KeyboardModifier) -> None:
    page.setFocus()
    with qtbot.waitSignal(page.start_asked):
        QTest.keyClick(page, Qt.Key.Key_Return, modifier)


def test_escape_and_the_link_go_back(qtbot: QtBot, page: RoutinePage) -> None:
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_how_it_is_now_goes_along(qtbot: QtBot, page: RoutinePage, store: SettingsStore) -> None:
    assert started(qtbot, page).before == Feeling()
    feeling_row = page.panel.feeling_row
    QTest.mouseClick(feeling_row.link, LEFT_BUTTON)
    assert store.settings.feeling_asked
    buttock, leg = feeling_row.ratings
    buttock.findChildren(RatingCell)[3].click()
    leg.findChildren(RatingCell)[0].click()
    assert started(qtbot, page).before == Feeling(3, 0)
    assert "Buttock 3, Leg 0" in feeling_row.link.label
    buttock.findChildren(RatingCell)[3].click()
    assert started(qtbot, page).before == Feeling(None, 0)


def test_cautions_name_the_steps_that_are_done(qtbot: QtBot, page: RoutinePage) -> None:
    assert "Pregnancy: steps 1 to 7" in page.cautions.words
    press_limit(page, "10")
    assert "Pregnancy: steps 1, 3 and 4" in page.cautions.words
    assert not page.cautions.more.is_open
    QTest.mouseClick(page.cautions.more.button, LEFT_BUTTON)
    points = [label for label in page.cautions.findChildren(PlainLabel) if label.isVisible()]
    assert "Pregnancy: steps 1, 3 and 4" in [label.text() for label in points]
    with qtbot.waitSignal(page.safety_asked):
        QTest.mouseClick(page.cautions.safety_link, LEFT_BUTTON)
    with qtbot.waitSignal(page.understanding_asked):
        QTest.mouseClick(page.cautions.understanding_link, LEFT_BUTTON)


def test_a_longer_time_to_get_ready_counts(page: RoutinePage, store: SettingsStore) -> None:
    assert page.view
    before_ms = page.view.total_ms
    store.change(extra_get_ready_ms=10_000)
    assert page.view.total_ms == before_ms + 7 * 10_000


def test_pictures_come_by_themselves(
    qtbot: QtBot, page: RoutinePage, entry: RoutineEntry, tmp_path: Path
) -> None:
    image = QImage(QSize(256, 128), QImage.Format.Format_ARGB32)
    image.fill(0)
    picture = tmp_path / "bridge.png"
    assert image.save(str(picture))
    page.show_entry(replace(entry, id="other", pictures={"bridge": picture}))
    bridge = page.step_list.rows[5]
    qtbot.waitUntil(lambda: bridge.figure.has_picture)
    assert not page.step_list.rows[0].figure.has_picture


@pytest.mark.parametrize("width", [624, 928, 1184, 1824])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, page: RoutinePage, theme: Theme, width: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    page.resize(width, 640)
    QTest.mouseClick(page.step_list.rows[FIGURE_FOUR], LEFT_BUTTON)
    page.panel.feeling_row.link.click()
    QApplication.processEvents()
    content = page.widget()
    assert content
    assert content.minimumSizeHint().width() <= page.viewport().width()
    assert page.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [700, 1184, 1824])
def test_choosing_a_time_or_a_side_leaves_the_buttons_where_they_are(
    page: RoutinePage, width: int
) -> None:
    page.resize(width, 800)
    QApplication.processEvents()

    def places() -> list[QPoint]:
        QApplication.processEvents()
        buttons = [*page.panel.findChildren(QAbstractButton)]
        return [button.mapTo(page, QPoint()) for button in buttons if button.isVisible()]

    before = places()
    press_limit(page, "5")
    assert page.panel.words.count("Left out") == 1
    assert places() == before
    page.panel.sides.button("both").click()
    assert places() == before
    page.panel.sides.button("none").click()
    assert places() == before


def test_a_link_leads_to_the_bench(qtbot: QtBot, page: RoutinePage, entry: RoutineEntry) -> None:
    with qtbot.waitSignal(page.customize_asked) as asked:
        page.header.customize.click()
    assert asked.args == [entry.path]
