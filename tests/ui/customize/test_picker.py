"""The picker: an exercise is found among all, added, or put in the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.terms import Caution, ExerciseKind, Position
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.customize.customize_page import CustomizePage
from stretchcoach.ui.customize.picker.picker_page import PickerPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.menu_button import MenuButton
from tests.files.bench.builders import TEXT
from tests.ui.customize.shelves import shelf
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language

NO = Qt.KeyboardModifier.NoModifier


def make(theme: Theme, tmp_path: Path, qtbot: QtBot) -> CustomizePage:
    paths = Paths(tmp_path)
    paths.routines.mkdir()
    (paths.routines / "mine.yaml").write_text(TEXT)
    page = CustomizePage(theme, shelf(paths), paths, client=[Caution.KNEE])
    qtbot.addWidget(page)
    page.resize(1184, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(paths.routines / "mine.yaml")
    return page


@pytest.fixture
def customize(theme: Theme, tmp_path: Path, qtbot: QtBot) -> CustomizePage:
    return make(theme, tmp_path, qtbot)


@pytest.fixture
def picker(customize: CustomizePage) -> PickerPage:
    customize.page.view.clearSelection()
    customize.page.add_exercise.click()
    return customize.picker


def shown(picker: PickerPage) -> list[str]:
    return [picker.model.exercise(row).id for row in range(picker.model.rowCount())]


def choose(button: MenuButton, value: object) -> None:
    """Choose it as a person does in the open menu."""
    button.entry(value).trigger()


def test_words_and_enter_add_an_exercise_and_more_can_follow(
    customize: CustomizePage, picker: PickerPage
) -> None:
    assert customize.currentWidget() is picker
    assert picker.search.hasFocus()
    for words in ("clamshell", "reclined pigeon"):
        picker.search.selectAll()
        QTest.keyClicks(picker.search, words)
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert customize.bench.text == TEXT + (
        "  - exercise: clamshell\n  - exercise: figure-4-supine\n"
    )
    assert picker.told.text() == "Lying figure four: added, 2 by now"
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)  # empties the search
    assert customize.currentWidget() is picker
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert customize.currentWidget() is customize.page
    assert customize.page.view.hasFocus()
    assert customize.page.view.selected_paths == [("steps", 5)]


def test_arrows_go_about_and_enter_adds(customize: CustomizePage, picker: PickerPage) -> None:
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.view.hasFocus()
    QTest.keyClick(picker.view, Qt.Key.Key_Right)
    QTest.keyClick(picker.view, Qt.Key.Key_Down)
    row = picker.view.currentIndex().row()
    assert row == 1 + picker.view.columns
    assert picker.detail.name.text() == picker.model.exercise(row).name
    QTest.keyClick(picker.view, Qt.Key.Key_Return)
    assert customize.bench.text.endswith(f"  - exercise: {picker.model.exercise(row).id}\n")
    QTest.keyClick(picker.view, Qt.Key.Key_Escape)
    assert customize.currentWidget() is customize.page


def test_a_click_looks_at_it_and_a_double_click_takes_it(
    customize: CustomizePage, picker: PickerPage
) -> None:
    where = picker.view.visualRect(picker.model.index(2)).center()
    QTest.mouseClick(picker.view.viewport(), Qt.MouseButton.LeftButton, NO, where)
    name = picker.model.exercise(2).name
    assert picker.detail.name.text() == name
    assert customize.bench.text == TEXT
    QTest.mouseDClick(picker.view.viewport(), Qt.MouseButton.LeftButton, NO, where)
    assert customize.page.model.rows[-1].title == name
    picker.detail.take.click()
    assert [row.title for row in customize.page.model.rows[-2:]] == [name, name]


def test_filters_leave_what_fits(picker: PickerPage) -> None:
    everything = len(shown(picker))
    choose(picker.filters.position, Position.SEATED)
    seated = shown(picker)
    assert "figure-4-seated" in seated
    assert len(seated) < everything
    assert picker.filters.position.accessibleName() == "Position: On a chair"
    choose(picker.filters.level, 3)
    assert len(shown(picker)) < len(seated)
    picker.filters.clear_link.click()
    assert len(shown(picker)) == everything
    choose(picker.filters.position, Position.SEATED)
    choose(picker.filters.position, Position.STANDING)
    assert list(picker.filters.position.chosen) == [Position.STANDING]
    choose(picker.filters.position, Position.STANDING)
    assert not picker.filters.position.chosen


def test_nothing_fits(picker: PickerPage) -> None:
    QTest.keyClicks(picker.search, "qqqqzzzz")
    assert picker.nothing.isVisible()
    assert picker.nothing.text() == (
        "No exercise fits “qqqqzzzz”. Try fewer letters, a muscle or a position, or write a new "
        "one."
    )
    assert not picker.view.isVisible()
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    picker.detail.taken.emit()
    assert picker.told.text() == ""
    choose(picker.filters.level, 3)
    assert picker.nothing.text() == (
        "No exercise fits “qqqqzzzz” and the filters. Try other words, or “Clear filters”."
    )
    picker.search.clear()
    assert not picker.nothing.isVisible()
    choose(picker.filters.position, Position.PRONE)
    choose(picker.filters.kind, ExerciseKind.RELEASE)
    assert picker.nothing.text() == (
        "No exercise fits the filters together. Choose less, or “Clear filters”."
    )


def test_what_the_client_should_ask_about_is_marked(picker: PickerPage) -> None:
    """What the settings tell is known from the beginning."""
    row = shown(picker).index("figure-4-supine")
    assert picker.model.words(row).caution == "Sore knee"
    picker.look_at("figure-4-supine")
    assert picker.detail.caution.text() == "Ask first: Sore knee"
    assert "Ask first: Sore knee" in str(
        picker.model.data(picker.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    )
    choose(picker.filters.client, Caution.KNEE)
    assert picker.model.words(row).caution == ""
    assert not picker.detail.caution.isVisible()
    choose(picker.filters.client, Caution.PREGNANCY)
    choose(picker.filters.client, Caution.KNEE)
    assert picker.filters.cautions == (Caution.PREGNANCY, Caution.KNEE)


def test_easier_and_harder_lead_to_each_other(picker: PickerPage) -> None:
    QTest.keyClicks(picker.search, "lying figure four")
    picker.look_at("figure-4-supine")
    easier, harder = picker.detail.easier, picker.detail.harder
    assert easier.label == "Lying figure four, foot down"
    assert harder.label == "Half pigeon"
    harder.click()
    assert picker.search.text() == ""  # it is not among what was found
    assert picker.detail.name.text() == "Half pigeon"


def test_another_exercise_is_put_in_its_place_with_the_same_dose(
    customize: CustomizePage, qtbot: QtBot
) -> None:
    customize.page.view.select([("steps", 1)])
    customize.page.form.step.head.others.click()
    picker = customize.picker
    assert picker.title.text() == "Instead of Lying figure four"
    assert picker.detail.name.text() == "Lying figure four"
    qtbot.waitUntil(
        lambda: (
            not picker.view.visibleRegion()
            .intersected(picker.view.visualRect(picker.view.currentIndex()))
            .isEmpty()
        )
    )
    QTest.keyClicks(picker.search, "half pigeon")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert customize.currentWidget() is customize.page
    assert customize.bench.text == TEXT.replace("figure-4-supine", "pigeon")
    assert customize.page.view.selected_paths == [("steps", 1)]
    customize.bench.undo()
    assert customize.bench.text == TEXT


def test_the_files_own_exercises_are_there(customize: CustomizePage) -> None:
    own = "exercises:\n  mine-only:\n    name: Only mine\n    instructions: {move: Sit.}\n"
    own += "    dose: {hold: 5s}\n"
    customize.bench.replace_text(TEXT + own)
    customize.page.add_exercise.click()
    assert "mine-only" in shown(customize.picker)


def test_in_a_narrow_window_the_cards_have_all_the_room(
    customize: CustomizePage, picker: PickerPage
) -> None:
    assert picker.detail.isVisible()
    customize.resize(640, 600)
    assert not picker.detail.isVisible()


def test_a_key_leads_there(customize: CustomizePage) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    customize.page.view.setFocus()
    QTest.keyClick(customize.page.view, Qt.Key.Key_L, modifiers)
    assert customize.currentWidget() is customize.picker


def test_all_words_can_be_translated_and_none_is_clipped(
    theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    with pseudo_language():
        customize = make(theme, tmp_path, qtbot)
        customize.page.add_exercise.click()
        picker = customize.picker
        picker.look_at("figure-4-supine")
        exercise = customize.bench.reading.exercises["figure-4-supine"]
        swaps = ("Lying figure four, foot down", "Half pigeon")
        own = (exercise.name, picker.detail.how.text(), *swaps)
        assert_translated_and_unclipped(picker, foreign=own)


def test_an_exercise_that_no_list_has_can_be_written_and_is_there_at_once(
    customize: CustomizePage, picker: PickerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(customize.new_exercise_asked):
        picker.new.click()
    picker.search.setText("slide")
    before = shown(picker)
    paths = Paths(tmp_path)
    paths.exercises.mkdir()
    (paths.exercises / "towel-slide.yaml").write_text(
        "format: stretchcoach-exercise/1\nid: towel-slide\nname: Towel slide\n"
        "instructions: {move: Slide the heel.}\ndose: {reps: 8, pace: 4s}\n"
    )
    customize.set_library(shelf(paths))
    assert set(shown(picker)) == {*before, "towel-slide"}
    assert picker.search.text() == "slide"
    picker.look_at("towel-slide")
    picker.detail.take.click()
    assert "exercise: towel-slide" in customize.bench.text
