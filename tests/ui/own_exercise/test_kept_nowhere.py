"""An exercise that is not saved and cannot be kept for later either is not lost unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from stretchcoach.ui.widgets.controls.rail import Rail
from tests.ui.own_exercise.conftest import Place
from tests.ui.window.closing import asked, question


@pytest.fixture
def editor(place: Place) -> ExerciseEditor:
    """A new exercise with a name, and no folder for what is not saved."""
    place.paths.drafts.parent.mkdir(parents=True, exist_ok=True)
    place.paths.drafts.write_text("a file in the place of the folder")
    place.ways.new_asked.emit()
    QTest.keyClicks(place.editor.words.name.field, "Towel slide")
    return place.editor


def test_it_is_not_left_for_later_where_it_cannot_be_kept(
    place: Place, editor: ExerciseEditor
) -> None:
    for _ in range(2):  # and it is said each time
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        editor.notice.hide()
        editor.question.buttons["keep"].click()
        assert place.editor is editor
        assert editor.notice.isVisible()
        assert editor.notice.words.text().startswith("What is not saved cannot be kept either: ")
    place.paths.drafts.unlink()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    editor.question.buttons["keep"].click()
    assert place.window.current is not editor
    assert len(list(place.paths.drafts.rglob("*.draft"))) == 1


def test_nor_is_it_left_by_the_rail(place: Place, editor: ExerciseEditor) -> None:
    rail = place.window.findChild(Rail)
    assert rail is not None
    rail.chosen.emit("home")
    assert place.editor is editor
    assert editor.notice.words.text().startswith("What is not saved cannot be kept either: ")
    place.paths.drafts.unlink()
    rail.chosen.emit("home")
    assert place.window.shown_key == "home"


@pytest.mark.parametrize("way", ["another page", "back", "back from a page above"])
def test_nor_by_any_other_way(place: Place, editor: ExerciseEditor, way: str) -> None:
    def leave() -> None:
        if way == "another page":
            place.window.show_page("home")
        else:
            place.window.go_back()

    if way == "back from a page above":
        place.window.open_page(QWidget())
        leave()
    leave()
    assert place.editor is editor
    assert editor.notice.words.text().startswith("What is not saved cannot be kept either: ")
    place.paths.drafts.unlink()
    leave()
    assert place.window.current is not editor
    assert len(list(place.paths.drafts.rglob("*.draft"))) == 1


def test_one_below_another_is_asked_about_and_kept(place: Place, editor: ExerciseEditor) -> None:
    place.ways.new_asked.emit()
    assert place.editor is not editor
    place.window.close()
    assert place.window.isVisible()
    QTest.keyClick(question(place.window), Qt.Key.Key_Escape)
    place.paths.drafts.unlink()
    QTest.keyClicks(place.editor.words.name.field, "Second slide")
    place.window.close()
    assert not place.window.isVisible()
    assert len(list(place.paths.drafts.rglob("*.draft"))) == 2


def test_forgetting_it_is_leaving_it(place: Place, editor: ExerciseEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    editor.question.buttons["discard"].click()
    assert place.window.shown_key == "home"


def test_closing_asks_where_it_would_be_lost(place: Place, editor: ExerciseEditor) -> None:
    place.window.close()
    assert place.window.isVisible()
    QTest.mouseClick(question(place.window).copy, Qt.MouseButton.LeftButton)
    assert "name: Towel slide" in QGuiApplication.clipboard().text()
    place.window.close()  # asked once is enough
    QTest.keyClick(question(place.window), Qt.Key.Key_Escape)
    assert asked(place.window) is None
    assert place.window.isVisible()
    assert place.editor is editor
    place.paths.drafts.unlink()
    place.window.close()
    assert not place.window.isVisible()
    assert len(list(place.paths.drafts.rglob("*.draft"))) == 1


def test_who_wants_to_lose_it_may_close(place: Place, editor: ExerciseEditor) -> None:
    place.window.close()
    QTest.mouseClick(question(place.window).close_anyway, Qt.MouseButton.LeftButton)
    assert not place.window.isVisible()


def test_when_the_system_ends_the_program_nobody_is_asked(
    place: Place, editor: ExerciseEditor
) -> None:
    place.window.close_now()
    assert not place.window.isVisible()
    assert asked(place.window) is None


def test_of_several_each_is_asked_about(place: Place, editor: ExerciseEditor) -> None:
    place.ways.new_asked.emit()
    QTest.keyClicks(place.editor.words.name.field, "Second slide")

    def asked_about() -> str:
        QTest.mouseClick(question(place.window).copy, Qt.MouseButton.LeftButton)
        text = QGuiApplication.clipboard().text()
        return next(line for line in text.splitlines() if line.startswith("name: "))

    def lose() -> None:
        QTest.mouseClick(question(place.window).close_anyway, Qt.MouseButton.LeftButton)

    place.window.close()
    assert asked_about() == "name: Towel slide"
    lose()
    assert place.window.isVisible()
    assert asked_about() == "name: Second slide"
    QTest.keyClick(question(place.window), Qt.Key.Key_Escape)
    place.window.close()  # who went on working is asked about both again
    assert asked_about() == "name: Towel slide"
    lose()
    lose()
    assert not place.window.isVisible()
