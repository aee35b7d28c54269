"""The recorder: everything a session does is kept, as soon as it happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.core.session.session import Session
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.opening import open_diary
from stretchcoach.files.diary.recorder import new_session_id
from tests.files.database.diaries import TIMELINE, Bench, a_record, paths_in


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    paths = paths_in(tmp_path)
    db = HistoryDb(paths.diary)
    yield Bench(paths, db)
    db.close()


def kept(bench: Bench) -> object:
    """What another process would find in the diary at this moment."""
    db = HistoryDb(bench.paths.diary)
    try:
        return db.session(bench.record.id)
    finally:
        db.close()


def test_ids_are_unique() -> None:
    assert new_session_id() != new_session_id()


def test_nothing_is_kept_before_the_session_starts(bench: Bench) -> None:
    assert bench.recorder.close()
    assert kept(bench) is None


def test_what_is_kept_is_always_what_the_recorder_knows(bench: Bench) -> None:
    bench.tell(bench.session.start())
    while bench.session.next_interval is not None:
        bench.tell(bench.session.advance(2_500))
        assert not bench.recorder.has_unwritten
        assert kept(bench) == bench.recorder.record
    bench.tell(bench.session.ease_off())
    assert kept(bench) == bench.recorder.record
    bench.tell(bench.session.resume())
    bench.tell(bench.session.advance(100_000))
    assert bench.recorder.record.state is SessionState.FINISHED
    assert kept(bench) == bench.recorder.record
    assert bench.told == []


def test_the_place_is_never_older_than_five_seconds(bench: Bench) -> None:
    """Whatever fraction of a second an interval begins with."""
    bench.tell(bench.session.start())
    while bench.session.interval is not TIMELINE.intervals[-1]:
        bench.tell(bench.session.next())
    for _ in range(7_000):
        bench.tell(bench.session.advance(1))
        record = bench.recorder.record
        assert bench.session.elapsed_ms - record.at_elapsed_ms < 5_000
    assert bench.recorder.record.at_elapsed_ms > 0


def test_closing_keeps_the_exact_place(bench: Bench) -> None:
    bench.tell(bench.session.start())
    bench.tell(bench.session.advance(7_321))
    bench.recorder.keep_place(bench.session.index, bench.session.elapsed_ms)
    assert bench.recorder.close()
    assert bench.db is not None
    record = bench.db.open_session()
    assert record is not None
    assert (record.at_index, record.at_elapsed_ms) == (1, 2_321)


def test_feelings_and_note(bench: Bench) -> None:
    bench.recorder.feel_before(Feeling(5, None))
    bench.tell(bench.session.start())
    bench.tell(bench.session.stop())
    ended = bench.recorder.record.ended
    bench.recorder.feel_after(Feeling(3, 0), "Slept badly \ud800")
    assert bench.db is not None
    record = bench.db.session("one")
    assert record is not None
    assert (record.before, record.after) == (Feeling(5, None), Feeling(3, 0))
    assert record.note == "Slept badly ?"
    assert record.ended == ended


def test_a_resumed_session_goes_on_in_the_same_record(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    first = Bench(paths, open_diary(paths).db)
    first.tell(first.session.start())
    first.tell(first.session.advance(5_000 + 20_000 + 5_000 + 6_000))  # 6 s into the third
    assert first.db is not None
    first.db.close()

    db = open_diary(paths).db
    assert db is not None
    cut_off = db.open_session()
    assert cut_off is not None
    assert (cut_off.at_index, cut_off.at_elapsed_ms) == (3, 5_000)
    again = Bench(paths, db, cut_off)
    again.session = Session(TIMELINE)
    again.tell(again.session.start(cut_off.at_index))
    again.tell(again.session.next())
    record = again.recorder.record
    assert [i.held_ms for i in record.intervals[:5]] == [5_000, 20_000, 5_000, 5_000, 0]
    assert record.intervals[3].outcome is Outcome.SHORTENED
    again.tell(again.session.previous())
    again.tell(again.session.previous())
    again.tell(again.session.advance(1_000_000))
    assert db.session("one") == again.recorder.record
    assert all(i.outcome is Outcome.DONE for i in again.recorder.record.intervals)
    assert again.recorder.record.held_ms == 20_000 * 4 + 7_500 * 2
    db.close()


def test_without_a_diary_the_session_waits_for_one(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    bench = Bench(paths, None)
    bench.tell(bench.session.start())
    bench.tell(bench.session.advance(12_000))
    assert bench.recorder.has_unwritten
    assert bench.recorder.close()
    assert not bench.recorder.has_unwritten
    assert bench.told == []
    db = open_diary(paths).db
    assert db is not None
    assert db.open_session() == bench.recorder.record
    assert list(paths.unwritten.iterdir()) == []
    db.close()


def test_what_can_be_kept_nowhere_is_told(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.data.write_text("a file where the folder should be")
    bench = Bench(paths, None)
    bench.tell(bench.session.start())
    assert not bench.recorder.close()
    assert bench.recorder.has_unwritten
    assert len(bench.told) == 1
    assert "could not be kept" in bench.told[0]


def test_a_session_that_was_deleted_meanwhile_is_kept_whole(bench: Bench) -> None:
    bench.tell(bench.session.start())
    bench.tell(bench.session.advance(30_000))
    other = HistoryDb(bench.paths.diary)
    with other.transaction() as connection:
        connection.execute("DELETE FROM session")
    other.close()
    bench.tell(bench.session.next())
    assert kept(bench) == bench.recorder.record


def test_two_sessions_have_nothing_to_do_with_each_other(bench: Bench) -> None:
    other = Bench(bench.paths, bench.db, replace(a_record(), id="two"))
    bench.tell(bench.session.start())
    other.tell(other.session.start())
    other.tell(other.session.advance(1_000_000))
    bench.tell(bench.session.advance(6_000))
    assert bench.db is not None
    assert bench.db.sessions(["one", "two", "three"]) == (
        bench.recorder.record,
        other.recorder.record,
    )
