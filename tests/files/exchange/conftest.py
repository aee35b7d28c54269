from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from tests.files.database.diaries import a_moment
from tests.files.exchange.diary_files import DONE, EASED


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    db = HistoryDb(tmp_path / "here.sqlite3")
    yield db
    db.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[HistoryDb]:
    """Another computer, with two sessions and an activity."""
    db = HistoryDb(tmp_path / "there.sqlite3")
    db.save(EASED)
    db.save(DONE)
    ActivitiesDb(db).save(Activity("a", "Stairs"))
    ActivitiesDb(db).rate(ActivityRating("1", "a", a_moment("2026-11-16"), 6))
    yield db
    db.close()
