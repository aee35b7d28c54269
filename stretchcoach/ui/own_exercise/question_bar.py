"""A question above the page, with its answers; nothing waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel


class QuestionBar(Card):
    """Hidden until something is asked. `answered` has the key of the answer."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "amber_tint", "amber_line", parent=parent)
        self.words = PlainLabel(theme, "", wrap=True)
        self.buttons: dict[str, Button] = {}
        self._before: QWidget | None = None
        self._box = QWidget()
        self._flow = FlowLayout(8, self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self._box)
        self.hide()

    def ask(self, words: str, answers: Sequence[tuple[str, str]]) -> None:
        """`answers` are their keys and words; the first is the one that most will want."""
        self.put_away()
        self._before = QApplication.focusWidget()
        self.words.setText(words)
        self.setAccessibleName(words)
        for key, label in answers:
            kind = ButtonKind.SECONDARY if self.buttons else ButtonKind.PRIMARY
            button = Button(self._theme, label, kind)
            button.setAccessibleDescription(words)
            button.clicked.connect(self._on_clicked)
            self.buttons[key] = button
            self._flow.addWidget(button)
        self.show()
        next(iter(self.buttons.values())).setFocus()

    def put_away(self) -> None:
        """It is not asked any more; the focus goes back to where it was."""
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus()
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        self.hide()

    def _on_clicked(self) -> None:
        button = self.sender()
        key = next((key for key, known in self.buttons.items() if known is button), "")
        self.put_away()
        if key:
            self.answered.emit(key)
