from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.routines.routines_page import RoutinesPage
from tests.files.library.library_folder import LibraryFolder
from tests.ui.routines.routines_pages import rects


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_opens_by_keys(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf], key: Qt.Key
) -> None:
    page.set_library(read())
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(1))
    with qtbot.waitSignal(page.routine_chosen) as signal:
        QTest.keyClick(page.view, key)
    entry = signal.args[0]
    assert isinstance(entry, RoutineEntry)
    assert entry.routine
    assert entry.routine.title == "Good"


def test_a_card_opens_by_a_click_also_while_others_are_read(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf]
) -> None:
    page.add_cards(read())
    with qtbot.waitSignal(page.routine_chosen):
        QTest.mouseClick(
            page.view.viewport(), Qt.MouseButton.LeftButton, pos=rects(page)[1].center()
        )


def test_an_exercise_that_is_found_is_told(
    qtbot: QtBot, page: RoutinesPage, folder: LibraryFolder, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    page.head.search.setText("pigeon")
    assert page.view.headings == ("Exercises", "Routines")
    with qtbot.waitSignal(page.exercise_chosen) as signal:
        page.view.card_opened.emit(0)
    assert signal.args == ["pigeon"]
    with qtbot.waitSignal(page.exercises_asked):
        QTest.mouseClick(page.head.exercises, Qt.MouseButton.LeftButton)


def test_a_broken_file_opens_its_problems(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    with qtbot.assertNotEmitted(page.routine_chosen):
        page.view.card_opened.emit(0)
    problems = page._problems.page
    assert problems.isVisible()
    assert problems.back.hasFocus()
    assert [item.accessibleName().split(":")[0] for item in problems.items] == [
        "Line 5, column 1",
        "Line 6, column 1",
    ]
    QTest.keyClick(problems, Qt.Key.Key_Escape)
    assert not problems.isVisible()
    assert page.view.hasFocus()


def test_problems_follow_the_file(
    qtbot: QtBot, page: RoutinesPage, folder: LibraryFolder, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    page.view.card_opened.emit(0)
    problems = page._problems.page
    path = folder.routine("bad", more="hodl: 1\n")
    page.set_library(read())
    assert len(problems.items) == 1
    assert not problems.use.isVisible()
    folder.routine("bad")
    page.set_library(read())
    assert len(problems.items) == 0
    assert problems.count.text() == "This file has no problems any more."
    with qtbot.waitSignal(page.file_chosen) as signal:
        QTest.mouseClick(problems.use, Qt.MouseButton.LeftButton)
    assert signal.args == [path]
    path.unlink()
    page.set_library(read())
    assert messages(page) == ["there is no such file"]


def test_the_problems_of_an_exercise_that_is_mended(
    page: RoutinesPage, folder: LibraryFolder, read: Callable[[], Shelf]
) -> None:
    folder.exercise("frog", more="kind: rest\n")
    page.set_library(read())
    page.view.card_opened.emit(0)
    assert page._problems.page.title.whole_text == "frog.yaml"
    folder.exercise("frog")
    page.set_library(read())
    for _ in range(2):  # however often the folders are looked through
        page.set_library(read())
        assert messages(page) == []
    QTest.mouseClick(page._problems.page.use, Qt.MouseButton.LeftButton)
    assert not page._problems.page.isVisible()
    assert page.view.hasFocus()


def messages(page: RoutinesPage) -> list[str]:
    """What is said of the file whose problems are shown."""
    assert page._problems.page.isVisible()
    return [item.accessibleName().rpartition(": ")[2] for item in page._problems.page.items]


def test_a_file_from_elsewhere_is_read_anew(
    qtbot: QtBot, page: RoutinesPage, tmp_path: Path, read: Callable[[], Shelf]
) -> None:
    """It was called free of problems as soon as the folders were looked through again."""
    elsewhere = LibraryFolder(tmp_path / "elsewhere")
    path = elsewhere.routine("bad", more="hodl: 1\n")
    shelf = read()
    page.set_library(shelf)
    page.show_problems(shelf.routine(str(path)))
    before = messages(page)
    assert len(before) == 1
    page.set_library(read())
    assert messages(page) == before
    elsewhere.routine("bad")
    page.set_library(read())
    assert messages(page) == []
    with qtbot.waitSignal(page.file_chosen) as signal:
        QTest.mouseClick(page._problems.page.use, Qt.MouseButton.LeftButton)
    assert signal.args == [path]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/dev/null", "this is not a regular file - name a YAML file"),
        ("/", "this is a folder - name a YAML file"),
        ("missing.yaml", "there is no such file"),
    ],
)
def test_what_is_no_file_stays_none(
    page: RoutinesPage, read: Callable[[], Shelf], name: str, message: str
) -> None:
    shelf = read()
    page.set_library(shelf)
    page.show_problems(shelf.routine(name))
    for _ in range(2):
        assert messages(page) == [message]
        assert page._problems.page.count.text().startswith("This cannot be opened.")
        assert not page._problems.page.use.isVisible()
        assert not page._problems.page.edit.isVisible()
        page.set_library(read())


def test_a_file_is_chosen_in_a_dialog(qtbot: QtBot, page: RoutinesPage, tmp_path: Path) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    path = tmp_path / "from therapist.yaml"
    path.write_text("x")
    QTest.mouseClick(page.head.open, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog
    assert dialog.isVisible()
    dialog.selectFile(str(path))
    with qtbot.waitSignal(page.file_chosen) as signal:
        dialog.accept()
    assert signal.args == [path]
    qtbot.waitUntil(lambda: not isValid(dialog))
