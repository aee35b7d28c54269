"""From the link to a plan, from one plan to another, and from a plan to its routines."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.plan.plan import Plan
from stretchcoach.core.plan.plan_progress import Done, sessions_done
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import summaries
from stretchcoach.files.disk.clocks import local_today
from stretchcoach.files.library.plan_files import PlanEntry, Routines, read_plans
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.plan.plan_page import PlanPage
from stretchcoach.ui.theme.theme import Theme


class PlanWays(QObject):
    """`page_made` has the PlanPage to show; whoever shows it owns it.

    `routine_asked` has a RoutineEntry; it is a broken one where a plan has problems.
    """

    page_made = Signal(object)
    routine_asked = Signal(object)
    back_asked = Signal()
    safety_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        diary: Callable[[], HistoryDb | None],
        today: Callable[[], date] = local_today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._diary, self._today = theme, store, diary, today
        self._entries: tuple[PlanEntry, ...] = ()

    def open(self, folders: Iterable[Path], routines: Routines) -> None:
        """Read the plans of `folders` and show the one that the person is in, or the first."""
        self._entries = read_plans(folders, routines)
        kept = self._store.settings.plan_id
        mine = (entry for entry in self._entries if entry.id == kept)
        entry = next(mine, self._entries[0] if self._entries else None)
        if entry is not None:
            self._show(entry)

    def plans(self, folders: Iterable[Path], routines: Routines) -> tuple[Plan, ...]:
        """All plans without problems."""
        return tuple(e.plan for e in read_plans(folders, routines) if e.plan is not None)

    def _show(self, entry: PlanEntry) -> None:
        if entry.plan is None:
            broken = RoutineEntry(entry.path, entry.id, entry.title, None, problems=entry.problems)
            self.routine_asked.emit(broken)
            return
        page = PlanPage(self._theme, self._store)
        others = [other for other in self._entries if other is not entry]
        page.show_plan(entry, self._done(), self._today(), others)
        page.routine_asked.connect(self.routine_asked)
        page.plan_asked.connect(self._show)
        page.back_asked.connect(self.back_asked)
        page.safety_asked.connect(self.safety_asked)
        self.page_made.emit(page)

    def _done(self) -> tuple[Done, ...]:
        """What the diary has; nothing where it cannot be read."""
        db = self._diary()
        if db is not None:
            with suppress(sqlite3.Error):
                return sessions_done(summaries(db, last=self._today()))
        return ()
