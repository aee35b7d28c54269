"""The tables of the diary and how an older file becomes a newer one.

`user_version` counts the migrations that a file has been through. A file of a newer program
is refused, so that nothing in it is lost. The text of a migration never changes any more: files
are compared with it.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import cache

from stretchcoach.core.language.i18n import tr

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
    "".join(
        f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT '';\n"
        for table in ("step", "trash_step")
        for column in ("dose", "load", "effort")
    ),
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
    if version < 0 or (application_id != APPLICATION_ID and (tables or application_id)):
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
        _run_migrations(connection, check_known(connection), VERSION)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run_migrations(connection: sqlite3.Connection, first: int, last: int) -> None:
    for number in range(first, last):
        for statement in _statements(MIGRATIONS[number]):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")


def check_schema(
    connection: sqlite3.Connection, version: int, *, nothing_else: bool = False
) -> None:
    """sqlite3.DatabaseError unless the tables are exactly those of `version`.

    What runs by itself is refused, and with `nothing_else` whatever was added.
    """
    expected, found = expected_schema(version), _schema(connection)
    added = {key for key in found.keys() - expected.keys() if not _is_statistics(key)}
    if any(found.get(key) != text for key, text in expected.items()):
        raise sqlite3.DatabaseError(tr("its tables are not those of a diary"))
    if added and (nothing_else or any(kind == "trigger" for kind, _ in added)):
        raise sqlite3.DatabaseError(tr("it holds more than the tables of a diary"))


@cache
def expected_schema(version: int) -> dict[tuple[str, str], str]:
    """Kind and name of all that a diary of `version` holds, with what made it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _run_migrations(connection, 0, version)
        return _schema(connection)


def _schema(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(kind, name): f"{table}: {_normal(sql)}" for kind, name, table, sql in rows}


def _normal(sql: object) -> str:
    """The statement, however it is broken into lines."""
    return re.sub(r"\s+", " ", sql) if isinstance(sql, str) else ""


def _is_statistics(key: tuple[str, str]) -> bool:
    """Other programs leave them for SQLite; they change nothing."""
    return key[0] == "table" and key[1].startswith("sqlite_stat")


def _statements(script: str) -> list[str]:
    """`executescript` would commit before it begins, so the statements go one by one."""
    return [statement for statement in script.split(";") if statement.strip()]
