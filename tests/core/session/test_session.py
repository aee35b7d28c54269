"""A session command by command; `test_session_properties` is about all of them at once."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.commands import Command, State
from stretchcoach.core.session.events import (
    EasierTaken,
    Event,
    Events,
    Halfway,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
    TimeAdded,
)
from stretchcoach.core.session.session import RESTART_MS, SETTLE_MS, Session
from stretchcoach.core.session.timeline import IntervalKind, Timeline
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known

HOLD_S = 30
FOUR = a_timeline(a_step(Dose(hold_ms=3000, sets=2)), exercises=known(an_exercise()))
MANUAL = a_timeline(a_step(Dose(pace_ms=Manual.MANUAL)))


def running(timeline: Timeline = FOUR, index: int = 0, elapsed_ms: int = 0) -> Session:
    session = Session(timeline)
    session.start(index)
    session.advance(elapsed_ms)
    return session


def without_seconds(events: Events) -> list[Event]:
    return [event for event in events if not isinstance(event, SecondPassed)]


def started(timeline: Timeline, index: int) -> IntervalStarted:
    return IntervalStarted(index, timeline.intervals[index])


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


@pytest.mark.parametrize(
    ("elapsed_ms", "outcome"), [(0, Outcome.SKIPPED), (700, Outcome.SHORTENED)]
)
def test_next_leaves_the_interval(elapsed_ms: int, outcome: Outcome) -> None:
    session = running(elapsed_ms=elapsed_ms)
    assert session.next() == (IntervalEnded(0, elapsed_ms, outcome), started(FOUR, 1))


def test_next_from_the_last_interval_is_the_end() -> None:
    session = running(index=6)
    assert session.next() == (
        IntervalEnded(6, 0, Outcome.SKIPPED),
        SessionEnded(finished=True),
    )


def test_next_leaves_all_reps_of_a_set_at_once() -> None:
    timeline = a_timeline(a_step(Dose(hold_ms=3000, reps=5, relax_ms=1000, sets=2)))
    session = running(timeline, elapsed_ms=700)
    told = session.next()
    assert told[0] == IntervalEnded(0, 700, Outcome.SHORTENED)
    assert session.interval.kind is IntervalKind.REST
    session.next()
    assert (session.interval.set_no, session.interval.rep_no) == (2, 1)


def test_another_key_leaves_the_whole_exercise() -> None:
    step = a_step(Dose(sets=2), get_ready_ms=5000)
    timeline = a_timeline(step, a_rest(20), step)
    session = running(timeline, index=3, elapsed_ms=2500)
    assert session.next_exercise()[-1] == started(timeline, 9)
    assert session.previous_exercise()[-1] == started(timeline, 0)
    session.go_to(11)
    session.advance(RESTART_MS)
    assert session.previous_exercise()[-1] == started(timeline, 9)
    session.go_to(11)
    session.next_exercise()
    assert session.state is State.ENDED


def test_next_in_a_pause_stays_a_pause() -> None:
    session = running(elapsed_ms=500)
    session.pause()
    session.next()
    assert (session.state, session.index) == (State.PAUSED, 1)


def test_back_goes_to_the_lead_in_and_then_to_the_one_before() -> None:
    session = running(index=6, elapsed_ms=1000)
    seen = []
    for _ in range(4):
        session.previous()
        seen.append(session.index)
    assert seen == [5, 3, 1, 0]


def test_back_begins_a_lead_in_again_that_has_run_for_a_while() -> None:
    session = running(index=1, elapsed_ms=2000)
    assert session.previous() == (IntervalEnded(1, 2000, Outcome.SHORTENED), started(FOUR, 1))


def test_back_at_the_very_start_begins_again() -> None:
    session = running()
    assert session.previous() == (IntervalEnded(0, 0, Outcome.SKIPPED), started(FOUR, 0))


def test_going_to_a_hold_lands_on_its_lead_in() -> None:
    session = running()
    assert session.go_to(4)[-1] == started(FOUR, 3)


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


def test_easing_off_stops_the_clock_and_is_remembered_for_the_side() -> None:
    session = running(elapsed_ms=700)
    assert session.ease_off() == (Paused(0, 700, PauseReason.EASED_OFF),)
    assert session.is_eased
    session.next()
    session.next()
    assert session.is_eased  # the second set of the same side
    assert session.next()[0] == IntervalEnded(2, 0, Outcome.EASED_OFF)
    session.next()
    assert not session.is_eased  # the other side


def test_the_rest_after_easing_off_is_an_ordinary_one() -> None:
    session = running(elapsed_ms=700)
    session.ease_off()
    session.next()
    session.resume()
    assert session.advance(10_000)[-2] == IntervalEnded(1, 10_000, Outcome.DONE)


def test_one_may_ease_off_in_a_pause_but_not_in_a_rest() -> None:
    session = running(elapsed_ms=700)
    session.pause()
    assert session.ease_off() == (Paused(0, 700, PauseReason.EASED_OFF),)
    assert running(index=1).ease_off() == ()


def test_the_easier_version_is_done_on_the_side_that_it_was_taken_for() -> None:
    session = running(elapsed_ms=700)
    easier = an_exercise("foot-down", "Foot down")
    told = session.take_easier(easier)
    assert told == (EasierTaken(0, session.timeline),)
    done = [session.timeline.exercise_of(i) for i in session.timeline.intervals]
    assert [one is easier for one in done] == [True, True, True, False, False, False, False]
    assert session.timeline.intervals == FOUR.intervals


def test_or_from_now_on_and_in_both_turns_of_sides_that_take_turns() -> None:
    easier = an_exercise("foot-down", "Foot down")
    step = a_step(Dose(reps=2, relax_ms=1000))
    session = running(a_timeline(step, a_rest(), step))
    session.take_easier(easier, everywhere=True)
    timeline = session.timeline
    rest = {i.exercise is None for i in timeline.intervals if timeline.exercise_of(i) is None}
    assert rest == {True}
    assert {timeline.exercise_of(i) for i in timeline.intervals} == {easier, None}
    alternate = known(an_exercise(sides=Sides.ALTERNATE))
    session = running(a_timeline(step, exercises=alternate))
    session.take_easier(easier)
    assert {session.timeline.exercise_of(i) for i in session.timeline.intervals} == {easier}


def test_a_plain_rest_has_no_easier_version() -> None:
    session = running(a_timeline(a_rest(), a_step()))
    assert session.take_easier(an_exercise("foot-down")) == ()


def test_skipping_a_side_goes_to_the_switch_and_then_out_of_the_step() -> None:
    session = running(elapsed_ms=700)
    assert session.skip_side() == (IntervalEnded(0, 700, Outcome.SHORTENED), started(FOUR, 3))
    assert session.skip_side()[-1] == SessionEnded(finished=True)


def test_time_can_be_added_and_taken_away() -> None:
    session = running(index=1, elapsed_ms=2000)
    assert session.add_time(10_000) == (TimeAdded(1, 10_000),)
    assert (session.duration_ms, session.remaining_ms) == (20_000, 18_000)
    assert session.add_time(-5_000) == (TimeAdded(1, -5_000),)


def test_a_second_remains_when_time_is_taken_away() -> None:
    session = running(index=1, elapsed_ms=2000)
    assert session.add_time(-60_000) == (TimeAdded(1, -7_000),)
    assert session.remaining_ms == 1000
    assert session.add_time(-1000) == ()
    session.advance(500)
    assert session.add_time(-1000) == ()


def test_halfway_is_not_told_late_when_time_is_taken_away() -> None:
    session = running(a_timeline(a_step()), elapsed_ms=12_000)
    session.add_time(-10_000)
    assert Halfway(0) not in session.advance(5000)


def test_halfway_moves_with_time_that_is_added() -> None:
    session = running(a_timeline(a_step()), elapsed_ms=12_000)
    session.add_time(10_000)
    assert Halfway(0) not in session.advance(7_999)
    assert session.to_next_ms == 1
    assert Halfway(0) in session.advance(1)


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
