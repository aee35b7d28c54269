"""Small helpers for painting that keep the start of the program cheap.

`QBrush(QColor)`, `QPainter.setPen`, `fillRect` and `QPen(QColor)` make PySide6 build every enum of
the `Qt` namespace, which costs about a fifth of a bare start. A brush that is taken from a
QPalette does not, and neither do `fillPath` and `strokePath`. Widgets that are on screen in the
first frame paint with what is here; later ones may, too.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen


@lru_cache(maxsize=256)
def solid(colour: str) -> QBrush:
    """A brush of one colour, given as #RRGGBB or #AARRGGBB; all share it, so nobody changes it."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette.brush(QPalette.ColorRole.Window)


def line(colour: str, width: float) -> QPen:
    """A plain pen: solid, with the flat ends and joins that QPen has by itself."""
    return QPen(solid(colour), width)


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A box with round corners; the radius never exceeds half of the shorter side."""
    radius = min(radius, rect.width() / 2, rect.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def rounded_top(rect: QRectF, radius: float) -> QPainterPath:
    """A box whose upper corners only are round."""
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.left(), rect.top(), rect.left() + radius, rect.top())
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + radius)
    path.lineTo(rect.right(), rect.bottom())
    path.closeSubpath()
    return path


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    border: str | None = None,
    border_px: float = 1.0,
) -> None:
    """Fill a round box and draw its border inside `rect`, so that it stays crisp."""
    inset = border_px / 2 if border else 0.0
    path = rounded(rect.adjusted(inset, inset, -inset, -inset), radius - inset)
    if fill:
        painter.fillPath(path, solid(fill))
    if border:
        painter.strokePath(path, line(border, border_px))


def paint_focus(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    """The focus ring: 2 px, drawn 2 px outside of `rect`; leave 4 px of room for it."""
    ring = rect.adjusted(-3, -3, 3, 3)
    painter.strokePath(rounded(ring, radius + 3), line(colour, 2))
