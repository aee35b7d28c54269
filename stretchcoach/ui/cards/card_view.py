"""The cards on a page: a list view that is as high as all its cards, painted where seen.

Where the cards stand is reckoned by `CardPlaces`; of the list view remains what screen readers
and the mouse need.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.cards.card_measures import (
    ABOVE_HEADING_PX,
    HEADING_PX,
    OVERHANG_PX,
    card_box,
    cell_size,
    columns,
    star_room,
)
from stretchcoach.ui.cards.card_model import CardModel
from stretchcoach.ui.cards.card_places import CardPlaces
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

Index = QModelIndex | QPersistentModelIndex
NEVER = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
OPENING_KEYS = (0x01000004, 0x01000005, 0x20)  # Return, Enter, Space
HOME, END, LEFT, UP, RIGHT, DOWN, PAGE_UP, PAGE_DOWN = range(0x01000010, 0x01000018)
STAR_KEY = 0x46  # F
LINES_A_PAGE = 2
TAB_REASONS = (1, 2)  # of Qt.FocusReason: Tab and Backtab


class CardView(QListView):
    """Shows a `CardModel` in columns. `card_opened` has a row, `star_asked` too, `current_moved`
    a place in here, and comes while the keyboard is in here. Without `click_opens` a click only
    makes a card the current one, and a double click opens it."""

    card_opened = Signal(int)
    star_asked = Signal(int)
    current_moved = Signal(QRect)

    def __init__(
        self,
        theme: Theme,
        model: CardModel,
        parent: QWidget | None = None,
        *,
        click_opens: bool = True,
    ):
        super().__init__(parent)
        self._theme = theme
        self._cards = model
        self._places = CardPlaces((), 1, QSize(1, 1))
        self._headings: list[PlainLabel] = []
        self._pressed_star = -1
        self.hovered_row = -1
        self.setViewport(QWidget())  # see PageArea
        self.setAccessibleName(tr("Routines"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("verticalScrollBarPolicy", NEVER)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        model.rowsInserted.connect(self._fit)
        model.modelReset.connect(self._fit)
        (self.clicked if click_opens else self.doubleClicked).connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._fit()
        self.viewport().update()

    @property
    def columns(self) -> int:
        return columns(self._cards_width, self._theme.text_scale)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above the sections, from top to bottom."""
        return tuple(label.text() for label in self._headings if not label.isHidden())

    def cell_size(self) -> QSize:
        """The size of a card with the gap to its neighbours."""
        return cell_size(self._cards_width, self._theme)

    def is_star_at(self, row: int) -> bool:
        """Whether the card can be made a favourite."""
        return self._cards.routine_id(row) != ""

    # What Qt asks

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        return self._mirrored(self._places.rect(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        x = self.width() - 1 - point.x() if self._is_mirrored else point.x()
        row = self._places.row_at(x, point.y())
        return self._cards.index(row) if row >= 0 else QModelIndex()

    def doItemsLayout(self) -> None:  # noqa: N802
        """Nothing is laid out: that of ten thousand cards would take long."""
        QAbstractItemView.doItemsLayout(self)

    def scrollTo(self, index: Index, hint: object = None) -> None:  # noqa: N802
        """The page scrolls, not the view."""

    def moveCursor(self, action: object, modifiers: object) -> QModelIndex:  # noqa: N802
        """Keys are told apart in `keyPressEvent`; the focus alone chooses no card."""
        return QModelIndex()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        delegate, seen = self.itemDelegate(), event.rect()
        for row in self._places.rows_in(seen.top(), seen.bottom()):
            index = self._cards.index(row)
            option.rect = self.visualRect(index)
            delegate.paint(painter, option, index)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if event.reason().value in TAB_REASONS:
            self.choose_first()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        row, key = self.currentIndex().row(), event.key()
        if key in OPENING_KEYS and row >= 0:
            self.card_opened.emit(row)
        elif key == STAR_KEY and row >= 0 and self.is_star_at(row):
            self.star_asked.emit(row)
        elif HOME <= key <= PAGE_DOWN and self._cards.rowCount():
            self._choose(self._moved(row, key) if row >= 0 else 0)
        else:
            QWidget.keyPressEvent(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed_star = self._star_at(event.position().toPoint())
        if self._pressed_star < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        pressed, self._pressed_star = self._pressed_star, -1
        if pressed < 0:
            super().mouseReleaseEvent(event)
        elif pressed == self._star_at(event.position().toPoint()):
            self.star_asked.emit(pressed)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.current_moved.emit(self.visualRect(current))
        self.viewport().update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    # Moving about

    def choose_first(self) -> None:
        """Let the keyboard stand on a card: the first, where it stands on none."""
        if self._cards.rowCount() and not self.currentIndex().isValid():
            self._choose(0)

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(self._cards.index(row))

    def _moved(self, row: int, key: int) -> int:
        """Where a key leads from the card `row`."""
        last = self._cards.rowCount() - 1
        if self._is_mirrored and key in (LEFT, RIGHT):
            key = LEFT + RIGHT - key
        if key in (PAGE_UP, PAGE_DOWN):
            for _ in range(LINES_A_PAGE):
                row = self._places.above(row) if key == PAGE_UP else self._places.below(row)
            return row
        return {
            HOME: 0,
            END: last,
            LEFT: max(0, row - 1),
            RIGHT: min(last, row + 1),
            UP: self._places.above(row),
            DOWN: self._places.below(row),
        }[key]

    # Where things stand

    @property
    def _cards_width(self) -> int:
        return max(120, self.width() - OVERHANG_PX)

    @property
    def _is_mirrored(self) -> bool:
        return self.isRightToLeft()

    def _mirrored(self, rect: QRect) -> QRect:
        if self._is_mirrored and rect.isValid():
            # The gap of a cell stays at its right.
            rect.moveLeft(self._cards_width - rect.left() - rect.width() + Space.CARD_GAP)
        return rect

    def _fit(self) -> None:
        """Make the view as high as its cards are."""
        scaled = self._theme.scaled
        parted, heights = self._cards.sections, []
        for number, section in enumerate(parted):
            above = ABOVE_HEADING_PX if number else 0
            heights.append(scaled(HEADING_PX) + above if section.words else 0)
        counts = [section.size for section in parted]
        cell = self.cell_size()
        self._places = CardPlaces(list(zip(heights, counts, strict=True)), self.columns, cell)
        self.setFixedHeight(self._places.height)
        self._show_headings([section.words for section in parted], heights)

    def _show_headings(self, headings: list[str], heights: list[int]) -> None:
        while len(self._headings) < sum(1 for heading in headings if heading):
            label = PlainLabel(self._theme, "", TextRole.SECTION, parent=self.viewport())
            self._headings.append(label)
        labels = iter(self._headings)
        for heading, high, top in zip(headings, heights, self._places.headings(), strict=True):
            if heading:
                label = next(labels)
                label.setText(heading)
                shown_px = self._theme.scaled(HEADING_PX)
                label.setGeometry(Space.FOCUS_ROOM, top + high - shown_px, self._cards_width,
                                  shown_px)  # fmt: skip
                label.show()
        for label in labels:
            label.hide()

    def _star_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid() or not self.is_star_at(index.row()):
            return -1
        room = star_room(card_box(QRectF(self.visualRect(index))))
        return index.row() if room.contains(point.toPointF()) else -1

    def _on_clicked(self, index: QModelIndex) -> None:
        self.card_opened.emit(index.row())

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
