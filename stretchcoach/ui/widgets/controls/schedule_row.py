"""When a routine is meant to be done, and whether the person wants to plan it so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.schedule.schedule_words import schedule_words
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel


class ScheduleRow(QWidget):
    """`chosen` has whether the person wants to follow the schedule from now on."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken_up = False
        self.words = PlainLabel(theme, "", TextRole.BODY, "ink2")
        self.button = Button(theme, "", ButtonKind.LINK, height_px=24)
        self.button.clicked.connect(self._on_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(10, self)
        flow.addWidget(self.words)
        flow.addWidget(self.button)
        self.hide()

    def show_schedule(self, schedule: Schedule | None, *, taken_up: bool) -> None:
        """Nothing is to be chosen where there are no days, or only those that one wants."""
        self._taken_up = taken_up
        self.setVisible(schedule is not None and not schedule.as_needed)
        if schedule is None:
            return
        days = ", ".join(schedule_words(schedule))
        if taken_up:
            self.words.setText(tr("Your plan: {days}", days=days))
            self.button.set_label(tr("Do not plan it any more"))
        else:
            self.words.setText(tr("Meant for: {days}", days=days))
            self.button.set_label(tr("Plan it like this"))

    def _on_clicked(self) -> None:
        self.chosen.emit(not self._taken_up)
