"""A file that is saved, however it is saved, is noticed. The signals of the system are real."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.keepers.folder_watch import FolderWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "routines"


@pytest.fixture
def watch(folder: Path, qapp: QApplication) -> FolderWatch:
    return FolderWatch([folder])


def test_a_file_dropped_in(qtbot: QtBot, watch: FolderWatch, folder: Path) -> None:
    folder.mkdir(parents=True)
    watch.start()
    with qtbot.waitSignal(watch.changed):
        (folder / "a.yaml").write_text("one")


def test_a_file_written_in_place_and_again(qtbot: QtBot, watch: FolderWatch, folder: Path) -> None:
    folder.mkdir(parents=True)
    path = folder / "a.yaml"
    path.write_text("one")
    watch.start()
    for text in ("two", "three"):
        with qtbot.waitSignal(watch.changed):
            path.write_text(text)


def test_a_file_replaced_as_editors_do_and_again(
    qtbot: QtBot, watch: FolderWatch, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("one")
    watch.start()
    for text in ("two", "three"):
        with qtbot.waitSignal(watch.changed):
            aside = tmp_path / "aside"
            aside.write_text(text)
            aside.replace(folder / "a.yaml")
    with qtbot.waitSignal(watch.changed):
        (folder / "a.yaml").write_text("in place")


def test_a_file_deleted(qtbot: QtBot, watch: FolderWatch, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("one")
    watch.start()
    with qtbot.waitSignal(watch.changed):
        (folder / "a.yaml").unlink()


def test_a_folder_that_comes_later(qtbot: QtBot, watch: FolderWatch, folder: Path) -> None:
    watch.start()
    with qtbot.waitSignal(watch.changed):
        folder.mkdir(parents=True)
    with qtbot.waitSignal(watch.changed):
        (folder / "a.yaml").write_text("one")


def test_a_folder_that_goes_and_comes_back(qtbot: QtBot, watch: FolderWatch, folder: Path) -> None:
    folder.mkdir(parents=True)
    watch.start()
    with qtbot.waitSignal(watch.changed):
        shutil.rmtree(folder)
    with qtbot.waitSignal(watch.changed):
        folder.mkdir()
    with qtbot.waitSignal(watch.changed):
        (folder / "a.yaml").write_text("one")


def test_an_exercise_in_its_own_folder(qtbot: QtBot, watch: FolderWatch, folder: Path) -> None:
    (folder / "exercises").mkdir(parents=True)
    watch.start()
    with qtbot.waitSignal(watch.changed):
        (folder / "exercises" / "a.yaml").write_text("one")


def test_several_changes_at_once_are_told_once(
    qtbot: QtBot, watch: FolderWatch, folder: Path
) -> None:
    folder.mkdir(parents=True)
    watch.start()
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    for number in range(20):
        (folder / f"{number}.yaml").write_text("one")
    with qtbot.waitSignal(watch.changed):
        pass
    # The next change is told by itself: nothing of the first ones is left over.
    with qtbot.waitSignal(watch.changed):
        (folder / "last.yaml").write_text("one")
    assert len(told) == 2


def test_what_happens_beside_the_folder_is_none_of_its_business(
    qtbot: QtBot, watch: FolderWatch, folder: Path
) -> None:
    """While the folder is waited for, the one above is watched; the diary is written there."""
    folder.parent.mkdir(parents=True)
    watch.start()
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    with qtbot.waitSignal(watch._watcher.directoryChanged):
        (folder.parent / "diary.sqlite3").write_text("one")
    assert not watch._calm.isActive()
    assert told == []


def test_coming_back_to_the_program_is_a_reason_to_look(
    qtbot: QtBot, watch: FolderWatch, qapp: QApplication
) -> None:
    watch.start()
    with qtbot.waitSignal(watch.changed):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert not watch._calm.isActive()
