"""The pages of the rail that need little of the others: made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme

if TYPE_CHECKING:
    from stretchcoach.core.diary.period import Asked
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
    from stretchcoach.ui.running.lacks import Lacks
    from stretchcoach.ui.window.main_window import MainWindow


class RailPages(QObject):
    """Makes Progress and Settings. Signals are what is asked on them.

    `diary` and `library` are asked when they are needed.
    """

    welcome_asked = Signal()
    hear_asked = Signal()
    diary_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        paths: Paths,
        diary: Callable[[], DiaryKeeper],
        library: Callable[[], Shelf | None],
        lacks: Lacks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self._paths = paths
        self._diary = diary
        self._library = library
        self._lacks = lacks

    def progress(self) -> QWidget:
        from stretchcoach.ui.progress.progress_page import ProgressPage

        return ProgressPage(self._theme, self._store, self._diary(), self._planned_of)

    def settings(self) -> QWidget:
        from stretchcoach.ui.settings.settings_page import SettingsPage

        parts, lacks = self._diary_parts(), self._lacks
        page = SettingsPage(self._theme, self._store, self._paths, diary_parts=parts, lacks=lacks)
        page.welcome_requested.connect(self.welcome_asked)
        page.hear_requested.connect(self.hear_asked)
        page.about_requested.connect(self._on_about)
        return page

    def show_in(self, window: MainWindow) -> None:
        """What is opened from one of them is shown in `window`, and leads back there."""
        self._window = window

    def _on_about(self) -> None:
        from stretchcoach.files.licences import read_licences
        from stretchcoach.ui.about.about_page import AboutPage

        page = AboutPage(self._theme, self._store, self._paths, read_licences())
        page.back_asked.connect(self._window.go_back)
        self._window.open_page(page)

    def _diary_parts(self) -> tuple[QWidget, ...]:
        """What of the settings is about the diary and the days planned."""
        from stretchcoach.ui.settings.diary_section import DiarySection
        from stretchcoach.ui.settings.reminders_section import RemindersSection, present_plan

        diary = DiarySection(self._theme, self._diary(), self._paths)
        diary.changed.connect(self.diary_changed)
        plan = present_plan(self._diary(), self._planned_of)
        return RemindersSection(self._theme, self._store, plan), diary

    def _planned_of(self, routine_id: str) -> Asked:
        from stretchcoach.ui.keepers.planned import planned_of

        return planned_of(self._library(), self._store.settings, routine_id)
