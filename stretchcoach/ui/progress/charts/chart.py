"""What all charts share: marks that can be read with the pointer and with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from stretchcoach.ui.progress.charts.scales import Box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette, Radius, TextRole
from stretchcoach.ui.widgets.text.labels import escape_markup


@dataclass(frozen=True)
class Mark:
    """A part of a chart that can be pointed at, and what it says."""

    box: Box
    words: str


class Chart(QWidget):
    """Draws itself in `_paint`, after `_layout` has said where things stand, its marks first."""

    focus_radius = float(Radius.CONTROL)

    def __init__(self, theme: Theme, name: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._boxes: tuple[Box, ...] = ()
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything that can be pointed at, in the order of time."""
        return tuple(Mark(box, self._words(place)) for place, box in enumerate(self._boxes))

    @property
    def mark_read(self) -> Mark | None:
        """The mark that the arrow keys have come to."""
        at = self._at
        return None if at is None else Mark(self._boxes[at], self._words(at))

    def refresh_theme(self) -> None:
        self.setFont(self._theme.font(TextRole.SMALL))
        self.updateGeometry()
        self.arrange()

    def arrange(self) -> None:
        """Reckon anew where everything stands."""
        self._boxes = tuple(self._layout())
        if self._at is not None and self._at >= len(self._boxes):
            self._at = None
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(
            self._theme.scaled(self._size.width()), self._theme.scaled(self._size.height())
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._size.width() * 3 // 4, self.sizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self._theme.palette)
        mark = self.mark_read
        if mark is not None and self.hasFocus():
            pen_box = rect(mark.box).adjusted(-2.5, -2.5, 2.5, 2.5)
            painter.setPen(QPen(QColor(self._theme.palette.teal_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pen_box, 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        last = len(self._boxes) - 1
        at = -1 if self._at is None else self._at
        place = {
            Qt.Key.Key_Right: min(last, at + 1),
            Qt.Key.Key_Left: last if self._at is None else max(0, at - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if place is None or not self._boxes:
            super().keyPressEvent(event)
            return
        self._read(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._place_at(event.pos())
            if found is None:
                QToolTip.hideText()
            else:
                words = escape_markup(self._words(found))
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _read(self, place: int) -> None:
        self._at = place
        mark = Mark(self._boxes[place], self._words(place))
        self.setAccessibleDescription(mark.words)
        below = self.mapToGlobal(QPoint(round(mark.box.x), round(mark.box.bottom) + 4))
        QToolTip.showText(below, escape_markup(mark.words), self)
        self.update()

    def _place_at(self, place: QPoint) -> int | None:
        point = QPointF(place)
        for number, box in enumerate(self._boxes):
            if rect(box).adjusted(-3, -3, 3, 3).contains(point):
                return number
        return None

    # For the charts.

    def _layout(self) -> Sequence[Box]:
        raise NotImplementedError

    def _words(self, place: int) -> str:
        """What the mark in that place says."""
        raise NotImplementedError

    def _paint(self, painter: QPainter, palette: Palette) -> None:
        raise NotImplementedError

    def _text_px(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    @property
    def _line_px(self) -> int:
        return self.fontMetrics().height()


def rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def dashed(colour: str, width: float) -> QPen:
    """A pen with short dashes."""
    pen = QPen(QColor(colour), width)
    pen.setDashPattern([4 / width, 3 / width])
    return pen


def write(painter: QPainter, box: QRectF, align: Qt.AlignmentFlag, text: str, colour: str) -> None:
    """A word in a chart; it may stand out of its box."""
    painter.setPen(QColor(colour))
    painter.drawText(box, int(align.value) | int(Qt.TextFlag.TextDontClip.value), text)


def mixed(one: str, other: str, share: float) -> str:
    """The colour `share` of the way from `one` to `other`."""
    a, b = QColor(one), QColor(other)
    parts = (
        round(x + (y - x) * share)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(*parts).name()
