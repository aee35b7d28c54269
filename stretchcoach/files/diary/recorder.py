"""Writes a running session into the diary, so that a crash loses at most five seconds.

The recorder listens to the same events as screen and voice. Writing never stops a session:
what could not be written is kept and written with what comes next, and the person is told
once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.events import Event
from stretchcoach.core.session.record import Feeling, Moment, SessionRecord, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.unwritten import keep_unwritten
from stretchcoach.files.disk.lock_file import LockFile


def new_session_id() -> str:
    """An id that no other session has, on this computer or another."""
    return str(uuid4())


class Recorder:
    """Keeps one session, a new one or one that is resumed.

    `now` tells the moment; `failed` hears, once, a sentence about what went wrong. Without
    a `db`, because the diary could not be opened, nothing is lost either: closing keeps
    the session in the folder `unwritten`, from where it is read when the diary opens.
    `lock` says to other programs that the session runs here.
    """

    def __init__(
        self,
        db: HistoryDb | None,
        unwritten: Path,
        record: SessionRecord,
        now: Callable[[], Moment],
        failed: Callable[[str], None],
        lock: LockFile | None = None,
    ) -> None:
        self._lock = lock
        self._is_known = False
        self._db = db
        self._unwritten = unwritten
        self._log = SessionLog(record.with_place_credited())
        self._now = now
        self._failed = failed
        self._told = False
        self._has_unwritten = False

    @property
    def record(self) -> SessionRecord:
        """The session as it stands."""
        return self._log.record

    @property
    def has_unwritten(self) -> bool:
        """Whether something is still waiting to be written."""
        return self._has_unwritten

    def on_event(self, event: Event) -> None:
        """Keep what `event` means for the diary."""
        if self._log.hear(event):
            self._keep(alive=True)

    def keep_place(self, index: int, elapsed_ms: int) -> None:
        """Remember the exact place, as when the window closes in the middle of a session."""
        is_open = self.record.state is SessionState.OPEN
        if is_open and self._log.keep_place(index, elapsed_ms):
            self._keep(alive=True)

    def feel_before(self, feeling: Feeling) -> None:
        self._log.feel_before(feeling)
        self._keep(alive=False)

    def feel_after(self, feeling: Feeling, note: str) -> None:
        """What the person said at the end, maybe long after the last interval."""
        self._log.feel_after(feeling, note)
        self._keep(alive=False)

    def retry(self) -> None:
        """Try again what could not be written."""
        if self._has_unwritten:
            self._write()

    def secure(self) -> None:
        """Write what is unwritten, or else keep it for the next start; the session may go on."""
        self.retry()
        if self._has_unwritten:
            self._keep_for_later()
            self._has_unwritten = True

    def close(self) -> bool:
        """Write what is unwritten, or else keep it for the next start; False if neither."""
        self.retry()
        is_kept = not self._has_unwritten or self._keep_for_later()
        if self._lock is not None:
            self._lock.let_go()
        return is_kept

    def _keep_for_later(self) -> bool:
        try:
            keep_unwritten(self._unwritten, self.record)
        except OSError as error:
            self._failed(
                tr("This session could not be kept in the diary: {reason}.", reason=_reason(error))
            )
            return False
        self._has_unwritten = False
        return True

    def _keep(self, *, alive: bool) -> None:
        if alive:
            self._log.note_time(self._now())
        self._has_unwritten = True
        self._write()

    def _write(self) -> None:
        """Everything that is unwritten, in one transaction: so it can be tried again.

        The first time it is all of it, so that the order of the rows is that of writing.
        """
        log = self._log
        try:
            if self._db is None:
                return
            self._db.save(log.record, log.changed if self._is_known else None, said=log.has_said)
        except (sqlite3.Error, OSError) as error:
            self._tell(error)
            return
        self._is_known = True
        log.changed.clear()
        log.has_said = self._has_unwritten = False

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self._failed(
                tr(
                    "The diary cannot be written just now: {reason}. The session goes on,"
                    " and what happens in it is written later.",
                    reason=_reason(error),
                )
            )


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
