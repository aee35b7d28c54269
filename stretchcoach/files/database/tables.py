"""The tables of the diary and how an older file becomes a newer one.

`user_version` counts the migrations that a file has been through. A file of a newer program
is refused, so that nothing in it is lost.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x53744368  # "StCh", so that no other program's file is taken for a diary

# What deleting moves aside until the program closes, parents before children.
TABLES = ("session", "step", "interval", "held", "activity", "activity_rating")

MIGRATIONS = (
    """
    CREATE TABLE session (
        id            TEXT PRIMARY KEY,
        routine_id    TEXT NOT NULL,
        routine_title TEXT NOT NULL,
        affected      TEXT NOT NULL,
        started_utc   TEXT NOT NULL,
        started_offset_s INTEGER NOT NULL,
        local_day     TEXT NOT NULL,
        state         TEXT NOT NULL,
        planned_ms    INTEGER NOT NULL,
        fingerprint   TEXT NOT NULL,
        limit_ms      INTEGER,
        at_index      INTEGER NOT NULL,
        at_elapsed_ms INTEGER NOT NULL,
        ended_utc     TEXT,
        ended_offset_s INTEGER,
        before_buttock INTEGER, before_leg INTEGER,
        after_buttock  INTEGER, after_leg  INTEGER,
        note          TEXT NOT NULL,
        held_ms       INTEGER NOT NULL,
        held_left_ms  INTEGER NOT NULL,
        held_right_ms INTEGER NOT NULL
    );
    CREATE INDEX session_by_time ON session (started_utc);
    CREATE INDEX session_by_day ON session (local_day);
    CREATE INDEX session_by_state ON session (state);
    CREATE TABLE step (
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        step_no    INTEGER NOT NULL,
        exercise   TEXT,
        name       TEXT NOT NULL,
        kind       TEXT,
        targets    TEXT NOT NULL,
        PRIMARY KEY (session_id, step_no)
    ) WITHOUT ROWID;
    CREATE TABLE interval (
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        position   INTEGER NOT NULL,
        step_no    INTEGER NOT NULL,
        kind       TEXT NOT NULL,
        side       TEXT,
        set_no     INTEGER,
        rep_no     INTEGER,
        planned_ms INTEGER,
        held_ms    INTEGER NOT NULL,
        outcome    TEXT,
        eased_at_ms INTEGER,
        label      TEXT NOT NULL,
        PRIMARY KEY (session_id, position)
    ) WITHOUT ROWID;
    -- Sums of what the intervals say, kept in the same transactions: ten years must open fast.
    CREATE TABLE held (
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        week       TEXT NOT NULL,
        muscles    TEXT NOT NULL,
        side       TEXT NOT NULL,
        kind       TEXT NOT NULL,
        held_ms    INTEGER NOT NULL,
        PRIMARY KEY (week, muscles, side, kind, session_id)
    ) WITHOUT ROWID;
    CREATE INDEX held_of_session ON held (session_id);
    CREATE TABLE activity (
        id    TEXT PRIMARY KEY,
        name  TEXT NOT NULL,
        asked INTEGER NOT NULL
    );
    CREATE TABLE activity_rating (
        id          TEXT PRIMARY KEY,
        activity_id TEXT NOT NULL REFERENCES activity ON DELETE CASCADE,
        rated_utc   TEXT NOT NULL,
        rated_offset_s INTEGER NOT NULL,
        local_day   TEXT NOT NULL,
        rating      INTEGER NOT NULL
    );
    CREATE INDEX rating_of_activity ON activity_rating (activity_id);
    """
    + "".join(
        f"CREATE TABLE trash_{table} AS SELECT '' AS batch, * FROM {table} WHERE 0;\n"
        for table in TABLES
    )
    + f"PRAGMA application_id = {APPLICATION_ID};",
)
VERSION = len(MIGRATIONS)


class NewerSchemaError(Exception):
    """The file was written by a newer version of the program."""


class NotADiaryError(Exception):
    """The file is a database, but of something else."""


def check_known(connection: sqlite3.Connection) -> int:
    """The version of the tables; the errors above where this program must not write."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id != APPLICATION_ID and (tables or application_id):
        raise NotADiaryError
    if version > VERSION:
        raise NewerSchemaError
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to VERSION, each step whole or not at all."""
    if check_known(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Looked up again: another process may have come first.
        for number in range(check_known(connection), VERSION):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """`executescript` would commit before it begins, so the statements go one by one."""
    return [statement for statement in script.split(";") if statement.strip()]
