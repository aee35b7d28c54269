from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.plan.plan_progress import Done, PlanPlace
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import PlanEntry, read_plans
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.plan.plan_link import PlanLink
from stretchcoach.ui.plan.plan_page import PlanPage
from stretchcoach.ui.plan.week_body import WeekBody
from stretchcoach.ui.theme.theme import Theme

LEFT_BUTTON = Qt.MouseButton.LeftButton
MONDAY, THURSDAY = date(2026, 11, 16), date(2026, 11, 19)
DONE: tuple[Done, ...] = ((MONDAY, "hip-basics"), (date(2026, 11, 17), "desk-break"))


@pytest.fixture(scope="module")
def entry() -> PlanEntry:
    bundled = bundled_dir("routines")
    return read_plans([bundled], Library.read([bundled], bundled_dir("assets")))[0]


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: SettingsStore, entry: PlanEntry) -> PlanPage:
    page = PlanPage(theme, store)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show_plan(entry, DONE, THURSDAY)
    with qtbot.waitActive(page):
        page.show()
    return page


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, LEFT_BUTTON)


def body(page: PlanPage) -> WeekBody:
    assert page.body
    return page.body


def begin_week(store: SettingsStore, week_no: int, started: date = MONDAY) -> None:
    store.change(plan_id="six-weeks", plan_week=week_no, plan_week_started=started.isoformat())


def test_all_weeks_stand_there_and_nothing_has_begun(page: PlanPage) -> None:
    names = [row.accessibleName() for row in page.week_rows]
    assert names[0] == "Week 1: Get to know it, 4 days"
    assert names[6] == "Afterwards: Keep it, 3 days"
    assert page.place is None
    assert page.week_rows[0].is_open
    assert "days done" not in body(page).words


def test_the_person_begins(page: PlanPage, store: SettingsStore) -> None:
    press(body(page).button(1))
    assert page.place == PlanPlace(1, THURSDAY)
    assert store.settings.plan_id == "six-weeks"
    assert "0 of 4 days done" in body(page).words


def test_the_week_says_how_many_days_are_done_and_what_is_different(
    page: PlanPage, store: SettingsStore
) -> None:
    begin_week(store, 3)
    words = body(page).words
    assert "1 of 5 days done" in words
    assert "4 days of this week are left to do." in words
    assert "without Clamshell" in words
    assert page.week_rows[2].accessibleName().startswith("Week 3, you are here")


def test_what_is_due_opens_as_the_week_changes_it(
    qtbot: QtBot, page: PlanPage, store: SettingsStore
) -> None:
    begin_week(store, 3)
    whole, without = body(page).routine_buttons
    assert not whole.label.startswith("Next")
    assert without.label == "Next: open Hip basics"
    with qtbot.waitSignal(page.routine_asked) as signal:
        press(without)
    opened = signal.args[0]
    assert isinstance(opened, RoutineEntry)
    assert opened.routine
    off = [step.exercise for step in opened.routine.steps
           if isinstance(step, ExerciseStep) and not step.enabled]  # fmt: skip
    assert "clamshell" in off
    assert "bridge" not in off


def test_only_the_person_goes_on_again_back_and_away(page: PlanPage, store: SettingsStore) -> None:
    begin_week(store, 3)
    press(body(page).button(4))
    assert page.place == PlanPlace(4, THURSDAY)
    press(body(page).button(4))
    assert page.place == PlanPlace(4, THURSDAY)
    press(body(page).button(3))
    assert page.place == PlanPlace(3, THURSDAY)
    press(body(page).button(0))
    assert page.place is None


def test_after_the_last_week_comes_the_time_after_it(page: PlanPage, store: SettingsStore) -> None:
    begin_week(store, 6)
    press(body(page).button(7))
    assert page.place == PlanPlace(7, THURSDAY)
    with pytest.raises(KeyError):
        body(page).button(7)  # it has no end, so there is no again


def test_another_week_can_be_looked_at_and_chosen(page: PlanPage, store: SettingsStore) -> None:
    begin_week(store, 2)
    press(page.week_rows[4])
    assert "Standing up from a chair joins in." in body(page).words
    assert page.place == PlanPlace(2, MONDAY)
    press(body(page).button(5))
    assert page.place == PlanPlace(5, THURSDAY)


def test_a_week_closes_again(page: PlanPage) -> None:
    press(page.week_rows[0])
    assert page.body is None
    assert not page.week_rows[0].is_open


def test_keys(qtbot: QtBot, page: PlanPage) -> None:
    page.week_rows[1].setFocus()
    QTest.keyClick(page.week_rows[1], Qt.Key.Key_Return)
    assert page.week_rows[1].is_open
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_links(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.waitSignal(page.back_asked):
        press(page.back_link)
    with qtbot.waitSignal(page.safety_asked):
        press(page.safety_link)


def test_other_plans_are_a_link_away(qtbot: QtBot, page: PlanPage, entry: PlanEntry) -> None:
    broken = replace(entry, id="mine", title="Mine", plan=None)
    page.show_plan(entry, DONE, THURSDAY, [broken])
    (link,) = page.other_links
    assert link.label == "A plan that cannot be read: Mine"
    with qtbot.waitSignal(page.plan_asked) as signal:
        link.click()
    assert signal.args == [broken]


def test_the_link_on_the_first_page_knows_the_week(
    qtbot: QtBot, theme: Theme, store: SettingsStore
) -> None:
    link = PlanLink(theme, store)
    qtbot.addWidget(link)
    assert link.accessibleName().startswith("A plan, week by week.")
    begin_week(store, 3)
    assert link.accessibleName().startswith("Your plan: week 3.")


def test_the_link_wraps_its_words_rather_than_widen_the_page(
    qtbot: QtBot, theme: Theme, store: SettingsStore
) -> None:
    theme.set_text_scale(2.0)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    link = PlanLink(theme, store)
    column.addWidget(link)
    assert column.minimumSize().width() < 500 < link.sizeHint().width()


def test_a_plan_with_errors_is_refused(page: PlanPage, entry: PlanEntry) -> None:
    with pytest.raises(ValueError, match="has errors"):
        page.show_plan(replace(entry, plan=None), (), THURSDAY)


@pytest.mark.parametrize("width", [624, 1184])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_window(
    page: PlanPage, theme: Theme, store: SettingsStore, width: int, scale: float
) -> None:
    begin_week(store, 2)
    theme.set_text_scale(scale)
    page.resize(width, 640)
    QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0


@pytest.fixture
def beside() -> PlanEntry:
    """Stretches every day beside strength three times, and eight weeks in three rows."""
    good = Path(__file__).parents[2] / "files" / "good"
    entries = read_plans([good], Library.read([good], Path("assets")))
    return next(entry for entry in entries if entry.id == "daily-and-strength")


def test_weeks_that_are_alike_stand_in_one_row(
    page: PlanPage, store: SettingsStore, beside: PlanEntry
) -> None:
    store.change(plan_id=beside.id, plan_week=5, plan_week_started=MONDAY.isoformat())
    page.show_plan(beside, (), THURSDAY)
    assert [row.accessibleName() for row in page.week_rows] == [
        "Weeks 1 to 2: Get to know it, 14 times a week",
        "Weeks 3 to 8, you are in week 5: Stronger, 17 times a week",
        "Week 9: All of it, 10 times a week",
        "Afterwards: Keep it, As needed",
    ]
    assert [row.is_open for row in page.week_rows] == [False, True, False, False]
    press(body(page).button(6))
    assert page.place == PlanPlace(6, THURSDAY)
    store.change(plan_week=9)
    assert body(page).button(10).label == "Go on to the time after it"


def test_several_routines_a_day_each_say_how_they_stand(
    page: PlanPage, store: SettingsStore, beside: PlanEntry
) -> None:
    store.change(plan_id=beside.id, plan_week=3, plan_week_started=MONDAY.isoformat())
    done: tuple[Done, ...] = ((MONDAY, "from-windows"), (MONDAY, "everything"))
    page.show_plan(beside, done, THURSDAY)
    words = body(page).words
    assert "Today asks for 2 routines." in words
    assert "Every day, 2 times a day: 2026" in words
    assert "1 of 7 days done" in words
    assert "1 of 3 days done" in words
    assert all(b.label.startswith("Next: open") for b in body(page).routine_buttons)
    page.show_plan(beside, (*done, (THURSDAY, "from-windows")), THURSDAY)
    assert [b.label == "Open it" for b in body(page).routine_buttons] == [False, True]
