"""The form for the steps that are selected: only the fields that fit how they are done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.bench.dose_form import (
    MIXED,
    AmountField,
    Work,
    affected_fields,
    amount_fields,
    change_of_work,
    said_by_all,
    work_of,
)
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import RoutineDefaults
from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trc, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.edit.keys import Wanted
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.form.exercise_head import ExerciseHead
from stretchcoach.ui.customize.form.fields import AmountEdit, WordsField
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.controls.switch import CheckBox
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

AS_IT_IS = "usual"


class StepForm(QWidget):
    """Shows the selected `rows` and writes what is changed into `bench`, in all of them at once.

    `swap_asked` has the id of the exercise for which another of all is to be chosen.
    """

    swap_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        bench: BenchDocument,
        pictures: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bench = bench
        self._rows: Sequence[Row] = ()
        self._layout_key: object = None
        self.head = ExerciseHead(theme, pictures)
        self.head.swapped.connect(self.swap)
        self.head.all_asked.connect(self._on_all_asked)
        self.sides = ChipGroup(theme, tr("Sides"), _side_options())
        self.work = ChipGroup(theme, tr("How"), _work_options())
        self.amounts: list[AmountEdit] = []
        self.affected: list[AmountEdit] = []
        self._amount_box, self._amount_flow = _flow()
        self._affected_box, self._affected_flow = _flow()
        self.affected_head = PlainLabel(
            theme, tr("On the affected side, if other"), TextRole.SMALL_MEDIUM, "coral_text"
        )
        self.load = WordsField(theme, "load", tr("With what"))
        self.effort = WordsField(theme, "effort", tr("How hard"))
        self.note = WordsField(theme, "note", tr("Note for the client"))
        self.optional = CheckBox(theme, tr("Left out first when time is short"))
        self.reads = PlainLabel(theme, "", TextRole.BODY, wrap=True)
        self.takes = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        self._build()
        self.sides.chosen.connect(self._on_sides)
        self.work.chosen.connect(self._on_work)
        self.optional.clicked.connect(self._on_optional)
        for field in (self.load, self.effort, self.note):
            field.edited.connect(self._on_edited)

    def _build(self) -> None:
        two = QHBoxLayout()
        two.setSpacing(12)
        two.addWidget(self.load)
        two.addWidget(self.effort)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        parts = (self.head, self.sides, self.work, self._amount_box)
        for part in (*parts, self.affected_head, self._affected_box, self.note):
            column.addWidget(part)
        column.addLayout(two)
        for part in (self.optional, self.reads, self.takes):
            column.addWidget(part)
        column.addStretch(1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these steps: exercises all, or rests all."""
        self._rows = rows
        said = [row.said for row in rows]
        first = rows[0]
        exercise = self._exercise(first)
        is_step = first.kind is RowKind.STEP
        if len(rows) > 1:
            self.head.show_words(trn("{n} step", "{n} steps at once", len(rows)))
        elif is_step:
            reading = self._bench.reading
            self.head.show_exercise(first.title, exercise, reading.exercises, reading.pictures)
        else:
            self.head.show_words(first.title)
        self._show_fields(rows, exercise)
        for part in (self.sides, self.work, self.load, self.effort):
            part.setVisible(is_step)
        _show_choice(self.sides, said_by_all(said, "sides") or AS_IT_IS)
        works = {work_of(row.said, self._exercise(row)) for row in rows}
        _show_choice(self.work, works.pop().value if len(works) == 1 else MIXED)
        for field in (self.load, self.effort, self.note):
            field.show_value(said_by_all(said, field.key))
        self.optional.setChecked(all(row.is_optional for row in rows))
        self._show_reading(rows)

    def _show_fields(self, rows: Sequence[Row], exercise: Exercise | None) -> None:
        routine = self._bench.good.routine
        defaults = routine.defaults if routine else RoutineDefaults()
        if rows[0].kind is RowKind.STEP:
            fields = amount_fields(rows[0].said, exercise, defaults)
            affected = affected_fields(rows[0].said, exercise)
        else:
            fields = (AmountField("rest", tr("How long"), "", is_time=True),)
            affected = ()
        key = tuple((f.key, f.label) for f in (*fields, *affected)), len(affected)
        if key != self._layout_key:
            self._layout_key = key
            self.amounts = self._made(self._amount_flow, fields, self._on_edited)
            self.affected = self._made(self._affected_flow, affected, self._on_affected)
        for edit, field in zip(self.amounts, fields, strict=True):
            edit.show_value(said_by_all([row.said for row in rows], field.key), field.usual)
        for edit in self.affected:
            edit.show_value(said_by_all([_affected(row) for row in rows], edit.key))
        self.affected_head.setVisible(bool(affected))
        self._affected_box.setVisible(bool(affected))

    def _made(
        self, flow: FlowLayout, fields: Sequence[AmountField], changed: object
    ) -> list[AmountEdit]:
        while (item := flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        made = []
        for field in fields:
            edit = AmountEdit(self._theme, field.key, field.label, is_time=field.is_time)
            edit.edited.connect(changed)
            flow.addWidget(edit)
            made.append(edit)
        return made

    def _show_reading(self, rows: Sequence[Row]) -> None:
        one = rows[0] if len(rows) == 1 else None
        words = ", ".join(filter(None, (one.words, one.affected_words))) if one else ""
        self.reads.setText(tr("The client reads: {words}", words=words) if words else "")
        self.reads.setVisible(bool(words))
        total_ms = sum(row.time_ms or 0 for row in rows)
        self.takes.setText(tr("Takes {time}", time=time_words(total_ms)) if total_ms else "")

    def _exercise(self, row: Row) -> Exercise | None:
        return self._bench.reading.exercises.get(row.exercise)

    def _write(self, *wanted: tuple[KeyPath, Plain | None]) -> None:
        """Into each selected step; paths begin in the step."""
        everything: dict[KeyPath, Plain | None] = {}
        for row in self._rows:
            everything.update({(*row.path, *path): value for path, value in wanted})
        found: Wanted = everything
        self._bench.set_keys(found)

    def _on_edited(self, key: str, text: str) -> None:
        self._write(((key,), text or None))

    def _on_affected(self, key: str, text: str) -> None:
        self._write((("affected", key), text or None))

    def _on_sides(self, key: str) -> None:
        change: list[tuple[KeyPath, Plain | None]] = [
            (("sides",), None if key == AS_IT_IS else key)
        ]
        if key not in (AS_IT_IS, Sides.EACH.value) and any(_affected(row) for row in self._rows):
            change.append((("affected",), None))
        self._write(*change)

    def _on_work(self, key: str) -> None:
        change = change_of_work(Work(key))
        self._write(*(((name,), value) for name, value in change.items()))

    def _on_optional(self) -> None:
        self._write((("optional",), "true" if self.optional.isChecked() else None))

    def swap(self, exercise_id: str) -> None:
        """Another exercise with the same dose."""
        self._write((("exercise",), exercise_id))

    def _on_all_asked(self) -> None:
        self.swap_asked.emit(self._rows[0].exercise)


def _show_choice(group: ChipGroup, key: str) -> None:
    """The one that holds; none where steps differ, or a word is not known."""
    if group.has_key(key):
        group.set_key(key)
    else:
        group.set_none()


def _affected(row: Row) -> dict[str, object]:
    found = row.said.get("affected")
    return dict(found) if isinstance(found, dict) else {}


def _flow() -> tuple[QWidget, FlowLayout]:
    box = QWidget()
    return box, FlowLayout(10, box)


def _side_options() -> tuple[Option, ...]:
    return (
        Option(AS_IT_IS, trc("sides", "As usual")),
        Option("each", tr("Each side")),
        Option("alternate", tr("Alternate")),
        Option("both", trc("sides", "Together")),
        Option("left", side_word(Side.LEFT)),
        Option("right", side_word(Side.RIGHT)),
        Option("affected", tr("Affected")),
    )


def _work_options() -> tuple[Option, ...]:
    return (
        Option(Work.HOLD.value, tr("Held")),
        Option(Work.PACE.value, tr("At a pace")),
        Option(Work.TIME.value, tr("For a time")),
        Option(Work.MANUAL.value, tr("Until done")),
        Option(Work.REP.value, tr("Contract–relax")),
    )
