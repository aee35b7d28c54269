"""The line above the page: what it is, undo, the text, take away, save."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel


class EditorHead(QWidget):
    """Signals are what was asked."""

    back_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    text_asked = Signal()
    remove_asked = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quiet = ButtonKind.QUIET
        self.back = Button(theme, tr("Back"), quiet, IconName.BACK, icon_only=True)
        self.title = ElidedLabel(theme, "", TextRole.SECTION)
        self.tag = PlainLabel(theme, "", TextRole.SMALL_MEDIUM, "teal_text")
        self.state = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        self.undo = Button(theme, tr("Undo"), quiet, IconName.UNDO, icon_only=True)
        self.redo = Button(theme, tr("Redo"), quiet, IconName.REDO, icon_only=True)
        self.text = Button(theme, tr("Text"))
        self.remove = Button(theme, tr("Remove"))
        self.save = Button(theme, tr("Save"), ButtonKind.PRIMARY)
        for button, signal in (
            (self.back, self.back_asked),
            (self.undo, self.undo_asked),
            (self.redo, self.redo_asked),
            (self.text, self.text_asked),
            (self.remove, self.remove_asked),
            (self.save, self.save_asked),
        ):
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 15, 24, 15)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        for part in (self.tag, self.state, self.undo, self.redo, self.text, self.remove, self.save):
            row.addWidget(part)

    def show_title(self, title: str, tag: str, state: str, *, can_remove: bool) -> None:
        self.title.set_whole_text(title or tr("Without a name"))
        self.tag.setText(tag)
        self.tag.setVisible(bool(tag))
        self.state.setText(state)
        self.remove.setVisible(can_remove)

    def show_text_shown(self, *, shown: bool) -> None:
        """The button leads to the other of form and text."""
        self.text.set_label(tr("Form") if shown else tr("Text"))
