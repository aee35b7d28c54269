"""What stands where the cards would be when there are none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.routine_search import Wish
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel


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

    def show_no_routines(self) -> None:
        self.title.setText(tr("There are no routines yet"))
        self.advice.setText(tr("Open a file that you were given: its name ends in .yaml."))
        self.clear.hide()

    def show_nothing_found(self, wish: Wish) -> None:
        """There are routines, but none is as `wish` asks for."""
        self.title.setText(tr("Nothing matches"))
        self.advice.setText(_advice(wish))
        self.clear.show()


def _advice(wish: Wish) -> str:
    if wish.words and wish.filters:
        return tr("Try other words, or choose “Any” above.")
    if wish.words:
        return tr("Try fewer or other words.")
    return tr("Choose “Any” in one of the rows above.")
