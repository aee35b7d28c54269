"""A picture to show frame by frame; one that takes long to decode is read beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller
from stretchcoach.ui.widgets.figure.figure_frames import FrameReader, StillImage, open_picture


class Photo(Teller):
    """`ready` tells that the picture that `picture` was asked for last can be had now."""

    ready = Signal()
    _read = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._image: QImage | None = None
        self.is_reading = False
        self._read.connect(self._on_read)

    def picture(self, path: Path) -> FrameReader | StillImage | None:
        """The picture at `path`; None where there is none that may be shown, or not yet."""
        if path == self._path:
            return StillImage(self._image) if self._image is not None else None
        picture = open_picture(path)
        if picture is None or not picture.takes_long:
            return picture
        self._path, self.is_reading = path, True
        Background(self, "photo").start(partial(self._work, path))
        return None

    def forget(self) -> None:
        """Another picture is wanted."""
        self._path, self._image, self.is_reading = None, None, False

    def _work(self, path: Path) -> None:
        # Opened here once more: what belongs to Qt lives and dies in one thread.
        picture = open_picture(path)
        image = next(picture.frames(picture.size), None) if picture else None
        self.tell("_read", path, image)

    def _on_read(self, path: Path, image: QImage | None) -> None:
        if path == self._path:
            self._image, self.is_reading = image, False
            self.ready.emit()
