"""The list of steps: picked, moved and copied by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.row import Row
from stretchcoach.files.edit.steps import Place
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.steps.step_model import Index, StepModel
from stretchcoach.ui.theme.theme import Theme


class StepView(QListView):
    """`chosen` follows when other rows are selected, `opened` when one is to be worked on.

    `dropped` has the text that was let go, the place, and whether it came out of this list.
    `menu_asked` has the place for a menu, `key_pressed` the keys that are not the list's own.
    """

    chosen = Signal()
    opened = Signal()
    dropped = Signal(str, object, bool)
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, model: StepModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = model
        self._line_y: int | None = None
        self._place: Place | None = None
        self.setAccessibleName(tr("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        self._kept: list[KeyPath] = []
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def dataChanged(  # noqa: N802
        self, first: Index, last: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint them anew. A list view would measure all rows; as high as they were they stay."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    @property
    def selected(self) -> list[Row]:
        """The rows that are selected, from above to below."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._steps.rows[row] for row in rows if row < len(self._steps.rows)]

    @property
    def selected_paths(self) -> list[KeyPath]:
        return [row.path for row in self.selected]

    def select(self, paths: list[KeyPath]) -> None:
        """Select these steps, the first as the current one."""
        rows = [row for path in paths if (row := self._steps.row_at(path)) is not None]
        flag = QItemSelectionModel.SelectionFlag
        if rows:
            self.setCurrentIndex(self._steps.index(rows[0]))
        self.selectionModel().clearSelection()
        for row in rows:
            self.selectionModel().select(self._steps.index(row), flag.Select)
        if rows:
            self.scrollTo(self._steps.index(rows[0]))

    @property
    def place(self) -> Place:
        """Where something new goes: behind what is selected, else behind all."""
        selected = self.selected
        if not selected:
            return self._steps.end
        row = self._steps.row_at(selected[-1].path)
        return self._steps.end if row is None else self._steps.place_behind(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_asked.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        super().dragMoveEvent(event)  # scrolls at the edges
        self._place, self._line_y = self._place_at(event.position().toPoint())
        event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        place, _ = self._place_at(event.position().toPoint())
        own = event.source() is self and event.dropAction() is Qt.DropAction.MoveAction
        self._end_drag()
        # As a copy, whatever was asked: what is moved is taken out by the edit, not by Qt.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(event.mimeData().text(), place, own)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._line_y is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._theme.palette.teal), 3))
            painter.drawLine(4, self._line_y, self.viewport().width() - 4, self._line_y)
            painter.end()

    def _place_at(self, point: QPoint) -> tuple[Place, int]:
        """The place that is meant by a point, and the height of the line that shows it."""
        index = self.indexAt(point)
        if not index.isValid():
            last = len(self._steps.rows) - 1
            y = self.visualRect(self._steps.index(last)).bottom() if last >= 0 else 2
            return self._steps.end, y
        box = self.visualRect(index)
        if point.y() < box.center().y():
            return self._steps.place_before(index.row()), box.top()
        return self._steps.place_behind(index.row()), box.bottom()

    def _end_drag(self) -> None:
        self._line_y = self._place = None
        self.viewport().update()

    def _on_selection_changed(self, *_: object) -> None:
        self.chosen.emit()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit()

    def _keep_selection(self) -> None:
        self._kept = self.selected_paths

    def _restore_selection(self) -> None:
        self.select(self._kept)
