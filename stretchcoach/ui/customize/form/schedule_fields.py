"""When something is due: on which days, on how many, in which rhythm, or as needed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.language.day_words import WEEKDAYS, weekday_word
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.spans import Plain
from stretchcoach.ui.customize.form.fields import AmountEdit
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.menu_button import Choice, MenuButton
from stretchcoach.ui.widgets.controls.switch import CheckBox
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout

# A file says one of these; what is said last takes the place of the others.
_RHYTHMS = ("days", "per_week", "every", "as_needed")
DAILY = "daily"


class ScheduleFields(QWidget):
    """`written` has what is to stand in the schedule, by paths that begin with its key."""

    written = Signal(object)

    def __init__(
        self, theme: Theme, *, with_times: bool = True, parent: QWidget | None = None
    ) -> None:
        """`with_times`: also how often a day, which a single step cannot say."""
        super().__init__(parent)
        self._said: Mapping[str, Plain] = {}
        days = [Choice(day.value, weekday_word(day)) for day in WEEKDAYS]
        self.days = MenuButton(theme, tr("On these days"), days, several=True)
        self.per_day = AmountEdit(theme, "per_day", tr("Times a day"), is_time=False)
        self.per_week = AmountEdit(theme, "per_week", tr("Days a week"), is_time=False)
        self.every = AmountEdit(theme, "every", tr("Every … days"), is_time=False)
        self.as_needed = CheckBox(theme, tr("As needed, never due"))
        numbers = QWidget()
        flow = FlowLayout(10, numbers)
        for field in (self.per_day, self.per_week, self.every):
            flow.addWidget(field)
            field.edited.connect(self._on_number)
        self._fields = (self.per_day, self.per_week, self.every)
        self.per_day.setVisible(with_times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (numbers, self.days, self.as_needed):
            column.addWidget(part)
        self.days.changed.connect(self._on_days)
        self.as_needed.clicked.connect(self._on_as_needed)

    def show_schedule(self, said: Mapping[str, Plain]) -> None:
        """What the file says of it."""
        self._said = said
        for field in (self.per_day, self.per_week):
            field.show_value(_word(said.get(field.key)), "1" if field is self.per_day else "")
        every = _word(said.get("every"))
        number, _, unit = every.partition(" ")
        self.every.show_value(number if unit in ("day", "days") else every)
        days = said.get("days")
        everything = [day.value for day in WEEKDAYS]
        self.days.choose(everything if days == DAILY else days if isinstance(days, list) else ())
        self.as_needed.setChecked(said.get("as_needed") in ("true", "yes", "on"))

    def commit(self) -> None:
        """What was typed is meant."""
        for field in self._fields:
            field.commit()

    def _on_number(self, key: str, text: str) -> None:
        value: Plain | None = text or None
        if key == "every" and text.isdecimal():
            value = _days(int(text))
        if key == "per_day":
            self.written.emit({("schedule", key): value})
        else:
            self._write(key, value)

    def _on_days(self) -> None:
        chosen: list[Plain] = [str(value) for value in self.days.chosen]
        self._write("days", DAILY if len(chosen) == len(WEEKDAYS) else chosen or None)

    def _on_as_needed(self) -> None:
        self._write("as_needed", "true" if self.as_needed.isChecked() else None)

    def _write(self, key: str, value: Plain | None) -> None:
        """Let it be said, and nothing that cannot stand beside it."""
        self.commit()  # what is typed in another of them counts as said
        change: dict[tuple[str, str], Plain | None] = {("schedule", key): value}
        if value is not None:
            for other in _RHYTHMS:
                if other != key and other in self._said:
                    change["schedule", other] = None
        self.written.emit(change)


def _days(number: int) -> str:
    """As files have it, in every language."""
    return "1 day" if number == 1 else f"{number} days"


def _word(plain: Plain | None) -> str:
    return plain if isinstance(plain, str) else ""
