"""The figure of an exercise: still, or moving between its start and its hold.

Frames are decoded one an event-loop turn, scaled once for the size they are shown at, and only
then painted. Nothing is decoded or scaled while painting, and no timer runs while it is still.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.content.terms import Position
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.figure.contents import FigureContents
from stretchcoach.ui.widgets.figure.photo import Photo
from stretchcoach.ui.widgets.figure.placeholder import paint_placeholder

FRAME_MS = 66  # 15 a second: enough for a slow movement
RESIZE_MS = 120  # a window that is being dragged decodes once, at the end
FAINT = 0.4
LEAST_LINES = 4  # a box that is lower has no room for words
MEMORY_BYTES = 32 * 1024 * 1024  # for all frames of one picture


class FigureView(QWidget):
    """Shows one picture, mirrored for the other side, or the sign of a position.

    First frame: the start; last frame: the hold. It begins at the start and moves only when
    told to; with motion off it changes at once. A picture of which `contents` knows already what
    is not empty is there from the first frame on, in its final size.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, contents: FigureContents | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path: Path | None = None
        self._position: Position | None = None
        self._mirrored = False
        self._motion = True
        self._frames: list[QPixmap] = []
        self._fresh: list[QPixmap] = []  # of the size that is being read
        self._frames_size = QSize()
        self._coming: Iterator[QImage] | None = None
        self._measuring: Iterator[QRect] | None = None
        self._content = QRect()
        self._contents = (contents or FigureContents(self)).known
        self._photo = Photo(self)
        self._photo.ready.connect(self._load)
        self._at = 0.0  # 0 the start, 1 the hold
        self._from, self._to, self._lasts_ms = 0.0, 0.0, 0
        self._elapsed = QElapsedTimer()
        self._play_timer = QTimer(self)
        self._play_timer.setInterval(FRAME_MS)
        self._play_timer.timeout.connect(self._on_play_tick)
        self._load_timer = QTimer(self)
        self._load_timer.setInterval(0)
        self._load_timer.timeout.connect(self._on_load_tick)
        self._resize_timer = QTimer(self)
        self._resize_timer.setSingleShot(True)
        self._resize_timer.setInterval(RESIZE_MS)
        self._resize_timer.timeout.connect(self._load)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.follow(self)

    @property
    def has_picture(self) -> bool:
        return bool(self._frames)

    @property
    def frame_count(self) -> int:
        """How many frames are ready."""
        return len(self._frames)

    @property
    def is_loading(self) -> bool:
        return self._load_timer.isActive() or self._photo.is_reading

    @property
    def cannot_show(self) -> bool:
        """Whether there should be a picture, but none that can be shown."""
        return self._path is not None and not self._frames and not self.is_loading

    @property
    def is_moving(self) -> bool:
        return self._play_timer.isActive()

    @property
    def at(self) -> float:
        """Where between the start, 0, and the hold, 1."""
        return self._at

    def show_figure(
        self,
        path: Path | None,
        mirrored: bool,
        position: Position | None = None,
        description: str = "",
        *,
        at_hold: bool = False,
    ) -> None:
        """Show the picture at `path`; the sign of `position` where it cannot be shown.

        The same picture again, mirrored or not, is not read again.
        """
        self._stop()
        self._mirrored, self._position = mirrored, position
        self._at = 1.0 if at_hold else 0.0
        self.setAccessibleName(description)
        if path != self._path:
            self._path = path
            self._frames = []
            self._fresh = []
            self._frames_size = QSize()
            self._photo.forget()
            if self.isVisible():
                self._load()
        self.update()

    def set_motion(self, motion: bool) -> None:
        """Whether it moves from start to hold or changes at once."""
        self._motion = motion
        if not self._moves and self.is_moving:
            self._stop()
            self._set_at(self._to)

    def play_to_hold(self, duration_ms: int) -> None:
        self._play(1.0, duration_ms)

    def play_to_start(self, duration_ms: int) -> None:
        self._play(0.0, duration_ms)

    def pause(self) -> None:
        """Stand still where it is."""
        self._stop()

    def refresh_theme(self) -> None:
        self.set_motion(self._motion)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(480, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._path is not None and self.isVisible():
            self._resize_timer.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._load()  # not before: only now the size is known

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.cannot_show:
            box = self._paint_words(painter, box)
        if self._mirrored:
            painter.translate(QPointF(self.width(), 0))
            painter.scale(-1, 1)
        if self._frames:
            self._paint_frame(painter)
        else:  # the sign of the position; faintly until the picture is read
            painter.setOpacity(FAINT if self.is_loading else 1.0)
            paint_placeholder(painter, box, self._position, self._theme.palette)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> QRectF:
        """Say at the foot of `box` that there is a picture which cannot be shown; what is left."""
        font = self._theme.font(TextRole.SMALL)
        high = QFontMetricsF(font).height()
        if box.height() < high * LEAST_LINES:
            return box
        line = QRectF(box.left(), box.bottom() - high, box.width(), high)
        painter.setFont(font)
        painter.setPen(self._theme.palette.ink2)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, tr("This picture cannot be shown."))
        return box.adjusted(0, 0, 0, -high)

    def _paint_frame(self, painter: QPainter) -> None:
        pixmap = self._frames[round(self._at * (len(self._frames) - 1))]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = self._place(pixmap)
        painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))

    @property
    def _moves(self) -> bool:
        return self._motion and not self._theme.reduced_motion

    def _place(self, pixmap: QPixmap) -> QRectF:
        """As large as it fits, in the middle, on whole pixels of the screen."""
        ratio = self.devicePixelRatioF()
        width, height = pixmap.width() / ratio, pixmap.height() / ratio
        scale = min(self.width() / width, self.height() / height)
        if abs(scale - 1) < 0.02:
            scale = 1.0
        width, height = width * scale, height * scale
        x = math.floor((self.width() - width) / 2 * ratio) / ratio
        y = math.floor((self.height() - height) / 2 * ratio) / ratio
        return QRectF(x, y, width, height)

    def _load(self) -> None:
        """Begin to read the frames for the present size; the old ones stay until then."""
        self._resize_timer.stop()
        self._measuring = self._coming = None
        picture = self._photo.picture(self._path) if self._path is not None else None
        if picture is None or self._path is None:
            self._load_timer.stop()
            self._frames = []
            self._frames_size = QSize()
            self.update()
            return
        content = self._contents.get(self._path)
        if content is None:
            self._content = QRect()
            self._measuring = picture.contents()
            self._load_timer.start()
            return
        size = self._frame_size(content.size(), picture.count)
        if size != self._frames_size:
            self._frames_size = size
            self._fresh = []
            self._coming = picture.frames(size, content)
            self._load_timer.start()
            if not self._frames:
                self._read_frame()  # at once: what is painted first is the picture

    def _frame_size(self, content: QSize, count: int) -> QSize:
        """The size in pixels of the screen, smaller when all frames would take too much."""
        ratio = self.devicePixelRatioF()
        wanted = content.scaled(self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = wanted.boundedTo(content)
        needed = wanted.width() * wanted.height() * 4 * count
        if needed > MEMORY_BYTES:
            wanted = wanted * math.sqrt(MEMORY_BYTES / needed)
        return wanted

    def _on_load_tick(self) -> None:
        if self._measuring is not None:
            self._measure()
        else:
            self._read_frame()

    def _measure(self) -> None:
        """Look at one more frame for what is in it; after the last, read them for good."""
        content = next(self._measuring, None) if self._measuring is not None else None
        if content is not None:
            self._content = content
        elif self._path is not None:
            self._contents[self._path] = self._content
            self._load()

    def _read_frame(self) -> None:
        image = next(self._coming, None) if self._coming is not None else None
        if image is None:
            self._coming = None
            self._load_timer.stop()
            self._frames = self._fresh
            self.update()
            return
        self._fresh.append(QPixmap.fromImage(image))
        if not self._frames:
            self._frames = self._fresh  # the first frame shows while the others come
            self.update()

    def _play(self, to: float, duration_ms: int) -> None:
        self._stop()
        self._from, self._to, self._lasts_ms = self._at, to, duration_ms
        if not self._moves or duration_ms <= 0 or self._at == to:
            self._set_at(to)
            return
        self._elapsed.start()
        self._play_timer.start()

    def _on_play_tick(self) -> None:
        share = min(1.0, self._elapsed.elapsed() / self._lasts_ms)
        eased = share * share * (3 - 2 * share)
        self._set_at(self._from + (self._to - self._from) * eased)
        if share >= 1.0:
            self._stop()

    def _set_at(self, at: float) -> None:
        last = max(0, len(self._frames) - 1)
        changed = round(at * last) != round(self._at * last)
        self._at = at
        if changed:
            self.update()

    def _stop(self) -> None:
        self._play_timer.stop()
