"""The pictures on the cards: decoded in a thread, the last ones kept."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller

MOST_KEPT = 120
MOST_WAITING = 60  # more than a screen shows: who scrolls fast leaves the rest behind

Wanted = tuple[str, int, int]


class Thumbnails(Teller):
    """Pictures by path and size. `ready` follows when one that was asked for can be had."""

    ready = Signal()
    _read = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Wanted, QPixmap | None] = OrderedDict()
        self._waiting: OrderedDict[Wanted, None] = OrderedDict()
        self._lock = Lock()
        self._background = Background(self, "pictures")
        self._working = False
        self._read.connect(self._on_read)

    def picture(self, path: str, size: QSize, pixel_ratio: float) -> tuple[bool, QPixmap | None]:
        """Whether it is known yet, and the picture; None where the file has none to show.

        `size` is in device-independent pixels.
        """
        wide, high = round(size.width() * pixel_ratio), round(size.height() * pixel_ratio)
        wanted = (path, wide, high)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            picture = self._kept[wanted]
            if picture is not None:
                picture.setDevicePixelRatio(pixel_ratio)
            return True, picture
        self._ask(wanted)
        return False, None

    @property
    def is_reading(self) -> bool:
        """Whether one that was asked for is still to come."""
        return self._working

    def look_again(self) -> None:
        """Where there was no picture there may be one now."""
        for wanted in [wanted for wanted, picture in self._kept.items() if picture is None]:
            del self._kept[wanted]

    def _ask(self, wanted: Wanted) -> None:
        with self._lock:
            self._waiting[wanted] = None
            self._waiting.move_to_end(wanted)
            while len(self._waiting) > MOST_WAITING:
                self._waiting.popitem(last=False)
            if not self._working:
                self._working = True
                self._background.start(self._work)

    def _work(self) -> None:
        """Read what is wanted, the latest wish first, until nothing is."""
        from stretchcoach.ui.widgets.figure.figure_frames import read_still  # dear; see theme_paint

        while True:
            with self._lock:
                if not self._waiting or self._background.stopping.is_set():
                    self._working = False
                    return
                wanted, _ = self._waiting.popitem()
            path, wide, high = wanted
            image = read_still(Path(path), QSize(wide, high))
            self.tell("_read", wanted, image)

    def _on_read(self, wanted: Wanted, image: QImage | None) -> None:
        self._kept[wanted] = None if image is None else QPixmap.fromImage(image)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.ready.emit()
