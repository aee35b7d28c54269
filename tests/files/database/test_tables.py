"""Diaries of earlier versions become newer ones, and mean the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.rows import interval_row, session_row, step_row
from stretchcoach.files.database.sessions import insert
from stretchcoach.files.database.tables import _run_migrations
from stretchcoach.files.database.trash import Trash
from tests.files.database.diaries import a_performed_record

NEW_COLUMNS = ("dose", "load", "effort")


def test_a_diary_of_the_first_version_opens_with_all_that_it_held(tmp_path: Path) -> None:
    path, record = tmp_path / "diary.sqlite3", a_performed_record()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _run_migrations(connection, 0, 1)
        insert(connection, "session", [session_row(record)])
        insert(connection, "interval", [interval_row("one", one) for one in record.intervals])
        rows = [step_row("one", step) for step in record.steps]
        for row in rows:
            for column in NEW_COLUMNS:
                del row[column]
        insert(connection, "step", rows)
    with closing(HistoryDb(path)) as db:
        found = db.session("one")
        assert found is not None
        assert found.intervals == record.intervals
        assert [(step.name, step.dose, step.load, step.effort) for step in found.steps] == [
            (step.name, "", "", "") for step in record.steps
        ]
        trash = Trash(db)
        undo = trash.delete_sessions(["one"])
        assert db.session("one") is None
        trash.undo(undo)
        assert db.session("one") == found
