"""Buttons of which one is on: one stop for the Tab key, the arrow keys go along them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

TAB_FOCUS, NO_FOCUS = 1, 0  # of Qt.FocusPolicy


class ExclusiveGroup(QButtonGroup):
    """Tab enters at the button that is on, or at the first while none is.

    Qt knows the arrow keys, but makes one stop of the group only once the focus has been in it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setExclusive(True)
        self.buttonToggled.connect(self._on_toggled)

    def add(self, button: QAbstractButton) -> None:
        """Add a checkable button behind the others."""
        self.addButton(button)
        self._keep_one_tab_stop()

    def let_go(self) -> None:
        """None is on."""
        button = self.checkedButton()
        if button is not None:
            self.setExclusive(False)
            button.setChecked(False)
            self.setExclusive(True)

    def _on_toggled(self, button: QAbstractButton, on: bool) -> None:
        if on:
            self._keep_one_tab_stop()

    def _keep_one_tab_stop(self) -> None:
        buttons = self.buttons()
        stop = self.checkedButton() or buttons[0]
        for button in buttons:
            button.setProperty("focusPolicy", TAB_FOCUS if button is stop else NO_FOCUS)
