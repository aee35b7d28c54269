"""Folders of routines and the shelf that is made of them, for a test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.library import card_maker
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from tests.files.library.library_folder import LibraryFolder


class Shelves:
    """Two folders with an index beside them, and which routines were read for the last shelf."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bundled = LibraryFolder(root / "bundled")
        self.own = LibraryFolder(root / "own")
        self.assets = root / "assets"
        self.index = root / "library.index"
        self.read: list[str] = []
        self.batches: list[int] = []
        monkeypatch.setattr(card_maker, "read_routine_file", self._note)

    def _note(self, path: Path, *arguments: object) -> object:
        from stretchcoach.files.library.routine_files import read_routine_file

        self.read.append(path.name)
        return read_routine_file(path, *arguments)  # type: ignore[arg-type]

    def shelf(self) -> Shelf:
        """A new look at the folders, as at the next start of the program."""
        self.read.clear()
        self.batches.clear()
        reader = ShelfReader([self.bundled.path, self.own.path], self.assets, self.index)
        shelf = reader.read(self.tell)
        reader.save()
        return shelf

    def tell(self, some: Shelf) -> None:
        self.batches.append(len(some.cards))


def names(shelf: Shelf) -> list[str]:
    return [card.name for card in shelf.cards]


def later(path: Path) -> None:
    """A change that the clock of the disk is sure to see."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))
