"""The form for the steps that are selected: only the fields that fit how they are done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.bench.dose_form import said_by_all
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import RoutineDefaults
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.form.dose_section import DoseSection
from stretchcoach.ui.customize.form.exercise_head import ExerciseHead
from stretchcoach.ui.customize.form.fields import WordsField
from stretchcoach.ui.customize.form.more_section import MoreSection
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.disclosure import Disclosure
from stretchcoach.ui.widgets.controls.switch import CheckBox
from stretchcoach.ui.widgets.text.labels import PlainLabel


class StepForm(QWidget):
    """Shows the selected `rows` and writes what is changed into `bench`, in all of them at once.

    `swap_asked` has the id of the exercise for which another of all is to be chosen, `try_asked`
    the path of the step from which on the routine is to be tried.
    """

    swap_asked = Signal(str)
    try_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        bench: BenchDocument,
        pictures: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._rows: Sequence[Row] = ()
        self.head = ExerciseHead(theme, pictures)
        self.dose = DoseSection(theme, self._exercise)
        self.note = WordsField(theme, "note", tr("Note for the client"))
        self.optional = CheckBox(theme, tr("Left out first when time is short"))
        self.more = MoreSection(theme)
        words = tr("Changes, days, load")
        self.more_box = Disclosure(theme, words, self.more, TextRole.BODY_STRONG)
        self.reads = PlainLabel(theme, "", TextRole.BODY, wrap=True)
        self.takes = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        self.try_it = Button(theme, tr("Try from here"), icon=IconName.PLAY, height_px=Height.CHIP)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        parts = (self.head, self.dose, self.note, self.optional, self.reads, self.takes)
        for part in (*parts, self.try_it, self.more_box):
            column.addWidget(part)
        column.addStretch(1)
        self.head.swapped.connect(self.swap)
        self.head.all_asked.connect(self._on_all_asked)
        self.dose.written.connect(self._write)
        self.more.written.connect(self._write)
        self.note.edited.connect(self._on_note)
        self.optional.clicked.connect(self._on_optional)
        self.try_it.clicked.connect(self._on_try)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these steps: exercises all, or rests all."""
        self._rows = rows
        first, is_step = rows[0], rows[0].kind is RowKind.STEP
        routine = self._bench.good.routine
        defaults = routine.defaults if routine else RoutineDefaults()
        exercise = self._exercise(first)
        self._show_head(exercise)
        if is_step:
            self.dose.show_steps(rows, defaults)
            self.more.show_steps(rows, exercise, defaults)
            if MoreSection.says_something(rows):
                self.more_box.set_open(True)
        else:
            self.dose.show_rest(rows)
        self.more_box.setVisible(is_step)
        self.note.show_value(said_by_all([row.said for row in rows], "note"))
        self.optional.setChecked(all(row.is_optional for row in rows))
        self._show_reading()

    def commit(self) -> None:
        """What was typed is meant."""
        for part in (self.dose, self.note, self.more):
            part.commit()

    def swap(self, exercise_id: str) -> None:
        """Another exercise with the same dose."""
        self._write({("exercise",): exercise_id})

    def _show_head(self, exercise: Exercise | None) -> None:
        first, reading = self._rows[0], self._bench.reading
        if len(self._rows) > 1:
            self.head.show_words(trn("{n} step", "{n} steps at once", len(self._rows)))
        elif first.kind is RowKind.STEP:
            title = first.title
            self.head.show_exercise(title, exercise, reading.exercises, reading.pictures)
        else:
            self.head.show_words(first.title)

    def _show_reading(self) -> None:
        one = self._rows[0] if len(self._rows) == 1 else None
        words = ", ".join(filter(None, (one.words, one.affected_words))) if one else ""
        self.reads.setText(tr("The client reads: {words}", words=words) if words else "")
        self.reads.setVisible(bool(words))
        total_ms = sum(row.time_ms or 0 for row in self._rows)
        self.takes.setText(tr("Takes {time}", time=time_words(total_ms)) if total_ms else "")
        self.takes.setVisible(bool(total_ms))
        can_try = one is not None and one.planned is not None
        self.try_it.setVisible(can_try and self._bench.reading.routine is not None)

    def _exercise(self, row: Row) -> Exercise | None:
        return self._bench.reading.exercises.get(row.exercise)

    def _write(self, wanted: Mapping[KeyPath, Plain | None]) -> None:
        """Into each selected step; paths begin in the step."""
        everything: dict[KeyPath, Plain | None] = {}
        for row in self._rows:
            everything.update({(*row.path, *path): value for path, value in wanted.items()})
        self._bench.set_keys(everything)

    def _on_note(self, key: str, text: str) -> None:
        self._write({(key,): text or None})

    def _on_optional(self) -> None:
        self._write({("optional",): "true" if self.optional.isChecked() else None})

    def _on_all_asked(self) -> None:
        self.swap_asked.emit(self._rows[0].exercise)

    def _on_try(self) -> None:
        self.try_asked.emit(self._rows[0].path)
