"""The form in the middle: of the selected steps, or of the routine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.form.fields import AmountEdit
from stretchcoach.ui.customize.form.routine_form import RoutineForm
from stretchcoach.ui.customize.form.step_form import StepForm
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel


class FormPane(QScrollArea):
    """Follows what is selected in the list of steps."""

    def __init__(
        self,
        theme: Theme,
        bench: BenchDocument,
        pictures: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.step = StepForm(theme, bench, pictures)
        self.routine = RoutineForm(theme, bench)
        self.block = _BlockForm(theme, bench)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._forms = (self.routine, self.step, self.block)
        for form in self._forms:
            column.addWidget(form)
        self.setWidget(inner)
        self._paths: list[KeyPath] = []
        self._to(self.routine)
        bench.pending.connect(self.commit)

    def commit(self) -> None:
        """What was typed is meant."""
        for form in self._forms:
            form.commit()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The form for what is selected: steps of one kind, one block, or nothing."""
        paths = [row.path for row in rows]
        if paths != self._paths:
            self.commit()  # into those for which it was typed
            self._paths = paths
        if not rows:
            self.routine.refresh()
            self._to(self.routine)
        elif rows[0].kind is RowKind.BLOCK:
            self.block.show_row(rows[0])
            self._to(self.block)
        else:
            kind = rows[0].kind
            self.step.show_rows([row for row in rows if row.kind is kind])
            self._to(self.step)

    def _to(self, shown: QWidget) -> None:
        if shown.isHidden() or any(f is not shown and not f.isHidden() for f in self._forms):
            for form in self._forms:
                form.setVisible(form is shown)
            self.verticalScrollBar().setValue(0)


class _BlockForm(QWidget):
    def __init__(self, theme: Theme, bench: BenchDocument) -> None:
        super().__init__()
        self._bench = bench
        self._row: Row | None = None
        self.head = PlainLabel(theme, tr("Repeated together"), TextRole.SECTION)
        self.times = AmountEdit(theme, "repeat", tr("How many times"), is_time=False)
        self.times.edited.connect(self._on_times)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.times)
        column.addStretch(1)

    def show_row(self, row: Row) -> None:
        self._row = row
        self.times.show_value(str(row.said.get("repeat", "")))

    def commit(self) -> None:
        """What was typed is meant."""
        self.times.commit()

    def _on_times(self, key: str, text: str) -> None:
        if self._row is not None and text:
            self._bench.set_keys({(*self._row.path, key): text})
