"""Small still pictures for a list, read beside it: a page never waits for a picture."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QSize, Signal

from stretchcoach.ui.widgets.figure_frames import read_still


class Stills(QObject):
    """Reads pictures in a thread; `ready` has the key and the image of each that could be read."""

    ready = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = _Reading(self, {}, QSize())
        self.destroyed.connect(self._reading.stop)

    def read(self, wanted: Mapping[str, Path], size: QSize) -> None:
        """Read `wanted`, each fitted into `size` px of the screen; what was asked before ends."""
        self._reading.stop()
        self._reading = _Reading(self, dict(wanted), size)
        self.destroyed.connect(self._reading.stop)
        if wanted:
            Thread(target=self._reading.run, name="stills", daemon=True).start()


class _Reading:
    """One list of pictures on its way. It knows when nobody waits for it any more."""

    def __init__(self, stills: Stills, wanted: Mapping[str, Path], size: QSize) -> None:
        self._stills = stills
        self._wanted = wanted
        self._size = size
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True

    def run(self) -> None:
        for key, path in self._wanted.items():
            image = None if self._stopped else read_still(_still_of(path), self._size)
            if self._stopped:
                return
            if image is not None:
                with suppress(RuntimeError):  # the page may go in this very moment
                    self._stills.ready.emit(key, image)


def _still_of(path: Path) -> Path:
    """The picture of the hold alone, which is there beside those that were drawn for us."""
    still = path.with_name(f"{path.stem}-still{path.suffix}")
    return still if still.is_file() else path
