"""The command line names a file or a routine: it is shown, and follows what is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchcoach.ui.problems.problems_page import ProblemsPage
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.session_page.page import SessionPage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE


def test_a_file_of_the_command_line_is_opened_and_can_be_resumed(
    start: Starter, tmp_path: Path
) -> None:
    file = tmp_path / "elsewhere.yaml"
    file.write_text(ROUTINE.replace("id: short", "id: elsewhere").replace("Short", "Elsewhere"))
    app = start(file)
    assert app.page(RoutinePage).accessibleName() == "Elsewhere"
    app.press(Qt.Key.Key_Return)
    app.let_pass(5_000 + 1_000)
    app.close()
    app = start()
    app.press(Qt.Key.Key_Space)
    assert app.page(SessionPage).accessibleName() == "Elsewhere"


def test_a_broken_file_shows_its_problems(start: Starter, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(ROUTINE.replace("hold: 20s", "hold: two"))
    app = start(file)
    (page,) = app.page(RoutinesPage).findChildren(ProblemsPage)
    assert page.isVisible()
    assert page.path == file
    assert len(page.items) == 1
    app.press(Qt.Key.Key_Escape)
    assert app.page(RoutinesPage).view.isVisible()


def test_a_broken_file_from_elsewhere_follows_what_is_saved(
    start: Starter, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "elsewhere" / "broken.yaml"
    file.parent.mkdir()
    file.write_text(ROUTINE.replace("hold: 20s", "hold: two").replace("short", "other"))
    app = start(file)
    loader = app.coach.loader
    (page,) = app.page(RoutinesPage).findChildren(ProblemsPage)
    with qtbot.waitSignal(loader.loaded):
        app.application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert len(page.items) == 1
    with qtbot.waitSignal(loader.loaded):
        file.write_text(ROUTINE.replace("short", "other"))
    assert len(page.items) == 0
    app.click("Open the routine")
    assert app.page(RoutinePage).accessibleName() == "Short"
    with qtbot.waitSignal(loader.loaded):
        file.write_text(ROUTINE.replace("title: Short", "title: Longer"))
    assert app.page(RoutinePage).accessibleName() == "Longer"


def test_a_missing_file_has_its_message(start: Starter, tmp_path: Path) -> None:
    app = start(tmp_path / "missing.yaml")
    (page,) = app.page(RoutinesPage).findChildren(ProblemsPage)
    assert page.isVisible()
    assert len(page.items) == 1


def test_a_word_may_be_the_id_of_a_routine(start: Starter) -> None:
    app = start(Path("short"))
    assert app.page(RoutinePage).accessibleName() == "Short"


def test_a_word_that_is_no_routine_has_its_message(start: Starter) -> None:
    app = start(Path("shrot"))
    assert app.page(RoutinesPage).view.isVisible()
    (sentence,) = app.notices()
    assert "shrot" in sentence
    assert "short" in sentence  # what was meant
    app.click("Dismiss")
    assert app.notices() == ()


def test_a_routine_that_is_looked_at_follows_its_file(
    start: Starter, data: Path, qtbot: QtBot
) -> None:
    app = start()
    app.open()
    page = app.page(RoutinePage)
    (data / "routines" / "short.yaml").write_text(ROUTINE.replace("title: Short", "title: Longer"))
    with qtbot.waitSignal(app.coach.loader.loaded):
        app.coach.loader.load()
    assert app.page(RoutinePage) is page
    assert page.accessibleName() == "Longer"
