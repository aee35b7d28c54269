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
from stretchcoach.files.database.tables import VERSION
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.backup import (
    DAYS_KEPT,
    MONTHS_KEPT,
    REPLACED_KEPT,
    WEEKS_KEPT,
    BackupError,
    backups,
    check_diary,
    daily_backup,
    day_of_backup,
    days_to_keep,
    delete_backups,
    newest_good_backup,
    restore_backup,
    write_backup,
)
from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import Bench, a_moment, a_performed_record, paths_in
from tests.files.diary.test_opening import change, damage, fill

TODAY = date(2026, 11, 22)
NOW = a_moment("2026-11-22")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def ids_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM session")}


def test_one_a_day(paths: Paths) -> None:
    assert daily_backup(paths, TODAY) is None  # there is no diary yet
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    assert day_of_backup(made) == TODAY
    fill(paths, "two")
    assert daily_backup(paths, TODAY) is None
    assert ids_in(made) == {"one"}
    assert daily_backup(paths, TODAY, again=True) == made
    assert ids_in(made) == {"one", "two"}
    assert backups(paths.backups) == [made]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    paths = paths_in(folder)
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    assert ids_in(made) == {"one"}
    assert newest_good_backup(paths.backups) == made
    fill(paths, "two")
    kept = restore_backup(paths, made, NOW)
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
    kept = [day_of_backup(path) for path in backups(paths.backups)]
    last = TODAY + timedelta(399)
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
    assert len(backups(paths.backups)) == 1
    delete_backups(paths.backups)
    assert sorted(path.name for path in paths.backups.iterdir()) == names


def test_the_newest_good_one(paths: Paths) -> None:
    assert newest_good_backup(paths.backups) is None
    fill(paths, *(f"session-{n}" for n in range(30)))
    made = [daily_backup(paths, TODAY + timedelta(days)) for days in range(3)]
    assert newest_good_backup(paths.backups) == made[2]
    assert made[2] is not None
    assert made[1] is not None
    damage(made[2])
    made[1].write_bytes(b"")
    assert newest_good_backup(paths.backups) == made[0]


# Restoring.


def test_restoring_brings_the_backup_and_keeps_the_present(paths: Paths) -> None:
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    fill(paths, "two")
    kept = restore_backup(paths, made, NOW)
    assert ids_in(paths.diary) == {"one"}
    assert kept is not None
    assert ids_in(kept) == {"one", "two"}
    restore_backup(paths, kept, a_moment("2026-11-23"))
    assert ids_in(paths.diary) == {"one", "two"}
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.db.session("two") == a_performed_record("two")
    close_diary(opened.db)


def test_restoring_where_there_is_no_diary(paths: Paths, tmp_path: Path) -> None:
    other = paths_in(tmp_path / "other")
    fill(other, "one")
    assert restore_backup(paths, other.diary, NOW) is None
    assert ids_in(paths.diary) == {"one"}


def test_an_open_diary_sees_what_was_restored(paths: Paths) -> None:
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    db = HistoryDb(paths.diary)
    bench = Bench(paths, db, a_performed_record("two"))
    bench.tell(bench.session.start())
    restore_backup(paths, made, NOW)
    assert [row["id"] for row in db.rows("SELECT id FROM session")] == ["one"]
    bench.tell(bench.session.advance(30_000))
    assert bench.told == []
    assert db.session("two") == bench.recorder.record
    db.close()


def test_restoring_over_a_damaged_diary_sets_it_aside(paths: Paths) -> None:
    fill(paths, *(f"session-{n}" for n in range(30)))
    made = daily_backup(paths, TODAY)
    assert made is not None
    damage(paths.diary)
    kept = restore_backup(paths, made, NOW)
    assert kept == paths.diary.with_name("diary.sqlite3.broken")
    assert len(ids_in(paths.diary)) == 30


def test_only_a_few_replaced_diaries_are_kept(paths: Paths) -> None:
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    for second in range(REPLACED_KEPT + 3):
        restore_backup(paths, made, a_moment("2026-11-22", f"09:00:{second:02}.000"))
    replaced = sorted(paths.backups.glob("replaced-*"))
    assert len(replaced) == REPLACED_KEPT
    assert replaced[-1].name == "replaced-2026-11-22T090007000Z.sqlite3"


def test_a_locked_diary_is_not_restored(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stretchcoach.files.diary.backup.TIMEOUT_S", 0)
    monkeypatch.setattr("stretchcoach.files.database.history_db.RETRY_S", 0)
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    fill(paths, "two")
    with closing(sqlite3.connect(paths.diary, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BackupError, match="locked"):
            restore_backup(paths, made, NOW)
        other.execute("ROLLBACK")
    assert ids_in(paths.diary) == {"one", "two"}


def unusable(paths: Paths, what: str) -> Path:
    """A file that must not become the diary."""
    other = paths_in(paths.data / what)
    fill(other, *(f"session-{n}" for n in range(30)))
    if what == "missing":
        return paths.data / "nowhere.sqlite3"
    if what == "folder":
        return other.data
    if what == "newer":
        change(other, f"PRAGMA user_version = {VERSION + 1}")
    elif what == "recipes":
        other.diary.unlink()
        change(other, "CREATE TABLE recipes (title TEXT)")
    elif what == "empty":
        other.diary.write_bytes(b"")
    elif what == "damaged":
        damage(other.diary)
    elif what == "orphans":
        change(other, "DELETE FROM session")
    else:
        other.diary.write_text("Dear diary")
    return other.diary


@pytest.mark.parametrize(
    "what", ["missing", "folder", "newer", "recipes", "empty", "damaged", "orphans", "text"]
)
def test_what_is_no_good_diary_is_refused(paths: Paths, what: str) -> None:
    fill(paths, "mine")
    before = paths.diary.read_bytes()
    file = unusable(paths, what)
    with pytest.raises(BackupError) as refused:
        restore_backup(paths, file, NOW)
    assert str(file) in str(refused.value)
    assert paths.diary.read_bytes() == before


def test_a_copy_of_a_running_diary_can_be_looked_through(paths: Paths) -> None:
    db = HistoryDb(paths.diary)
    db.save(a_performed_record())
    check_diary(paths.diary)
    write_backup(paths.diary, paths.data / "odd ? name #1.sqlite3")
    check_diary(paths.data / "odd ? name #1.sqlite3")
    db.close()
