"""What is deleted is gone for everybody, and comes back whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.tables import TABLES
from stretchcoach.files.database.trash import Trash
from tests.files.database.diaries import a_moment, a_performed_record, a_record

DAYS = ("2026-11-16", "2026-11-17", "2026-11-18")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    """A session, named by its day, and a rating on each of three days."""
    db = HistoryDb(tmp_path / "diary.sqlite3")
    activities = ActivitiesDb(db)
    activities.save(Activity("a", "Stairs"))
    for day in DAYS:
        db.save(a_performed_record(day, a_moment(day)))
        activities.rate(ActivityRating(day, "a", a_moment(day), 5))
    yield db
    db.close()


def content(db: HistoryDb) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    return {
        table: sorted(tuple(map(repr, row)) for row in db.rows(f"SELECT * FROM {table}"))
        for table in TABLES
    }


def ids(db: HistoryDb) -> list[str]:
    return [record.id for record in db.sessions(DAYS)]


def test_sessions(db: HistoryDb) -> None:
    before = content(db)
    undo = Trash(db).delete_sessions([DAYS[0], DAYS[2], "nobody"])
    assert undo.sessions == 2
    assert ids(db) == [DAYS[1]]
    assert {row["session_id"] for row in db.rows("SELECT session_id FROM held")} == {DAYS[1]}
    Trash(db).undo(undo)
    assert content(db) == before


def test_a_period(db: HistoryDb) -> None:
    before = content(db)
    undo = Trash(db).delete_period(date(2026, 11, 17), date(2026, 11, 30))
    assert undo.sessions == 2
    assert ids(db) == [DAYS[0]]
    assert [one.id for one in ActivitiesDb(db).ratings()] == [DAYS[0]]
    Trash(db).undo(undo)
    assert content(db) == before


def test_an_activity(db: HistoryDb) -> None:
    before = content(db)
    undo = Trash(db).delete_activity("a")
    assert (ActivitiesDb(db).activities(), ActivitiesDb(db).ratings()) == ((), ())
    assert len(ids(db)) == 3
    Trash(db).undo(undo)
    assert content(db) == before


def test_everything(db: HistoryDb) -> None:
    before = content(db)
    undo = Trash(db).delete_everything()
    assert undo.sessions == 3
    assert all(rows == [] for rows in content(db).values())
    Trash(db).undo(undo)
    assert content(db) == before


def test_each_is_undone_by_itself_and_in_any_order(db: HistoryDb) -> None:
    before = content(db)
    trash = Trash(db)
    first, second = trash.delete_sessions([DAYS[0]]), trash.delete_everything()
    trash.undo(first)
    assert ids(db) == [DAYS[0]]
    trash.undo(second)
    trash.undo(second)
    assert content(db) == before


def test_what_is_there_again_stays_as_it_is(db: HistoryDb) -> None:
    undo = Trash(db).delete_sessions([DAYS[0]])
    again = a_record(DAYS[0])
    db.save(again)
    Trash(db).undo(undo)
    assert db.session(DAYS[0]) == again
    assert db.rows("SELECT * FROM held WHERE session_id = ?", DAYS[:1]) == []


def test_emptied_it_cannot_be_undone(db: HistoryDb) -> None:
    undo = Trash(db).delete_everything()
    Trash(db).empty()
    Trash(db).undo(undo)
    assert ids(db) == []
    assert all(db.rows(f"SELECT * FROM trash_{table}") == [] for table in TABLES)
