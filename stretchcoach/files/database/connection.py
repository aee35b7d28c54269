"""Connections to SQLite files that somebody else may have made or damaged."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from stretchcoach.files.database.tables import check_known, check_schema

# No file, however it was made, gets more memory than this; ten years of a diary need a tenth.
HEAP_LIMIT = 64 * 1024 * 1024
COMPANIONS = ("-wal", "-shm")
ONLY_THE_OWNER = 0o600
READ_TIMEOUT_S = 5.0

_text = partial(str, encoding="utf-8", errors="replace")  # bytes may be damaged


def connect(
    address: Path | str,
    timeout_s: float,
    *,
    uri: bool = False,
    factory: type[sqlite3.Connection] = sqlite3.Connection,
) -> sqlite3.Connection:
    """A connection without transactions of its own, in which nothing foreign can run."""
    connection = sqlite3.connect(
        address, timeout=timeout_s, isolation_level=None, uri=uri, factory=factory
    )
    try:
        connection.row_factory = sqlite3.Row
        connection.text_factory = _text
        connection.execute(f"PRAGMA hard_heap_limit = {HEAP_LIMIT}").fetchall()
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads, also where nothing can be written beside the file."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    if not path.with_name(path.name + COMPANIONS[0]).exists():
        address += "&immutable=1"
    return connect(address, READ_TIMEOUT_S, uri=True)


def check_tables(connection: sqlite3.Connection, *, nothing_else: bool = False) -> int:
    """The version of the tables, which are exactly those of that version; see `check_schema`."""
    version = check_known(connection)
    check_schema(connection, version, nothing_else=nothing_else)
    return version


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says that the file itself is broken, not that it cannot get at it."""
    return type(error) is sqlite3.DatabaseError
