"""A button for what cannot be done by one click alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind


class ConfirmButton(QWidget):
    """A button that asks once more. `confirmed` comes after the second yes.

    In its own place, at the right edge, stands “Cancel” then, as wide as it: nothing moves, and a
    double click does nothing.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme, text: str, sure: str) -> None:
        super().__init__()
        self.ask = Button(theme, text)
        self.ask.clicked.connect(self._on_ask)
        self.sure = Button(theme, sure, ButtonKind.PRIMARY)
        self.sure.clicked.connect(self._on_sure)
        self.keep = Button(theme, tr("Cancel"))
        self.keep.clicked.connect(self._on_keep)
        policy = self.sure.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.sure.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        for button in (self.sure, self.ask, self.keep):
            row.addWidget(button)
        self._show(asks=False)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.keep.setMinimumWidth(self.ask.sizeHint().width())

    def _show(self, *, asks: bool) -> None:
        self.ask.setVisible(not asks)
        self.sure.setVisible(asks)
        self.keep.setVisible(asks)

    def _on_ask(self) -> None:
        self._show(asks=True)
        self.keep.setFocus()

    def _on_keep(self) -> None:
        self._show(asks=False)
        self.ask.setFocus()

    def _on_sure(self) -> None:
        self._show(asks=False)
        self.ask.setFocus()
        self.confirmed.emit()
