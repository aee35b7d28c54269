"""Sessions in the tables of the diary: read with all of their parts, and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from stretchcoach.core.session.record import SessionRecord, is_further, merged
from stretchcoach.files.database.cells import DamagedRowError
from stretchcoach.files.database.rows import (
    STATES,
    Row,
    held_rows,
    interval_of_row,
    interval_row,
    session_of_row,
    session_row,
    step_of_row,
    step_row,
)

# What the person says later, maybe in another program than the one that performs the session.
SAID = ("before_buttock", "before_leg", "after_buttock", "after_leg", "note")


def read_session(connection: sqlite3.Connection, session_id: str) -> SessionRecord | None:
    """One session; None when there is none, DamagedRowError when it cannot be read."""
    key = (session_id,)
    found = connection.execute("SELECT * FROM session WHERE id = ?", key).fetchone()
    if found is None:
        return None
    steps = connection.execute("SELECT * FROM step WHERE session_id = ? ORDER BY step_no", key)
    intervals = connection.execute(
        "SELECT * FROM interval WHERE session_id = ? ORDER BY position", key
    )
    return session_of_row(
        found,
        tuple(step_of_row(step) for step in steps),
        tuple(interval_of_row(interval) for interval in intervals),
    )


def save_session(
    connection: sqlite3.Connection,
    record: SessionRecord,
    changed: Collection[int] | None = None,
    *,
    said: bool = True,
) -> None:
    """Keep `record`, within a transaction that is under way.

    Where `changed` is given only those of its intervals are new, and what was `said` only if
    it says so. Where another program has brought the session further, both are put together:
    a state never goes back.
    """
    query = "SELECT state, held_ms FROM session WHERE id = ?"
    stored = connection.execute(query, (record.id,)).fetchone()
    if stored is not None and _is_further(stored, record):
        record, changed = _put_together(connection, record), None
    if stored is None or changed is None:
        _write_whole(connection, record)
    else:
        _write_changes(connection, record, changed, said)


def _is_further(stored: sqlite3.Row, record: SessionRecord) -> bool:
    state, held_ms = stored
    if state not in STATES:
        return False
    return is_further(STATES[state], record.state) or (
        type(held_ms) is int and held_ms > record.held_ms
    )


def _put_together(connection: sqlite3.Connection, record: SessionRecord) -> SessionRecord:
    try:
        stored = read_session(connection, record.id)
    except DamagedRowError:
        return record
    return record if stored is None else merged(stored, record)


def _write_whole(connection: sqlite3.Connection, record: SessionRecord) -> None:
    connection.execute("DELETE FROM session WHERE id = ?", (record.id,))
    insert(connection, "session", [session_row(record)])
    insert(connection, "step", [step_row(record.id, step) for step in record.steps])
    insert(connection, "interval", [interval_row(record.id, one) for one in record.intervals])
    insert(connection, "held", list(held_rows(record)))


def _write_changes(
    connection: sqlite3.Connection, record: SessionRecord, changed: Collection[int], said: bool
) -> None:
    row = session_row(record)
    if not said:
        row = {column: value for column, value in row.items() if column not in SAID}
    _update(connection, "session", row, ("id",))
    if changed:
        for index in sorted(changed):
            part = interval_row(record.id, record.intervals[index])
            _update(connection, "interval", part, ("session_id", "position"))
        connection.execute("DELETE FROM held WHERE session_id = ?", (record.id,))
        insert(connection, "held", list(held_rows(record)))


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Add `rows`, which have the same columns, to `table`."""
    if rows:
        columns = ", ".join(rows[0])
        places = ", ".join(f":{column}" for column in rows[0])
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)


def _update(connection: sqlite3.Connection, table: str, row: Row, key: tuple[str, ...]) -> None:
    """Change the row of `table` that has the `key` of `row`."""
    changes = ", ".join(f"{column} = :{column}" for column in row if column not in key)
    where = " AND ".join(f"{column} = :{column}" for column in key)
    connection.execute(f"UPDATE {table} SET {changes} WHERE {where}", row)
