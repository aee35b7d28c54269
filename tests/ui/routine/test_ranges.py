"""What is left open in a step is chosen on the page, within its bounds, and stays chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.dose import Breaths, DoseChange, Range
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Step
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.range_bar import RangePart
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.theme import Theme
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language
from tests.ui.routine.page_driver import LEFT_BUTTON, press_limit, started

HUG = ExerciseStep(exercise="knee-to-chest", sets=Range(2, 4), hold_ms=Range(15_000, 30_000))
FIGURE_4 = ExerciseStep(
    exercise="figure-4-supine",
    hold_ms=20_000,
    affected=DoseChange(hold_ms=Breaths(Range(3, 5))),
    load="strap",
    effort="3 of 10",
)
CLAM = ExerciseStep(exercise="clamshell", reps=10, pace_ms=4_000)


def with_steps(entry: RoutineEntry, *steps: Step) -> RoutineEntry:
    assert entry.routine is not None
    return replace(entry, routine=replace(entry.routine, id="mine", steps=steps))


@pytest.fixture
def ranged(page: RoutinePage, entry: RoutineEntry) -> RoutinePage:
    page.show_entry(with_steps(entry, HUG, CLAM, FIGURE_4))
    return page


def parts(page: RoutinePage) -> list[RangePart]:
    return [part for bar in page.step_list.range_bars for part in bar.parts]


def words(page: RoutinePage) -> list[str]:
    return [part.words for part in parts(page)]


def press_more(part: RangePart) -> None:
    """Its plus, with the mouse."""
    stepper = part.stepper
    place = QPoint(stepper.width() - stepper.height() // 2, stepper.height() // 2)
    QTest.mouseClick(stepper, LEFT_BUTTON, pos=place)


def test_each_range_has_its_stepper_at_the_lower_end(ranged: RoutinePage) -> None:
    assert words(ranged) == [
        "Sets 2 of 2–4",
        "Hold 15 s of 15–30 s",
        "Hold on the right 3 breaths of 3–5 breaths",
    ]
    names = [row.accessibleName() for row in ranged.step_list.rows]
    assert "2–4 × 15–30 s each side" in names[0]
    assert "2 × 20 s each side, 2 × 3–5 breaths on the right" in names[2]
    assert "strap" in names[2]
    assert "effort 3 of 10" in names[2]


def test_what_is_picked_is_kept_and_the_clock_follows(
    qtbot: QtBot, ranged: RoutinePage, store: SettingsStore
) -> None:
    assert ranged.view
    before_ms = ranged.view.total_ms
    press_more(parts(ranged)[1])
    assert store.settings.range_picks == (("mine/knee-to-chest/1/hold_ms", 20_000),)
    assert words(ranged)[1] == "Hold 20 s of 15–30 s"
    assert ranged.view.total_ms == before_ms + 4 * 5_000
    assert ranged.panel.words.startswith(time_words(ranged.view.total_ms))
    held = [i.duration_ms for i in started(qtbot, ranged).timeline.intervals if i.set_no]
    assert held[:4] == [20_000] * 4


def test_arrow_keys_choose_too_and_end_at_the_bounds(ranged: RoutinePage) -> None:
    sets = parts(ranged)[0].stepper
    sets.setFocus()
    for _ in range(5):
        QTest.keyClick(sets, Qt.Key.Key_Right)
    assert words(ranged)[0] == "Sets 4 of 2–4"
    for _ in range(5):
        QTest.keyClick(sets, Qt.Key.Key_Left)
    assert words(ranged)[0] == "Sets 2 of 2–4"
    assert sets.hasFocus()


def test_it_is_still_chosen_when_the_routine_is_opened_again_with_other_steps(
    ranged: RoutinePage, entry: RoutineEntry
) -> None:
    press_more(parts(ranged)[0])
    ranged.show_entry(entry)
    assert words(ranged) == []
    ranged.show_entry(with_steps(entry, CLAM, CLAM, HUG))
    assert words(ranged)[0] == "Sets 3 of 2–4"


def test_a_step_that_is_left_out_has_nothing_to_choose(
    ranged: RoutinePage, entry: RoutineEntry
) -> None:
    long = replace(CLAM, sets=8)
    ranged.show_entry(with_steps(entry, replace(HUG, optional=True), long))
    assert len(parts(ranged)) == 2
    press_limit(ranged, "5")
    assert parts(ranged) == []
    press_limit(ranged, "all")
    assert len(parts(ranged)) == 2


def test_a_block_has_its_ranges_once(ranged: RoutinePage, entry: RoutineEntry) -> None:
    ranged.show_entry(with_steps(entry, RepeatStep(repeat=3, steps=(HUG,))))
    assert len(parts(ranged)) == 2


def test_another_affected_side_has_the_ranges_of_that_side(
    ranged: RoutinePage, store: SettingsStore
) -> None:
    store.change(affected=AffectedSide.LEFT)
    assert words(ranged)[2] == "Hold on the left 3 breaths of 3–5 breaths"
    store.change(affected=AffectedSide.NONE)
    assert len(parts(ranged)) == 2


def test_details_open_below_the_ranges(ranged: RoutinePage) -> None:
    QTest.mouseClick(ranged.step_list.rows[0], LEFT_BUTTON)
    detail = ranged.step_list.detail
    assert detail is not None
    column = ranged.step_list.layout()
    assert column is not None
    order = [column.indexOf(part) for part in (*ranged.step_list.range_bars, detail)]
    assert order[2] == order[0] + 1
    assert order[1] > order[2]


def test_a_routine_that_names_the_affected_side_does_not_ask_for_it(
    qtbot: QtBot, page: RoutinePage, entry: RoutineEntry
) -> None:
    assert entry.routine is not None
    mine = replace(entry.routine, affected=AffectedSide.LEFT)
    page.show_entry(replace(entry, routine=mine))
    assert "The left: this routine is written for it." in page.panel.words
    assert not page.panel.sides.isVisible()
    assert started(qtbot, page).affected is AffectedSide.LEFT
    page.show_entry(entry)
    assert page.panel.sides.isVisible()
    assert "written for it" not in page.panel.words


def test_the_ranges_in_long_words(
    qtbot: QtBot, theme: Theme, store: SettingsStore, entry: RoutineEntry
) -> None:
    with pseudo_language():
        page = RoutinePage(theme, store, bundled_dir("routines"))
        qtbot.addWidget(page)
        page.resize(900, 900)
        page.show_entry(with_steps(entry, HUG, FIGURE_4))
        with qtbot.waitActive(page):
            page.show()
        for bar in page.step_list.range_bars:
            assert_translated_and_unclipped(bar)
