"""Line icons, drawn in code: a box of 24, lines of 1.75, round ends.

Each icon is a short list of marks: open or closed lines, curves, circles and filled shapes in
the box of 24 x 24. They are drawn for the pixels they are shown on, so they are crisp anywhere.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from stretchcoach.ui.theme.icon_shapes import SHAPES, Dot, IconName, Line, Solid
from stretchcoach.ui.theme.paint import line, solid

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
    for path, filled in _paths(name, stroke):
        if filled:
            painter.fillPath(path, brush)
        else:
            painter.strokePath(path, pen)
    painter.restore()


@lru_cache(maxsize=128)
def _paths(name: IconName, stroke: float) -> tuple[tuple[QPainterPath, bool], ...]:
    """What the icon `name` is made of, and which parts are filled."""
    paths: list[tuple[QPainterPath, bool]] = []
    for shape in SHAPES[name]:
        if isinstance(shape, Dot):
            path = QPainterPath()
            path.addEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
            paths.append((path, shape.filled))
        elif isinstance(shape, Solid):
            paths.append((_path(shape.line), True))
        else:
            paths += ((_path(shape), False), (_round_ends(shape, stroke), True))
    return tuple(paths)


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
