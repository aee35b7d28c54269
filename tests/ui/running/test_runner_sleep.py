from __future__ import annotations

import time

import pytest

from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import (
    IntervalEnded,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
)
from stretchcoach.core.session.session import Session
from stretchcoach.files.disk.clocks import SystemClock
from stretchcoach.ui.running.runner import SLEEP_GAP_MS, SessionRunner
from tests.ui.running.bench import TIMELINE, Bench


def test_no_time_passes_and_no_timer_runs_in_a_pause(bench: Bench) -> None:
    bench.let_pass(5_700)
    bench.runner.toggle()
    bench.taken()
    assert not bench.timer.isActive()
    bench.let_pass(3_600_000)
    assert bench.heard == []
    bench.runner.toggle()
    assert bench.taken() == [Resumed(1, 3_000)]
    bench.let_pass(3_000)
    assert bench.taken() == [Settled(1)]
    bench.let_pass(299)
    assert bench.taken() == []
    bench.let_pass(1)
    assert bench.taken() == [SecondPassed(1, 1_000, 19_000)]


def test_a_sleep_that_the_monotonic_clock_leaves_out_pauses(bench: Bench) -> None:
    bench.let_pass(7_300)
    bench.taken()
    bench.clock.sleep(SLEEP_GAP_MS + 1)
    bench.let_pass(700)
    assert bench.taken() == [Paused(1, 2_000, PauseReason.SLEPT)]
    assert not bench.timer.isActive()


def test_a_standstill_or_a_sleep_that_the_monotonic_clock_counts_pauses(bench: Bench) -> None:
    bench.let_pass(7_300)
    bench.taken()
    bench.clock.forward(700 + SLEEP_GAP_MS + 1)
    bench.timer.go_off()
    assert bench.taken() == [Paused(1, 2_000, PauseReason.STALLED)]


def test_an_hour_of_sleep_credits_nothing_and_one_can_go_on(bench: Bench) -> None:
    bench.let_pass(7_000)
    bench.taken()
    bench.clock.forward(3_600_000)
    bench.timer.go_off()
    bench.runner.resume()
    bench.let_pass(3_000 + 18_000)
    ended = [event for event in bench.taken() if isinstance(event, IntervalEnded)]
    assert ended == [IntervalEnded(1, 20_000, Outcome.DONE)]


def test_a_stall_of_two_seconds_counts_in_full(bench: Bench) -> None:
    bench.let_pass(5_000)
    bench.taken()
    bench.clock.forward(1_000 + SLEEP_GAP_MS)
    bench.timer.go_off()
    assert bench.taken() == [SecondPassed(1, n * 1_000, 20_000 - n * 1_000) for n in (1, 2, 3)]
    assert bench.session.state is State.RUNNING


@pytest.mark.parametrize("step_s", [-3_600, 5, 3_600])
def test_a_wall_clock_that_is_set_is_no_sleep(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, step_s: int
) -> None:
    """The runner with the computer's own clocks, of which the one on the wall is set."""
    clock = SystemClock()
    runner = SessionRunner(Session(TIMELINE), clock)
    runner.start()
    wall_s, wall_ns = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: wall_s() + step_s)
    monkeypatch.setattr(time, "time_ns", lambda: wall_ns() + step_s * 1_000_000_000)
    runner._on_timeout()
    assert runner.is_running
    runner.stop()


def test_a_session_that_the_system_is_about_to_end_is_paused_for_that(bench: Bench) -> None:
    bench.let_pass(7_000)
    bench.taken()
    bench.runner.pause_for(PauseReason.ENDING)
    assert bench.taken() == [Paused(1, 2_000, PauseReason.ENDING)]


@pytest.mark.parametrize("command", ["pause", "toggle"])
def test_a_key_pressed_on_waking_leaves_the_pause_of_the_sleep(bench: Bench, command: str) -> None:
    bench.let_pass(7_000)
    bench.taken()
    bench.clock.forward(60_000)
    getattr(bench.runner, command)()
    assert bench.taken() == [Paused(1, 2_000, PauseReason.STALLED)]


def test_a_stop_after_a_sleep_credits_nothing_of_it(bench: Bench) -> None:
    bench.let_pass(7_000)
    bench.taken()
    bench.clock.forward(60_000)
    bench.runner.stop()
    assert bench.taken() == [
        Paused(1, 2_000, PauseReason.STALLED),
        IntervalEnded(1, 2_000, Outcome.SHORTENED),
        SessionEnded(finished=False),
    ]
    assert not bench.timer.isActive()
