"""What stands where the cards would be when there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.finding.routine_search import Wish
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel


class EmptyState(QWidget):
    """A sentence, what to do about it, and buttons for it: the words that were probably meant,
    no filters, no words. `words_asked` has the words to look for instead."""

    words_asked = Signal(str)
    words_clear_asked = Signal()
    filters_clear_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nearest = ""
        self.title = PlainLabel(theme, "", TextRole.SECTION, wrap=True, align=ALIGN_CENTRE)
        self.advice = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True, align=ALIGN_CENTRE)
        self.meant = Button(theme, "")
        self.clear_filters = Button(theme, tr("Clear filters"))
        self.clear_words = Button(theme, tr("Clear the search"))
        self.meant.clicked.connect(self._on_meant)
        self.clear_filters.clicked.connect(self.filters_clear_asked)
        self.clear_words.clicked.connect(self.words_clear_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 56, 0, 56)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        column.addSpacing(8)
        for button in self._buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self.meant, self.clear_filters, self.clear_words)

    def show_no_routines(self) -> None:
        self.title.setText(tr("There are no routines yet"))
        self.advice.setText(tr("Open a file that you were given: its name ends in .yaml."))
        self.advice.show()
        for button in self._buttons:
            button.hide()

    def show_nothing_found(self, wish: Wish, nearest: str) -> None:
        """There are routines, but none is as `wish` asks for; `nearest` are words that are like
        its own, "" for none."""
        self._nearest = nearest
        words = " ".join(wish.text.split())
        if wish.words:
            self.title.setText(tr("Nothing found for “{words}”", words=words))
        else:
            self.title.setText(tr("No routine is like that"))
        self.advice.setText(_advice(wish))
        self.meant.set_label(tr("Search for “{words}”", words=nearest))
        self.meant.setVisible(bool(nearest))
        self.clear_filters.setVisible(wish.filters)
        self.clear_words.setVisible(bool(wish.words))

    def _on_meant(self) -> None:
        self.words_asked.emit(self._nearest)


def _advice(wish: Wish) -> str:
    if wish.words and wish.filters:
        return tr("Try other words, or look at all times, positions and things.")
    if wish.words:
        return tr("Try a part of the body, a place, or the name of an exercise.")
    return tr("Choose less: the filters narrow each other down.")
