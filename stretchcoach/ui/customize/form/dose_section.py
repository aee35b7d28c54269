"""How a step is done and how much of it: sides, work, amounts, phases, the affected side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.bench.dose_form import (
    AmountField,
    Work,
    affected_fields,
    amount_fields,
    change_of_work,
    phases_of,
    said_by_all,
    work_of,
)
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import RoutineDefaults
from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.files.bench.row import Row
from stretchcoach.files.edit.spans import Plain
from stretchcoach.ui.customize.form.amount_row import AmountRow
from stretchcoach.ui.customize.form.phases_field import PhasesField
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.menu_button import Choice, MenuButton
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

AS_IT_IS = "usual"
_KINDS = (Work.HOLD.value, Work.PACE.value, Work.TIME.value)
ExerciseOf = Callable[[Row], Exercise | None]


class DoseSection(QWidget):
    """`written` has what is to stand in each of the steps, by paths that begin in a step."""

    written = Signal(object)

    def __init__(
        self, theme: Theme, exercise_of: ExerciseOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exercise_of = exercise_of
        self._rows: Sequence[Row] = ()
        self.sides = MenuButton(theme, tr("Sides"), _side_choices(), needed=True)
        self.work = MenuButton(theme, tr("How"), _work_choices(), needed=True)
        self.phased = Button(theme, tr("Contract–relax"), ButtonKind.LINK, height_px=Height.CHIP)
        self.phased.setToolTip(tr("Ease in, press, let go, ease further"))
        self.amounts = AmountRow(theme)
        self.phases = PhasesField(theme)
        self.affected_head = PlainLabel(
            theme, tr("On the affected side, if other"), TextRole.SMALL_MEDIUM, "coral_text"
        )
        self.affected = AmountRow(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._ways = QWidget()
        flow = FlowLayout(8, self._ways)
        for button in (self.work, self.sides, self.phased):
            flow.addWidget(button)
        for part in (self.amounts, self._ways, self.phases):
            column.addWidget(part)
        column.addWidget(self.affected_head)
        column.addWidget(self.affected)
        self.sides.changed.connect(self._on_sides)
        self.work.changed.connect(self._on_work)
        self.phased.clicked.connect(self._on_phased)
        self.amounts.edited.connect(self._on_amount)
        self.affected.edited.connect(self._on_affected)
        self.phases.changed.connect(self._on_phases)

    def show_rest(self, rows: Sequence[Row]) -> None:
        """Plain rests have their time alone."""
        self._rows = rows
        for part in (self._ways, self.phases, self.affected_head, self.affected):
            part.hide()
        field = AmountField("rest", tr("How long"), "", is_time=True)
        self.amounts.show_fields([field], [row.said for row in rows])

    def show_steps(self, rows: Sequence[Row], defaults: RoutineDefaults) -> None:
        """Steps with exercises."""
        self._rows = rows
        said, first = [row.said for row in rows], rows[0]
        exercise = self._exercise_of(first)
        self._ways.show()
        self.sides.choose([said_by_all(said, "sides") or AS_IT_IS])
        works = {work_of(row.said, self._exercise_of(row)) for row in rows}
        work = works.pop() if len(works) == 1 else None
        self.work.choose([work])
        self.phased.setVisible(work is not Work.REP)
        self.amounts.show_fields(amount_fields(first.said, exercise, defaults), said)
        phases = [phases_of(row.said, self._exercise_of(row)) for row in rows]
        self.phases.setVisible(work is Work.REP and all(one == phases[0] for one in phases))
        self.phases.show_phases(phases[0])
        affected = affected_fields(first.said, exercise)
        self.affected.show_fields(affected, [_affected(row) for row in rows])
        self.affected_head.setVisible(bool(affected))
        self.affected.setVisible(bool(affected))

    def commit(self) -> None:
        """What was typed is meant."""
        for part in (self.amounts, self.phases, self.affected):
            part.commit()

    def _on_amount(self, key: str, text: str) -> None:
        self.written.emit({(key,): text or None})

    def _on_affected(self, key: str, text: str) -> None:
        self.written.emit({("affected", key): text or None})

    def _on_sides(self) -> None:
        [key] = map(str, self.sides.chosen)
        self.commit()
        change: dict[tuple[str, ...], Plain | None] = {("sides",): None if key == AS_IT_IS else key}
        if key not in (AS_IT_IS, Sides.EACH.value) and any(_affected(row) for row in self._rows):
            change["affected",] = None
        self.written.emit(change)

    def _on_phased(self) -> None:
        self._do(Work.REP)

    def _on_work(self) -> None:
        [work] = self.work.chosen
        self._do(Work(work))

    def _do(self, work: Work) -> None:
        """Let the steps be done so."""
        self.commit()
        change: dict[tuple[str, ...], Plain | None] = {
            (name,): value for name, value in change_of_work(work).items()
        }
        for name in _KINDS:  # the affected side is done in the same way
            if any(name in _affected(row) for row in self._rows):
                change["affected", name] = None
        self.written.emit(change)

    def _on_phases(self, phases: list[dict[str, str]]) -> None:
        listed: list[Plain] = [dict(phase) for phase in phases]
        self.written.emit({("rep",): listed})


def _affected(row: Row) -> dict[str, object]:
    found = row.said.get("affected")
    return dict(found) if isinstance(found, dict) else {}


def _side_choices() -> tuple[Choice, ...]:
    return (
        Choice(AS_IT_IS, tr("Usual sides")),
        Choice("each", tr("Each side")),
        Choice("alternate", tr("Alternate")),
        Choice("both", trc("sides", "Together")),
        Choice("left", side_word(Side.LEFT)),
        Choice("right", side_word(Side.RIGHT)),
        Choice("affected", tr("Affected")),
        Choice("other", trc("side", "The other")),
    )


def _work_choices() -> tuple[Choice, ...]:
    return (
        Choice(Work.HOLD, tr("Held")),
        Choice(Work.PACE, tr("At a pace")),
        Choice(Work.TIME, tr("For a time")),
        Choice(Work.MANUAL, tr("Until done")),
        Choice(Work.REP, tr("In phases")),
    )
