from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from stretchcoach.core.diary.limits import MAX_NOTE
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.core.session.session import Session
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.export_diary import COLUMNS, all_sessions, write_csv
from stretchcoach.files.exchange.import_diary import (
    Imported,
    import_file,
)
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from tests.files.database.diaries import a_performed_record, a_record
from tests.files.exchange.diary_files import DONE, EASED, a_session, content_of, exported, written


def test_everything_goes_out_and_comes_in(db: HistoryDb, other: HistoryDb, tmp_path: Path) -> None:
    path = exported(other, tmp_path)
    assert import_file(db, path) == Imported(new=2, known=0)
    assert content_of(db) == content_of(other)
    assert import_file(db, path) == Imported(new=0, known=2)
    assert content_of(db) == content_of(other)


def test_an_empty_diary(db: HistoryDb, tmp_path: Path) -> None:
    assert import_file(db, exported(db, tmp_path)) == Imported(0, 0)


def test_two_computers_are_brought_together(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    half = a_performed_record("done", DONE.started, lambda s: s.advance(40_000) + s.stop())
    db.save(replace(half, before=Feeling(9, 3)))
    db.save(a_performed_record("mine"))
    assert import_file(db, exported(other, tmp_path)) == Imported(new=1, known=1)
    assert {record.id for record in all_sessions(db)} == {"mine", "done", "eased"}
    found = db.session("done")
    assert found is not None
    assert found.intervals == DONE.intervals
    assert (found.before, found.after) == (Feeling(9, 3), Feeling(0, 10))
    assert found.state is SessionState.FINISHED


@pytest.mark.parametrize(
    ("here", "there", "both"),
    [
        ("", "Good", "Good"),
        ("Good", "", "Good"),
        ("Good", "Good", "Good"),
        ("Good, and more", "Good", "Good, and more"),
        ("Good", "Good, and more", "Good, and more"),
        ("Short night", "Good", "Short night\nGood"),
        ("Short night\nGood", "Good", "Short night\nGood"),
        ("x" * MAX_NOTE, "Good", "x" * MAX_NOTE),
    ],
)
def test_what_was_written_about_a_session_here_is_not_lost(
    db: HistoryDb, tmp_path: Path, here: str, there: str, both: str
) -> None:
    db.save(replace(DONE, note=here, after=Feeling(3, None)))
    path = written(tmp_path, {"format": FORMAT, "sessions": [a_session(note=there)]})
    import_file(db, path)
    found = db.session("done")
    assert found is not None
    assert (found.note, found.after) == (both, Feeling(3, 10))


def test_an_open_session_counts_as_stopped_elsewhere(db: HistoryDb, tmp_path: Path) -> None:
    def begin(session: Session) -> Any:
        return session.advance(12_000)

    cut_off = a_performed_record("one", perform=begin)
    path = written(tmp_path, {"format": FORMAT, "sessions": [session_as_json(cut_off)]})
    import_file(db, path)
    assert db.open_session() is None
    found = db.session("one")
    assert found is not None
    assert found.intervals[1].held_ms == 5_000


def test_csv_holds_everything_and_runs_nothing(other: HistoryDb) -> None:
    hostile = replace(a_record("three"), routine_id="=1+1", note="@SUM(A1)")
    other.save(replace(hostile, routine_title='-2, "two"\nlines'))
    stream = io.StringIO(newline="")
    write_csv(other, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    intervals = len(EASED.intervals)
    assert len(rows) == 3 * intervals + 1
    written = [row for row in rows if row["routine"] == "'=1+1"]
    assert len(written) == intervals
    assert (written[0]["note"], written[0]["title"]) == ("'@SUM(A1)", '\'-2, "two"\nlines')
    held = sum(int(row["held_ms"]) for row in rows if row["session"] == "done")
    assert held == sum(interval.held_ms for interval in DONE.intervals)
    assert rows[-1]["record"] == "rating"
    assert (rows[-1]["name"], rows[-1]["rating"]) == ("Stairs", "6")
    eased = [row for row in rows if row["eased_at_ms"]]
    assert [(row["outcome"], row["eased_at_ms"]) for row in eased] == [("eased-off", "4000")]
