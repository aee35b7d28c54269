"""Whoever ends the program, and whenever: it is as if the person had closed the window."""

from __future__ import annotations

import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from stretchcoach.core.session.record import Feeling, SessionRecord, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.opening import open_diary
from stretchcoach.files.disk.paths import Paths
from tests.e2e.conftest import Starter
from tests.e2e.led_process import NOTE
from tests.e2e.led_program import LedProgram

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP] if sys.platform != "win32" else []
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nobody sends signals there")


Led = Callable[[str], LedProgram]


@pytest.fixture
def led(data: Path) -> Iterator[Led]:
    programs: list[LedProgram] = []

    def lead(place: str) -> LedProgram:
        programs.append(LedProgram(data, place))
        return programs[-1]

    yield lead
    for program in programs:
        program.leave()


def records(data: Path) -> list[SessionRecord]:
    with closing(HistoryDb(data / "diary.sqlite3")) as db:
        ids = [row["id"] for row in db.rows("SELECT id FROM session ORDER BY started_utc")]
        return list(db.sessions(ids))


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_keeps_what_was_said_after_a_session(
    led: Led, data: Path, number: signal.Signals
) -> None:
    program = led("after")
    program.hear("there")
    assert program.end_by(number) == 0
    (record,) = records(data)
    assert record.state is SessionState.OPEN
    assert (record.after, record.note) == (Feeling(leg=3), NOTE)
    assert not (data / "window.lock").exists()


def test_a_signal_keeps_the_place_of_a_session_and_the_size_of_the_window(
    led: Led, data: Path
) -> None:
    program = led("session")
    program.hear("there")
    assert program.end_by(signal.SIGTERM) == 0
    (record,) = records(data)
    assert (record.state, record.at_index) == (SessionState.OPEN, 0)
    assert record.at_elapsed_ms > 0
    assert "window" in (data / "settings.json").read_text()


def test_two_signals_at_once_are_one_end(led: Led, data: Path) -> None:
    """As a session manager sends them, one right after the other."""
    program = led("after")
    program.hear("there")
    program.process.send_signal(signal.SIGTERM)
    assert program.end_by(signal.SIGHUP) == 0
    assert [record.note for record in records(data)] == [NOTE]


@pytest.mark.parametrize("place", ["list", "routine"])
def test_a_signal_ends_it_anywhere(led: Led, place: str) -> None:
    program = led(place)
    program.hear("there")
    assert program.end_by(signal.SIGTERM) == 0


def test_what_cannot_be_written_because_the_diary_is_locked_is_kept_for_the_next_start(
    led: Led, data: Path
) -> None:
    program = led("session")
    program.hear("there")
    with closing(sqlite3.connect(data / "diary.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert program.end_by(signal.SIGTERM) == 0
    kept = list((data / "unwritten").iterdir())
    assert len(kept) == 1
    db = open_diary(Paths(data)).db
    assert db is not None
    db.close()
    (record,) = records(data)
    assert (record.state, record.at_index) == (SessionState.OPEN, 0)
    assert record.at_elapsed_ms > 0
    assert list((data / "unwritten").iterdir()) == []


def test_one_who_logs_out_finds_everything_also_when_the_program_is_killed_then(
    start: Starter, data: Path
) -> None:
    """The session manager says that the end is near; what comes next is not waited for."""
    app = start()
    app.start()
    app.let_pass(7_000)
    with closing(sqlite3.connect(data / "diary.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        app.coach.on_session_manager()
    (kept,) = (data / "unwritten").iterdir()
    assert '"at_elapsed_ms": 2000' in kept.read_text()
    assert not app.runner.is_running


class Ends:
    """In the place of the application: one that really ends keeps all later loops from running."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def exit(self, code: int) -> None:
        self.codes.append(code)


def test_one_who_does_not_log_out_after_all_goes_on(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start()
    app.start()
    app.let_pass(7_000)
    app.coach.on_session_manager()
    app.runner.resume()
    app.let_pass(5_000)
    assert app.record().at_elapsed_ms >= 2_000
    ends = Ends()
    monkeypatch.setattr(app.coach, "_application", ends)
    app.coach.end()
    assert not app.window.isVisible()
    assert ends.codes == [0]
