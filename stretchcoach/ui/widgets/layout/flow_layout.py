"""Layouts that Qt lacks: words that wrap (chips), parts that stand side by side where there is
room for it (segments; a setting and its control; the two columns of a page)."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _ListLayout(QLayout):
    """What all share: a plain list of items and a height that depends on the width."""

    def __init__(self, gap_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap_px
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items in `rect` when `move`; the height that they take."""
        raise NotImplementedError


class FlowLayout(_ListLayout):
    """Items in their own size, one after the other, on as many lines as it takes."""

    def __init__(
        self, gap_px: int, parent: QWidget | None = None, *, line_gap_px: int | None = None
    ) -> None:
        super().__init__(gap_px, parent)
        self._line_gap = gap_px if line_gap_px is None else line_gap_px

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        x, y, line_height = area.x(), area.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > area.x() and x + size.width() > area.x() + area.width():
                x, y, line_height = area.x(), y + line_height + self._line_gap, 0
            if size.width() > area.width():
                size = QSize(area.width(), _height(item, area.width()))
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
            line_height = max(line_height, size.height())
        bottom = y + line_height + self.contentsMargins().bottom()
        return bottom - rect.y()


class SegmentsLayout(_ListLayout):
    """Segments that share one line, or stand below each other when that is too short."""

    def stacked(self, width: int) -> bool:
        """Whether `width` px are too few for one line."""
        return sum(item.minimumSize().width() for item in self._shown()) > width

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        high = max((size.height() for size in sizes), default=0)
        return QSize(sum(size.width() for size in sizes), high)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        items = self._shown()
        heights = [item.sizeHint().height() for item in items]
        if self.stacked(rect.width()):
            y = rect.y()
            for item, height in zip(items, heights, strict=True):
                if move:
                    item.setGeometry(QRect(rect.x(), y, rect.width(), height))
                y += height + self._gap
            return y - self._gap - rect.y()
        if move:
            self._share(items, rect)
        return max(heights, default=0)

    def _share(self, items: list[QLayoutItem], rect: QRect) -> None:
        """Equal widths where every item fits into one, else more for those who need more."""
        count, least = len(items), [item.minimumSize().width() for item in items]
        equal = max(least, default=0) * count <= rect.width()
        spare = 0 if equal else (rect.width() - sum(least)) // count
        x = rect.x()
        for number, item in enumerate(items, start=1):
            end = rect.x() + rect.width() * number // count
            if not equal:
                end = rect.right() + 1 if number == count else x + least[number - 1] + spare
            item.setGeometry(QRect(x, rect.y(), end - x, rect.height()))
            x = end


class PairLayout(_ListLayout):
    """Words and their control: the control at the right edge, or below where it is narrow.

    Takes exactly two items. The words get at least `words_px` beside the control.
    """

    def __init__(self, gap_px: int, words_px: int = 240, parent: QWidget | None = None) -> None:
        super().__init__(gap_px, parent)
        self._words_px = words_px

    def set_words_px(self, words_px: int) -> None:
        self._words_px = words_px
        self.invalidate()

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        words, control = self._items
        wide = control.sizeHint().width()
        if self._words_px + self._gap + wide > rect.width():
            return self._below(rect, min(wide, rect.width()), move)
        words_px = rect.width() - self._gap - wide
        heights = (_height(words, words_px), _height(control, wide))
        high = max(heights)
        if move:
            x, y = rect.x(), rect.y()
            words.setGeometry(QRect(x, y + (high - heights[0]) // 2, words_px, heights[0]))
            y += (high - heights[1]) // 2
            control.setGeometry(QRect(x + words_px + self._gap, y, wide, heights[1]))
        return high

    def _below(self, rect: QRect, wide: int, move: bool) -> int:
        words, control = self._items
        words_high, control_high = _height(words, rect.width()), _height(control, wide)
        gap = self._gap // 2
        if move:
            words.setGeometry(QRect(rect.x(), rect.y(), rect.width(), words_high))
            y = rect.y() + words_high + gap
            control.setGeometry(QRect(rect.x(), y, wide, control_high))
        return words_high + gap + control_high


class ColumnsLayout(_ListLayout):
    """Two columns of one width, the second below the first where two would be too narrow.

    Takes exactly two items. Neither is wider than `most_px`.
    """

    def __init__(self, gap_px: int, parent: QWidget | None = None, *, line_gap_px: int) -> None:
        super().__init__(gap_px, parent)
        self._line_gap = line_gap_px
        self._least_px = self._most_px = 0

    def set_widths(self, least_px: int, most_px: int) -> None:
        """How wide each of two columns is at least, and one column at most."""
        self._least_px, self._most_px = least_px, most_px
        self.invalidate()

    def beside(self, width: int) -> bool:
        """Whether `width` px are enough for two columns."""
        return width >= 2 * self._least_px + self._gap

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = 2 * self._most_px + self._gap
        return QSize(wide, self.heightForWidth(wide))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        beside = self.beside(rect.width())
        room = (rect.width() - self._gap) // 2 if beside else rect.width()
        wide = min(room, self._most_px)
        first, second = (_height(item, wide) for item in self._items)
        x, y = (wide + self._gap, 0) if beside else (0, first + self._line_gap)
        if move:
            self._items[0].setGeometry(QRect(rect.x(), rect.y(), wide, first))
            self._items[1].setGeometry(QRect(rect.x() + x, rect.y() + y, wide, second))
        return max(first, y + second)


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
