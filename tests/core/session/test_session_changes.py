"""What is changed while a session runs: one eases off, takes the easier version, adds time."""

from __future__ import annotations

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.events import (
    EasierTaken,
    Halfway,
    IntervalEnded,
    Outcome,
    Paused,
    PauseReason,
    TimeAdded,
)
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known
from tests.core.session.sessions import FOUR, running


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
