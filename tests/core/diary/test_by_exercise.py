"""How each exercise went, side by side."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.diary.by_exercise import ExerciseLine, Went, by_exercise
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import (
    IntervalRecord,
    Moment,
    SessionRecord,
    SessionState,
    new_record,
)
from tests.core.builders import a_rest, a_routine, a_step, a_timeline, an_exercise, known

TILT = an_exercise("tilt", "Tilt", sides=Sides.BOTH)
STEPS = (a_step(), a_rest(), ExerciseStep(exercise="tilt", get_ready_ms=0))
TIMELINE = a_timeline(*STEPS, exercises=known(an_exercise(), TILT))


def a_session(day: int = 1, **outcomes: Outcome | None) -> SessionRecord:
    """All done, but for what is said by side: left, right, both."""
    record = new_record(
        f"s{day}",
        a_routine(*STEPS),
        TIMELINE,
        AffectedSide.NONE,
        Moment(f"2026-11-{day:02}T08:00:00.000Z", 0),
    )
    went = tuple(_as_it_went(one, outcomes) for one in record.intervals)
    return replace(record, state=SessionState.FINISHED, intervals=went)


def _as_it_went(one: IntervalRecord, outcomes: dict[str, Outcome | None]) -> IntervalRecord:
    if not one.kind.is_work:
        return one
    outcome = outcomes.get(one.side.value if one.side else "both", Outcome.DONE)
    held_ms = 0 if outcome in (None, Outcome.SKIPPED) else 10_000
    return replace(one, outcome=outcome, held_ms=held_ms)


def line(records: list[SessionRecord], exercise: str = "knee-hug") -> ExerciseLine:
    return next(one for one in by_exercise(records) if one.exercise == exercise)


def test_what_was_done_counts_for_its_side() -> None:
    hug, tilt = by_exercise([a_session(1), a_session(2)])
    assert (hug.name, hug.dose) == ("Knee hug", "1 × 30 s each side")
    assert [hug.count(Went.DONE, side) for side in Side] == [2, 2]
    assert (tilt.times(None), tilt.times(Side.LEFT)) == (2, 0)


def test_each_way_it_went() -> None:
    found = line(
        [
            a_session(1, left=Outcome.EASED_OFF),
            a_session(2, left=Outcome.SKIPPED, right=Outcome.SHORTENED),
            a_session(3, left=None),
        ]
    )
    assert found.went[Side.LEFT] == {Went.EASED_OFF: 1, Went.LEFT_OUT: 2}
    assert found.went[Side.RIGHT] == {Went.DONE: 2, Went.IN_PART: 1}


def test_who_eased_off_and_went_on_has_eased_off() -> None:
    record = a_session()
    first = next(one for one in record.intervals if one.kind.is_work)
    eased = record.with_interval(replace(first, eased_at_ms=4_000))
    assert line([eased]).count(Went.EASED_OFF, Side.LEFT) == 1


def test_a_session_in_which_nothing_was_held_is_none() -> None:
    assert by_exercise([a_session(left=None, right=None, both=None)]) == ()


def test_the_words_are_those_of_the_latest_session() -> None:
    old, new = a_session(1), a_session(2)
    renamed = replace(old, steps=tuple(replace(s, name="Old", dose="20 s") for s in old.steps))
    assert line([new, renamed]).name == "Knee hug"
