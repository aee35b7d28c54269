"""The ways to the advice that is the same for everybody, and back to where one came from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow


class AdviceWays(QObject):
    """Makes the pages when they are asked for. `welcome_requested` wants the first pages."""

    welcome_requested = Signal()

    def __init__(self, theme: Theme, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window

    def safety_page(self, *, opened: bool = False) -> QWidget:
        """All safety advice; with a way back where it was `opened` from another page."""
        from stretchcoach.ui.advice.safety_page import SafetyPage

        page = SafetyPage(self._theme, opened=opened)
        page.understanding_requested.connect(self.open_understanding)
        page.welcome_requested.connect(self.welcome_requested)
        page.back_asked.connect(self._window.go_back)
        return page

    def open_safety(self) -> None:
        self._window.open_page(self.safety_page(opened=True))

    def open_understanding(self) -> None:
        from stretchcoach.ui.advice.understanding_page import UnderstandingPage

        page = UnderstandingPage(self._theme)
        page.back_asked.connect(self._window.go_back)
        self._window.open_page(page)
