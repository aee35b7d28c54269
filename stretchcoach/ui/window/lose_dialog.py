"""Asks before the window closes on what could be kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.window.loss import Loss

WIDE_PX = 520


class LossQuestion(QObject):
    """Asks about one loss at a time. `given_up` comes when one may be lost: what the person gave
    up is known from then on as it was, until they go on working."""

    given_up = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._asked: Loss | None = None
        self._given_up: set[Loss] = set()
        self.dialog: LoseDialog | None = None

    def may_lose(self, loss: Loss) -> bool:
        """Whether the person has given it up; else they are asked, one thing after the other."""
        if loss in self._given_up:
            return True
        if self.dialog is None:
            self._asked = loss
            self.dialog = LoseDialog(self._theme, loss, self._window)
            self.dialog.finished.connect(self._on_answered)
            self.dialog.open()
        return False

    def _on_answered(self, answer: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted and self._asked is not None:
            self._given_up.add(self._asked)
            self.given_up.emit()
        else:
            self._given_up.clear()  # who goes on working is asked about each the next time


class LoseDialog(QDialog):
    """Accepted to close and to lose it. Escape and closing the question go on working."""

    def __init__(self, theme: Theme, loss: Loss, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = loss.draft.text
        title, reason = loss.title, loss.reason
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
        self.close_anyway.clicked.connect(self.accept)
        self.stay.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.set_label(tr("Copied"))
