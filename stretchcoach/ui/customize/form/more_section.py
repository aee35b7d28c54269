"""What a step seldom says: changes of side and position, which side first, days, load, effort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.bench.dose_form import change_fields, said_by_all, takes_turns
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import RoutineDefaults
from stretchcoach.core.content.side_words import order_word
from stretchcoach.core.content.sides import SideOrder
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.row import Row
from stretchcoach.ui.customize.form.amount_row import AmountRow
from stretchcoach.ui.customize.form.fields import WordsField
from stretchcoach.ui.customize.form.schedule_fields import ScheduleFields
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.menu_button import Choice, MenuButton
from stretchcoach.ui.widgets.text.labels import PlainLabel


class MoreSection(QWidget):
    """`written` has what is to stand in each of the steps, by paths that begin in a step."""

    written = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.load = WordsField(theme, "load", tr("With what"))
        self.effort = WordsField(theme, "effort", tr("How hard"))
        self.load.line.setPlaceholderText(tr("yellow band"))
        self.effort.line.setPlaceholderText(tr("about 4 of 10"))
        self.changes = AmountRow(theme)
        orders = [Choice(order.value, order_word(order)) for order in SideOrder]
        self.order = MenuButton(theme, tr("First side"), orders)
        self.schedule = ScheduleFields(theme, with_times=False)
        self.due = PlainLabel(theme, tr("When it is due, if not each time"), TextRole.SMALL, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        parts = (self.load, self.effort, self.changes, self.order, self.due, self.schedule)
        for part in parts:
            column.addWidget(part)
        for field in (self.load, self.effort):
            field.edited.connect(self._on_edited)
        self.changes.edited.connect(self._on_edited)
        self.order.changed.connect(self._on_order)
        self.schedule.written.connect(self.written)

    def show_steps(
        self, rows: Sequence[Row], exercise: Exercise | None, defaults: RoutineDefaults
    ) -> None:
        """Steps with exercises."""
        said, first = [row.said for row in rows], rows[0].said
        for field in (self.load, self.effort):
            field.show_value(said_by_all(said, field.key), field.line.placeholderText())
        self.changes.show_fields(change_fields(first, exercise, defaults), said)
        self.order.choose([said_by_all(said, "order")])
        self.order.setVisible(takes_turns(first, exercise))
        schedule = first.get("schedule")
        same = all(one.get("schedule") == schedule for one in said)
        self.schedule.show_schedule(schedule if same and isinstance(schedule, dict) else {})

    def commit(self) -> None:
        """What was typed is meant."""
        for part in (self.load, self.effort, self.changes, self.schedule):
            part.commit()

    @staticmethod
    def says_something(rows: Sequence[Row]) -> bool:
        """Whether some of it is said in a step, and so had better be seen."""
        keys = {"load", "effort", "get_ready", "switch", "order", "schedule"}
        return any(keys & row.said.keys() for row in rows)

    def _on_edited(self, key: str, text: str) -> None:
        self.written.emit({(key,): text or None})

    def _on_order(self) -> None:
        chosen = next(iter(self.order.chosen), None)
        self.written.emit({("order",): chosen})
