"""A file that is saved, however it is saved, is noticed. The signals of the system are real."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.files.folders.client_folders import client_folders
from stretchcoach.ui.keepers import folder_watch
from stretchcoach.ui.keepers.folder_watch import MOST_OTHER_FILES, FolderWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "routines"


@pytest.fixture
def watch(folder: Path, qapp: QApplication) -> FolderWatch:
    return FolderWatch([folder])


def test_the_folders_are_looked_through_once(
    watch: FolderWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With thousands of files in them the window would wait for it."""
    looked: list[Path] = []

    def noted(routines: Path) -> tuple[Path, ...]:
        looked.append(routines)
        return client_folders(routines)

    monkeypatch.setattr(folder_watch, "client_folders", noted)
    watch.start()
    assert len(looked) == 1


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


def test_what_is_put_into_the_folder_of_a_client(
    qtbot: QtBot, watch: FolderWatch, folder: Path
) -> None:
    folder.mkdir(parents=True)
    watch.start()
    with qtbot.waitSignal(watch.changed):
        (folder / "Anna").mkdir()
    for name in ("hips.yaml", "diary.json"):
        with qtbot.waitSignal(watch.changed):
            (folder / "Anna" / name).write_text("one")


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


# What a name leads to is another thing than before.


def moved_in(folder: Path) -> None:
    """Put another folder in the place of `folder`."""
    folder.rename(folder.with_name("before"))
    folder.mkdir()


@pytest.mark.parametrize("what", ["routines", "routines/exercises"])
def test_a_folder_that_is_replaced(
    qtbot: QtBot, watch: FolderWatch, folder: Path, what: str
) -> None:
    (folder / "exercises").mkdir(parents=True)
    watch.start()
    with qtbot.waitSignal(watch.changed):
        moved_in(folder.parent / what)
    with qtbot.waitSignal(watch.changed):
        (folder.parent / what / "a.yaml").write_text("one")


@pytest.mark.skipif(os.name != "posix", reason="links need rights here")
@pytest.mark.parametrize("depth", [0, 1])
def test_a_link_that_is_switched(
    qtbot: QtBot, watch: FolderWatch, folder: Path, tmp_path: Path, depth: int
) -> None:
    """The link is the folder itself, or one of those above it."""
    link = [folder, *folder.parents][depth]
    for name in ("one", "two"):
        (tmp_path / name / "routines").mkdir(parents=True)
        (tmp_path / name / "routines" / "a.yaml").write_text("one")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(tmp_path / "one" / ("routines" if depth == 0 else ""))
    watch.start()
    with qtbot.waitSignal(watch.changed):
        new = tmp_path / "new"
        new.symlink_to(tmp_path / "two" / ("routines" if depth == 0 else ""))
        new.rename(link)
    for text in ("two", "three"):
        with qtbot.waitSignal(watch.changed):
            (tmp_path / "two" / "routines" / "a.yaml").write_text(text)
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "two" / "routines").rename(tmp_path / "gone")


@pytest.mark.skipif(os.name != "posix", reason="links need rights here")
def test_a_file_that_is_a_link_to_elsewhere(
    qtbot: QtBot, watch: FolderWatch, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(parents=True)
    for name in ("one", "two"):
        (tmp_path / name).write_text("x")
    (folder / "a.yaml").symlink_to(tmp_path / "one")
    watch.start()
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "one").write_text("y")
    with qtbot.waitSignal(watch.changed):
        (folder / "a.yaml").unlink()
        (folder / "a.yaml").symlink_to(tmp_path / "two")
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "two").write_text("y")


# Files that were opened from elsewhere.


def test_a_file_from_elsewhere(qtbot: QtBot, watch: FolderWatch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = elsewhere / "a.yaml"
    path.write_text("one")
    watch.start()
    watch.watch_file(path)
    with qtbot.waitSignal(watch.changed):
        path.write_text("in place")
    for text in ("two", "three"):
        with qtbot.waitSignal(watch.changed):
            (elsewhere / "aside").write_text(text)
            (elsewhere / "aside").replace(path)
    with qtbot.waitSignal(watch.changed):
        path.unlink()
    with qtbot.waitSignal(watch.changed):
        path.write_text("there again")


def test_what_happens_beside_such_a_file_is_none_of_its_business(
    qtbot: QtBot, watch: FolderWatch, tmp_path: Path
) -> None:
    path = tmp_path / "elsewhere" / "a.yaml"
    path.parent.mkdir()
    path.touch()
    watch.start()
    watch.watch_file(path)
    with qtbot.waitSignal(watch._watcher.directoryChanged):
        (path.parent / "b.yaml").write_text("one")
    assert not watch._calm.isActive()


def test_of_many_files_from_elsewhere_the_last_are_watched(
    watch: FolderWatch, tmp_path: Path, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "own.yaml").touch()
    watch.watch_file(folder / "own.yaml")  # is watched already
    paths = [tmp_path / f"{number}.yaml" for number in range(MOST_OTHER_FILES + 3)]
    for path in paths:
        path.touch()
        watch.watch_file(path)
    watched = {name for name in watch._watcher.files() if Path(name).parent == tmp_path}
    assert watched == {str(path) for path in paths[3:]}
