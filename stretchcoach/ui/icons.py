"""Line icons, drawn in code: a box of 24, lines of 1.75, round ends.

Each icon is a short list of marks: open or closed lines, curves, circles and filled shapes in
the box of 24 x 24. `paint_icon` draws one straight into a widget, `icon` makes a QIcon for
actions and fields. Both are drawn for the pixels they are shown on, so they are crisp anywhere.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap

from stretchcoach.ui.icons_shapes import SHAPES, Dot, IconName, Line, Solid
from stretchcoach.ui.theme_paint import line, solid

BOX = 24.0
STROKE = 1.75


def paint_icon(
    painter: QPainter, name: IconName, rect: QRectF, colour: str, stroke: float = STROKE
) -> None:
    """Draw the icon `name` into `rect` in one colour, given as #RRGGBB.

    `stroke` is the width of the lines in the box of 24.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.x(), rect.y())
    painter.scale(rect.width() / BOX, rect.height() / BOX)
    pen = line(colour, stroke)
    brush = solid(colour)
    for shape in SHAPES[name]:
        if isinstance(shape, Dot):
            path = QPainterPath()
            path.addEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
            if shape.filled:
                painter.fillPath(path, brush)
            else:
                painter.strokePath(path, pen)
        elif isinstance(shape, Solid):
            painter.fillPath(_path(shape.line), brush)
        else:
            painter.strokePath(_path(shape), pen)
            painter.fillPath(_round_ends(shape, stroke), brush)
    painter.restore()


def icon(name: IconName, colour: str) -> QIcon:
    """The icon as a QIcon of one colour, for actions and fields."""
    return QIcon(_LineIconEngine(name, colour))


class _LineIconEngine(QIconEngine):
    """Draws the icon for whatever size and pixel ratio Qt asks for."""

    def __init__(self, name: IconName, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if mode == QIcon.Mode.Disabled:
            # Faded as a whole: its parts overlap.
            ratio = painter.device().devicePixelRatioF()
            whole = self._drawn(rect.size() * ratio)
            painter.setOpacity(0.4)
            painter.drawPixmap(rect, whole)
        else:
            paint_icon(painter, self._name, QRectF(rect), self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if mode != QIcon.Mode.Disabled:
            return self._drawn(size)
        pixmap = _empty(size)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def _drawn(self, size: QSize) -> QPixmap:
        pixmap = _empty(size)
        painter = QPainter(pixmap)
        paint_icon(painter, self._name, QRectF(pixmap.rect()), self._colour)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _LineIconEngine(self._name, self._colour)


def _empty(size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(QColor(0, 0, 0, 0))
    return pixmap


def _path(shape: Line) -> QPainterPath:
    path = QPainterPath(QPointF(*shape.points[0]))
    if shape.curved:
        for first in range(1, len(shape.points), 3):
            one, two, end = (QPointF(*p) for p in shape.points[first : first + 3])
            path.cubicTo(one, two, end)
    else:
        for point in shape.points[1:]:
            path.lineTo(QPointF(*point))
    if shape.closed:
        path.closeSubpath()
    return path


def _round_ends(shape: Line, stroke: float) -> QPainterPath:
    """Dots on the corners and ends of a line.

    A pen with round caps and joins would need the `Qt` namespace; see `theme_paint`.
    """
    path = QPainterPath()
    for x, y in shape.points[:: 3 if shape.curved else 1]:
        path.addEllipse(QPointF(x, y), stroke / 2, stroke / 2)
    return path
