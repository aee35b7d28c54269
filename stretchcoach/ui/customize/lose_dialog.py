"""Asks before the window closes on something that could be kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

WIDE_PX = 520


class LoseDialog(QDialog):
    """`lost` wants to close and to lose it. Escape and closing the question go on working."""

    lost = Signal()

    def __init__(self, theme: Theme, title: str, reason: str, text: str, parent: QWidget) -> None:
        """`text` is what would be lost, `reason` why it cannot be kept."""
        super().__init__(parent)
        self._text = text
        self.setWindowTitle(tr("Not saved"))
        self.setMinimumWidth(theme.scaled(WIDE_PX))
        head = tr("“{title}” would be lost", title=title) if title else tr("It would be lost")
        words = tr("It is not saved, and cannot be kept for the next time: {reason}", reason=reason)
        self.stay = Button(theme, tr("Go on working"), ButtonKind.PRIMARY)
        self.copy = Button(theme, tr("Copy the text"))
        self.close_anyway = Button(theme, tr("Close without it"))
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        for button in (self.stay, self.copy, self.close_anyway):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(PlainLabel(theme, head, TextRole.SECTION, wrap=True))
        column.addWidget(PlainLabel(theme, words, TextRole.BODY, wrap=True))
        column.addWidget(buttons)
        self.stay.clicked.connect(self.reject)
        self.copy.clicked.connect(self._on_copy)
        self.close_anyway.clicked.connect(self._on_lost)
        self.stay.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.set_label(tr("Copied"))

    def _on_lost(self) -> None:
        self.accept()
        self.lost.emit()
