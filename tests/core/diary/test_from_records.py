"""A diary that is only looked at answers as the one in the database does."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.diary.from_records import held_sums_of, summary_of
from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import held_sums, summaries
from tests.files.database.diaries import a_performed_record

DAYS = [Moment(f"2026-11-{day:02}T08:30:00.000Z", 3600) for day in (2, 3, 16)]


def test_it_says_the_same(tmp_path: Path) -> None:
    records = [a_performed_record(f"r{n}", moment) for n, moment in enumerate(DAYS)]
    records.append(a_performed_record("part", DAYS[2], lambda session: session.advance(40_000)))
    db = HistoryDb(tmp_path / "diary.sqlite3")
    for record in records:
        db.save(record)
    assert sorted(map(summary_of, records)) == sorted(summaries(db))
    assert set(held_sums_of(records)) == set(held_sums(db))
    db.close()
