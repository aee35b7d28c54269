"""The list of a routine's steps; one at a time is open and shows its details."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.exercise import Exercise
from stretchcoach.core.i18n import tr
from stretchcoach.core.routine import Exercises
from stretchcoach.core.sides import AffectedSide
from stretchcoach.core.step_list import StepLine
from stretchcoach.ui.routine.step_detail import StepDetail
from stretchcoach.ui.routine.step_row import FIGURE, StepRow, shown_side
from stretchcoach.ui.routine.stills import Stills
from stretchcoach.ui.theme import Theme
from stretchcoach.ui.widgets.card import Card

COMPACT_BELOW_PX = 480


class StepList(Card):
    """Shows `StepLine`s; their number stays the same for one routine."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._rows: list[StepRow] = []
        self._detail: StepDetail | None = None
        self._open_row: StepRow | None = None
        self._exercises: Exercises = {}
        self._pictures: Mapping[str, Path] = {}
        self._affected = AffectedSide.NONE
        super().__init__(theme, parent=parent)
        self.setAccessibleName(tr("Steps"))
        self._stills = Stills(self)
        self._stills.ready.connect(self._on_still_ready)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> Sequence[StepRow]:
        return self._rows

    @property
    def detail(self) -> StepDetail | None:
        """The details that are open."""
        return self._detail

    def set_exercises(self, exercises: Exercises, pictures: Mapping[str, Path]) -> None:
        """What the steps that are shown next refer to; what is open closes."""
        self._exercises, self._pictures = exercises, pictures
        self.close_step()
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = []

    def show_lines(self, lines: Sequence[StepLine], affected: AffectedSide) -> None:
        """Show `lines`; where there are rows already, bring them up to date."""
        self._affected = affected
        if len(lines) != len(self._rows):
            self.set_exercises(self._exercises, self._pictures)
            self._make_rows(len(lines))
            self._read_stills(lines)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line, affected)
        if self._detail is not None and self._open_row is not None:
            self._open(self._open_row)  # another side may be the affected one now

    def close_step(self) -> None:
        """Close the details that are open."""
        if self._detail is not None:
            self._column.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
            self._detail = None
        if self._open_row is not None:
            self._open_row.set_open(False)
            self._open_row = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def refresh_theme(self) -> None:
        super().refresh_theme()
        self._arrange()

    def _arrange(self) -> None:
        compact = self.width() < self._theme.scaled(COMPACT_BELOW_PX)
        for row in self._rows:
            row.set_compact(compact)

    def _make_rows(self, count: int) -> None:
        for _ in range(count):
            row = StepRow(self._theme)
            row.clicked.connect(self._on_row_clicked)
            self._rows.append(row)
            self._column.addWidget(row)
        self._arrange()

    def _read_stills(self, lines: Sequence[StepLine]) -> None:
        ratio = self.devicePixelRatioF()
        shown = {line.planned.exercise.id for line in lines if line.planned.exercise}
        wanted = {name: path for name, path in self._pictures.items() if name in shown}
        self._stills.read(wanted, QSize(FIGURE * ratio))

    def _on_still_ready(self, name: str, image: QImage) -> None:
        for row in self._rows:
            exercise = row.line.planned.exercise if row.line else None
            if exercise is not None and exercise.id == name:
                row.figure.set_image(image)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, StepRow)
        if row is self._open_row:
            self.close_step()
        else:
            self._open(row)

    def _open(self, row: StepRow) -> None:
        self.close_step()
        planned = row.line.planned if row.line else None
        if planned is None or planned.exercise is None:
            return
        exercise: Exercise = planned.exercise
        side = shown_side(planned, exercise, self._affected)
        self._detail = StepDetail(
            self._theme,
            exercise,
            {name: known.name for name, known in self._exercises.items()},
            self._pictures.get(exercise.id),
            mirrored=side is not exercise.figure_side,
        )
        self._open_row = row
        row.set_open(True)
        self._column.insertWidget(self._column.indexOf(row) + 1, self._detail)
