"""What a visit report takes from the diary."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.period import Asked
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import days_practised
from stretchcoach.files.exchange.report_source import read_visit_report
from tests.files.database.diaries import a_moment, a_performed_record, a_record


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    with closing(HistoryDb(tmp_path / "diary.sqlite3")) as db:
        for day in ("2026-10-30", "2026-11-02", "2026-11-04"):
            db.save(a_performed_record(day, a_moment(day)))
        db.save(a_record("nothing held", a_moment("2026-11-05")))
        yield db


def unplanned(routine_id: str) -> Asked:
    return Asked()


def test_the_sessions_and_ratings_of_the_days_asked_for(db: HistoryDb) -> None:
    activities = ActivitiesDb(db)
    activities.save(Activity("a", "Stairs"))
    activities.rate(ActivityRating("1", "a", a_moment("2026-11-03"), 6))
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    report = read_visit_report(db, first, last, AffectedSide.LEFT, unplanned)
    assert (report.sessions, report.first, report.last) == (2, first, last)
    assert report.affected is AffectedSide.LEFT
    assert [(one.name, one.ratings) for one in report.activities] == [
        ("Stairs", ((date(2026, 11, 3), 6),))
    ]


def test_days_practised_are_those_on_which_something_was_held(db: HistoryDb) -> None:
    assert days_practised(db) == (date(2026, 10, 30), date(2026, 11, 2), date(2026, 11, 4))
