"""Reads the library beside the window, which is painted before the first file is looked at."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from stretchcoach.files.shelf import Shelf

# How long the reading thread may keep the window waiting for the interpreter.
READING_SLICE_S = 0.0005


class LibraryLoader(QObject):
    """Reads all folders in a thread.

    `cards_read` has a `Shelf` of the next cards of the first reading, as they come; `loaded`
    has the whole one, each time the folders were looked through. `index` is the file that
    remembers what was read, so that only changed files are read again.
    """

    cards_read = Signal(object)
    loaded = Signal(object)

    def __init__(
        self,
        folders: Sequence[Path],
        assets: Path,
        index: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = tuple(folders)
        self._assets = assets
        self._index = index
        self._thread: Thread | None = None
        self._again = False
        self._shelf: Shelf | None = None
        self.loaded.connect(self._on_loaded)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are read, the bundled one first."""
        return self._folders

    @property
    def is_loading(self) -> bool:
        return self._thread is not None

    @property
    def shelf(self) -> Shelf | None:
        """What was read last."""
        return self._shelf

    def load(self) -> None:
        """Look through all folders; asked while doing so, do it once more afterwards."""
        if self._thread is not None:
            self._again = True
            return
        self._thread = Thread(target=self._read, name="library", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait for the thread, at the end of the program."""
        if self._thread is not None:
            self._thread.join()

    def _read(self) -> None:
        from stretchcoach.files.shelf_reader import ShelfReader  # not before the first paint

        usual_s = sys.getswitchinterval()
        sys.setswitchinterval(READING_SLICE_S)
        # What is read stays, so looking for garbage among it would be in vain.
        gc.disable()
        try:
            reader = ShelfReader(self._folders, self._assets, self._index)
            shelf = reader.read(self._tell_nobody if self._shelf else self._tell)
            self.loaded.emit(shelf)
            gc.enable()
            reader.save()
            shelf.known  # noqa: B018  read now, so that the first routine opens at once
        except RuntimeError:
            if self._is_alive():
                raise
        finally:
            gc.enable()
            sys.setswitchinterval(usual_s)

    def _tell(self, some: Shelf) -> None:
        self.cards_read.emit(some)

    def _tell_nobody(self, some: Shelf) -> None:
        """Later readings come as a whole: what changed may stand anywhere."""

    def _is_alive(self) -> bool:
        """Whether the program has not ended under the thread."""
        import shiboken6

        return bool(shiboken6.isValid(self))

    def _on_loaded(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._thread = None
        if self._again:
            self._again = False
            self.load()
