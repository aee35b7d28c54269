"""The tables of the diary and how an older file becomes a newer one.

`user_version` counts the migrations that a file has been through. A file of a newer program
is refused, so that nothing in it is lost.
"""

from __future__ import annotations

import sqlite3

MIGRATIONS = (
    """
    CREATE TABLE session (
        id            TEXT PRIMARY KEY,
        routine_id    TEXT NOT NULL,
        routine_title TEXT NOT NULL,
        affected      TEXT NOT NULL,
        started_utc   TEXT NOT NULL,
        offset_s      INTEGER NOT NULL,
        local_day     TEXT NOT NULL,
        state         TEXT NOT NULL,
        planned_ms    INTEGER NOT NULL,
        fingerprint   TEXT NOT NULL,
        at_index      INTEGER NOT NULL DEFAULT 0,
        at_elapsed_ms INTEGER NOT NULL DEFAULT 0,
        ended_utc     TEXT,
        before_buttock INTEGER, before_leg INTEGER,
        after_buttock  INTEGER, after_leg  INTEGER,
        note          TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX session_by_day ON session (local_day);
    CREATE INDEX session_by_state ON session (state);
    CREATE TABLE step (
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        step_no    INTEGER NOT NULL,
        exercise   TEXT,
        name       TEXT NOT NULL,
        targets    TEXT NOT NULL,
        PRIMARY KEY (session_id, step_no)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE interval (
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        position   INTEGER NOT NULL,
        step_no    INTEGER NOT NULL,
        kind       TEXT NOT NULL,
        side       TEXT,
        set_no     INTEGER,
        rep_no     INTEGER,
        planned_ms INTEGER,
        held_ms    INTEGER NOT NULL DEFAULT 0,
        outcome    TEXT,
        eased_at_ms INTEGER,
        PRIMARY KEY (session_id, position)
    ) STRICT, WITHOUT ROWID;
    """,
)
VERSION = len(MIGRATIONS)


class NewerSchemaError(Exception):
    """The file was written by a newer version of the program."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to VERSION, each step whole or not at all."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise NewerSchemaError(version)
    for number in range(version, VERSION):
        script = (
            f"BEGIN IMMEDIATE; {MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;"
        )
        connection.executescript(script)
