"""The diary: every session with its intervals, in one SQLite file on this computer.

What a method has returned from is on the disk: write-ahead log, synchronous FULL. Every
change is a single transaction, so a session is never half written. What is damaged in it is
left out of all answers and remembered, so that it can be named.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from stretchcoach.core.diary.stats import LEAST_HELD_MS
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Feeling, Moment, SessionRecord, SessionState
from stretchcoach.files.database.cells import DamagedRowError
from stretchcoach.files.database.connection import (
    ONLY_THE_OWNER,
    check_tables,
    connect,
    is_damage,
)
from stretchcoach.files.database.damage import DamageLog
from stretchcoach.files.database.rows import storable
from stretchcoach.files.database.sessions import read_session, save_session
from stretchcoach.files.database.tables import migrate

BUSY_TIMEOUT_S = 0.25  # a running session must not wait long; it writes again later
MOST_TRIES = 20
RETRY_S = 0.25
_BUSY = (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED, which have no names before Python 3.11


# A start of a few seconds is no session.
COUNTS = (
    f"(held_ms >= {LEAST_HELD_MS} OR (held_ms > 0 AND state = '{SessionState.FINISHED.value}'))"
)


class HistoryDb:
    """An open diary. sqlite3.Error or OSError when the file cannot be read or written."""

    def __init__(
        self,
        path: Path,
        *,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
        connection: type[sqlite3.Connection] = sqlite3.Connection,
    ) -> None:
        self.path = path
        self.damage = DamageLog()
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER))
        self._connection = connect(path, busy_timeout_s, factory=connection)
        try:
            check_tables(self._connection)
            migrate(self._connection)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        self._connection.close()

    def replace_by(self, source: sqlite3.Connection) -> None:
        """Take over all of another diary; other connections see it from then on."""
        source.backup(self._connection, progress=_GiveUp(), sleep=RETRY_S)
        migrate(self._connection)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that happens inside is written at its end, or nothing of it."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # some errors have rolled it back already
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
            raise

    def rows(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """What `query` finds."""
        return self._connection.execute(query, values).fetchall()

    # Writing.

    def save(
        self, record: SessionRecord, changed: Collection[int] | None = None, *, said: bool = True
    ) -> None:
        """Keep `record`; see `save_session`."""
        with self.transaction() as connection:
            save_session(connection, record, changed, said=said)

    def set_feelings(self, session_id: str, before: Feeling, after: Feeling, note: str) -> None:
        """Change what the person said about a session, later on."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE session SET before_buttock = ?, before_leg = ?,"
                " after_buttock = ?, after_leg = ?, note = ? WHERE id = ?",
                (before.buttock, before.leg, after.buttock, after.leg, storable(note), session_id),
            )

    def stop_open_sessions(self, still_running: Container[str] = ()) -> None:
        """Those that were cut off will not be resumed: they count as stopped."""
        with self.transaction() as connection:
            for record in tuple(self._open_sessions()):
                if record.id not in still_running:
                    save_session(connection, record.stopped())

    # Reading.

    def session(self, session_id: str) -> SessionRecord | None:
        """One session with its steps and intervals; None when there is none to be read."""
        return next(iter(self.sessions([session_id])), None)

    def sessions(self, session_ids: Iterable[str]) -> tuple[SessionRecord, ...]:
        """Those of `session_ids` that can be read, each with its steps and intervals."""
        return tuple(self._read(session_ids))

    def open_session(self, still_running: Container[str] = ()) -> SessionRecord | None:
        """The session that was cut off and was begun or resumed last, or None."""
        cut_off = (one for one in self._open_sessions() if one.id not in still_running)
        return next(cut_off, None)

    def _open_sessions(self) -> Iterator[SessionRecord]:
        """In the order of writing, the last first: clocks may be wrong."""
        found = self.rows(
            "SELECT id FROM session WHERE state = ? ORDER BY rowid DESC", (SessionState.OPEN.value,)
        )
        return self._read(row["id"] for row in found)

    def _read(self, session_ids: Iterable[str]) -> Iterator[SessionRecord]:
        for session_id in session_ids:
            try:
                record = read_session(self._connection, session_id)
            except (DamagedRowError, sqlite3.DatabaseError, MemoryError) as error:
                self._leave_out(session_id, error)
            else:
                if record is not None:
                    yield record

    def last_days(self, today: date) -> dict[str, date]:
        """By routine id, the local day on which its last session ended that counts as one.

        A day that has not come yet is none.
        """
        found = self.rows(
            "SELECT routine_id, local_day AS begun, max(ifnull(ended_utc, started_utc)) AS utc,"
            " ifnull(ended_offset_s, started_offset_s) AS offset_s FROM session"
            f" WHERE {COUNTS} AND local_day <= ? GROUP BY routine_id",
            (today.isoformat(),),
        )
        days = {}
        for row in found:
            with suppress(ValueError, TypeError):
                begun = date.fromisoformat(row["begun"])
                days[row["routine_id"]] = begun
                ended = Moment(row["utc"], row["offset_s"]).day
                if begun <= ended <= today:  # another clock may have set the end
                    days[row["routine_id"]] = ended
        return days

    def _leave_out(self, session_id: str, error: Exception) -> None:
        """Remember that this session cannot be read; what is about all of the file goes on."""
        if not isinstance(error, (DamagedRowError, MemoryError)) and not is_damage(error):
            raise error
        title, day = "", ""
        with suppress(sqlite3.Error):
            query = "SELECT substr(routine_title, 1, 200), local_day FROM session WHERE id = ?"
            for row in self.rows(query, (session_id,)):
                title, day = row
        self.damage.note_session(session_id, title, day, str(error) or tr("it is far too large"))


class _GiveUp:
    """Copying would try for ever while another process holds the file locked."""

    def __init__(self) -> None:
        self._tries = 0

    def __call__(self, status: int, _remaining: int, _total: int) -> None:
        self._tries += status in _BUSY
        if self._tries == MOST_TRIES:
            raise sqlite3.OperationalError("database is locked")
