"""Plain tables: what stands behind a chart, and the lists of sessions and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import escape_markup

ROW_PX = 36
DOT_PX = 9
ICON_PX = 16  # what a header has for a picture
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Column:
    """The head of a column. `is_number` stands at the right, `is_strong` in heavy letters.

    `is_main` shares the room that is left; `dot` marks the affected side.
    """

    title: str
    is_number: bool = False
    is_strong: bool = False
    is_quiet: bool = False
    is_main: bool = False
    dot: bool = False


class TableModel(QAbstractTableModel):
    """Rows of words. Subclasses may make the words of a row when it is looked at."""

    def __init__(self, theme: Theme, columns: Sequence[Column]) -> None:
        super().__init__()
        self._theme = theme
        self._columns = tuple(columns)
        self._rows: Sequence[Sequence[str]] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def words(self, row: int) -> Sequence[str]:
        """What stands in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.words(index.row())[index.column()]
        if role == Role.ToolTipRole and column.is_main:
            return escape_markup(self.words(index.row())[index.column()])
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.FontRole and column.is_strong:
            return self._theme.font(TextRole.BODY_STRONG)
        if role == Role.ForegroundRole:
            palette = self._theme.palette
            return QColor(palette.ink2 if column.is_quiet else palette.ink)
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.DecorationRole and column.dot:
            return coral_dot(self._theme)
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def coral_dot(theme: Theme) -> QPixmap:
    """The mark of the affected side."""
    pixmap = QPixmap(4 * ICON_PX, 4 * ICON_PX)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(4, 4)
    dot = QRectF(ICON_PX - DOT_PX, (ICON_PX - DOT_PX) / 2, DOT_PX, DOT_PX)
    paint_box(painter, dot, DOT_PX / 2, theme.palette.coral)
    painter.end()
    return pixmap


class TableView(QTableView):
    """A table in the colours of the theme. `row_chosen` has the number of a row."""

    row_chosen = Signal(int)
    focus_radius = 4.0

    def __init__(self, theme: Theme, name: str, model: TableModel, *, opens: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._opens = opens
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self._on_clicked)
        model.modelReset.connect(self._fit)
        theme.follow(self)

    @property
    def row_px(self) -> int:
        return self._theme.scaled(ROW_PX)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self.setFont(self._theme.font(TextRole.BODY))
        self.horizontalHeader().setFont(self._theme.font(TextRole.SMALL))
        self.verticalHeader().setDefaultSectionSize(self.row_px)
        self.setStyleSheet(
            f"QTableView {{ background: transparent; border: 0; color: {palette.ink}; }}"
            f"QTableView::item {{ border: 0; border-bottom: 1px solid {palette.line};"
            " padding: 0 4px; }"
            f"QTableView::item:selected {{ background: {palette.teal_tint};"
            f" color: {palette.teal_text}; }}"
            f"QHeaderView {{ background: transparent; border: 0; }}"
            f"QHeaderView::section {{ background: transparent; color: {palette.ink2}; border: 0;"
            f" border-bottom: 1px solid {palette.edge}; padding: 4px 7px; }}"
        )
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.row())

    def _fit(self) -> None:
        """As wide as the words of a column ask for; the main one takes what is left."""
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(40)
        for number, column in enumerate(self._model.columns):
            mode = header.ResizeMode.Stretch if column.is_main else header.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
            if not column.is_main:
                self.setColumnWidth(number, self._wide_enough(number, column))
        header.setMinimumSectionSize(self._theme.scaled(44))

    def _wide_enough(self, number: int, column: Column) -> int:
        """For the first rows; of ten years not every row is looked at."""
        metrics = self.horizontalHeader().fontMetrics()
        widest = metrics.horizontalAdvance(column.title) + (ICON_PX + 6 if column.dot else 0)
        role = TextRole.BODY_STRONG if column.is_strong else TextRole.BODY
        body = QFontMetrics(self._theme.font(role))
        for row in range(min(self._model.rowCount(), 40)):
            widest = max(widest, body.horizontalAdvance(self._model.words(row)[number]))
        return widest + 18
