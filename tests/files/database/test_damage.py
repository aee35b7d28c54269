"""Rows that nobody can have written: that session is left out and named, the rest works."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stretchcoach.core.diary.limits import MAX_NOTE
from stretchcoach.core.session.record import SessionState
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.damage import MOST_NAMED
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import days_practised, held_sums, summaries
from tests.files.database.diaries import MONDAY, a_moment, a_performed_record

TODAY = date(2026, 11, 22)
GOOD = a_performed_record("good", a_moment("2026-11-14"), lambda s: s.advance(60_000))

OF_THE_SESSION = [
    "affected = 'middle'",
    "state = 'lost'",
    "started_utc = '2026-11-16'",
    "started_utc = '9999-12-31T23:59:59.000Z'",
    "started_offset_s = 1000000",
    "started_offset_s = 'east'",
    "local_day = '2026-11-99'",
    "planned_ms = -1",
    "planned_ms = 'long'",
    "held_ms = 1e300",
    "before_leg = 11",
    f"note = hex(zeroblob({MAX_NOTE}))",
    "note = x'ff'",
    "routine_title = x'00'",
    "routine_title = hex(zeroblob(101))",
    "id = '../../etc'",
]
ONLY_SEEN_WHEN_READ_WHOLE = [
    "UPDATE session SET at_index = 99 WHERE id = 'bad'",
    "UPDATE session SET ended_utc = 'x' WHERE id = 'bad'",
    "UPDATE session SET limit_ms = -1 WHERE id = 'bad'",
    "UPDATE session SET fingerprint = x'00' WHERE id = 'bad'",
    "UPDATE step SET kind = 'nap' WHERE session_id = 'bad'",
    "UPDATE step SET targets = 'piriformis,brain' WHERE session_id = 'bad'",
    "DELETE FROM step WHERE session_id = 'bad' AND step_no = 1",
    "UPDATE interval SET side = 'rigit' WHERE session_id = 'bad' AND position = 3",
    "UPDATE interval SET kind = x'00ff' WHERE session_id = 'bad'",
    "UPDATE interval SET outcome = 1 WHERE session_id = 'bad' AND position = 0",
    "UPDATE interval SET held_ms = -5 WHERE session_id = 'bad' AND position = 0",
    "UPDATE interval SET position = 77 WHERE session_id = 'bad' AND position = 1",
    "DELETE FROM interval WHERE session_id = 'bad'",
]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    """A good session that was cut off, and after it another one."""
    db = HistoryDb(tmp_path / "diary.sqlite3")
    db.save(GOOD)
    db.save(a_performed_record("bad", MONDAY, lambda s: s.advance(40_000)))
    yield db
    db.close()


def change(db: HistoryDb, statement: str, *values: object) -> None:
    db.rows("PRAGMA foreign_keys = OFF")
    db.rows(statement, values)
    db.rows("PRAGMA foreign_keys = ON")


@pytest.mark.parametrize("assignment", OF_THE_SESSION)
def test_a_damaged_session_is_left_out_of_the_list(db: HistoryDb, assignment: str) -> None:
    change(db, f"UPDATE session SET {assignment} WHERE id = 'bad'")
    assert [one.id for one in summaries(db)] == ["good"]
    assert days_practised(db, TODAY)[0] == date(2026, 11, 14)
    db.last_days(TODAY)
    (sentence,) = db.damage.sentences
    assert "“" + assignment.split(" ")[0] in sentence or "“started”" in sentence
    change(db, "SELECT 1")
    summaries(db)
    assert len(db.damage.sentences) == 1, "it was named twice"


@pytest.mark.parametrize(
    "statement",
    [
        *ONLY_SEEN_WHEN_READ_WHOLE,
        *(
            f"UPDATE session SET {assignment} WHERE id = 'bad'"
            for assignment in OF_THE_SESSION
            if not assignment.startswith(("local_day", "held_ms", "state"))
        ),
    ],
)
def test_another_session_is_gone_on_with(db: HistoryDb, statement: str) -> None:
    change(db, statement)
    found = db.open_session()
    assert found is not None
    assert found.id == "good"
    assert db.session("bad") is None
    assert len(db.damage.sentences) >= 1
    assert "“Evening”" in db.damage.sentences[0] or "routine_title" in statement
    db.stop_open_sessions()
    stopped = db.session("good")
    assert stopped is not None
    assert stopped.state is SessionState.STOPPED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE held SET muscles = 'brain' WHERE session_id = 'bad'",
        "UPDATE held SET side = 'rigit' WHERE session_id = 'bad'",
        "UPDATE held SET kind = 'nap' WHERE session_id = 'bad'",
        "UPDATE held SET week = '2026-99-99' WHERE session_id = 'bad'",
        "UPDATE held SET held_ms = 'long' WHERE session_id = 'bad'",
        "UPDATE held SET held_ms = 9223372036854775807",
    ],
)
def test_damaged_sums_are_left_out(db: HistoryDb, statement: str) -> None:
    change(db, statement)
    assert len(held_sums(db)) <= 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET name = x'ff'",
        "UPDATE activity SET asked = 7",
        "UPDATE activity SET id = '='",
        "UPDATE activity_rating SET rating = 11",
        "UPDATE activity_rating SET rated_utc = 'x'",
        "UPDATE activity_rating SET rated_offset_s = 10000000",
    ],
)
def test_damaged_activities_are_left_out_and_named(db: HistoryDb, statement: str) -> None:
    change(db, "INSERT INTO activity VALUES ('a', 'Stairs', 1)")
    change(
        db,
        "INSERT INTO activity_rating VALUES ('1', 'a', ?, 0, '2026-11-16', 5)",
        MONDAY.utc,
    )
    change(db, statement)
    rated = ActivitiesDb(db).rated()
    assert rated == () or rated[0][1] == []
    assert len(db.damage.sentences) == 1


def test_bytes_that_are_no_text_are_shown_as_such(db: HistoryDb) -> None:
    change(db, "UPDATE session SET note = CAST(x'476f6f64ff' AS TEXT) WHERE id = 'bad'")
    found = db.session("bad")
    assert found is not None
    assert found.note == "Good\ufffd"


def test_a_better_copy_takes_the_place_of_a_damaged_one(db: HistoryDb) -> None:
    change(db, "UPDATE interval SET side = 'rigit' WHERE session_id = 'bad'")
    change(db, "UPDATE session SET state = 'finished' WHERE id = 'bad'")
    whole = a_performed_record("bad")
    db.save(whole)
    assert db.session("bad") == whole


def test_a_page_that_cannot_be_read_hides_its_session_alone(tmp_path: Path) -> None:
    path = tmp_path / "diary.sqlite3"
    db = HistoryDb(path)
    for number in range(60):
        db.save(a_performed_record(f"session-{number}"))
    root = db.rows("SELECT rootpage FROM sqlite_master WHERE name = 'interval'")[0][0]
    leaf = db.rows(
        "SELECT pageno FROM dbstat WHERE name = 'interval' AND pagetype = 'leaf'"
        if has_dbstat(db)
        else f"SELECT {root + 20} AS pageno"
    )[3][0]
    db.close()
    content = bytearray(path.read_bytes())
    content[(leaf - 1) * 4096 : leaf * 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    db = HistoryDb(path)
    found = db.sessions(f"session-{number}" for number in range(60))
    assert 30 < len(found) < 60
    assert db.damage.sentences
    db.close()


def has_dbstat(db: HistoryDb) -> bool:
    try:
        db.rows("SELECT count(*) FROM dbstat")
    except sqlite3.OperationalError:
        pytest.skip("this SQLite cannot tell which page is which")
    return True


def test_only_so_many_are_named(db: HistoryDb) -> None:
    for number in range(MOST_NAMED + 5):
        db.save(a_performed_record(f"session-{number}"))
    change(db, "UPDATE session SET affected = 'middle'")
    assert summaries(db) == ()
    assert len(db.damage.sentences) == MOST_NAMED


def test_what_is_about_the_whole_file_is_no_damage_of_a_session(db: HistoryDb) -> None:
    db.close()
    with pytest.raises(sqlite3.ProgrammingError):
        db.session("good")
