"""What stands where the cards would be when there are none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.i18n import tr
from stretchcoach.ui.theme import Theme
from stretchcoach.ui.theme_tokens import TextRole
from stretchcoach.ui.widgets.buttons import Button
from stretchcoach.ui.widgets.labels import ALIGN_CENTRE, PlainLabel


class EmptyState(QWidget):
    """A sentence, what to do about it, and a button that clears words and filters."""

    clear_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(theme, "", TextRole.SECTION, wrap=True, align=ALIGN_CENTRE)
        self.advice = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True, align=ALIGN_CENTRE)
        self.clear = Button(theme, tr("Clear filters"))
        self.clear.clicked.connect(self.clear_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 56, 0, 56)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.clear)
        row.addStretch(1)
        column.addLayout(row)

    def show_words(self, title: str, advice: str, *, can_clear: bool) -> None:
        self.title.setText(title)
        self.advice.setText(advice)
        self.clear.setVisible(can_clear)
