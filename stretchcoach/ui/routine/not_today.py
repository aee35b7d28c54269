"""The steps that are not due today. Each can be put back for today, and out again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.routine import Exercises
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.step_list import step_names
from stretchcoach.core.schedule.due_steps import Day, NotDue
from stretchcoach.core.schedule.schedule_words import not_due_words
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

NARROW_PX = 480


class NotToday(Card):
    """`put_back` has the place of a step and whether it is wanted today."""

    put_back = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="ground", parent=parent)
        self._rows: list[NotDueRow] = []
        self._shown: tuple[tuple[NotDue, ...], Day] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(14)
        self._column.addWidget(PlainLabel(theme, tr("Not today"), TextRole.BODY_STRONG))
        self.hide()

    @property
    def rows(self) -> list[NotDueRow]:
        return self._rows

    @property
    def tab_order(self) -> list[QWidget]:
        return [row.button for row in self._rows]

    def show_view(self, view: RoutineView) -> None:
        """Show what of `view` is not due; nothing at all where everything is."""
        if view.day is None or not view.not_due:
            self._shown = None
            self.hide()
            return
        if self._shown == (view.not_due, view.day):
            return
        self._shown = view.not_due, view.day
        focused = next((n for n, row in enumerate(self._rows) if row.button.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [NotDueRow(self._theme, one, view.day, view.exercises) for one in view.not_due]
        for row in self._rows:
            row.asked.connect(self.put_back)
            self._column.addWidget(row)
        self.show()
        if focused is not None and focused < len(self._rows):
            self._rows[focused].button.setFocus()


class NotDueRow(QWidget):
    """What it is, when it is due, and the button."""

    asked = Signal(object, bool)

    def __init__(
        self,
        theme: Theme,
        found: NotDue,
        day: Day,
        exercises: Exercises,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found, self._is_back = found, found.path in day.put_back
        name = step_names(found.step, exercises)
        why = not_due_words(found.schedule, found.done_today, found.next_day, day.today)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, name, TextRole.BODY, wrap=True))
        words.addWidget(PlainLabel(theme, why, TextRole.SMALL, "ink2", wrap=True))
        text = tr("Not today after all") if self._is_back else tr("Do it today")
        self.button = Button(theme, text, height_px=Height.CHIP)
        self.button.setAccessibleName(tr("{what}: {name}", what=text, name=name))
        self.button.clicked.connect(self._on_clicked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.button, 0, where)

    @property
    def words(self) -> str:
        """Everything that it says."""
        return "\n".join(label.text() for label in self.findChildren(PlainLabel))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The button goes below the words where both have no room on a line."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.scaled(NARROW_PX)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _on_clicked(self) -> None:
        self.asked.emit(self._found.path, not self._is_back)
