"""What of each picture is not empty, found out beside the window before the picture is wanted.

Whoever knows it can show a picture in its final size from the first frame on.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QRect

from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.widgets.figure.figure_frames import open_picture


class FigureContents(QObject):
    """`known` has what was found, by the path of the picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.known: dict[Path, QRect] = {}
        self._looking: Background | None = None

    def look_into(self, pictures: Iterable[Path]) -> None:
        """Find out about `pictures`, the first one first; what was asked before is left."""
        new = [path for path in dict.fromkeys(pictures) if path not in self.known]
        if self._looking is not None:
            self._looking.stopping.set()
        if new:
            self._looking = Background(self, "contents")
            self._looking.start(partial(self._look, new, self._looking.stopping))

    def wait(self) -> None:
        """Wait until all is known that was asked for."""
        if self._looking is not None:
            self._looking.wait()

    def _look(self, pictures: Iterable[Path], stopping: Event) -> None:
        for path in pictures:
            picture, content = open_picture(path), QRect()
            if picture is None or picture.takes_long:
                continue
            for so_far in picture.contents():
                if stopping.is_set():
                    return
                content = so_far
            self.known[path] = content
