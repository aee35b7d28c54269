"""Files that arrive by themselves: dropped onto the window, or put beside their folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.session_page.page import SessionPage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE, DrivenApp

LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def app(start: Starter) -> DrivenApp:
    return start()


def drop(app: DrivenApp, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(app.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(app.window, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NO_KEYS))


def a_file(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(ROUTINE.replace("short", name).replace("Short", name.title()), "utf-8")
    return path


def titles(app: DrivenApp) -> set[str]:
    shelf = app.coach.loader.shelf
    assert shelf is not None
    return {card.facts.title for card in shelf.cards if card.facts is not None}


def test_a_file_that_is_dropped_is_opened(app: DrivenApp, tmp_path: Path) -> None:
    drop(app, a_file(tmp_path / "post", "mornings"))
    assert app.page(RoutinePage).accessibleName() == "Mornings"


def test_a_folder_that_is_dropped_is_on_the_list(
    qtbot: QtBot, app: DrivenApp, tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        a_file(tmp_path / "post", name)
    drop(app, tmp_path / "post")
    qtbot.waitUntil(lambda: {"One", "Two", "Three"} <= titles(app))
    assert app.window.shown_key == "routines"


def test_what_is_dropped_does_not_lose_an_exercise_that_is_kept_nowhere(
    app: DrivenApp, tmp_path: Path
) -> None:
    (app.data / "drafts").write_text("a file in the place of the folder")
    app.navigator.open_exercise()
    app.click("New exercise")
    editor = app.page(ExerciseEditor)
    QTest.keyClicks(editor.words.name.field, "Towel slide")
    for name in ("one", "two"):
        a_file(tmp_path / "post", name)
    broken = a_file(tmp_path, "broken")
    broken.write_text("steps: nothing")
    for dropped in (tmp_path / "post", broken):
        drop(app, dropped)
        assert app.page(ExerciseEditor) is editor
        assert editor.notice.isVisible()
        editor.notice.hide()
    drop(app, a_file(tmp_path / "post", "mornings"))
    assert app.page(RoutinePage).accessibleName() == "Mornings"
    app.press(Qt.Key.Key_Escape)
    assert app.page(ExerciseEditor) is editor
    (app.data / "drafts").unlink()


def test_a_folder_without_routines_is_told(app: DrivenApp, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(app, tmp_path / "empty")
    assert any("no routine in the folder" in words for words in app.texts())


def test_what_is_no_file_is_not_taken(app: DrivenApp) -> None:
    data = QMimeData()
    data.setText("only words")
    enter = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(app.window, enter)
    assert not enter.isAccepted()


def test_what_is_dropped_in_a_session_waits(app: DrivenApp, tmp_path: Path) -> None:
    app.start()
    drop(app, a_file(tmp_path / "post", "mornings"))
    page = app.page(SessionPage)
    assert page.word.sentence == "“mornings.yaml” opens when the session is over."


def test_a_file_beside_the_folder_is_noticed(qtbot: QtBot, start: Starter, data: Path) -> None:
    app = start()
    a_file(data, "beside")
    qtbot.waitUntil(lambda: "Beside" in titles(app))
    told = [words for words in app.texts() if "lies beside the folder" in words]
    assert len(told) == 1
    assert str(data / "routines") in told[0]
    app.close()
    again = start()
    assert "Beside" in titles(again)
    assert not [words for words in again.texts() if "lies beside the folder" in words]
