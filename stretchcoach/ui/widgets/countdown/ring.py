"""The countdown ring: phase, seconds and the time that is left as an arc."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.screen.interval_view import Rep
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.countdown.ring_face import paused_face, ring_face
from stretchcoach.ui.widgets.countdown.ring_geometry import (
    FULL_CIRCLE,
    SMALL_PX,
    RingMeasures,
    point_at,
    tip_angle,
    update_interval_ms,
    whole_seconds,
)
from stretchcoach.ui.widgets.countdown.ring_paint import RingPainter

SPOKEN_STEP_S = 10  # how often the accessible description follows the seconds


class CountdownRing(QWidget):
    """Shows the time that is left of an interval; `pressed` says that somebody pressed it.

    It has no timer: whoever owns the clock calls `set_time`, at best every
    `update_interval_ms`. Only what changed is painted again.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phase = ""
        self._rep: Rep | None = None
        self._paused = False
        self._remaining_ms: int | None = 0
        self._total_ms = 0
        self._angle = 0.0
        self._seconds = 0
        self._measures = RingMeasures.for_diameter(SMALL_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        theme.follow(self)

    @property
    def seconds(self) -> int:
        """The number of seconds that stands in the ring."""
        return self._seconds

    @property
    def angle(self) -> float:
        """Where the tip is, in degrees clockwise from the top."""
        return self._angle

    def update_interval_ms(self) -> int:
        """How often `set_time` is worth calling for the present interval and size, in ms."""
        return update_interval_ms(self._total_ms, self._measures.diameter)

    def set_phase(self, word: str) -> None:
        """The word above the seconds, such as "Hold"."""
        if word != self._phase:
            self._phase = word
            self._tell()

    def set_rep(self, rep: Rep | None) -> None:
        """The rep of a movement, which is what one counts then; None counts the seconds."""
        if rep != self._rep:
            self._rep = rep
            self._tell()

    def set_paused(self, paused: bool) -> None:
        """While the clock stands still it is another thing, to be seen from afar."""
        if paused is not self._paused:
            self._paused = paused
            self._tell()

    def set_time(self, remaining_ms: int, total_ms: int) -> None:
        """Show `remaining_ms` of `total_ms`."""
        everything = self._remaining_ms is None or total_ms != self._total_ms
        self._remaining_ms, self._total_ms = remaining_ms, total_ms
        seconds = whole_seconds(remaining_ms)
        angle = tip_angle(remaining_ms, total_ms)
        if everything:
            self._angle, self._seconds = angle, seconds
            self._say_time()
            self.update()
            return
        if seconds != self._seconds:
            self._seconds = seconds
            if seconds % SPOKEN_STEP_S == 0:
                self._say_time()
            self.update(self._words_rect())
        self._move_tip(angle)

    def set_manual(self) -> None:
        """An interval without a time: it lasts until the person says done."""
        if self._remaining_ms is not None:
            self._remaining_ms = None
            self.setAccessibleDescription(tr("Until you say done"))
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(round(SMALL_PX), round(SMALL_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 160)

    def refresh_theme(self) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._measures = RingMeasures.for_diameter(min(self.width(), self.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        centre = self.rect().center()
        away = event.position().toPoint() - centre
        if math.hypot(away.x(), away.y()) <= self._measures.diameter / 2:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = RingPainter(painter, self._theme, self._measures, QRectF(self.rect()).center())
        dirty, words = event.rect(), self._words_rect()
        if self._paused or not words.contains(dirty):
            ring.arc(None if self._remaining_ms is None else self._angle, paused=self._paused)
        seconds = None if self._remaining_ms is None else self._seconds
        if self._paused:
            ring.paused_face(paused_face(seconds), words)
        elif words.intersects(dirty):
            ring.face(ring_face(self._phase, seconds, self._rep), words)
        painter.end()

    def _move_tip(self, angle: float) -> None:
        """Paint again between the old and the new tip, once it moved by a pixel of the screen."""
        moved_px = math.radians(abs(angle - self._angle)) * self._measures.radius
        if moved_px * self.devicePixelRatioF() < 1.0 and angle not in (0.0, FULL_CIRCLE):
            return
        old, self._angle = self._angle, angle
        if angle == old:
            return
        radius = self._measures.radius
        if moved_px > 4 * self._measures.stroke:
            self.update()
            return
        bulge = moved_px * moved_px / (8 * radius)  # of the arc over its chord
        reach = math.ceil(self._measures.stroke / 2 + bulge) + 2
        centre = (self.width() / 2, self.height() / 2)
        points = [QPoint(*map(round, point_at(a, centre, radius))) for a in (old, angle)]
        self.update(QRect(points[0], points[1]).normalized().adjusted(-reach, -reach, reach, reach))

    def _say_time(self) -> None:
        words = trn("{n} second left", "{n} seconds left", self._seconds)
        self.setAccessibleDescription(words)

    def _words_rect(self) -> QRect:
        """The box inside of the ring that all words fit into."""
        side = (self._measures.radius - self._measures.stroke) * math.sqrt(2)
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect.toAlignedRect()

    def _tell(self) -> None:
        """Show the words anew, and let a screen reader have them."""
        name = self._phase
        if self._rep is not None:
            name = tr("Rep {n} of {total}", n=self._rep.number, total=self._rep.total)
        self.setAccessibleName(tr("Paused") if self._paused else name)
        self.update()
