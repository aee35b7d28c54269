"""Write errors at every single write: the session goes on, and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

from stretchcoach.core.diary.limits import MAX_NOTE
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.record import Feeling, SessionRecord
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.opening import open_diary
from tests.files.database.diaries import Bench, a_record, paths_in
from tests.files.diary.test_opening import problem_of

ERRORS = [
    sqlite3.OperationalError("database or disk is full"),
    sqlite3.OperationalError("attempt to write a readonly database"),
    sqlite3.OperationalError("database is locked"),
    sqlite3.IntegrityError("constraint failed"),
    sqlite3.DatabaseError("database disk image is malformed"),
    OSError("no such device"),
]


class FaultyConnection(sqlite3.Connection):
    """Raises `error` at those of its statements whose numbers are in `fail_at`."""

    error: ClassVar[Exception] = ERRORS[0]
    fail_at: ClassVar[range] = range(0)
    statements: ClassVar[int] = 0

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        self._count()
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        self._count()
        return super().executemany(*arguments)

    def _count(self) -> None:
        number = FaultyConnection.statements
        FaultyConnection.statements += 1
        if number in self.fail_at:
            raise self.error


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A session in a diary in which every statement can fail, counted from here."""
    paths = paths_in(tmp_path)
    FaultyConnection.fail_at = range(0)
    db = HistoryDb(paths.diary, busy_timeout_s=0, connection=FaultyConnection)
    FaultyConnection.statements = 0
    yield Bench(paths, db)
    FaultyConnection.fail_at = range(0)
    db.close()


def perform(bench: Bench) -> None:
    """A whole session with all that can happen in one."""
    bench.recorder.feel_before(Feeling(4, 2))
    bench.tell(bench.session.start())
    bench.tell(bench.session.advance(16_000))
    bench.tell(bench.session.ease_off())
    bench.tell(bench.session.resume())
    bench.tell(bench.session.advance(40_000))
    bench.tell(bench.session.previous())
    bench.tell(bench.session.advance(1_000_000))
    assert bench.session.state is State.ENDED
    bench.recorder.feel_after(Feeling(3, 2), "Good")


def statements_of_a_session(folder: Path) -> int:
    db = HistoryDb(folder / "counted", connection=FaultyConnection)
    FaultyConnection.statements = 0
    perform(Bench(paths_in(folder), db))
    db.close()
    return FaultyConnection.statements


def found(bench: Bench) -> SessionRecord | None:
    with closing(sqlite3.connect(bench.paths.diary)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db = open_diary(bench.paths).db
    assert db is not None
    record = db.session(bench.record.id)
    db.close()
    return record


def test_a_session_writes_often(tmp_path: Path) -> None:
    """The tests below fail one statement after the other, so there must be some."""
    assert statements_of_a_session(tmp_path) > 100


@pytest.mark.parametrize(("place", "error"), list(enumerate(ERRORS)), ids=str)
def test_one_failure_at_any_write_loses_nothing(
    tmp_path: Path, place: int, error: Exception
) -> None:
    """Together the errors come at every statement that there is."""
    numbers = range(place, statements_of_a_session(tmp_path), len(ERRORS))
    check_sessions_with_failures(tmp_path, error, [range(n, n + 1) for n in numbers], kept=True)


def test_failing_for_good_keeps_the_session_for_the_next_start(tmp_path: Path) -> None:
    failures = [range(first, 1_000_000) for first in (0, 1, 7, 40, 95)]
    check_sessions_with_failures(tmp_path, ERRORS[0], failures, kept=False)


def check_sessions_with_failures(
    folder: Path, error: Exception, failures: list[range], *, kept: bool
) -> None:
    """After such sessions the diary is whole, and holds what the person did.

    A session for each of `failures`, the numbers of the statements that fail in it.
    """
    paths = paths_in(folder)
    FaultyConnection.error, FaultyConnection.fail_at = error, range(0)
    db = HistoryDb(paths.diary, busy_timeout_s=0, connection=FaultyConnection)
    db.rows("PRAGMA synchronous = OFF")  # nothing here is about the power going off
    benches = []
    for number, fail_at in enumerate(failures):
        bench = Bench(paths, db, replace(a_record(), id=f"session-{number}"))
        FaultyConnection.statements, FaultyConnection.fail_at = 0, fail_at
        perform(bench)
        assert bench.recorder.close()
        assert len(bench.told) <= 1, "the person was told more than once"
        FaultyConnection.fail_at = range(0)
        assert (db.session(bench.record.id) == bench.recorder.record) is kept
        benches.append(bench)
    assert paths.unwritten.exists() is not kept
    db.close()
    assert [found(bench) for bench in benches] == [bench.recorder.record for bench in benches]


def test_the_person_is_told_once_and_in_words(bench: Bench) -> None:
    FaultyConnection.error = ERRORS[0]
    FaultyConnection.fail_at = range(100)
    perform(bench)
    assert len(bench.told) == 1
    assert "database or disk is full" in bench.told[0]
    assert "The session goes on" in bench.told[0]


def test_a_diary_that_another_process_holds_locked(bench: Bench) -> None:
    bench.tell(bench.session.start())
    with closing(sqlite3.connect(bench.paths.diary, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        bench.tell(bench.session.advance(60_000))
        assert bench.recorder.has_unwritten
        other.execute("ROLLBACK")
    bench.tell(bench.session.advance(5_000))
    assert not bench.recorder.has_unwritten
    assert len(bench.told) == 1
    assert found(bench) == bench.recorder.record


def test_a_disk_that_is_really_full(bench: Bench) -> None:
    assert bench.db is not None
    pages = bench.db.rows("PRAGMA page_count")[0][0]
    bench.db.rows(f"PRAGMA max_page_count = {pages}")
    long_note = "x" * MAX_NOTE
    bench.recorder.feel_after(Feeling(), long_note)
    assert bench.recorder.has_unwritten
    assert "full" in bench.told[0]
    bench.db.rows("PRAGMA max_page_count = 100000")
    bench.recorder.retry()
    assert not bench.recorder.has_unwritten
    assert found(bench) == bench.recorder.record


def test_a_diary_that_may_only_be_read(bench: Bench) -> None:
    assert bench.db is not None
    bench.db.rows("PRAGMA query_only = ON")
    bench.tell(bench.session.start())
    bench.tell(bench.session.advance(20_000))
    assert "readonly" in bench.told[0]
    bench.db.rows("PRAGMA query_only = OFF")
    assert bench.recorder.close()
    assert found(bench) == bench.recorder.record


def test_a_failure_while_the_diary_is_begun_leaves_nothing_half(tmp_path: Path) -> None:
    """At whichever statement it comes, the next one to open it can begin anew."""
    paths = paths_in(tmp_path)
    FaultyConnection.error = ERRORS[0]
    failures = 0
    while True:
        FaultyConnection.statements = 0
        FaultyConnection.fail_at = range(failures, failures + 1)
        try:
            HistoryDb(paths.diary, connection=FaultyConnection).close()
        except sqlite3.OperationalError:
            failures += 1
        else:
            break
    FaultyConnection.fail_at = range(0)
    assert failures > 20
    assert problem_of(paths) == ""
