"""The diary: every session with its intervals, in one SQLite file on this computer.

What a method has returned from is on the disk: write-ahead log, synchronous FULL. Every
change is a single transaction, so a session is never half written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stretchcoach.core.events import Outcome
from stretchcoach.core.history import (
    Feeling,
    Moment,
    SessionRecord,
    SessionState,
    better_outcome,
)
from stretchcoach.files.history_rows import (
    interval_of_row,
    interval_row,
    session_of_row,
    session_row,
    step_of_row,
    step_row,
)
from stretchcoach.files.history_schema import migrate

BUSY_TIMEOUT_S = 0.25  # a running session must not wait long; it writes again later


class HistoryDb:
    """An open diary. sqlite3.Error when the file cannot be read or written."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            migrate(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    # Writing.

    def add_session(self, record: SessionRecord) -> None:
        """Keep a session with all its steps and planned intervals."""
        with self._transaction() as connection:
            _insert(connection, "session", [session_row(record)])
            _insert(connection, "step", [step_row(record.id, s) for s in record.steps])
            _insert(connection, "interval", [interval_row(record.id, i) for i in record.intervals])

    def end_interval(
        self,
        session_id: str,
        position: int,
        held_ms: int,
        outcome: Outcome,
        next_position: int,
        eased_at_ms: int | None = None,
    ) -> None:
        """An interval is over; done twice, the fuller performance is kept."""
        with self._transaction() as connection:
            where = (session_id, position)
            row = connection.execute(
                "SELECT held_ms, outcome, eased_at_ms FROM interval"
                " WHERE session_id = ? AND position = ?",
                where,
            ).fetchone()
            before = Outcome(row["outcome"]) if row["outcome"] else None
            eased = row["eased_at_ms"] if eased_at_ms is None else eased_at_ms
            connection.execute(
                "UPDATE interval SET held_ms = ?, outcome = ?, eased_at_ms = ?"
                " WHERE session_id = ? AND position = ?",
                (
                    max(held_ms, row["held_ms"]),
                    better_outcome(before, outcome).value,
                    eased,
                    *where,
                ),
            )
            self._set_place(connection, session_id, next_position, 0)

    def keep_place(self, session_id: str, position: int, elapsed_ms: int) -> None:
        """Remember where one is, so that the session can be resumed there."""
        with self._transaction() as connection:
            self._set_place(connection, session_id, position, elapsed_ms)

    def _set_place(
        self, connection: sqlite3.Connection, session_id: str, position: int, elapsed_ms: int
    ) -> None:
        connection.execute(
            "UPDATE session SET at_index = ?, at_elapsed_ms = ? WHERE id = ?",
            (position, elapsed_ms, session_id),
        )

    def end_session(self, session_id: str, state: SessionState, ended: Moment) -> None:
        with self._transaction() as connection:
            connection.execute(
                "UPDATE session SET state = ?, ended_utc = ? WHERE id = ?",
                (state.value, ended.utc, session_id),
            )

    def feel_before(self, session_id: str, feeling: Feeling) -> None:
        with self._transaction() as connection:
            connection.execute(
                "UPDATE session SET before_buttock = ?, before_leg = ? WHERE id = ?",
                (feeling.buttock, feeling.leg, session_id),
            )

    def feel_after(self, session_id: str, feeling: Feeling, note: str) -> None:
        with self._transaction() as connection:
            connection.execute(
                "UPDATE session SET after_buttock = ?, after_leg = ?, note = ? WHERE id = ?",
                (feeling.buttock, feeling.leg, note, session_id),
            )

    # Reading.

    def session(self, session_id: str) -> SessionRecord | None:
        """One session with its steps and intervals."""
        row = self._connection.execute(
            "SELECT * FROM session WHERE id = ?", (session_id,)
        ).fetchone()
        if row is None:
            return None
        steps = self._connection.execute(
            "SELECT * FROM step WHERE session_id = ? ORDER BY step_no", (session_id,)
        )
        intervals = self._connection.execute(
            "SELECT * FROM interval WHERE session_id = ? ORDER BY position", (session_id,)
        )
        return session_of_row(
            row,
            tuple(step_of_row(step) for step in steps),
            tuple(interval_of_row(interval) for interval in intervals),
        )

    def open_session(self) -> SessionRecord | None:
        """The latest session that was cut off, or None."""
        row = self._connection.execute(
            "SELECT id FROM session WHERE state = ? ORDER BY started_utc DESC LIMIT 1",
            (SessionState.OPEN.value,),
        ).fetchone()
        return self.session(row["id"]) if row else None

    def close_open_sessions(self, ended: Moment) -> None:
        """The person does not want to resume: what was cut off counts as stopped."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE session SET state = ?, ended_utc = ? WHERE state = ?",
                (SessionState.STOPPED.value, ended.utc, SessionState.OPEN.value),
            )

    def last_days(self) -> dict[str, str]:
        """By routine id, the local day of its last session that was begun in earnest."""
        rows = self._connection.execute(
            "SELECT routine_id, max(local_day) AS day FROM session"
            " WHERE EXISTS (SELECT 1 FROM interval WHERE session_id = session.id"
            " AND kind IN ('hold', 'move') AND held_ms > 0) GROUP BY routine_id"
        )
        return {row["routine_id"]: row["day"] for row in rows}


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    columns = ", ".join(rows[0])
    places = ", ".join(f":{column}" for column in rows[0])
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)
