"""What comes after a session: one calm line about the next planned day, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.plan.plan import Plan
from stretchcoach.core.plan.plan_progress import (
    place_in,
    place_words,
    sessions_done,
    week_progress,
)
from stretchcoach.core.schedule.schedule_words import coming_words
from stretchcoach.files.database.past_sessions import past_sessions
from stretchcoach.files.database.queries import summaries
from stretchcoach.files.disk.clocks import local_today
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore


class Coming:
    """Looks into the plan that the person is in, then into the schedule that was taken up."""

    def __init__(
        self,
        store: SettingsStore,
        diary: DiaryKeeper,
        plans: Callable[[], Iterable[Plan]],
        today: Callable[[], date] = local_today,
    ) -> None:
        self._store, self._diary, self._plans, self._today = store, diary, plans, today

    def words(self, routine: Routine) -> str:
        """The line after a session of `routine`; "" where nobody planned anything."""
        with suppress(sqlite3.Error):
            return self._of_plan(routine) or self._of_schedule(routine)
        return ""

    def _of_plan(self, routine: Routine) -> str:
        kept, db, today = self._store.settings, self._diary.db, self._today()
        if not kept.plan_id or db is None:
            return ""
        for plan in self._plans():
            place = place_in(plan, kept.plan_id, kept.plan_week, kept.plan_week_started)
            if place is not None and routine.id in plan.routine_ids:
                done = sessions_done(summaries(db, last=today))
                return place_words(week_progress(plan, place, done, today))
        return ""

    def _of_schedule(self, routine: Routine) -> str:
        db, today = self._diary.db, self._today()
        planned = self._store.settings.taken_up_since(routine.id) is not None
        if routine.schedule is None or db is None or not planned:
            return ""
        done = [session.day for session in past_sessions(db, routine.id, today)]
        return coming_words(routine.schedule, today, done)
