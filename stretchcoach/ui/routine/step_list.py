"""The list of a routine's steps; one at a time is open and shows its details."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Exercises
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.caution_filter import FlaggedStep, StepChoice
from stretchcoach.ui.routine.choice_bar import ChoiceBar
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.routine.step_detail import StepDetail
from stretchcoach.ui.routine.step_row import FIGURE, StepRow, shown_side
from stretchcoach.ui.routine.stills import Stills
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.card import Card

COMPACT_BELOW_PX = 480


class StepList(Card):
    """Shows the steps of a view; their number stays the same for one routine.

    `choice_made` has the FlaggedStep and the StepChoice.
    """

    choice_made = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._rows: list[StepRow] = []
        self._detail: StepDetail | None = None
        self._open_row: StepRow | None = None
        self._bars: list[ChoiceBar] = []
        self._shown_choices: list[tuple[StepRow, FlaggedStep, StepChoice]] = []
        self._reading: dict[str, Path] = {}
        self._exercises: Exercises = {}
        self._pictures: Mapping[str, Path] = {}
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
    def tab_order(self) -> list[QWidget]:
        """What can have the focus, from top to bottom."""
        order: list[QWidget] = []
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            part = item.widget() if item is not None else None
            if isinstance(part, StepRow):
                order.append(part)
            elif isinstance(part, ChoiceBar):
                order += part.findChildren(Button)
        return order

    @property
    def choice_bars(self) -> Sequence[ChoiceBar]:
        """One for each step that a ticked caution concerns."""
        return self._bars

    @property
    def detail(self) -> StepDetail | None:
        """The details that are open."""
        return self._detail

    def set_exercises(self, exercises: Exercises, pictures: Mapping[str, Path]) -> None:
        """What the steps that are shown next refer to; what is open closes."""
        self._exercises, self._pictures = exercises, pictures
        self.close_step()
        for part in (*self._rows, *self._bars):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._rows, self._bars, self._shown_choices, self._reading = [], [], [], {}

    def show_view(self, view: RoutineView) -> None:
        """Show the steps of `view`; where there are rows already, bring them up to date."""
        self.setVisible(bool(view.lines))
        if len(view.lines) != len(self._rows):
            self.set_exercises(self._exercises, self._pictures)
            self._make_rows(len(view.lines))
        for row, line in zip(self._rows, view.lines, strict=True):
            row.show_line(line)
        self._show_choices(view)
        self._read_stills()
        if self._detail is not None and self._open_row is not None:
            self._open(self._open_row)  # another side may come first now

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

    def _show_choices(self, view: RoutineView) -> None:
        """A bar below each flagged step, once for all rounds of a block."""
        shown = [
            (row, flagged, view.choice_of(flagged))
            for row, line in zip(self._rows, view.lines, strict=True)
            if (flagged := view.flagged.get(line.planned.path)) and line.round_no == 1
        ]
        if shown == self._shown_choices:
            return
        self._shown_choices = shown
        for bar in self._bars:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars = []
        for row, flagged, choice in shown:
            bar = ChoiceBar(self._theme, flagged, choice)
            bar.chosen.connect(self.choice_made)
            self._bars.append(bar)
            self._column.insertWidget(self._column.indexOf(row) + 1, bar)

    def _read_stills(self) -> None:
        """Read the pictures that are not there yet."""
        shown = {row.figure.exercise.id for row in self._rows
                 if row.figure.exercise and not row.figure.has_picture}  # fmt: skip
        wanted = {name: path for name, path in self._pictures.items() if name in shown}
        if wanted != self._reading:
            self._reading = wanted
            self._stills.read(wanted, QSize(FIGURE * self.devicePixelRatioF()))

    def _on_still_ready(self, name: str, image: QImage) -> None:
        for row in self._rows:
            exercise = row.figure.exercise
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
        side = shown_side(planned, exercise)
        self._detail = StepDetail(
            self._theme,
            exercise,
            {name: known.name for name, known in self._exercises.items()},
            self._pictures.get(exercise.id),
            mirrored=side is not exercise.figure_side,
        )
        self._open_row = row
        row.set_open(True)
        after = self._column.indexOf(row) + 1
        item = self._column.itemAt(after)
        if item is not None and isinstance(item.widget(), ChoiceBar):
            after += 1
        self._column.insertWidget(after, self._detail)
