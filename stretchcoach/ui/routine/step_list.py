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
from stretchcoach.core.library.caution_filter import FlaggedStep
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.ui.routine.choice_bar import ChoiceBar
from stretchcoach.ui.routine.range_bar import RangeBar
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.routine.step_detail import StepDetail
from stretchcoach.ui.routine.step_row import FIGURE, StepRow, shown_side
from stretchcoach.ui.routine.stills import Stills
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.card import Card

COMPACT_BELOW_PX = 480
_BARS = (ChoiceBar, RangeBar)


class StepList(Card):
    """Shows the steps of a view; their number stays the same for one routine.

    `choice_made` has the FlaggedStep and the StepChoice, `picked` the key of a range and the
    value within it.
    """

    choice_made = Signal(object, object)
    picked = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._rows: list[StepRow] = []
        self._detail: StepDetail | None = None
        self._open_row: StepRow | None = None
        self._bars: list[ChoiceBar] = []
        self._ranges: dict[StepRow, RangeBar] = {}
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
            elif isinstance(part, RangeBar):
                order += part.tab_order
        return order

    @property
    def choice_bars(self) -> Sequence[ChoiceBar]:
        """One for each step that a ticked caution concerns."""
        return self._bars

    @property
    def range_bars(self) -> Sequence[RangeBar]:
        """One for each step that has ranges."""
        return list(self._ranges.values())

    @property
    def detail(self) -> StepDetail | None:
        """The details that are open."""
        return self._detail

    def set_exercises(self, exercises: Exercises, pictures: Mapping[str, Path]) -> None:
        """What the steps that are shown next refer to; what is open closes."""
        self._exercises, self._pictures = exercises, pictures
        self.close_step()
        for part in (*self._rows, *self._bars, *self._ranges.values()):
            self._take_out(part)
        self._rows, self._bars, self._shown_choices, self._reading = [], [], [], {}
        self._ranges = {}

    def show_view(self, view: RoutineView) -> None:
        """Show the steps of `view`; where there are rows already, bring them up to date."""
        self.setVisible(bool(view.lines))
        if len(view.lines) != len(self._rows):
            self.set_exercises(self._exercises, self._pictures)
            self._make_rows(len(view.lines))
        for row, line in zip(self._rows, view.lines, strict=True):
            row.show_line(line)
        self._show_choices(view)
        self._show_ranges(view)
        self._read_stills()
        if self._detail is not None and self._open_row is not None:
            self._open(self._open_row)  # another side may come first now

    def close_step(self) -> None:
        """Close the details that are open."""
        if self._detail is not None:
            self._take_out(self._detail)
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
            self._take_out(bar)
        self._bars = []
        for row, flagged, choice in shown:
            bar = ChoiceBar(self._theme, flagged, choice)
            bar.chosen.connect(self.choice_made)
            self._bars.append(bar)
            self._column.insertWidget(self._column.indexOf(row) + 1, bar)

    def _show_ranges(self, view: RoutineView) -> None:
        """A bar below each step with ranges, once for all rounds of a block."""
        for row, line in zip(self._rows, view.lines, strict=True):
            latitudes = () if line.left_out or line.round_no > 1 else line.planned.latitudes
            bar = self._ranges.get(row)
            if bar is not None and not bar.is_of(latitudes, line.planned.affected_side):
                self._take_out(self._ranges.pop(row))
                bar = None
            if bar is not None:
                bar.show_latitudes(latitudes)
            elif latitudes:
                bar = RangeBar(self._theme, latitudes, line.planned.affected_side)
                bar.picked.connect(self.picked)
                self._ranges[row] = bar
                self._column.insertWidget(self._after(row), bar)

    def _after(self, row: StepRow) -> int:
        """The place below a row and its bars."""
        place = self._column.indexOf(row) + 1
        while (item := self._column.itemAt(place)) and isinstance(item.widget(), _BARS):
            place += 1
        return place

    def _take_out(self, part: QWidget) -> None:
        self._column.removeWidget(part)
        part.hide()
        part.deleteLater()

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
        self._column.insertWidget(self._after(row), self._detail)
