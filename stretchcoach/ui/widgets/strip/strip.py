"""The strip: all intervals of a routine to scale, what is done, where one is, what comes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.ui.theme.paint import paint_box, paint_focus, rounded, solid
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.strip.strip_fill import ALL_OF_IT, StripFill
from stretchcoach.ui.widgets.strip.strip_layout import (
    Shape,
    StripItem,
    item_at,
    item_of,
    lay_out,
    step_places,
)
from stretchcoach.ui.widgets.strip.strip_words import Progress, describe, side_letter
from stretchcoach.ui.widgets.text.labels import escape_markup

MARGIN_PX = 6  # left and right, for the focus ring
MARKER_PX = 6
BLOCK_PX = 34
BAR_PX = 7
LINE_PX = 3
RADIUS_PX = 4
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}


class IntervalStrip(QWidget):
    """Shows a timeline; `clicked` has the index of the interval that was asked for.

    With the keyboard: left and right choose a shape, Enter asks for it. A screen reader hears
    what the chosen shape is.
    """

    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timeline: Timeline | None = None
        self._affected = AffectedSide.NONE
        self._items: tuple[StripItem, ...] = ()
        self._fill: StripFill | None = None
        self._now = -1
        self._played = 0.0
        self._numbers = True
        self._chosen: int | None = None
        self._factor = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("All intervals of the routine"))
        theme.follow(self)

    @property
    def items(self) -> tuple[StripItem, ...]:
        return self._items

    @property
    def chosen(self) -> int | None:
        """The shape that the keyboard stands on, as an index into `items`."""
        return self._chosen

    def set_timeline(self, timeline: Timeline, affected: AffectedSide) -> None:
        self._timeline, self._affected = timeline, affected
        self._fill = StripFill(timeline)
        self._now, self._played, self._chosen = -1, 0.0, None
        self._lay_out()

    def name_anew(self, timeline: Timeline) -> None:
        """The same intervals with other exercises in them."""
        self._timeline = timeline

    def mark_held(self, index: int, held_ms: int) -> None:
        """The interval `index` was left after `held_ms`: what was not held shows as left out."""
        if self._fill is not None:
            self._fill.mark_held(index, held_ms)
            self.update()

    def set_now(self, index: int, remaining_ms: int | None, duration_ms: int | None = None) -> None:
        """The interval that runs, with its times; -1 before the first, their number at the end."""
        old, new = item_of(self._items, self._now), item_of(self._items, index)
        if old != new or new is None or self._fill is None:
            self._now, self._played = index, 0.0
            self.update()
        if self._fill is None or new is None:
            return
        self._fill.run(index, remaining_ms, duration_ms)
        item = self._items[new]
        played = self._fill.played(item)
        moved_px = abs(played - self._played) * item.width
        if moved_px * self.devicePixelRatioF() >= 1.0 or index != self._now:
            self._now, self._played = index, played
            reach = 3 * MARKER_PX * self._scale
            left = item.x + MARGIN_PX - reach
            self.update(QRectF(left, 0, item.width + 2 * reach, self.height()).toAlignedRect())

    def set_size_factor(self, factor: float) -> None:
        """1.0 in a window, more in full screen."""
        if factor != self._factor:
            self._factor = factor
            self.refresh_theme()

    def set_numbers(self, shown: bool) -> None:
        """Whether the numbers of the steps stand below."""
        if shown is not self._numbers:
            self._numbers = shown
            self.refresh_theme()

    def progress_of(self, item: StripItem) -> Progress:
        if self._now > item.last:
            held = self._held(item)
            if held >= ALL_OF_IT:
                return Progress.DONE
            return Progress.SHORTENED if held > 0 else Progress.LEFT_OUT
        return Progress.NOW if self._now >= item.first else Progress.TO_COME

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(TextRole.SMALL, 14 * self._scale))
        self.updateGeometry()
        self._lay_out()

    def sizeHint(self) -> QSize:  # noqa: N802
        numbers = self._scale * 22 if self._numbers else 0
        return QSize(480, round(self._number_top + numbers))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        chosen = item_at(self._items, event.position().x() - MARGIN_PX)
        if chosen is not None and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._items[chosen].first)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        over = item_at(self._items, event.position().x() - MARGIN_PX)
        self.setToolTip(escape_markup(self.description(over)) if over is not None else "")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if self._chosen is None and self._items:
            self._choose(item_of(self._items, self._now) or 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._chosen = None
        self.update()

    def event(self, event: QEvent) -> bool:
        # The session's own shortcuts use the arrows, too; with the focus here they are ours.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = (*_KEYS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in ours:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if not self._items or self._chosen is None:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._choose(self._chosen + _KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(len(self._items) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self._items[self._chosen].first)
        else:
            super().keyPressEvent(event)

    def description(self, position: int) -> str:
        """What the shape at `position` of `items` stands for, in words."""
        assert self._timeline is not None
        item = self._items[position]
        return describe(self._timeline, item, self.progress_of(item), self._affected)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = QRectF(event.rect()).adjusted(-MARGIN_PX, 0, MARGIN_PX, 0)
        for position, item in enumerate(self._items):
            if self._box(item).intersects(dirty):
                self._paint_item(painter, item, position == self._chosen and self.hasFocus())
        if self._numbers:
            self._paint_numbers(painter)
        painter.end()

    @property
    def _scale(self) -> float:
        return self._factor

    @property
    def _top(self) -> float:
        """Of the blocks; the marker stands above them."""
        return (MARKER_PX + 4) * self._scale

    @property
    def _number_top(self) -> float:
        return self._top + (BLOCK_PX + 4 + LINE_PX + 5) * self._scale

    def _lay_out(self) -> None:
        if self._timeline is not None:
            self._items = lay_out(self._timeline, self.width() - 2 * MARGIN_PX, self._scale)
        self.update()

    def _held(self, item: StripItem) -> float:
        return self._fill.held(item) if self._fill is not None else 0.0

    def _choose(self, position: int) -> None:
        self._chosen = min(len(self._items) - 1, max(0, position))
        self.setAccessibleDescription(self.description(self._chosen))
        self.update()

    def _box(self, item: StripItem) -> QRectF:
        """The rectangle of a shape, the full height of a block for all but bars and dots."""
        height = {Shape.BLOCK: BLOCK_PX, Shape.BAR: BAR_PX, Shape.DOT: 5}[item.shape] * self._scale
        if item.shape is Shape.DOT:
            height = item.width
        middle = self._top + BLOCK_PX * self._scale / 2
        return QRectF(item.x + MARGIN_PX, middle - height / 2, max(1.0, item.width), height)

    def _paint_item(self, painter: QPainter, item: StripItem, chosen: bool) -> None:
        palette = self._theme.palette
        box = self._box(item)
        progress = self.progress_of(item)
        radius = RADIUS_PX * self._scale if item.shape is Shape.BLOCK else box.height() / 2
        quiet = palette.slate_tint if item.shape is Shape.BLOCK else palette.edge
        if progress is Progress.NOW:
            self._paint_now(painter, item, box, radius, quiet)
        elif progress is Progress.DONE:
            paint_box(painter, box, radius, palette.teal_mid)
        elif progress is not Progress.TO_COME:
            self._paint_filled(painter, box, radius, self._held(item))
            paint_box(painter, box, radius, None, palette.edge, max(1.0, palette.border_px))
        else:
            edged = palette.border_px > 1 and item.shape is Shape.BLOCK
            paint_box(painter, box, radius, quiet, palette.edge if edged else None)
        if item.shape is Shape.BLOCK:
            self._paint_side(painter, item, box)
        if chosen:
            paint_focus(painter, box, radius, palette.teal)

    def _paint_now(
        self, painter: QPainter, item: StripItem, box: QRectF, radius: float, quiet: str
    ) -> None:
        palette = self._theme.palette
        grown = box if item.shape is Shape.BLOCK else box.adjusted(-3, -3, 3, 3)
        if item.shape is Shape.BLOCK:
            paint_box(painter, grown, radius, palette.surface)
            self._paint_filled(painter, grown, radius, self._played)
            paint_box(painter, grown, radius, None, palette.teal, 2)
        elif item.shape is Shape.BAR:
            paint_box(
                painter, grown.adjusted(-1, -1, 1, 1), grown.height(), None, palette.teal, 1.5
            )
            paint_box(painter, box, radius, quiet)
            done = QRectF(box.x(), box.y(), box.width() * self._played, box.height())
            paint_box(painter, done, radius, palette.teal)
        else:
            paint_box(painter, box.adjusted(-1, -1, 1, 1), grown.height(), palette.teal)
        x, size = box.x() + box.width() * self._played, MARKER_PX * self._scale
        if item.shape is Shape.DOT:
            x = box.center().x()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(solid(palette.teal))
        painter.drawPolygon(
            QPolygonF([QPointF(x - size, 0), QPointF(x + size, 0), QPointF(x, size)])
        )

    def _paint_filled(self, painter: QPainter, box: QRectF, radius: float, share: float) -> None:
        """The share of a block that is done, from its left edge."""
        painter.save()
        painter.setClipPath(rounded(box, radius))
        done = QRectF(box.x(), box.y(), box.width() * share, box.height())
        painter.fillRect(done, solid(self._theme.palette.teal_mid))
        painter.restore()

    def _paint_side(self, painter: QPainter, item: StripItem, box: QRectF) -> None:
        palette = self._theme.palette
        letter = side_letter(item.side)
        if letter and box.width() >= painter.fontMetrics().horizontalAdvance(letter) + 4:
            painter.setFont(self._theme.font(TextRole.SMALL_STRONG, 14 * self._scale))
            painter.setPen(QColor(palette.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
        if self._affected.includes(item.side):
            top = box.bottom() + 4 * self._scale
            stripe = QRectF(box.x(), top, box.width(), LINE_PX * self._scale)
            paint_box(painter, stripe, LINE_PX * self._scale / 2, palette.coral)

    def _paint_numbers(self, painter: QPainter) -> None:
        """The numbers of the steps; where they would touch, only some, always the present one."""
        palette = self._theme.palette
        now = item_of(self._items, self._now)
        now_step = self._items[now].step_no if now is not None else None
        places = step_places(self._items)
        taken: list[tuple[float, float]] = []
        for step_no, middle in sorted(places, key=lambda place: place[0] != now_step):
            strong = step_no == now_step
            role = TextRole.SMALL_STRONG if strong else TextRole.SMALL
            painter.setFont(self._theme.font(role, 14 * self._scale))
            half = painter.fontMetrics().horizontalAdvance(str(step_no)) / 2 + 2
            begin, end = middle - half, middle + half
            if any(begin < other_end and end > other_begin for other_begin, other_end in taken):
                continue
            taken.append((begin, end))
            painter.setPen(QColor(palette.ink if strong else palette.ink2))
            box = QRectF(begin + MARGIN_PX - 4, self._number_top, 2 * half + 8, 20 * self._scale)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step_no))
