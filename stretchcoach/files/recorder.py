"""Writes a running session into the diary, so that a crash loses at most five seconds.

The recorder listens to the same events as screen and voice. Writing never stops a session:
what could not be written is kept and written with the next event, and the person is told
once.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable
from functools import partial
from uuid import uuid4

from stretchcoach.core.dose import SECOND_MS
from stretchcoach.core.events import (
    Event,
    IntervalEnded,
    IntervalStarted,
    Paused,
    PauseReason,
    SecondPassed,
    SessionEnded,
)
from stretchcoach.core.history import (
    Moment,
    SessionRecord,
    SessionState,
    fingerprint,
    interval_records,
    step_records,
)
from stretchcoach.core.routine import Routine
from stretchcoach.core.sides import AffectedSide
from stretchcoach.core.timeline import Timeline
from stretchcoach.files.history_db import HistoryDb

SAVE_EVERY_MS = 5 * SECOND_MS

Write = Callable[[HistoryDb], None]


def new_record(
    routine: Routine, timeline: Timeline, affected: AffectedSide, started: Moment
) -> SessionRecord:
    """A session that begins now, with nothing held yet."""
    return SessionRecord(
        id=str(uuid4()),
        routine_id=routine.id,
        routine_title=routine.title,
        affected=affected,
        started=started,
        state=SessionState.OPEN,
        planned_ms=timeline.total_ms,
        fingerprint=fingerprint(timeline),
        steps=step_records(timeline),
        intervals=interval_records(timeline),
    )


class Recorder:
    """Keeps one session. `now` tells the moment; `failed` hears once what went wrong."""

    def __init__(
        self,
        db: HistoryDb,
        session_id: str,
        now: Callable[[], Moment],
        failed: Callable[[str], None],
    ) -> None:
        self._db = db
        self._session_id = session_id
        self._now = now
        self._failed = failed
        self._told = False
        self._waiting: deque[Write] = deque()
        self._eased_at_ms: int | None = None

    @property
    def has_unwritten(self) -> bool:
        """Whether something is still waiting to be written."""
        return bool(self._waiting)

    def begin(self, record: SessionRecord) -> None:
        """Keep a new session before its first interval."""
        self._write(partial(HistoryDb.add_session, record=record))

    def on_event(self, event: Event) -> None:
        """Keep what `event` means for the diary."""
        if isinstance(event, IntervalStarted):
            self._eased_at_ms = None
            self._keep_place(event.index, 0)
        elif isinstance(event, SecondPassed):
            if event.elapsed_ms // SECOND_MS % (SAVE_EVERY_MS // SECOND_MS) == 0:
                self._keep_place(event.index, event.elapsed_ms)
        elif isinstance(event, Paused):
            if event.reason is PauseReason.EASED_OFF:
                self._eased_at_ms = event.elapsed_ms
            self._keep_place(event.index, event.elapsed_ms)
        elif isinstance(event, IntervalEnded):
            self._end_interval(event)
        elif isinstance(event, SessionEnded):
            state = SessionState.FINISHED if event.finished else SessionState.STOPPED
            end = partial(HistoryDb.end_session, session_id=self._session_id, state=state)
            self._write(partial(end, ended=self._now()))

    def _keep_place(self, index: int, elapsed_ms: int) -> None:
        self._write(
            partial(
                HistoryDb.keep_place,
                session_id=self._session_id,
                position=index,
                elapsed_ms=elapsed_ms,
            )
        )

    def _end_interval(self, event: IntervalEnded) -> None:
        self._write(
            partial(
                HistoryDb.end_interval,
                session_id=self._session_id,
                position=event.index,
                held_ms=event.held_ms,
                outcome=event.outcome,
                next_position=event.index + 1,
                eased_at_ms=self._eased_at_ms,
            )
        )

    def retry(self) -> None:
        """Try again what could not be written."""
        try:
            while self._waiting:
                self._waiting[0](self._db)
                self._waiting.popleft()
        except sqlite3.Error as error:
            if not self._told:
                self._told = True
                self._failed(str(error))

    def _write(self, write: Write) -> None:
        self._waiting.append(write)
        self.retry()
