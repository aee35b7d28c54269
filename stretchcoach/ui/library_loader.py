"""Reads the library beside the window, which is painted before the first file is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from stretchcoach.files.library import Library


class LibraryLoader(QObject):
    """Reads all folders in a thread. `loaded` has the `Library`, each time it was read."""

    loaded = Signal(object)

    def __init__(
        self, folders: Sequence[Path], assets: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders = tuple(folders)
        self._assets = assets
        self._thread: Thread | None = None
        self._again = False
        self.loaded.connect(self._on_loaded)

    @property
    def is_loading(self) -> bool:
        return self._thread is not None

    def load(self) -> None:
        """Read everything; asked while reading, read once more afterwards."""
        if self._thread is not None:
            self._again = True
            return
        self._thread = Thread(target=self._read, name="library", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        self.loaded.emit(Library.read(self._folders, self._assets))

    def _on_loaded(self) -> None:
        self._thread = None
        if self._again:
            self._again = False
            self.load()
