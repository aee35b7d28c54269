"""A line above the page that says what has happened, with the way back where there is one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel


class NoticeBar(Card):
    """Hidden until there is something to say. `undo_asked` wants the last thing undone."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "teal_tint", "teal_mid", parent=parent)
        self.words = PlainLabel(theme, "", wrap=True)
        self.undo = Button(theme, tr("Undo"), icon=IconName.UNDO)
        self.undo.clicked.connect(self.undo_asked)
        self.close_button = Button(
            theme, tr("Close this line"), ButtonKind.QUIET, IconName.CLOSE, icon_only=True
        )
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, words: str, *, can_undo: bool = False) -> None:
        """Show `words`, and the way back where there is one."""
        self.words.setText(words)
        self.undo.setVisible(can_undo)
        self.show()
