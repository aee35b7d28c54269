"""Opening the diary: new, sound, damaged, foreign, too new, locked, out of reach."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.tables import VERSION
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.backup import daily_backup
from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.diary.unwritten import keep_unwritten, take_in_unwritten
from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import MONDAY, a_moment, a_performed_record, a_record, paths_in

TODAY = date(2026, 11, 22)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def fill(paths: Paths, *ids: str, day: str = "") -> None:
    """A diary with sessions of these ids, properly closed."""
    db = HistoryDb(paths.diary)
    for one in ids:
        db.save(a_performed_record(one, a_moment(day) if day else MONDAY))
    db.close()


def change(paths: Paths, statement: str) -> None:
    with closing(sqlite3.connect(paths.diary, isolation_level=None)) as connection:
        connection.execute(statement)


def problem_of(paths: Paths) -> str:
    """What is said about the diary when it is opened."""
    opened = open_diary(paths)
    if opened.db is not None:
        close_diary(opened.db)
    return opened.problem


def damage(path: Path) -> None:
    """Overwrite all but the first page, as a dying disk would."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def test_a_new_diary_is_begun(paths: Paths) -> None:
    opened = open_diary(paths)
    assert opened.db is not None
    assert (opened.problem, opened.offered_backup) == ("", None)
    assert opened.db.open_session() is None
    assert opened.db.last_days(TODAY) == {}
    assert opened.db.rows("PRAGMA journal_mode")[0][0] == "wal"
    assert opened.db.rows("PRAGMA synchronous")[0][0] == 2  # FULL
    assert opened.db.rows("PRAGMA user_version")[0][0] == VERSION
    close_diary(opened.db)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_only_its_owner_may_read_it(paths: Paths) -> None:
    fill(paths, "one")
    daily_backup(paths, date(2026, 11, 22))
    for path in (paths.diary, *paths.backups.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_was_kept_is_there_again(paths: Paths) -> None:
    fill(paths, "one")
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.db.session("one") == a_performed_record("one")
    assert opened.db.last_days(TODAY) == {"evening": date(2026, 11, 16)}
    close_diary(opened.db)


def test_a_newer_diary_is_refused_and_not_touched(paths: Paths) -> None:
    fill(paths, "one")
    change(paths, f"PRAGMA user_version = {VERSION + 1}")
    before = paths.diary.read_bytes()
    opened = open_diary(paths)
    assert opened.db is None
    assert "newer version" in opened.problem
    assert str(paths.diary) in opened.problem
    assert opened.offered_backup is None
    assert paths.diary.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" * 300])
def test_a_broken_file_is_set_aside(paths: Paths, content: bytes) -> None:
    paths.data.mkdir()
    paths.diary.write_bytes(content)
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.offered_backup is None
    aside = paths.diary.with_name("diary.sqlite3.broken")
    assert str(aside) in opened.problem
    assert aside.read_bytes() == content
    opened.db.save(a_record())
    close_diary(opened.db)
    assert problem_of(paths) == ""


def test_every_broken_file_is_kept(paths: Paths) -> None:
    paths.data.mkdir()
    for _ in range(3):
        paths.diary.write_bytes(b"broken" * 1000)
        opened = open_diary(paths)
        assert opened.db is not None
        opened.db.close()
        paths.diary.unlink()
    assert len(list(paths.data.glob("*.broken*"))) == 3


def test_after_damage_the_newest_good_backup_is_offered(paths: Paths) -> None:
    fill(paths, *(f"session-{n}" for n in range(30)))
    good = daily_backup(paths, date(2026, 11, 20))
    newer = daily_backup(paths, date(2026, 11, 21))
    assert newer is not None
    damage(newer)
    damage(paths.diary)
    opened = open_diary(paths)
    assert opened.db is not None
    assert "damaged" in opened.problem
    assert opened.offered_backup == good
    assert opened.db.session("session-1") is None
    close_diary(opened.db)


def test_damage_behind_the_first_pages_is_found_after_a_crash(paths: Paths) -> None:
    fill(paths, *(f"session-{n}" for n in range(30)))
    content = bytearray(paths.diary.read_bytes())
    content[-4096:] = b"\xa5" * 4096
    paths.diary.write_bytes(content)
    paths.diary.with_name("diary.sqlite3-wal").write_bytes(b"")
    assert "damaged" in problem_of(paths)


@pytest.mark.parametrize("content", [None, b"", b"S"])
def test_a_lost_diary_beside_a_good_backup_offers_it(paths: Paths, content: bytes | None) -> None:
    fill(paths, "one")
    made = daily_backup(paths, date(2026, 11, 21))
    paths.diary.unlink()
    if content is not None:
        paths.diary.write_bytes(content)
    opened = open_diary(paths, today=TODAY)
    assert opened.db is not None
    assert opened.offered_backup == made
    assert "a new one" in opened.problem.lower()
    close_diary(opened.db)
    assert problem_of(paths) == ""


@pytest.mark.parametrize("content", [None, b""])
def test_without_a_backup_a_new_diary_is_nothing_to_tell(
    paths: Paths, content: bytes | None
) -> None:
    paths.data.mkdir()
    if content is not None:
        paths.diary.write_bytes(content)
    assert problem_of(paths) == ""


def test_what_waits_beside_a_lost_diary_is_not_thrown_away(paths: Paths) -> None:
    """SQLite would do that when the file itself is empty."""
    db = HistoryDb(paths.diary)
    db.save(a_performed_record("one"))
    wal = paths.diary.with_name("diary.sqlite3-wal")
    content = wal.read_bytes()
    db.close()
    paths.diary.write_bytes(b"")
    wal.write_bytes(content)
    assert "diary.sqlite3.broken" in problem_of(paths)
    assert paths.diary.with_name("diary.sqlite3.broken-wal").read_bytes() == content


CHANGED_TABLES = [
    "PRAGMA user_version = -1",
    "ALTER TABLE interval DROP COLUMN label",
    "ALTER TABLE interval RENAME COLUMN side TO sife",
    "DROP TABLE step",
    "DROP INDEX session_by_day",
    "CREATE TRIGGER t AFTER UPDATE ON session BEGIN DELETE FROM session; END",
]


@pytest.mark.parametrize("statement", CHANGED_TABLES)
def test_other_tables_are_no_diary(paths: Paths, statement: str) -> None:
    fill(paths, "one")
    made = daily_backup(paths, date(2026, 11, 21))
    change(paths, statement)
    opened = open_diary(paths, today=TODAY)
    assert opened.db is not None
    assert "diary.sqlite3.broken" in opened.problem
    assert opened.offered_backup == made
    close_diary(opened.db)


def test_what_another_program_has_added_does_no_harm(paths: Paths) -> None:
    fill(paths, "one")
    change(paths, "CREATE VIEW mine AS SELECT * FROM session")
    change(paths, "ANALYZE")
    assert problem_of(paths) == ""


def test_a_database_of_something_else_is_set_aside(paths: Paths) -> None:
    paths.data.mkdir()
    change(paths, "CREATE TABLE recipes (title TEXT)")
    opened = open_diary(paths)
    assert opened.db is not None
    assert "diary.sqlite3.broken" in opened.problem
    close_diary(opened.db)


def test_a_locked_diary_is_left_alone(paths: Paths) -> None:
    fill(paths, "one")
    with closing(sqlite3.connect(paths.diary, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        opened = open_diary(paths)
        assert opened.db is None
        assert "locked" in opened.problem
        other.execute("ROLLBACK")
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.db.session("one") is not None
    close_diary(opened.db)


def test_a_folder_in_its_place_is_told(paths: Paths) -> None:
    paths.diary.mkdir(parents=True)
    opened = open_diary(paths)
    assert opened.db is None
    assert "cannot be opened" in opened.problem
    assert paths.diary.is_dir()


def test_a_file_in_place_of_the_folder_is_told(paths: Paths) -> None:
    paths.data.write_text("")
    opened = open_diary(paths)
    assert opened.db is None
    assert "cannot be opened" in opened.problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_folder_that_may_not_be_written_is_told(paths: Paths) -> None:
    paths.data.mkdir(mode=0o500)
    assert "cannot be opened" in problem_of(paths)


def test_two_programs_may_begin_it_at_once(paths: Paths) -> None:
    first, second = open_diary(paths), open_diary(paths)
    assert first.db is not None
    assert second.db is not None
    first.db.save(a_record("one"))
    second.db.save(a_record("two"))
    assert {r.id for r in first.db.sessions(["one", "two"])} == {"one", "two"}
    close_diary(first.db)
    close_diary(second.db)


def test_what_was_deleted_is_forgotten_at_the_end(paths: Paths) -> None:
    fill(paths, "one", "two")
    assert b"Evening" in paths.diary.read_bytes()
    opened = open_diary(paths)
    assert opened.db is not None
    Trash(opened.db).delete_everything()
    close_diary(opened.db)
    assert b"Evening" not in paths.diary.read_bytes()


def test_what_was_deleted_before_a_crash_is_forgotten_at_the_next_start(paths: Paths) -> None:
    fill(paths, "one")
    db = HistoryDb(paths.diary)
    Trash(db).delete_everything()
    db.close()
    assert b"Evening" in paths.diary.read_bytes()
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.db.rows("SELECT * FROM trash_session") == []
    close_diary(opened.db)
    assert b"Evening" not in paths.diary.read_bytes()


# What could not be written the last time.


def test_what_waits_is_taken_in_once(paths: Paths) -> None:
    fill(paths, "one")
    later = a_performed_record("two")
    keep_unwritten(paths.unwritten, later)
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.db.session("two") == later
    assert list(paths.unwritten.iterdir()) == []
    close_diary(opened.db)


def test_what_waits_goes_on_waiting_while_the_diary_is_locked(paths: Paths) -> None:
    fill(paths, "one")
    keep_unwritten(paths.unwritten, a_record("two"))
    db = HistoryDb(paths.diary, busy_timeout_s=0)
    with closing(sqlite3.connect(paths.diary, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert take_in_unwritten(db, paths.unwritten) == 0
        other.execute("ROLLBACK")
    assert take_in_unwritten(db, paths.unwritten) == 1
    db.close()


def test_what_cannot_be_read_does_not_hold_up_the_rest(paths: Paths) -> None:
    keep_unwritten(paths.unwritten, a_record("two"))
    (paths.unwritten / "a.json").write_text('{"format": "stretchcoach-diary/1", "sessions": [3')
    opened = open_diary(paths)
    assert opened.db is not None
    assert opened.db.session("two") is not None
    assert [path.name for path in paths.unwritten.iterdir()] == ["a.broken"]
    close_diary(opened.db)
