"""A session from its start to its end: time, pauses, and what can be done when.

`test_session_properties` is about all commands at once.
"""

from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.commands import Command, State
from stretchcoach.core.session.events import (
    Event,
    Events,
    Halfway,
    IntervalEnded,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
)
from stretchcoach.core.session.session import SETTLE_MS, Session
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known
from tests.core.session.sessions import FOUR, running, started

MANUAL = a_timeline(a_step(Dose(pace_ms=Manual.MANUAL)))


def without_seconds(events: Events) -> list[Event]:
    return [event for event in events if not isinstance(event, SecondPassed)]


def test_there_is_no_session_without_intervals() -> None:
    with pytest.raises(ValueError, match="at least one interval"):
        Session(a_timeline())


def test_a_new_session_waits_for_its_start() -> None:
    session = Session(FOUR)
    assert session.state is State.READY
    assert session.advance(5000) == ()
    assert (session.index, session.elapsed_ms, session.progress) == (0, 0, 0.0)


def test_a_session_walks_its_intervals_to_the_end() -> None:
    session = Session(a_timeline(a_rest(2), a_rest(1)))
    timeline = session.timeline
    assert session.start() == (started(timeline, 0),)
    assert session.advance(3000) == (
        SecondPassed(0, 1000, 1000),
        IntervalEnded(0, 2000, Outcome.DONE),
        started(timeline, 1),
        IntervalEnded(1, 1000, Outcome.DONE),
        SessionEnded(finished=True),
    )
    assert session.state is State.ENDED
    assert (session.total_remaining_ms, session.progress) == (0, 1.0)
    assert session.interval is timeline.intervals[-1]


def test_time_left_over_runs_on_into_the_next_interval() -> None:
    session = running(elapsed_ms=3000 + 400)
    assert (session.index, session.elapsed_ms, session.remaining_ms) == (1, 400, 9600)
    assert session.next_interval is FOUR.intervals[2]
    assert session.total_remaining_ms == FOUR.total_ms - 3400


def test_halfway_is_told_once_and_only_of_work() -> None:
    session = running()
    assert Halfway(0) in session.advance(1500)
    assert Halfway(0) not in session.advance(1499)
    assert without_seconds(running(a_timeline(a_rest(10))).advance(9000)) == []


def test_halfway_of_the_shortest_of_all_holds_is_told_too() -> None:
    timeline = a_timeline(a_step(Dose(hold_ms=1)))
    events = running(timeline).advance(1)
    assert events[:2] == (Halfway(0), IntervalEnded(0, 1, Outcome.DONE))


def test_a_session_may_begin_in_the_middle() -> None:
    session = Session(FOUR)
    assert session.start(2) == (started(FOUR, 2),)


@pytest.mark.parametrize("index", [-1, 7])
def test_a_session_cannot_begin_or_go_outside_its_timeline(index: int) -> None:
    session = Session(FOUR)
    with pytest.raises(IndexError):
        session.start(index)
    assert session.state is State.READY
    session.start()
    with pytest.raises(IndexError):
        session.go_to(index)


def test_no_time_passes_in_a_pause() -> None:
    session = running(elapsed_ms=500)
    assert session.pause(PauseReason.SLEPT) == (Paused(0, 500, PauseReason.SLEPT),)
    assert session.advance(60_000) == ()
    assert session.elapsed_ms == 500


def test_resuming_a_hold_gives_time_to_settle() -> None:
    session = running(elapsed_ms=500)
    session.pause()
    assert session.resume() == (Resumed(0, SETTLE_MS),)
    assert session.advance(1000) == ()
    assert (session.elapsed_ms, session.settle_ms, session.to_next_ms) == (500, 2000, 2000)
    assert session.advance(2500) == (Settled(0), SecondPassed(0, 1000, 2000))


def test_a_pause_while_settling_gives_the_whole_time_again() -> None:
    session = running(elapsed_ms=500)
    session.pause()
    session.resume()
    session.advance(2999)
    session.pause()
    assert session.settle_ms == 0
    assert session.resume() == (Resumed(0, SETTLE_MS),)


def test_a_hold_that_has_not_begun_and_a_rest_need_no_time_to_settle() -> None:
    for session in (running(), running(index=1, elapsed_ms=500)):
        session.pause()
        assert session.resume() == (Resumed(session.index, 0),)


def test_a_movement_at_ones_own_pace_lasts_until_done() -> None:
    session = running(MANUAL)
    assert (session.remaining_ms, session.duration_ms) == (None, None)
    assert session.advance(2500) == (SecondPassed(0, 1000, None), SecondPassed(0, 2000, None))
    assert session.done() == (IntervalEnded(0, 2500, Outcome.DONE), started(MANUAL, 1))
    assert session.done() == ()


def test_progress_where_all_is_at_ones_own_pace_is_none_and_then_all() -> None:
    exercises = known(an_exercise(sides=Sides.BOTH))
    session = running(a_timeline(a_step(Dose(pace_ms=Manual.MANUAL)), exercises=exercises))
    assert session.progress == 0.0
    session.done()
    assert session.progress == 1.0


def test_stop_ends_at_once() -> None:
    session = running(elapsed_ms=700)
    assert session.stop() == (
        IntervalEnded(0, 700, Outcome.SHORTENED),
        SessionEnded(finished=False),
    )
    assert Session(FOUR).stop() == (SessionEnded(finished=False),)


def test_nothing_can_be_done_after_the_end() -> None:
    session = running()
    session.stop()
    assert not any(session.can(command) for command in Command)
    assert [
        session.start(),
        session.pause(),
        session.resume(),
        session.next(),
        session.previous(),
        session.go_to(0),
        session.done(),
        session.ease_off(),
        session.skip_side(),
        session.next_exercise(),
        session.previous_exercise(),
        session.take_easier(an_exercise()),
        session.add_time(1000),
        session.stop(),
        session.advance(1000),
    ] == [()] * 15


def test_next_interval_of_the_last_is_none() -> None:
    assert running(index=6).next_interval is None


@pytest.mark.parametrize(
    ("session", "commands"),
    [
        (Session(FOUR), {Command.START, Command.STOP}),
        (
            running(),
            set(Command) - {Command.START, Command.RESUME, Command.DONE},
        ),
        (
            running(index=1),
            set(Command) - {Command.START, Command.RESUME, Command.DONE, Command.EASE_OFF},
        ),
        (
            running(MANUAL),
            set(Command) - {Command.START, Command.RESUME, Command.ADD_TIME},
        ),
    ],
    ids=["ready", "hold", "rest", "own pace"],
)
def test_what_can_be_done(session: Session, commands: set[Command]) -> None:
    assert {command for command in Command if session.can(command)} == commands
