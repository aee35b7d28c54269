"""Reads the library beside the window, which is painted before the first file is looked at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from stretchcoach.ui.threads.background import Background

if TYPE_CHECKING:
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.card_reader import ShelfReader

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
    _told = Signal()
    _ended = Signal()

    def __init__(
        self,
        folders: Sequence[Path],
        assets: Path,
        index: Path | None = None,
        parent: QObject | None = None,
        opened: Callable[[], Sequence[Path]] = tuple,
        received: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        """`opened` tells each time which files elsewhere were opened, `received` which were taken
        in from packs; the thread asks."""
        super().__init__(parent)
        self._folders = tuple(folders)
        self._assets = assets
        self._index = index
        self._opened, self._received = opened, received
        self._background = Background(self, "library")
        self._loading = False
        self._again = False
        self._shelf: Shelf | None = None
        self._reader: ShelfReader | None = None
        self.loaded.connect(self._on_loaded)
        self._told.connect(self._on_told)
        self._ended.connect(self._on_ended)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that are read, the bundled one first."""
        return self._folders

    @property
    def is_loading(self) -> bool:
        return self._loading

    @property
    def shelf(self) -> Shelf | None:
        """What was read last."""
        return self._shelf

    def load(self) -> None:
        """Look through all folders; asked while doing so, do it once more afterwards."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self._background.start(self._read)

    def wait(self) -> None:
        """Wait for the thread."""
        self._background.wait()

    def _read(self) -> None:
        """The work of the thread: cards."""
        # Not before the first paint.
        from stretchcoach.files.library.card_reader import ReadingStoppedError, ShelfReader

        usual_s = sys.getswitchinterval()
        sys.setswitchinterval(READING_SLICE_S)
        try:
            reader = ShelfReader(
                self._folders, self._assets, self._index, self._opened(), self._received()
            )
            shelf = reader.read(self._tell, self._background.stopping.is_set)
        except ReadingStoppedError:
            return
        finally:
            sys.setswitchinterval(usual_s)
        self._reader = reader
        self._emit(self.loaded, shelf)
        # Comes behind all that hear of it: each of them hears by an event of its own.
        with suppress(RuntimeError):  # the program has ended
            self._told.emit()

    def _finish(self) -> None:
        """The work of the thread once the cards are on the screen."""
        if self._reader is not None and self._shelf is not None:
            self._reader.save()
            self._shelf.known  # noqa: B018  read now, so that the first routine opens at once
        with suppress(RuntimeError):  # the program has ended
            self._ended.emit()

    def _tell(self, some: Shelf) -> None:
        """The first cards as they come; later everything at once, for it may stand anywhere."""
        if self._shelf is None:
            self._emit(self.cards_read, some)

    @staticmethod
    def _emit(signal: SignalInstance, shelf: Shelf) -> None:
        with suppress(RuntimeError):  # the program has ended
            signal.emit(shelf)

    def _on_loaded(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def _on_told(self) -> None:
        QTimer.singleShot(0, self, self._start_finishing)  # the cards are painted first

    def _start_finishing(self) -> None:
        self._background.start(self._finish)

    def _on_ended(self) -> None:
        self.wait()
        self._loading = False
        if self._again:
            self._again = False
            self.load()
