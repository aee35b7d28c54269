from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import FIRST_BATCH
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from tests.files.library.library_folder import LibraryFolder


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path / "routines")
    folder.exercise("pigeon")
    return folder


@pytest.fixture
def loader(folder: LibraryFolder, tmp_path: Path) -> LibraryLoader:
    return LibraryLoader([folder.path], tmp_path / "assets", tmp_path / "library.index")


def loaded(qtbot: QtBot, loader: LibraryLoader) -> Shelf:
    with qtbot.waitSignal(loader.loaded) as signal:
        loader.load()
    qtbot.waitUntil(lambda: not loader.is_loading)
    shelf = signal.args[0]
    assert isinstance(shelf, Shelf)
    return shelf


def test_cards_come_in_batches_and_then_as_a_whole(
    qtbot: QtBot, folder: LibraryFolder, loader: LibraryLoader
) -> None:
    count = FIRST_BATCH + 3
    for number in range(count):
        folder.routine(f"r-{number:02}")
    told: list[Shelf] = []
    loader.cards_read.connect(told.append)
    shelf = loaded(qtbot, loader)
    assert [len(some.cards) for some in told] == [FIRST_BATCH]
    assert [card for some in told for card in some.cards] == list(shelf.cards[:FIRST_BATCH])
    assert len(shelf.cards) == count
    assert loader.shelf is shelf
    assert not loader.is_loading


def test_later_readings_come_as_a_whole(
    qtbot: QtBot, folder: LibraryFolder, loader: LibraryLoader
) -> None:
    folder.routine("a")
    loaded(qtbot, loader)
    told: list[Shelf] = []
    loader.cards_read.connect(told.append)
    folder.routine("b")
    assert len(loaded(qtbot, loader).cards) == 2
    assert told == []


def test_asked_while_reading_it_reads_once_more(
    qtbot: QtBot, folder: LibraryFolder, loader: LibraryLoader
) -> None:
    folder.routine("a")
    readings: list[Shelf] = []
    loader.loaded.connect(readings.append)
    with qtbot.waitSignals([loader.loaded, loader.loaded]):
        loader.load()
        loader.load()
        loader.load()
    qtbot.waitUntil(lambda: not loader.is_loading)
    assert len(readings) == 2


def test_the_index_is_written_beside(
    qtbot: QtBot, folder: LibraryFolder, loader: LibraryLoader, tmp_path: Path
) -> None:
    folder.routine("a")
    loaded(qtbot, loader)
    assert (tmp_path / "library.index").exists()


def test_it_leaves_the_interpreter_as_it_was(qtbot: QtBot, loader: LibraryLoader) -> None:
    before = (sys.getswitchinterval(), gc.isenabled())
    loaded(qtbot, loader)
    assert (sys.getswitchinterval(), gc.isenabled()) == before


def test_a_loader_that_is_deleted_while_it_reads_does_not_mind(
    folder: LibraryFolder, tmp_path: Path, qtbot: QtBot
) -> None:
    """An exception in its thread would fail the test."""
    folder.routine("a")
    loader = LibraryLoader([folder.path], tmp_path)
    with qtbot.waitSignal(loader.destroyed):
        loader.load()
        loader.deleteLater()
    loader.wait()


ENDING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from stretchcoach.ui.keepers.library_loader import LibraryLoader

application = QCoreApplication([])
loader = LibraryLoader([Path(sys.argv[1])], Path(sys.argv[1]), Path(sys.argv[2]))
loader.load()
print("ended")
"""


def test_a_program_may_end_while_it_reads(folder: LibraryFolder, tmp_path: Path) -> None:
    """It neither crashes nor keeps what was not read to the end."""
    for number in range(300):
        folder.routine(f"r-{number:03}")
    command = [sys.executable, "-c", ENDING, str(folder.path), str(tmp_path / "index")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "ended"
    assert run.stderr == ""
    assert not (tmp_path / "index").exists()
