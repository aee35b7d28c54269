"""The countdown ring: phase, seconds and the time that is left as an arc."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.countdown.ring_geometry import (
    FULL_CIRCLE,
    SMALL_PX,
    RingMeasures,
    point_at,
    tip_angle,
    update_interval_ms,
    whole_seconds,
)

MINUTES_FROM_S = 100  # from here on as 1:40
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
            self.setAccessibleName(word)
            self.update()

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
        dirty = event.rect()
        if not self._words_rect().contains(dirty):
            self._paint_arc(painter)
        if self._words_rect().intersects(dirty):
            self._paint_words(painter)
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

    def _paint_arc(self, painter: QPainter) -> None:
        palette = self._theme.palette
        radius = self._measures.radius
        box = QRectF(0, 0, 2 * radius, 2 * radius)
        box.moveCenter(QRectF(self.rect()).center())
        pen = QPen(QColor(palette.line), self._measures.stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if palette.border_px > 1:  # high contrast: the track is a thin line, the arc a thick one
            pen.setWidthF(palette.border_px)
        painter.setPen(pen)
        painter.drawEllipse(box)
        if self._remaining_ms is None or self._angle >= FULL_CIRCLE:
            return
        pen.setColor(QColor(palette.teal))
        pen.setWidthF(self._measures.stroke)
        painter.setPen(pen)
        # Qt counts sixteenths of a degree, counter-clockwise from three o'clock.
        span = round((FULL_CIRCLE - self._angle) * 16)
        painter.drawArc(box, 90 * 16, span)

    def _paint_words(self, painter: QPainter) -> None:
        palette, m = self._theme.palette, self._measures
        centre_x, centre_y = self.width() / 2, self.height() / 2
        digits = self._digits()
        self._paint_line(painter, self._phase, m.phase, palette.ink2, centre_y + m.phase_y)
        if digits is None:
            size = m.digits * 0.62
            box = QRectF(centre_x - size / 2, centre_y - size * 0.44, size, size)
            paint_icon(painter, IconName.CHECK, box, palette.teal, 3.0)
            unit = tr("Done")
            self._paint_line(painter, unit, m.phase, palette.teal_text, centre_y + m.unit_y)
            return
        self._paint_line(painter, digits, m.digits, palette.ink, centre_y + m.digits_y)
        self._paint_line(painter, self._unit_word(), m.unit, palette.ink2, centre_y + m.unit_y)

    def _paint_line(
        self, painter: QPainter, text: str, size_px: float, colour: str, middle_y: float
    ) -> None:
        """One centred line, made smaller when it would not fit."""
        role = TextRole.EXERCISE if size_px != self._measures.unit else TextRole.NEXT
        font = self._theme.font(role, size_px)
        painter.setFont(font)
        room = self._words_rect().width()
        width = painter.fontMetrics().horizontalAdvance(text)
        if width > room:
            painter.setFont(self._theme.font(role, size_px * room / width))
        painter.setPen(QColor(colour))
        box = QRectF(0, middle_y - size_px, self.width(), 2 * size_px)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _digits(self) -> str | None:
        if self._remaining_ms is None:
            return None
        if self._seconds < MINUTES_FROM_S:
            return str(self._seconds)
        return f"{self._seconds // 60}:{self._seconds % 60:02}"

    def _unit_word(self) -> str:
        if self._seconds >= MINUTES_FROM_S:
            return tr("minutes")
        return trn("second", "seconds", self._seconds)
