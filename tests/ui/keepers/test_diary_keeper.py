from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.core.session.session import Session
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.backup import daily_backup
from stretchcoach.files.diary.opening import DiaryOpened
from stretchcoach.files.diary.recorder import Recorder
from stretchcoach.files.diary.running import RunningElsewhereError
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.running.performance import Performance
from tests.files.database.diaries import a_performed_record
from tests.files.diary.test_opening import damage
from tests.ui.session.sample import a_performance


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def keeper(qapp: object, paths: Paths) -> DiaryKeeper:
    return DiaryKeeper(paths)


def perform(recorder: Recorder, performance: Performance, passed_ms: int) -> None:
    session = Session(performance.timeline)
    for event in (*session.start(), *session.advance(passed_ms)):
        recorder.on_event(event)


def test_nothing_is_opened_before_it_is_needed(keeper: DiaryKeeper, paths: Paths) -> None:
    keeper.close()
    assert not paths.diary.exists()
    assert keeper.open_session() is None
    assert paths.diary.exists()


def test_a_session_is_offered_until_another_begins(keeper: DiaryKeeper) -> None:
    performance = a_performance()
    recorder = keeper.begin(performance)
    perform(recorder, performance, 15_000)
    recorder.close()
    first = keeper.open_session()
    assert first is not None
    assert first.intervals[1].planned_ms == 20_000
    recorder = keeper.begin(performance)
    perform(recorder, performance, 1_000)
    recorder.close()
    second = keeper.open_session()
    assert second is not None
    assert second.id != first.id
    assert keeper.db is not None
    stopped = keeper.db.session(first.id)
    assert stopped is not None
    assert stopped.state is SessionState.STOPPED
    assert keeper.last_days() == {}  # a start of a few seconds is no session
    perform(keeper.begin(performance), performance, 60_000)
    assert keeper.last_days() == {"hips": date.today()}


def test_how_it_felt_before_is_kept_at_once(keeper: DiaryKeeper) -> None:
    keeper.begin(replace(a_performance(), before=Feeling(5, None), limit_ms=60_000)).close()
    record = keeper.open_session()
    assert record is not None
    assert (record.before, record.limit_ms) == (Feeling(5, None), 60_000)


def test_a_session_without_an_interval_left_is_finished(keeper: DiaryKeeper) -> None:
    performance = a_performance()
    recorder = keeper.begin(performance)
    perform(recorder, performance, 15_000)
    recorder.keep_place(len(performance.timeline.intervals), 0)
    recorder.close()
    assert keeper.open_session() is None
    assert keeper.db is not None
    record = keeper.db.session(recorder.record.id)
    assert record is not None
    assert record.state is SessionState.FINISHED


def test_a_diary_that_cannot_be_opened_is_told_about_once(
    qtbot: QtBot, keeper: DiaryKeeper, paths: Paths
) -> None:
    paths.diary.mkdir(parents=True)
    told: list[str] = []
    keeper.failed.connect(told.append)
    assert keeper.open_session() is None
    assert keeper.last_days() == {}
    keeper.stop_open_sessions()
    performance = a_performance()
    recorder = keeper.begin(performance)
    perform(recorder, performance, 15_000)
    assert len(told) == 1
    assert recorder.close()
    assert list(paths.unwritten.iterdir())


def test_a_session_that_runs_elsewhere_is_neither_offered_nor_ended(
    keeper: DiaryKeeper, paths: Paths
) -> None:
    performance = a_performance()
    elsewhere = DiaryKeeper(paths)
    recorder = elsewhere.begin(performance)
    perform(recorder, performance, 15_000)
    assert keeper.open_session() is None
    with pytest.raises(RunningElsewhereError):
        keeper.resume(recorder.record)
    keeper.begin(performance).close()
    assert keeper.db is not None
    found = keeper.db.session(recorder.record.id)
    assert found is not None
    assert found.state is SessionState.OPEN
    recorder.close()
    offered = keeper.open_session()
    assert offered is not None
    assert offered.id == recorder.record.id
    elsewhere.close()


def test_a_damaged_session_is_named_once_and_the_rest_works(keeper: DiaryKeeper) -> None:
    performance = a_performance()
    recorder = keeper.begin(performance)
    perform(recorder, performance, 15_000)
    recorder.close()
    assert keeper.db is not None
    keeper.db.rows("UPDATE interval SET side = 'rigit'")
    told: list[str] = []
    keeper.failed.connect(told.append)
    for _ in range(2):
        assert keeper.open_session() is None
    assert len(told) == 1
    assert "“rigit”" in told[0]
    recorder = keeper.begin(performance)
    perform(recorder, performance, 15_000)
    recorder.close()
    assert keeper.open_session() == recorder.record


def test_a_backup_of_a_damaged_diary_says_the_way_out(
    keeper: DiaryKeeper, paths: Paths, qtbot: QtBot
) -> None:
    db = keeper.db
    assert db is not None
    for number in range(30):
        db.save(a_performed_record(f"session-{number}"))
    daily_backup(paths, now_moment().day)
    keeper.close()
    damage(paths.diary)
    told: list[str] = []
    keeper.failed.connect(told.append)
    keeper._opened = DiaryOpened(db)  # it was damaged after it was opened
    keeper.back_up(again=True)
    keeper._background.wait()
    qtbot.waitUntil(lambda: bool(told))
    assert "bring back the backup diary-" in told[0]


def test_errors_of_reading_are_no_accident(
    keeper: DiaryKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    db = keeper.db
    for name in ("open_session", "stop_open_sessions", "last_days"):
        monkeypatch.setattr(db, name, fail)
    assert keeper.open_session() is None
    assert keeper.last_days() == {}
    keeper.stop_open_sessions()


def test_after_closing_it_can_be_opened_again(keeper: DiaryKeeper) -> None:
    keeper.begin(a_performance())
    before = keeper.opened
    keeper.close()
    keeper.close()
    assert keeper.opened is not before
