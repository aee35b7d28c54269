"""The rows of the steps as Qt's list views know them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.bench.reading import Reading
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.edit.steps import Place, step_place
from stretchcoach.ui.customize.document.bench_document import BenchDocument

Index = QModelIndex | QPersistentModelIndex
TEXT_TYPE = "text/plain"


class StepModel(QAbstractListModel):
    """The steps of `bench`, with what the last good reading knew of those that have a problem."""

    def __init__(self, bench: BenchDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._rows: tuple[Row, ...] = ()
        self._good: tuple[Row, ...] = ()
        bench.read.connect(self.refresh)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    @property
    def reading(self) -> Reading:
        return self._bench.reading

    def number(self, row: int) -> int:
        """Which step it is, rests and the heads of blocks among them."""
        return row + 1

    def row_at(self, path: Sequence[object]) -> int | None:
        """The row of the step at `path`."""
        return next((at for at, row in enumerate(self._rows) if row.path == path), None)

    def refresh(self) -> None:
        """Show what was read; while the text is no YAML, what was there before."""
        reading = self._bench.reading
        if reading.root is None:
            return
        before, rows = self._rows, self._told(reading)
        if [row.kind for row in before] != [row.kind for row in rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        for at, row in enumerate(rows):
            if not row.looks_like(before[at]):
                self.dataChanged.emit(self.index(at), self.index(at))

    def _told(self, reading: Reading) -> tuple[Row, ...]:
        """The rows; while others have a problem, with the words that they had before."""
        if reading.routine is not None:
            self._good = reading.rows
            return reading.rows
        told = {_key(row): row for row in self._good}
        return tuple(
            replace(row, planned=known.planned, anybody=known.anybody, time_ms=known.time_ms)
            if (known := told.get(_key(row))) is not None and row.problem is None
            else row
            for row in reading.rows
        )

    # Qt's side.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, self.number(index.row()))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [TEXT_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """The steps as YAML, so that they can be let go anywhere, in a mail too."""
        paths = [self._rows[index.row()].path for index in indexes]
        mime = QMimeData()
        mime.setText(self._bench.copied(paths))
        return mime

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def place_before(self, row: int) -> Place:
        """The place in front of a row; behind all where there is no such row."""
        if row < len(self._rows):
            return step_place(self._rows[row].path)
        return self.end

    def place_behind(self, row: int) -> Place:
        """The place behind a row; in a block, right below its head."""
        if not 0 <= row < len(self._rows):
            return self.end
        path = self._rows[row].path
        if self._rows[row].kind is RowKind.BLOCK:
            return Place((*path, "steps"), 0)
        place = step_place(path)
        return Place(place.path, place.at + 1)

    @property
    def end(self) -> Place:
        return Place(("steps",), sum(row.depth == 0 for row in self._rows))


def _key(row: Row) -> str:
    """What rows with the same words have in common."""
    return repr((row.kind, row.said))


def spoken(row: Row, number: int) -> str:
    """All of a row in words."""
    parts = [tr("{n}. {title}", n=number, title=row.title)]
    if row.problem is not None:
        parts.append(problem_words(row))
    else:
        parts += [row.words, row.affected_words]
    if row.time_ms:
        parts.append(time_words(row.time_ms))
    if not row.is_on:
        parts.append(tr("off for now"))
    if row.is_optional:
        parts.append(tr("optional"))
    return ", ".join(filter(None, parts))


def problem_words(row: Row) -> str:
    """Where the problem of a row is."""
    assert row.problem is not None
    return tr("Problem in line {line}", line=row.problem.line)
