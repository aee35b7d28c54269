"""The diary: every session with its intervals, in one SQLite file on this computer.

What a method has returned from is on the disk: write-ahead log, synchronous FULL. Every
change is a single transaction, so a session is never half written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from stretchcoach.core.session.record import Feeling, SessionRecord, SessionState
from stretchcoach.files.database.rows import (
    Row,
    held_rows,
    interval_of_row,
    interval_row,
    session_of_row,
    session_row,
    step_of_row,
    step_row,
    storable,
)
from stretchcoach.files.database.tables import migrate

BUSY_TIMEOUT_S = 0.25  # a running session must not wait long; it writes again later
ONLY_THE_OWNER = 0o600
MOST_TRIES = 20
RETRY_S = 0.25
_BUSY = (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED, which have no names before Python 3.11


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
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER))
        self._connection = sqlite3.connect(
            path, timeout=busy_timeout_s, isolation_level=None, factory=connection
        )
        self._connection.row_factory = sqlite3.Row
        try:
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

    def save(self, record: SessionRecord, changed: Collection[int] | None = None) -> None:
        """Keep `record`; where `changed` is given, only those of its intervals are new."""
        with self.transaction() as connection:
            save_session(connection, record, changed)

    def set_feelings(self, session_id: str, before: Feeling, after: Feeling, note: str) -> None:
        """Change what the person said about a session, later on."""
        with self.transaction() as connection:
            connection.execute(
                "UPDATE session SET before_buttock = ?, before_leg = ?,"
                " after_buttock = ?, after_leg = ?, note = ? WHERE id = ?",
                (before.buttock, before.leg, after.buttock, after.leg, storable(note), session_id),
            )

    def stop_open_sessions(self, started_before_utc: str = "9999") -> None:
        """Those begun before then will not be resumed: they count as stopped."""
        open_ones = self.rows(
            "SELECT id FROM session WHERE state = ? AND started_utc < ?",
            (SessionState.OPEN.value, started_before_utc),
        )
        records = self.sessions([row["id"] for row in open_ones])
        with self.transaction() as connection:
            for record in records:
                save_session(connection, record.stopped(), None)

    # Reading.

    def session(self, session_id: str) -> SessionRecord | None:
        """One session with its steps and intervals."""
        return next(iter(self.sessions([session_id])), None)

    def sessions(self, session_ids: Iterable[str]) -> tuple[SessionRecord, ...]:
        """Those of `session_ids` that there are, each with its steps and intervals."""
        return tuple(record for one in session_ids if (record := self._session(one)) is not None)

    def _session(self, session_id: str) -> SessionRecord | None:
        found = self.rows("SELECT * FROM session WHERE id = ?", (session_id,))
        if not found:
            return None
        steps = self.rows("SELECT * FROM step WHERE session_id = ? ORDER BY step_no", (session_id,))
        intervals = self.rows(
            "SELECT * FROM interval WHERE session_id = ? ORDER BY position", (session_id,)
        )
        return session_of_row(
            found[0],
            tuple(step_of_row(step) for step in steps),
            tuple(interval_of_row(interval) for interval in intervals),
        )

    def open_session(self) -> SessionRecord | None:
        """The latest session that was cut off and can be resumed, or None."""
        found = self.rows(
            "SELECT id FROM session WHERE state = ? ORDER BY started_utc DESC LIMIT 1",
            (SessionState.OPEN.value,),
        )
        return self.session(found[0]["id"]) if found else None

    def last_days(self) -> dict[str, str]:
        """By routine id, the local day of its last session in which something was held."""
        found = self.rows(
            "SELECT routine_id, max(local_day) AS day FROM session"
            " WHERE held_ms > 0 GROUP BY routine_id"
        )
        return {row["routine_id"]: row["day"] for row in found}


class _GiveUp:
    """Copying would try for ever while another process holds the file locked."""

    def __init__(self) -> None:
        self._tries = 0

    def __call__(self, status: int, _remaining: int, _total: int) -> None:
        self._tries += status in _BUSY
        if self._tries == MOST_TRIES:
            raise sqlite3.OperationalError("database is locked")


def save_session(
    connection: sqlite3.Connection, record: SessionRecord, changed: Collection[int] | None
) -> None:
    """`HistoryDb.save` within a transaction that is under way."""
    if changed is None or not _update(connection, "session", session_row(record), ("id",)):
        connection.execute("DELETE FROM session WHERE id = ?", (record.id,))
        insert(connection, "session", [session_row(record)])
        insert(connection, "step", [step_row(record.id, s) for s in record.steps])
        insert(connection, "interval", [interval_row(record.id, i) for i in record.intervals])
    elif changed:
        for index in sorted(changed):
            row = interval_row(record.id, record.intervals[index])
            _update(connection, "interval", row, ("session_id", "position"))
        connection.execute("DELETE FROM held WHERE session_id = ?", (record.id,))
    else:
        return
    insert(connection, "held", list(held_rows(record)))


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Add `rows`, which have the same columns, to `table`."""
    if rows:
        columns = ", ".join(rows[0])
        places = ", ".join(f":{column}" for column in rows[0])
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)


def _update(connection: sqlite3.Connection, table: str, row: Row, key: tuple[str, ...]) -> bool:
    """Change the row of `table` that has the `key` of `row`; False when there is none."""
    changes = ", ".join(f"{column} = :{column}" for column in row if column not in key)
    where = " AND ".join(f"{column} = :{column}" for column in key)
    return connection.execute(f"UPDATE {table} SET {changes} WHERE {where}", row).rowcount > 0
