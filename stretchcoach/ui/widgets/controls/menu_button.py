"""A button that opens a menu to choose from, and says what is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height
from stretchcoach.ui.widgets.controls.buttons import Button, escape_ampersand


class Choice(NamedTuple):
    """An entry of a menu; `value` is what it stands for."""

    value: object
    words: str


class MenuButton(Button):
    """A button that opens a menu of choices and says what is chosen; `changed` follows each.

    With `several` any number of them is chosen, else one at most. What is `needed` can only be
    exchanged; then it is all that the button says.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        choices: Iterable[Choice],
        *,
        several: bool = False,
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, height_px=Height.CHIP, parent=parent)
        self._title = title
        self._several = several
        self._needed = needed
        self.menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.setExclusive(False)
        self._choices: dict[QAction, Choice] = {}
        for choice in choices:
            action = self.menu.addAction(escape_ampersand(choice.words))
            action.setCheckable(True)
            self._group.addAction(action)
            self._choices[action] = choice
        self._group.triggered.connect(self._on_triggered)
        self.clicked.connect(self._open)
        self._show_chosen()

    def entry(self, value: object) -> QAction:
        """The entry of the menu that stands for `value`; StopIteration where none does."""
        return next(a for a, choice in self._choices.items() if choice.value == value)

    @property
    def chosen(self) -> tuple[object, ...]:
        """What is chosen, in the order of the menu."""
        return tuple(choice.value for action, choice in self._choices.items() if action.isChecked())

    def choose(self, values: Iterable[object]) -> None:
        """Let these be chosen, and tell nobody."""
        wanted = list(values)
        for action, choice in self._choices.items():
            action.setChecked(choice.value in wanted)
        self._show_chosen()

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_triggered(self, action: QAction) -> None:
        if self._needed and not action.isChecked():
            action.setChecked(True)
            return
        if not self._several and action.isChecked():
            for other in self._choices:
                other.setChecked(other is action)
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        words = [choice.words for action, choice in self._choices.items() if action.isChecked()]
        said = ", ".join(words)
        # Translators: a filter and what is chosen in it, such as “Position: On the back”.
        label = tr("{filter}: {chosen}", filter=self._title, chosen=said) if said else self._title
        self.set_label(f"{said if self._needed and said else label} ▾")
        self.setAccessibleName(label)
