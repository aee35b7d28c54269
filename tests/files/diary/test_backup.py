"""Backups: made while others write, looked through, kept for a year, and brought back."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.backup import (
    DAYS_KEPT,
    MONTHS_KEPT,
    WEEKS_KEPT,
    backups,
    daily_backup,
    days_to_keep,
    delete_backups,
    newest_good_backup,
    write_backup,
)
from stretchcoach.files.diary.check import BackupError, check_diary
from stretchcoach.files.diary.restore import restore_backup
from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import Bench, a_moment, a_performed_record, paths_in
from tests.files.diary.test_opening import damage, fill

TODAY = date(2026, 11, 22)
NOW = a_moment("2026-11-22")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def ids_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM session")}


def listed(paths: Paths, today: date = TODAY) -> list[Path]:
    return [backup.path for backup in backups(paths.backups, today)]


def test_one_a_day(paths: Paths) -> None:
    assert daily_backup(paths, TODAY) is None  # there is no diary yet
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    assert made.name == "diary-2026-11-22.sqlite3"
    fill(paths, "two")
    assert daily_backup(paths, TODAY) is None
    assert ids_in(made) == {"one"}
    assert daily_backup(paths, TODAY, again=True) == made
    assert ids_in(made) == {"one", "two"}
    assert listed(paths) == [made]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    paths = paths_in(folder)
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    assert ids_in(made) == {"one"}
    assert newest_good_backup(paths.backups, TODAY) == made
    fill(paths, "two")
    kept = restore_backup(paths, made, NOW).kept
    assert ids_in(paths.diary) == {"one"}
    assert kept is not None
    assert ids_in(kept) == {"one", "two"}


@pytest.mark.skipif(os.name != "posix", reason="modes are another matter here")
def test_a_backup_behind_a_link_is_replaced_where_it_is(paths: Paths, tmp_path: Path) -> None:
    fill(paths, "one")
    real, link = tmp_path / "real.sqlite3", tmp_path / "link.sqlite3"
    link.symlink_to(real)
    write_backup(paths.diary, link)
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    real.chmod(0o640)
    write_backup(paths.diary, link)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_backup_in_the_middle_of_a_session(paths: Paths) -> None:
    db = HistoryDb(paths.diary)
    bench = Bench(paths, db)
    bench.tell(bench.session.start())
    bench.tell(bench.session.advance(12_000))
    with db.transaction():
        made = daily_backup(paths, TODAY)
    assert made is not None
    db.close()
    copy = HistoryDb(made)
    assert copy.open_session() == bench.recorder.record
    copy.close()


def test_a_damaged_diary_drives_no_good_backup_out(paths: Paths) -> None:
    fill(paths, *(f"session-{n}" for n in range(30)))
    good = daily_backup(paths, TODAY)
    assert good is not None
    before = good.read_bytes()
    damage(paths.diary)
    with pytest.raises(BackupError):
        daily_backup(paths, TODAY, again=True)
    assert good.read_bytes() == before
    assert list(paths.backups.iterdir()) == [good]


def test_where_nothing_can_be_written(paths: Paths) -> None:
    fill(paths, "one")
    paths.backups.write_text("a file in place of the folder")
    with pytest.raises(BackupError, match="could not be made"):
        daily_backup(paths, TODAY)


def test_what_was_deleted_is_in_no_backup(paths: Paths) -> None:
    fill(paths, "one", "two")
    db = HistoryDb(paths.diary)
    undo = Trash(db).delete_sessions(["one"])
    made = daily_backup(paths, TODAY)
    assert made is not None
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("SELECT count(*) FROM trash_session").fetchone() == (0,)
    Trash(db).undo(undo)
    assert len(db.sessions(["one", "two"])) == 2
    db.close()


def test_a_year_of_backups(paths: Paths) -> None:
    fill(paths, "one")
    for days in range(400):
        daily_backup(paths, TODAY + timedelta(days))
    last = TODAY + timedelta(399)
    kept = [backup.day for backup in backups(paths.backups, last)]
    assert kept[:DAYS_KEPT] == [last - timedelta(days) for days in range(DAYS_KEPT)]
    assert len(kept) <= DAYS_KEPT + WEEKS_KEPT + MONTHS_KEPT
    assert kept[-1] is not None
    assert timedelta(300) < last - kept[-1] < timedelta(366)


@given(st.sets(st.dates(date(2024, 1, 1), date(2027, 1, 1)), max_size=60))
def test_what_is_kept(days: set[date]) -> None:
    kept = days_to_keep(days)
    assert kept <= days
    assert set(sorted(days)[-DAYS_KEPT:]) <= kept
    assert len(kept) <= DAYS_KEPT + WEEKS_KEPT + MONTHS_KEPT
    months = {(day.year, day.month) for day in days}
    newest_months = sorted(months)[-MONTHS_KEPT:]
    assert all(any((d.year, d.month) == month for d in kept) for month in newest_months)
    assert days_to_keep(kept) == kept


def test_other_files_in_the_folder_are_left_alone(paths: Paths) -> None:
    fill(paths, "one")
    paths.backups.mkdir()
    names = ["diary-2026-13-99.sqlite3", "diary-mine.sqlite3", "notes.txt"]
    for name in names:
        (paths.backups / name).write_text("")
    daily_backup(paths, TODAY)
    assert len(listed(paths)) == 1
    delete_backups(paths.backups)
    assert sorted(path.name for path in paths.backups.iterdir()) == names


def test_the_newest_good_one(paths: Paths) -> None:
    assert newest_good_backup(paths.backups, TODAY + timedelta(2)) is None
    fill(paths, *(f"session-{n}" for n in range(30)))
    made = [daily_backup(paths, TODAY + timedelta(days)) for days in range(3)]
    assert newest_good_backup(paths.backups, TODAY + timedelta(2)) == made[2]
    assert made[2] is not None
    assert made[1] is not None
    damage(made[2])
    made[1].write_bytes(b"")
    assert newest_good_backup(paths.backups, TODAY + timedelta(2)) == made[0]


def test_a_copy_of_a_running_diary_can_be_looked_through(paths: Paths) -> None:
    db = HistoryDb(paths.diary)
    db.save(a_performed_record())
    check_diary(paths.diary)
    write_backup(paths.diary, paths.data / "odd ? name #1.sqlite3")
    check_diary(paths.data / "odd ? name #1.sqlite3")
    db.close()


# A clock that was wrong.


def test_a_backup_of_a_day_that_has_not_come_is_not_the_newest(paths: Paths) -> None:
    """One start with a wrong clock, and then the right one again."""
    fill(paths, "one")
    daily_backup(paths, date(2099, 1, 1))
    fill(paths, "two", day="2026-11-21")
    made = daily_backup(paths, TODAY)
    assert made is not None
    assert newest_good_backup(paths.backups, TODAY) == made
    first, *others = backups(paths.backups, TODAY)
    assert (first.path, first.day, first.sessions, first.last_day) == (
        made,
        TODAY,
        2,
        date(2026, 11, 21),
    )
    assert [(other.day, other.sessions) for other in others] == [(None, 1)]


def test_what_is_inside_decides_and_not_the_name(paths: Paths) -> None:
    """The clock stood at 2020: the backup made then has everything, and one more."""
    fill(paths, "one")
    daily_backup(paths, date(2026, 11, 18))
    fill(paths, "two", day="2026-11-21")
    early = daily_backup(paths, date(2020, 1, 1))
    assert newest_good_backup(paths.backups, TODAY) == early


def test_sessions_of_days_that_have_not_come_make_no_backup_newer(paths: Paths) -> None:
    fill(paths, "one", day="2099-01-01")
    daily_backup(paths, date(2026, 11, 20))
    fill(paths, "two", day="2026-11-21")
    made = daily_backup(paths, TODAY)
    assert listed(paths)[0] == made


def test_a_backup_from_the_future_takes_no_place_for_ever(paths: Paths) -> None:
    fill(paths, "one", day="2026-11-16")
    daily_backup(paths, date(2026, 11, 16))
    daily_backup(paths, date(2099, 1, 1))
    assert len(list(paths.backups.iterdir())) == 2
    daily_backup(paths, TODAY)
    assert [path.name for path in listed(paths)] == [
        "diary-2026-11-22.sqlite3",
        "diary-2026-11-16.sqlite3",
    ]


# A diary that was lost must not drive out what there is of it.


def test_a_backup_with_more_in_it_is_kept_beside(paths: Paths) -> None:
    fill(paths, "one", "two")
    daily_backup(paths, TODAY)
    paths.diary.unlink()
    fill(paths, "new")
    made = daily_backup(paths, TODAY, again=True)
    assert made is not None
    assert ids_in(made) == {"new"}
    (kept,) = paths.backups.glob("replaced-*.sqlite3")
    assert ids_in(kept) == {"one", "two"}
    daily_backup(paths, TODAY, again=True)
    assert len(list(paths.backups.iterdir())) == 2
