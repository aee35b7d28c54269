"""What is for today, from the plan and the schedules that were taken up, the diary and the hour."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.core.plan.today import Today, Why, for_today
from stretchcoach.files.disk.clocks import local_now
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore

if TYPE_CHECKING:  # it needs YAML, which a start without changes does not
    from stretchcoach.files.library.routine_files import RoutineEntry


class TodayKeeper:
    """`folders` tells those that have plans. Plans and schedules are read only where the person has
    taken one up."""

    def __init__(
        self,
        store: SettingsStore,
        diary: DiaryKeeper,
        folders: Callable[[], Sequence[Path]],
        now: Callable[[], datetime] = local_now,
    ) -> None:
        self._store, self._diary, self._folders, self._now = store, diary, folders, now
        self._entries: dict[str, RoutineEntry] = {}

    def today(self, library: Shelf) -> Today | None:
        """What is for today; None where there is nothing."""
        now = self._now()
        self._entries = {}
        routines = [card.facts for card in library.cards if card.facts is not None]
        planned = list(self._planned(library, now.date()))
        return for_today(planned, self._diary.last_days(), routines, now.hour)

    def planned_entry(self, today: Today) -> RoutineEntry | None:
        """The routine as the plan changes it, where it is for today because of the plan."""
        return self._entries.get(today.routine_id) if today.why is Why.PLAN else None

    def _planned(self, library: Shelf, today: date) -> Iterator[tuple[str, Why]]:
        """What the plan asks for, then what schedules do."""
        settings = self._store.settings
        if not settings.plan_id and not settings.schedules_taken_up:
            return
        from stretchcoach.core.schedule.due import times_due

        done = self._done(today)
        if settings.plan_id:
            yield from self._of_plan(library, done, today)
        for name, _ in settings.schedules_taken_up:
            entry = library.routine_by_id(name)
            schedule = entry.routine.schedule if entry and entry.routine else None
            days = [day for day, routine in done if routine == name]
            if schedule is not None and times_due(schedule, today, days):
                yield name, Why.SCHEDULE

    def _of_plan(
        self, library: Shelf, done: Sequence[tuple[date, str]], today: date
    ) -> Iterator[tuple[str, Why]]:
        from stretchcoach.core.plan.plan_progress import place_in, week_progress
        from stretchcoach.files.library.plan_files import planned_entry, read_plans

        settings = self._store.settings
        for entry in read_plans(self._folders(), library):
            if entry.plan is None:
                continue
            place = place_in(
                entry.plan, settings.plan_id, settings.plan_week, settings.plan_week_started
            )
            if place is not None:
                for session in week_progress(entry.plan, place, done, today).due_today:
                    self._entries.setdefault(session.routine, planned_entry(entry, session))
                    yield session.routine, Why.PLAN

    def _done(self, today: date) -> tuple[tuple[date, str], ...]:
        """The sessions that were finished, with their days; nothing where no diary can be read."""
        from stretchcoach.core.plan.plan_progress import sessions_done
        from stretchcoach.files.database.queries import summaries

        if self._diary.db is not None:
            with suppress(sqlite3.Error):
                return sessions_done(summaries(self._diary.db, last=today))
        return ()
