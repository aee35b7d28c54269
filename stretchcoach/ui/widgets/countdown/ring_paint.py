"""How the countdown ring looks: its arc, its words, and what it is while the clock stands still."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.countdown.ring_face import RingFace
from stretchcoach.ui.widgets.countdown.ring_geometry import FULL_CIRCLE, RingMeasures

ONE_LINE_WIDE, LEAST_SHARE = 0.72, 0.75  # a phase on one line: of the diameter, of its size
PHASE_WIDE, PHASE_HIGH, PHASE_LOW = 0.58, 0.22, -0.155  # of the diameter: a phase of two lines
LEAST_PHASE_PX = 14
DASHES = 36  # of a ring that stands still
BAR_SHARE = 0.28  # of the sign: the width of one of its two bars


class RingPainter:
    """Paints a ring of `measures` around `centre`."""

    def __init__(
        self, painter: QPainter, theme: Theme, measures: RingMeasures, centre: QPointF
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._palette = theme.palette
        self._measures = measures
        self._centre = centre

    def arc(self, angle: float | None, *, paused: bool) -> None:
        """The track, and what is left of the time from `angle` on to the top; None has no time."""
        painter, palette = self._painter, self._palette
        radius = self._measures.radius
        box = QRectF(0, 0, 2 * radius, 2 * radius)
        box.moveCenter(self._centre)
        pen = QPen(QColor(palette.line), self._measures.stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if paused:
            self._standing_disc(box)
            pen.setColor(QColor(palette.slate))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            dash = 3.1416 * box.width() / DASHES / 2 / self._measures.stroke
            pen.setDashPattern([dash, dash])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            return
        if palette.border_px > 1:  # high contrast: the track is a thin line, the arc a thick one
            pen.setWidthF(palette.border_px)
        painter.setPen(pen)
        painter.drawEllipse(box)
        if angle is None or angle >= FULL_CIRCLE:
            return
        pen.setColor(QColor(palette.teal))
        pen.setWidthF(self._measures.stroke)
        painter.setPen(pen)
        # Qt counts sixteenths of a degree, counter-clockwise from three o'clock.
        painter.drawArc(box, 90 * 16, round((FULL_CIRCLE - angle) * 16))

    def face(self, face: RingFace, room: QRect) -> None:
        """The three lines, in the box `room`."""
        palette, m = self._palette, self._measures
        self._phase(face.phase)
        if face.large is None:
            size = m.digits * 0.62
            box = QRectF(0, 0, size, size)
            box.moveCenter(self._centre + QPointF(0, size * 0.06))
            paint_icon(self._painter, IconName.CHECK, box, palette.teal, 3.0)
            self._line(face.small, m.phase, palette.teal_text, m.unit_y, room)
            return
        self._line(face.large, m.digits, palette.ink, m.digits_y, room)
        small_px = m.phase if face.counts else m.unit
        self._line(face.small, small_px, palette.ink2, m.unit_y, room, TextRole.NEXT)

    def paused_face(self, face: RingFace, room: QRect) -> None:
        """The sign of a pause, its word large, and below it the time that is left."""
        palette, m = self._palette, self._measures
        bar = m.bars * BAR_SHARE
        for x in (-m.bars / 2, m.bars / 2 - bar):
            place = self._centre + QPointF(x, m.bars_y - m.bars / 2)
            paint_box(
                self._painter, QRectF(place.x(), place.y(), bar, m.bars), bar / 4, palette.ink
            )
        self._line(face.large or "", m.paused, palette.ink, m.paused_y, room)
        self._line(face.small, m.unit, palette.ink2, m.unit_y, room, TextRole.NEXT)

    def _standing_disc(self, box: QRectF) -> None:
        inner = box.adjusted(*(sign * self._measures.stroke for sign in (1, 1, -1, -1)))
        paint_box(self._painter, inner, inner.width() / 2, self._palette.slate_tint)

    def _phase(self, text: str) -> None:
        """On one line, a little smaller where it has to be, or on two that fit between the arc and
        the digits."""
        m = self._measures
        wide, high = PHASE_WIDE * m.diameter, PHASE_HIGH * m.diameter
        font = self._theme.font(TextRole.EXERCISE, m.phase)
        self._painter.setPen(QColor(self._palette.ink2))
        needed = QFontMetrics(font).horizontalAdvance(text)
        share = min(1.0, ONE_LINE_WIDE * m.diameter / max(1, needed))
        if share >= LEAST_SHARE:
            self._painter.setFont(self._theme.font(TextRole.EXERCISE, share * m.phase))
            box = QRectF(0, 0, m.diameter, 2 * m.phase)
            box.moveCenter(self._centre + QPointF(0, m.phase_y))
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            return
        box = QRectF(0, 0, wide, high)
        box.moveCenter(self._centre)
        box.moveBottom(self._centre.y() + PHASE_LOW * m.diameter)
        wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        for size_px in range(round(m.phase), LEAST_PHASE_PX - 1, -1):
            font = self._theme.font(TextRole.EXERCISE, size_px)
            used = QFontMetrics(font).boundingRect(QRect(0, 0, round(wide), 9999), wrap, text)
            if used.height() <= high and used.width() <= wide:
                break
        self._painter.setFont(font)
        self._painter.drawText(box, int(wrap), text)

    def _line(
        self,
        text: str,
        size_px: float,
        colour: str,
        middle_y: float,
        room: QRect,
        role: TextRole = TextRole.EXERCISE,
    ) -> None:
        """One centred line, made smaller when it would not fit."""
        painter = self._painter
        painter.setFont(self._theme.font(role, size_px))
        width = painter.fontMetrics().horizontalAdvance(text)
        if width > room.width():
            painter.setFont(self._theme.font(role, size_px * room.width() / width))
        painter.setPen(QColor(colour))
        box = QRectF(0, 0, self._measures.diameter, 2 * size_px)
        box.moveCenter(self._centre + QPointF(0, middle_y))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
