"""The cards on the page: a list view that is as high as all its cards, painted where seen."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.routines.card_measures import OVERHANG_PX, cell_size, columns
from stretchcoach.ui.routines.page_area import NEVER
from stretchcoach.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
OPENING_KEYS = (0x01000004, 0x01000005, 0x20)  # Return, Enter, Space
BACK_TAB, TAB = 0x01000002, 0x01000001


class CardView(QListView):
    """Shows a `CardModel` in columns. `card_opened` has a row, `current_moved` a place in here."""

    card_opened = Signal(int)
    current_moved = Signal(QRect)

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme = theme
        self.hovered_row = -1
        self.setViewport(QWidget())  # see PageArea
        self.setAccessibleName(tr("Routines"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("verticalScrollBarPolicy", NEVER)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        model.rowsInserted.connect(self._fit)
        model.modelReset.connect(self._fit)
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._fit()
        self.viewport().update()

    @property
    def columns(self) -> int:
        return columns(self._cards_width, self._theme.text_scale)

    def cell_size(self) -> QSize:
        """The size of a card with the gap to its neighbours."""
        return cell_size(self._cards_width, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in OPENING_KEYS and self.currentIndex().isValid():
            self.card_opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid():
            self.current_moved.emit(self.visualRect(current))
        self.viewport().update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    @property
    def _cards_width(self) -> int:
        return max(120, self.width() - OVERHANG_PX)

    def _fit(self) -> None:
        """Make the view as high as its cards are."""
        cell = self.cell_size()
        if self.gridSize() != cell:
            self.setGridSize(cell)
        rows = -(-self.model().rowCount() // self.columns)
        self.setFixedHeight(rows * cell.height())

    def _on_clicked(self, index: QModelIndex) -> None:
        self.card_opened.emit(index.row())

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
