from __future__ import annotations

import gc
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import (
    Event,
    Halfway,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    TimeAdded,
)
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from stretchcoach.files.disk.clocks import SystemClock
from stretchcoach.ui.running.runner import SLEEP_GAP_MS, SessionRunner
from tests.ui.running.bench import INTERVALS, STEPS, TIMELINE, Bench

SWITCH, MANUAL, LAST = 2, 5, 6


def hold(duration_ms: int) -> Timeline:
    return Timeline((Interval(IntervalKind.HOLD, duration_ms, 1, "clam"),), ())


def test_nothing_happens_before_the_start() -> None:
    bench = Bench()
    assert not bench.timer.isActive()
    bench.let_pass(60_000)
    bench.runner.pause()
    bench.runner.next()
    assert bench.heard == []
    bench.runner.start()
    assert bench.heard == [IntervalStarted(0, INTERVALS[0])]


def test_tells_what_the_session_tells_when_it_is_due() -> None:
    bench = Bench(timeline=hold(3_500))
    bench.runner.start()
    bench.let_pass(10_000)
    assert list(zip(bench.heard_at_ms, bench.heard, strict=True)) == [
        (0, IntervalStarted(0, bench.session.interval)),
        (500, SecondPassed(0, 500, 3_000)),
        (1_500, SecondPassed(0, 1_500, 2_000)),
        (1_750, Halfway(0)),
        (2_500, SecondPassed(0, 2_500, 1_000)),
        (3_500, IntervalEnded(0, 3_500, Outcome.DONE)),
        (3_500, SessionEnded(finished=True)),
    ]
    assert not bench.timer.isActive()


@given(late_ms=st.integers(0, SLEEP_GAP_MS))
def test_a_timer_that_is_always_late_adds_up_to_nothing(late_ms: int) -> None:
    bench = Bench(late_ms=late_ms, timeline=Timeline((INTERVALS[1],) * 200, ()))
    bench.runner.start()
    bench.let_pass(200 * 20_000 + late_ms)
    assert bench.session.state is State.ENDED
    assert 0 <= bench.heard_at_ms[-1] - 200 * 20_000 <= late_ms
    held_ms = [event.held_ms for event in bench.heard if isinstance(event, IntervalEnded)]
    assert held_ms == [20_000] * 200


@given(
    st.lists(
        st.one_of(
            st.integers(0, 3_000).map(lambda ms: ("pass", ms)),
            st.sampled_from(
                ("pause", "resume", "toggle", "next", "previous", "done", "ease_off", "skip_side")
            ).map(lambda name: (name, 0)),
        ),
        max_size=40,
    )
)
def test_any_commands_at_any_time_give_the_events_of_the_bare_session(
    script: list[tuple[str, int]],
) -> None:
    """The timer adds nothing: a session that is only advanced at the commands says the same."""
    bench = Bench()
    bench.runner.start()
    bare = Session(TIMELINE)
    expected = list(bare.start())
    for name, passed_ms in script:
        bench.let_pass(passed_ms)
        expected += bare.advance(passed_ms)
        if name == "pass":
            continue
        getattr(bench.runner, name)()
        if name == "toggle":
            name = "pause" if bare.state is State.RUNNING else "resume"
        expected += getattr(bare, name)()
        if name == "skip_side":
            expected += bare.resume()
    assert bench.heard == expected
    assert bench.timer.isActive() is (bare.state is State.RUNNING)


def test_a_command_counts_the_time_before_it(bench: Bench) -> None:
    bench.let_pass(5_000 + 700)
    bench.taken()
    bench.runner.pause()
    assert bench.taken() == [Paused(1, 700, PauseReason.ASKED)]
    assert bench.session.remaining_ms == 19_300


class Meddler(QObject):
    """A listener that gives a command while it hears of an event."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.met: list[Event] = []
        bench.runner.happened.connect(self.meddle)

    def meddle(self, event: Event) -> None:
        self.met.append(event)
        if isinstance(event, IntervalStarted) and event.interval.kind is IntervalKind.SWITCH:
            self.bench.runner.next()
            self.bench.runner.pause()


def test_all_hear_the_same_order_when_one_of_them_gives_commands(bench: Bench) -> None:
    meddler = Meddler(bench)
    later: list[Event] = []
    bench.runner.happened.connect(later.append)
    bench.let_pass(24_000)
    assert bench.taken() == [IntervalStarted(0, INTERVALS[0]), *meddler.met]
    meddler.met.clear()
    later.clear()
    bench.let_pass(1_000)
    story = [
        IntervalEnded(1, 20_000, Outcome.DONE),
        IntervalStarted(2, INTERVALS[2]),
        IntervalEnded(2, 0, Outcome.SKIPPED),
        IntervalStarted(3, INTERVALS[3]),
        Paused(3, 0, PauseReason.ASKED),
    ]
    assert bench.taken() == meddler.met == later == story


def test_a_command_after_the_stop_from_a_listener_does_nothing(bench: Bench) -> None:
    def stop_and_go_on(event: Event) -> None:
        if isinstance(event, Paused):
            bench.runner.stop()
            bench.runner.resume()

    bench.runner.happened.connect(stop_and_go_on)
    bench.taken()
    bench.runner.pause()
    assert bench.taken() == [
        Paused(0, 0, PauseReason.ASKED),
        IntervalEnded(0, 0, Outcome.SKIPPED),
        SessionEnded(finished=False),
    ]
    assert not bench.timer.isActive()


def test_the_screen_sees_time_run_between_events_but_never_ahead_of_them(bench: Bench) -> None:
    bench.let_pass(5_400)
    assert bench.runner.remaining_ms_now() == 19_600
    assert bench.runner.elapsed_ms_now() == 400
    bench.clock.forward(1_500)
    assert bench.runner.remaining_ms_now() == 19_000
    bench.timer.go_off()
    assert bench.runner.remaining_ms_now() == 18_100
    bench.runner.pause()
    bench.clock.forward(5_000)
    assert bench.runner.remaining_ms_now() == 18_100
    bench.runner.resume()
    bench.clock.forward(800)
    assert bench.runner.settle_ms_now() == 2_200
    assert bench.runner.remaining_ms_now() == 18_100


def test_own_pace_counts_up_and_waits_for_done(bench: Bench) -> None:
    bench.runner.go_to(MANUAL)
    bench.taken()
    bench.let_pass(2_300)
    assert bench.runner.remaining_ms_now() is None
    assert bench.runner.elapsed_ms_now() == 2_300
    bench.let_pass(600_000 - 2_300)
    assert bench.taken() == [SecondPassed(MANUAL, n * 1_000, None) for n in range(1, 601)]
    bench.runner.done()
    assert bench.taken() == [
        IntervalEnded(MANUAL, 600_000, Outcome.DONE),
        IntervalStarted(LAST, INTERVALS[LAST]),
    ]


def test_more_time_moves_the_moment_at_which_the_timer_asks(bench: Bench) -> None:
    bench.let_pass(2_250)
    bench.taken()
    bench.runner.add_time(10_000)
    assert bench.taken() == [TimeAdded(0, 10_000)]
    bench.let_pass(750)
    assert bench.taken() == [SecondPassed(0, 3_000, 12_000)]


def test_leaving_a_side_after_easing_off_goes_on_with_the_other(bench: Bench) -> None:
    bench.let_pass(9_000)
    bench.runner.ease_off()
    bench.taken()
    bench.runner.skip_side()
    assert bench.taken() == [
        IntervalEnded(1, 4_000, Outcome.EASED_OFF),
        IntervalStarted(SWITCH, INTERVALS[SWITCH]),
        Resumed(SWITCH, 0),
    ]
    assert bench.runner.is_running


def test_a_session_that_was_cut_off_begins_again_where_it_was() -> None:
    bench = Bench()
    bench.runner.start(3)
    assert bench.taken() == [IntervalStarted(3, INTERVALS[3])]
    bench.let_pass(500)
    assert bench.taken() == [SecondPassed(3, 500, 20_000)]


def test_no_such_interval_raises_and_harms_nothing(bench: Bench) -> None:
    bench.taken()
    with pytest.raises(IndexError):
        bench.runner.go_to(99)
    bench.let_pass(1_000)
    assert bench.taken() == [SecondPassed(0, 1_000, 4_000)]


def test_the_computers_clocks_run_forward_in_milliseconds() -> None:
    clock = SystemClock()
    first_ms = clock.monotonic_ms()
    assert clock.monotonic_ms() >= first_ms
    first_ms = clock.boot_ms()
    assert clock.boot_ms() >= first_ms


def test_a_real_timer_and_a_real_clock_end_a_session(qtbot: QtBot) -> None:
    runner = SessionRunner(Session(hold(40)), SystemClock())
    heard: list[Event] = []
    runner.happened.connect(heard.append)
    with qtbot.waitSignal(runner.happened, check_params_cb=is_end):
        runner.start()
    assert heard[-3:] == [
        Halfway(0),
        IntervalEnded(0, 40, Outcome.DONE),
        SessionEnded(finished=True),
    ]


def is_end(event: Event) -> bool:
    return isinstance(event, SessionEnded)


def test_tens_of_thousands_of_events_lose_no_reference() -> None:
    """Some releases of PySide6 lose one reference to None or True with each emission."""
    bench = Bench(timeline=Timeline((INTERVALS[1],) * 700, STEPS))
    bench.runner.start()
    bench.let_pass(20_000)
    bench.taken()
    # What earlier tests left behind must not go while this one counts.
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    bench.let_pass(690 * 20_000)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert len(bench.heard) > 15_000
    assert all(now - then > -1_000 for then, now in zip(before, after, strict=True))
