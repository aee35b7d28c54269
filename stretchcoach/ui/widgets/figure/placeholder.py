"""What stands where an exercise has no picture: a calm sign of its position.

A head and a few rounded strokes on a mat, in the colours of the theme, in a box of 120 x 80.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from stretchcoach.core.content.terms import Position
from stretchcoach.ui.theme.tokens import Palette

Point = tuple[float, float]
WIDTH, HEIGHT = 120.0, 80.0
LIMB, TRUNK = 7.0, 12.0
FLOOR_Y = 70.0
MOST_SCALE = 4.5

# head, trunk, limbs behind, limbs in front
Body = tuple[Point, tuple[Point, ...], tuple[tuple[Point, ...], ...], tuple[tuple[Point, ...], ...]]

_BODIES: Mapping[Position | None, Body] = {
    Position.SUPINE: (
        (22, 58),
        ((36, 61), (66, 62)),
        (((68, 62), (84, 42), (90, 65)),),
        (((38, 64), (54, 66)), ((68, 62), (92, 42), (98, 65))),
    ),
    Position.PRONE: (
        (20, 59),
        ((34, 60), (64, 62)),
        (((66, 63), (88, 64), (106, 66)),),
        (((36, 63), (24, 67)), ((66, 62), (88, 62), (100, 46))),
    ),
    Position.SIDE: (
        (20, 52),
        ((33, 58), (62, 60)),
        (((64, 62), (84, 58), (100, 66)),),
        (((34, 62), (24, 66), (14, 66)), ((64, 58), (82, 44), (98, 60))),
    ),
    Position.FLOOR: (
        (46, 22),
        ((48, 38), (52, 60)),
        (((54, 63), (80, 56), (100, 66)),),
        (((48, 40), (36, 52), (32, 66)), ((53, 63), (82, 65), (104, 66))),
    ),
    Position.KNEELING: (
        (54, 14),
        ((54, 28), (54, 46)),
        (((55, 48), (50, 65), (30, 66)),),
        (((55, 31), (66, 42), (76, 46)), ((55, 48), (80, 48), (80, 66))),
    ),
    Position.QUADRUPED: (
        (26, 36),
        ((40, 40), (74, 42)),
        (((76, 44), (74, 65), (94, 66)),),
        (((40, 43), (38, 66)), ((77, 44), (80, 65), (100, 66))),
    ),
    Position.SEATED: (
        (52, 14),
        ((53, 28), (55, 46)),
        (((56, 49), (78, 50), (76, 67)),),
        (((54, 31), (60, 42), (74, 44)), ((56, 48), (82, 48), (82, 67))),
    ),
    Position.STANDING: (
        (58, 11),
        ((58, 24), (58, 40)),
        (((59, 43), (66, 55), (68, 67)),),
        (((58, 26), (68, 34), (72, 42)), ((58, 43), (56, 55), (54, 67))),
    ),
    None: (
        (20, 61),
        ((34, 63), (62, 63)),
        (((64, 64), (84, 58), (104, 66)),),
        (((36, 64), (54, 67)), ((64, 64), (86, 66), (106, 66))),
    ),
}


def paint_placeholder(
    painter: QPainter, rect: QRectF, position: Position | None, palette: Palette
) -> None:
    """Draw the sign of `position` as large as it fits into `rect`; None is somebody at rest."""
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT, MOST_SCALE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        rect.center() - QPointF(WIDTH, HEIGHT) * (scale / 2),
    )
    painter.scale(scale, scale)
    head, trunk, behind, front = _BODIES[position]
    far, near = QColor(palette.edge), QColor(palette.slate)
    _paint_ground(painter, position, palette)
    for limb in behind:
        _stroke(painter, limb, LIMB, far)
    _stroke(painter, trunk, TRUNK, near)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(near)
    painter.drawEllipse(QPointF(*head), 7.5, 7.5)
    for limb in front:
        _stroke(painter, limb, LIMB, near)
    painter.restore()


def _paint_ground(painter: QPainter, position: Position | None, palette: Palette) -> None:
    edge = QColor(palette.edge)
    if position is Position.SEATED:
        for part in (((42, 32), (44, 53)), ((44, 54), (66, 54)), ((46, 54), (46, 70))):
            _stroke(painter, part, 3.5, edge)
        _stroke(painter, ((65, 54), (65, 70)), 3.5, edge)
    _stroke(painter, ((8, FLOOR_Y + 3), (112, FLOOR_Y + 3)), 3.0, edge)


def _stroke(painter: QPainter, points: tuple[Point, ...], width: float, colour: QColor) -> None:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
