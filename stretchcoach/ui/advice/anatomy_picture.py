"""The picture of the page: the pelvis from behind, with names and lines to what they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.advice.understanding import picture_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.advice import anatomy_shapes as shapes
from stretchcoach.ui.advice.anatomy_shapes import Point, Points
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette, TextRole

MOST_SCALE, LEAST_SCALE = 1.15, 0.55
LABEL_GAP_PX = 22
NERVE_PX, BONE_PX, MUSCLE_PX = 9.0, 1.6, 1.6


@dataclass(frozen=True)
class Label:
    """A name, what it points at, and how high it stands; in the units of `shapes`."""

    text: str
    at: Point
    y: float


def labels() -> tuple[Label, ...]:
    """From top to bottom on each side; what points to the left half stands at the left."""
    return (
        Label(tr("Gluteus medius"), (-128, 108), 70),
        Label(tr("Gluteus maximus"), (-120, 300), 300),
        Label(tr("Sacrum"), (16, 136), 60),
        Label(tr("Piriformis"), (106, 221), 160),
        Label(tr("Thigh bone"), (186, 300), 262),
        Label(tr("Sit bone"), (98, 328), 364),
        Label(tr("Sciatic nerve"), (133, 430), 458),
    )


class HipPicture(QWidget):
    """Grows with its width. The words of `picture_words` describe it to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels = labels()
        self.setAccessibleName(tr("The pelvis from behind"))
        self.setAccessibleDescription(picture_words())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.setFont(self._theme.font(TextRole.SMALL_MEDIUM))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = round(shapes.WIDTH * MOST_SCALE) + self._label_px(-1) + self._label_px(1)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        wide = round(shapes.WIDTH * LEAST_SCALE) + self._label_px(-1) + self._label_px(1)
        return QSize(wide, round(shapes.HEIGHT * LEAST_SCALE))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return round(shapes.HEIGHT * self._scale(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale(self.width())
        left, right = self._label_px(-1), self._label_px(1)
        middle = left + (self.width() - left - right) / 2
        painter.save()
        painter.setClipRect(QRectF(self.rect()))
        painter.translate(middle, 0)
        painter.scale(scale, scale)
        _paint_body(painter, self._theme.palette)
        painter.restore()
        for label in self._labels:
            self._paint_label(painter, label, middle, scale)
        painter.end()

    def _paint_label(self, painter: QPainter, label: Label, middle: float, scale: float) -> None:
        palette = self._theme.palette
        words = label.text.replace(" ", "\n")
        side = 1 if label.at[0] > 0 else -1
        edge = middle + side * (shapes.WIDTH / 2 * scale - 2)
        at = QPointF(middle + label.at[0] * scale, label.at[1] * scale)
        y = label.y * scale
        # A light seam keeps line and dot apart from whatever they cross.
        for colour, width, radius in ((palette.surface, 4.0, 5.5), (palette.ink, 1.4, 3.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(at, QPointF(edge, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(at, radius, radius)
        painter.setPen(QColor(palette.ink))
        room = float(self._label_px(side))
        high = QFontMetrics(self.font()).lineSpacing() * (words.count("\n") + 1.0)
        x = edge + 6 if side > 0 else edge - 6 - room
        start = Qt.AlignmentFlag.AlignLeft if side > 0 else Qt.AlignmentFlag.AlignRight
        box = QRectF(x, max(0.0, y - high / 2), room, high)
        painter.drawText(box, int(start | Qt.AlignmentFlag.AlignVCenter), words)

    def _scale(self, width: int) -> float:
        room = width - self._label_px(-1) - self._label_px(1)
        return max(LEAST_SCALE, min(MOST_SCALE, room / shapes.WIDTH))

    def _label_px(self, side: int) -> int:
        """The width of the widest word of the names at the left (-1) or right (1)."""
        metrics = QFontMetrics(self._theme.font(TextRole.SMALL_MEDIUM))
        texts = [label.text for label in self._labels if label.at[0] * side > 0]
        words = [word for text in texts for word in text.split()]
        return max(metrics.horizontalAdvance(word) for word in words) + LABEL_GAP_PX


def _paint_body(painter: QPainter, palette: Palette) -> None:
    """Skin and bones of both halves; muscles outside at the left, deep ones at the right."""
    for mirrored in (False, True):
        painter.save()
        if mirrored:
            painter.scale(-1, 1)
        _fill(painter, shapes.SKIN, palette.sunken, straight=True)
        for edge in (shapes.OUTSIDE, shapes.INSIDE):
            _stroke(painter, edge, palette.edge, 1.5)
        for vertebra in shapes.VERTEBRAE:
            _half_bone(painter, vertebra, palette)
        for bone in (shapes.HIP_BONE, shapes.THIGH_BONE):
            _fill(painter, bone, palette.surface)
            _stroke(painter, bone, palette.field, BONE_PX, closed=True)
        if not mirrored:
            _paint_deep_parts(painter, palette)
        _half_bone(painter, shapes.SACRUM, palette)  # the piriformis comes from its inner face
        for hole in shapes.SACRAL_HOLES:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.edge))
            painter.drawEllipse(QPointF(*hole), 3.2, 2.6)
        if mirrored:
            _paint_outer_muscles(painter, palette)
        else:
            _stroke(painter, shapes.GLUTEUS_MAXIMUS, palette.slate, 1.2, closed=True, dashed=True)
        painter.restore()


def _paint_outer_muscles(painter: QPainter, palette: Palette) -> None:
    for muscle, fibres in (
        (shapes.GLUTEUS_MEDIUS, shapes.MEDIUS_FIBRES),
        (shapes.GLUTEUS_MAXIMUS, shapes.MAXIMUS_FIBRES),
    ):
        _fill(painter, muscle, palette.slate_tint, opacity=0.92)
        _stroke(painter, muscle, palette.slate, MUSCLE_PX, closed=True)
        for fibre in fibres:
            _stroke(painter, fibre, palette.slate, 1.0, opacity=0.55)


def _paint_deep_parts(painter: QPainter, palette: Palette) -> None:
    """The small rotators, the nerve over them, and the piriformis over the nerve."""
    _stroke(painter, shapes.FOLD, palette.edge, 1.5)
    for rotator in shapes.SMALL_ROTATORS:
        _fill(painter, rotator, palette.coral_tint, opacity=0.7)
        _stroke(painter, rotator, palette.coral_text, 1.0, closed=True, opacity=0.6)
    _stroke(painter, shapes.NERVE, palette.surface, NERVE_PX + 4)
    _stroke(painter, shapes.NERVE, palette.amber, NERVE_PX)
    _fill(painter, shapes.PIRIFORMIS, palette.coral)
    _stroke(painter, shapes.PIRIFORMIS, palette.coral_text, MUSCLE_PX, closed=True)
    for fibre in shapes.PIRIFORMIS_FIBRES:
        _stroke(painter, fibre, palette.coral_text, 1.0, opacity=0.7)


def _half_bone(painter: QPainter, points: Points, palette: Palette) -> None:
    """Half of a bone on the middle line: its inner edge is straight and not drawn."""
    _fill(painter, points, palette.surface, straight=True)
    _stroke(painter, points, palette.field, BONE_PX)


def _fill(
    painter: QPainter, points: Points, colour: str, opacity: float = 1.0, straight: bool = False
) -> None:
    """Fill a shape; `straight` closes it by a straight line from the last point to the first."""
    path = _curve(points, closed=not straight)
    path.closeSubpath()
    painter.save()
    painter.setOpacity(opacity)
    painter.fillPath(path, QColor(colour))
    painter.restore()


def _stroke(
    painter: QPainter,
    points: Iterable[Point],
    colour: str,
    width: float,
    *,
    closed: bool = False,
    dashed: bool = False,
    opacity: float = 1.0,
) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.save()
    painter.setOpacity(opacity)
    painter.strokePath(_curve(tuple(points), closed=closed), pen)
    painter.restore()


def _curve(points: Points, *, closed: bool) -> QPainterPath:
    """A smooth curve through `points`: a Catmull-Rom spline as cubic pieces."""
    count = len(points)
    path = QPainterPath(QPointF(*points[0]))
    for index in range(count if closed else count - 1):
        before, start, end, after = (_at(points, index + step, closed) for step in (-1, 0, 1, 2))
        one = QPointF(start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = QPointF(end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path.cubicTo(one, two, QPointF(*end))
    if closed:
        path.closeSubpath()
    return path


def _at(points: Points, index: int, closed: bool) -> Point:
    if closed:
        return points[index % len(points)]
    return points[max(0, min(index, len(points) - 1))]
