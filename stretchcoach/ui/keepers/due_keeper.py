"""What is due today: the day, what the diary knows, and the steps that the person put back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from stretchcoach.core.schedule.due_steps import Day, PastSession, StepPath
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.past_sessions import past_sessions
from stretchcoach.files.disk.clocks import local_today
from stretchcoach.ui.keepers.settings_store import SettingsStore


class DueKeeper:
    """`diary` is asked for when it is needed; `today` is the day on the wall."""

    def __init__(
        self,
        store: SettingsStore,
        diary: Callable[[], HistoryDb | None],
        today: Callable[[], date] = local_today,
    ) -> None:
        self._store, self._diary, self._today = store, diary, today

    def day(self, routine_id: str) -> Day:
        """Today, for the routine with this id."""
        today = self._today()
        return Day(today, self._past(routine_id, today), self._put_back(routine_id, today))

    def put_back(self, routine_id: str, path: StepPath, *, wanted: bool) -> None:
        """The step at `path` is wanted today although it is not due, or not any more."""
        today, key = self._today().isoformat(), _key(routine_id, path)
        kept = [one for one in self._store.settings.steps_put_back if one[0] == today]
        others = [one for one in kept if one != (today, key)]
        self._store.change(steps_put_back=(*others, *([(today, key)] if wanted else [])))

    def _past(self, routine_id: str, today: date) -> tuple[PastSession, ...]:
        db = self._diary()
        if db is not None:
            with suppress(sqlite3.Error):
                return past_sessions(db, routine_id, today)
        return ()

    def _put_back(self, routine_id: str, today: date) -> frozenset[StepPath]:
        kept = self._store.settings.steps_put_back
        keys = [key.split("/") for day, key in kept if day == today.isoformat()]
        return frozenset(
            tuple(int(part) if part.isdecimal() else part for part in path)
            for routine, *path in keys
            if routine == routine_id
        )


def _key(routine_id: str, path: StepPath) -> str:
    return "/".join((routine_id, *map(str, path)))
