"""Small still pictures for a list, read beside it: a page never waits for a picture."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller
from stretchcoach.ui.widgets.figure.figure_frames import read_still


class Stills(Teller):
    """Reads pictures in a thread; `ready` has the key and the image of each that could be read."""

    ready = Signal(str, object)
    _found = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: Background | None = None
        self._found.connect(self._on_found)

    @property
    def is_reading(self) -> bool:
        """Whether some that were asked for may still come."""
        return self._reading is not None and self._reading.is_running

    def read(self, wanted: Mapping[str, Path], size: QSize) -> None:
        """Read `wanted`, each fitted into `size` px of the screen; what was asked before ends."""
        if self._reading is not None:
            self._reading.stopping.set()
        if wanted:
            self._reading = Background(self, "stills")
            self._reading.start(partial(self._read, dict(wanted), size, self._reading.stopping))

    def _read(self, wanted: Mapping[str, Path], size: QSize, stopping: Event) -> None:
        for key, path in wanted.items():
            if stopping.is_set():
                return
            image = read_still(still_beside(path), size)
            if image is not None and not stopping.is_set():
                self.tell("_found", stopping, key, image)

    def _on_found(self, stopping: Event, key: str, image: QImage) -> None:
        if not stopping.is_set():  # else it is of what was wanted before
            self.ready.emit(key, image)
