"""Deleting from the diary, with undo until the program closes.

What is deleted is moved into tables that nothing reads but `undo`. They are emptied when the
diary is closed, and when it is opened after a crash; no backup holds them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.tables import TABLES

_OF_SESSION = ("step", "interval", "held")


@dataclass(frozen=True)
class Undo:
    """What `Trash.undo` needs to bring back what was deleted: so many sessions."""

    batch: str
    sessions: int


class Trash:
    """Deletes from `db` and brings back. sqlite3.Error when it cannot be written."""

    def __init__(self, db: HistoryDb) -> None:
        self._db = db

    def delete_sessions(self, session_ids: Iterable[str]) -> Undo:
        batch, count = str(uuid4()), 0
        with self._db.transaction() as connection:
            for session_id in session_ids:
                count += _throw_sessions(connection, batch, "id = ?", (session_id,))
        return Undo(batch, count)

    def delete_period(self, first: date, last: date) -> Undo:
        """All sessions and ratings of the local days from `first` to `last`."""
        batch = str(uuid4())
        days = (first.isoformat(), last.isoformat())
        with self._db.transaction() as connection:
            where = "local_day BETWEEN ? AND ?"
            count = _throw_sessions(connection, batch, where, days)
            _throw(connection, batch, "activity_rating", where, days)
            connection.execute(f"DELETE FROM activity_rating WHERE {where}", days)
        return Undo(batch, count)

    def delete_activity(self, activity_id: str) -> Undo:
        """An activity with all its ratings."""
        batch, key = str(uuid4()), (activity_id,)
        with self._db.transaction() as connection:
            _throw(connection, batch, "activity", "id = ?", key)
            _throw(connection, batch, "activity_rating", "activity_id = ?", key)
            connection.execute("DELETE FROM activity WHERE id = ?", key)
        return Undo(batch, 0)

    def delete_everything(self) -> Undo:
        """The whole diary; its backups are a matter of their own."""
        batch = str(uuid4())
        with self._db.transaction() as connection:
            count = _throw_sessions(connection, batch, "1", ())
            for table in ("activity", "activity_rating"):
                _throw(connection, batch, table, "1", ())
            connection.execute("DELETE FROM activity")
        return Undo(batch, count)

    def undo(self, undo: Undo) -> None:
        """Bring back what was deleted; what is there again already stays as it is."""
        with self._db.transaction() as connection:
            for table in _OF_SESSION:
                connection.execute(
                    f"DELETE FROM trash_{table} WHERE batch = ?"
                    " AND session_id IN (SELECT id FROM session)",
                    (undo.batch,),
                )
            for table in TABLES:
                columns = ", ".join(_columns(connection, table))
                connection.execute(
                    f"INSERT OR IGNORE INTO {table} ({columns})"
                    f" SELECT {columns} FROM trash_{table} WHERE batch = ?",
                    (undo.batch,),
                )
                connection.execute(f"DELETE FROM trash_{table} WHERE batch = ?", (undo.batch,))

    def empty(self) -> None:
        """From now on nothing can be brought back."""
        if not any(self._db.rows(f"SELECT 1 FROM trash_{table} LIMIT 1") for table in TABLES):
            return
        with self._db.transaction() as connection:
            empty_trash(connection)


def empty_trash(connection: sqlite3.Connection) -> None:
    """Forget all that was deleted."""
    for table in TABLES:
        connection.execute(f"DELETE FROM trash_{table}")


def _throw_sessions(
    connection: sqlite3.Connection, batch: str, where: str, values: tuple[str, ...]
) -> int:
    """Move the sessions for which `where` holds; how many they were."""
    _throw(connection, batch, "session", where, values)
    for table in _OF_SESSION:
        of_them = f"session_id IN (SELECT id FROM session WHERE {where})"
        _throw(connection, batch, table, of_them, values)
    return connection.execute(f"DELETE FROM session WHERE {where}", values).rowcount


def _throw(
    connection: sqlite3.Connection, batch: str, table: str, where: str, values: tuple[str, ...]
) -> None:
    columns = ", ".join(_columns(connection, table))
    connection.execute(
        f"INSERT INTO trash_{table} (batch, {columns})"
        f" SELECT ?, {columns} FROM {table} WHERE {where}",
        (batch, *values),
    )


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    found = connection.execute(f"SELECT name FROM pragma_table_info('{table}')")
    return [row["name"] for row in found]
