"""The page of routines with all that is known beside the files: the diary, the plan, the hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.session.ways_in import SessionWays
from stretchcoach.ui.theme.theme import Theme

if TYPE_CHECKING:
    from stretchcoach.core.plan.today import Today
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
    from stretchcoach.ui.keepers.today_keeper import TodayKeeper


class Front(QObject):
    """Makes the page and keeps it up to date.

    `plan_asked` asks for the page of the plan, `planned_asked` has the RoutineEntry of a session
    as a plan changes it.
    """

    plan_asked = Signal()
    planned_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        loader: LibraryLoader,
        sessions: SessionWays,
        diary: Callable[[], DiaryKeeper],
        plan_folders: Callable[[], Sequence[Path]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._plan_folders = theme, store, plan_folders
        self._sessions, self._diary = sessions, diary
        self._library: Shelf | None = None
        self._keeper: TodayKeeper | None = None
        self.page = RoutinesPage(theme, store)
        loader.cards_read.connect(self.page.add_cards)
        self.page.resume_asked.connect(sessions.resume)
        self.page.start_over_asked.connect(sessions.start_over)
        self.page.resume_dismissed.connect(self._on_resume_dismissed)
        self.page.today_chosen.connect(self._on_today_chosen)

    def show_library(self, library: Shelf) -> None:
        """What there is now; with it comes the way to the plan."""
        if self._library is None:
            from stretchcoach.ui.plan.plan_link import PlanLink

            link = PlanLink(self._theme, self._store)
            link.clicked.connect(self.plan_asked)
            self.page.add_notice(link)
        self._library = library
        # Before the cards, which are put in order only once by that.
        self.page.set_last_days(self._diary().last_days())
        self.page.set_library(library)
        self.show_diary()

    def show_diary(self) -> None:
        """When each routine was last done, what was cut off, and what is for today."""
        self.page.set_last_days(self._diary().last_days())
        found = None if self._sessions.is_active else self._sessions.cut_off()
        self.page.set_resume(*(found or (None, None)))
        self.show_today()

    def show_today(self) -> None:
        """What is for today may be something else at another hour, or with another plan."""
        if self._library is not None:
            self.page.set_today(self._today_keeper.today(self._library))

    @property
    def _today_keeper(self) -> TodayKeeper:
        if self._keeper is None:
            from stretchcoach.ui.keepers.today_keeper import TodayKeeper

            self._keeper = TodayKeeper(self._store, self._diary(), self._plan_folders)
        return self._keeper

    def _on_today_chosen(self, today: Today) -> None:
        entry = self._today_keeper.planned_entry(today)
        if entry is not None:
            self.planned_asked.emit(entry)
        else:
            self.page.open_routine(today.routine_id)

    def _on_resume_dismissed(self) -> None:
        self._diary().stop_open_sessions()
        self.page.set_resume(None)
        self.page.take_focus()
