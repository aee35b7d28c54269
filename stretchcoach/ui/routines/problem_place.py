"""The problems of a broken file in the place of the list, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout

from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.problems.problems_page import ProblemsPage
from stretchcoach.ui.theme.theme import Theme


class ProblemPlace(QObject):
    """Shows a `ProblemsPage` in `stack`, whose first page is the list."""

    back_asked = Signal()
    open_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(
        self, theme: Theme, store: SettingsStore, stack: QStackedLayout, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self.page = ProblemsPage(theme, store.is_opened)
        self.page.back_asked.connect(self.back_asked)
        self.page.open_asked.connect(self.open_asked)
        self.page.forget_asked.connect(self.forget_asked)
        stack.addWidget(self.page)

    def show_entry(self, entry: RoutineEntry, *, is_routine: bool) -> None:
        self.page.show_problems(entry.path, entry.problems, is_routine=is_routine)
        self._stack.setCurrentWidget(self.page)
        self.page.back.setFocus()

    def show_anew(self, shelf: Shelf) -> None:
        """The problems that are shown may be mended, or others, or their file may be gone."""
        if self._stack.currentWidget() is not self.page:
            return
        path, is_routine = self.page.path, self.page.is_routine
        card = next((card for card in shelf.cards if card.path == str(path)), None)
        if card is not None:
            problems = shelf.entry(card).problems
        elif not is_routine and path.exists():  # an exercise that is mended has no card
            problems = ()
        else:  # a file from elsewhere, or one that is gone
            problems = shelf.routine(str(path.absolute())).problems
        self.page.show_problems(path, problems, is_routine=is_routine)
