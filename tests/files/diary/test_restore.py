"""Restoring: only what was looked through replaces the diary, and that is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import held_sums, summaries
from stretchcoach.files.database.tables import VERSION
from stretchcoach.files.diary.backup import REPLACED_KEPT, daily_backup
from stretchcoach.files.diary.check import MAX_BYTES, BackupError
from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.diary.restore import Restored, restore_backup
from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import Bench, a_moment, a_performed_record, paths_in
from tests.files.diary.test_backup import ids_in
from tests.files.diary.test_opening import change, damage, fill

TODAY = date(2026, 11, 22)
NOW = a_moment("2026-11-22")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def test_restoring_brings_the_backup_and_keeps_the_present(paths: Paths) -> None:
    fill(paths, "one")
    made = daily_backup(paths, TODAY)
    assert made is not None
    fill(paths, "two")
    kept, _ = restore_backup(paths, made, NOW)
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
    assert restore_backup(paths, other.diary, NOW) == Restored(None, ())
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
    kept, _ = restore_backup(paths, made, NOW)
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
    monkeypatch.setattr("stretchcoach.files.diary.restore.READ_TIMEOUT_S", 0)
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


# What somebody may have made on purpose.


def a_backup(paths: Paths, *statements: str) -> Path:
    """A diary of another folder with two sessions and an activity, changed by `statements`."""
    other = paths_in(paths.data / "other")
    db = HistoryDb(other.diary)
    for number in range(2):
        db.save(a_performed_record(f"session-{number}"))
    ActivitiesDb(db).save(Activity("a", "Stairs"))
    ActivitiesDb(db).rate(ActivityRating("1", "a", NOW, 5))
    db.close()
    for statement in statements:
        change(other, statement)
    return other.diary


HOSTILE = {
    "a version below nothing": "PRAGMA user_version = -1",
    "no version": "PRAGMA user_version = 0",
    "another program": "PRAGMA application_id = 7",
    "a table too few": "DROP TABLE trash_step",
    "a column too few": "ALTER TABLE interval DROP COLUMN label",
    "a column too many": "ALTER TABLE session ADD COLUMN more TEXT",
    "an index too few": "DROP INDEX session_by_day",
    "an index too many": "CREATE INDEX more ON session (note)",
    "a table too many": "CREATE TABLE more (x)",
    "a view": "CREATE VIEW more AS SELECT * FROM session",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM session; END",
    "a foreign table": "CREATE VIRTUAL TABLE more USING fts5(x)",
    "a column that is reckoned": "ALTER TABLE trash_held ADD COLUMN x AS (hex(zeroblob(9999999)))",
    "no session that can be read": "UPDATE session SET affected = 'middle'",
    "a session without a name": "UPDATE session SET id = NULL WHERE id = 'session-0'",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_not_exactly_a_diary_is_refused(paths: Paths, what: str) -> None:
    fill(paths, "mine")
    before = paths.diary.read_bytes()
    with pytest.raises(BackupError):
        restore_backup(paths, a_backup(paths, HOSTILE[what]), NOW)
    assert paths.diary.read_bytes() == before
    assert sorted(path.name for path in paths.data.iterdir()) == ["diary.sqlite3", "other"]


def test_a_check_that_eats_memory_never_runs(paths: Paths) -> None:
    """`integrity_check` would run it for each row."""
    file = a_backup(paths)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'note          TEXT NOT NULL',"
            " 'note TEXT NOT NULL CHECK (length(hex(zeroblob(900000000))) > 1)')"
            " WHERE name = 'session'"
        )
    with pytest.raises(BackupError):
        restore_backup(paths, file, NOW)
    assert not paths.diary.exists()


LEFT_OUT = {
    "a word that is none": "UPDATE interval SET side = 'rigit' WHERE session_id = 'session-1'",
    "a number below nothing": "UPDATE interval SET held_ms = -1 WHERE session_id = 'session-1'",
    "a note of two megabytes": "UPDATE session SET note = hex(zeroblob(1000000))"
    " WHERE id = 'session-1'",
    "a day of another age": "UPDATE session SET started_utc = '9999-12-31T00:00:00.000Z'"
    " WHERE id = 'session-1'",
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_a_damaged_session_is_left_out_and_named(paths: Paths, what: str) -> None:
    fill(paths, "mine")
    restored = restore_backup(paths, a_backup(paths, LEFT_OUT[what]), NOW)
    assert ids_in(paths.diary) == {"session-0"}
    assert restored.kept is not None
    assert ids_in(restored.kept) == {"mine"}
    (sentence,) = restored.left_out
    assert "“Evening”" in sentence


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE session SET held_ms = 1, held_left_ms = 999999999999999999",
        "UPDATE session SET local_day = '1999-01-01'",
        "DELETE FROM held",
        "UPDATE held SET held_ms = 999999999999999999",
        "UPDATE held SET week = '9999-01-01'",
        "INSERT INTO held VALUES ('session-0', '2026-11-16', 'gluteus maximus', '', 'nap', -9)",
    ],
)
def test_sums_are_reckoned_anew(paths: Paths, statement: str) -> None:
    restore_backup(paths, a_backup(paths, statement), NOW)
    restored, expected = (HistoryDb(path) for path in (paths.diary, a_backup(paths)))
    assert set(summaries(restored)) == set(summaries(expected))
    assert held_sums(restored) == held_sums(expected)
    restored.close()
    expected.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity_rating SET rating = 99",
        "UPDATE activity_rating SET rated_utc = 'x'",
        "UPDATE activity SET name = hex(zeroblob(1000000))",
    ],
)
def test_damaged_activities_are_left_out(paths: Paths, statement: str) -> None:
    restored = restore_backup(paths, a_backup(paths, statement), NOW)
    assert len(restored.left_out) == 1
    db = HistoryDb(paths.diary)
    assert ActivitiesDb(db).ratings() == ()
    assert len(summaries(db)) == 2
    db.close()


def test_what_is_far_too_large_is_not_even_opened(paths: Paths) -> None:
    file = a_backup(paths)
    with file.open("r+b") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(BackupError, match="far too large"):
        restore_backup(paths, file, NOW)


def test_where_it_is_kept_is_said_also_when_the_rest_fails(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    fill(paths, "mine")
    monkeypatch.setattr(HistoryDb, "replace_by", fail)
    with pytest.raises(BackupError, match=r"disk I/O error\. What it was before is kept in .*sql"):
        restore_backup(paths, a_backup(paths), NOW)


@pytest.mark.parametrize("content", [b"", b"S", b"Dear diary" * 100])
def test_what_was_no_diary_is_kept_too(paths: Paths, content: bytes) -> None:
    paths.data.mkdir()
    paths.diary.write_bytes(content)
    kept = restore_backup(paths, a_backup(paths), NOW).kept
    assert (kept.read_bytes() if kept else b"") == content
    assert ids_in(paths.diary) == {"session-0", "session-1"}


def test_a_newer_diary_is_not_replaced(paths: Paths) -> None:
    fill(paths, "mine")
    change(paths, f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(BackupError, match="newer version"):
        restore_backup(paths, a_backup(paths), NOW)


def test_a_clock_that_was_wrong_does_not_drop_what_was_kept_just_now(paths: Paths) -> None:
    file = a_backup(paths)
    for second in range(REPLACED_KEPT + 1):
        restore_backup(paths, file, a_moment("2026-11-22", f"09:00:{second:02}.000"))
    kept = restore_backup(paths, file, a_moment("1970-01-01")).kept
    assert kept is not None
    assert kept.is_file()
    again = restore_backup(paths, file, a_moment("1970-01-01")).kept
    assert again not in (None, kept)


class StoppedError(Exception):
    pass


@pytest.mark.parametrize("at", [0.0, 0.2, 1.0])
def test_who_stops_it_leaves_the_diary_as_it_was(paths: Paths, at: float) -> None:
    with closing(HistoryDb(paths.diary)) as db:
        db.save(a_performed_record("one", a_moment("2026-11-16")))
    made = daily_backup(paths, date(2026, 11, 16))
    assert made is not None
    with closing(HistoryDb(paths.diary)) as db:
        db.save(a_performed_record("two", a_moment("2026-11-17")))
    heard: list[float] = []

    def watch(share: float) -> None:
        heard.append(share)
        if share >= at:
            raise StoppedError

    with pytest.raises(StoppedError):
        restore_backup(paths, made, NOW, watch)
    assert heard == sorted(heard)
    with closing(HistoryDb(paths.diary)) as db:
        assert db.session("two") is not None
    assert list(paths.data.glob("*.new*")) == []
    assert list(paths.backups.glob("replaced-*")) == []
