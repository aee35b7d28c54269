"""A line that says how far work beside the window is, with a button to leave it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel


class WorkBar(Card):
    """Hidden until there is something to show. `wording` says it for a percentage; `cancelled`
    when it is no longer wanted."""

    cancelled = Signal()

    def __init__(self, theme: Theme, wording: Callable[[int], str]) -> None:
        super().__init__(theme, "teal_tint", "teal_mid")
        self._wording = wording
        self.words = PlainLabel(theme, "", wrap=True)
        self.cancel = Button(theme, tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_percent(self, percent: int) -> None:
        words = self._wording(percent)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
