"""The records of the diary: how performances, and records of the same session, become one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import product

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.schedule.due_steps import Day, on_day
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import (
    Feeling,
    IntervalRecord,
    Moment,
    SessionRecord,
    SessionState,
    StepRecord,
    interval_records,
    is_further,
    merged,
    new_record,
    resumed_timeline,
    step_records,
)
from stretchcoach.core.session.shorten import shorten
from stretchcoach.core.session.timeline import IntervalKind, expand
from tests.core.builders import a_rest, a_routine, a_step, a_timeline, an_exercise, known

STEPS = (a_step(Dose(hold_ms=20_000)), a_rest(10), a_step(Dose(sets=3, hold_ms=30_000)))
ROUTINE = a_routine(*STEPS)
EXERCISES = known(an_exercise())
TIMELINE = a_timeline(*STEPS)
HOLD = IntervalRecord(0, 1, IntervalKind.HOLD, Side.LEFT, 1, 1, 20_000)
START = Moment("2026-11-16T08:30:00.000Z", 3600)
LATER = Moment("2026-11-16T08:40:00.000Z", 3600)


def a_record(limit_ms: int | None = None) -> SessionRecord:
    return new_record("one", ROUTINE, TIMELINE, AffectedSide.RIGHT, START, limit_ms)


@pytest.mark.parametrize(
    ("utc", "offset_s", "day"),
    [
        ("2026-11-16T08:30:00.000Z", 0, date(2026, 11, 16)),
        ("2026-11-16T23:30:00.000Z", 3600, date(2026, 11, 17)),
        ("2026-11-16T03:30:00.000Z", -5 * 3600, date(2026, 11, 15)),
        ("2026-12-31T12:00:00.000Z", 14 * 3600, date(2027, 1, 1)),
    ],
)
def test_a_day_is_the_persons_own(utc: str, offset_s: int, day: date) -> None:
    assert Moment(utc, offset_s).day == day


def test_a_moment_by_the_persons_own_clock() -> None:
    assert START.local == datetime(2026, 11, 16, 9, 30)
    with pytest.raises(ValueError, match="yesterday"):
        _ = Moment("yesterday", 0).local


def test_what_a_record_keeps_of_a_timeline() -> None:
    assert step_records(TIMELINE)[:2] == (
        StepRecord(
            1,
            "knee-hug",
            "Knee hug",
            ExerciseKind.STRETCH,
            (Muscle.PIRIFORMIS,),
            "1 × 20 s each side",
        ),
        StepRecord(2, None, ""),
    )
    intervals = interval_records(TIMELINE)
    assert intervals[0] == HOLD
    assert [i.planned_ms for i in intervals] == [i.duration_ms for i in TIMELINE.intervals]
    assert all(i.outcome is None and i.held_ms == 0 for i in intervals)
    record = a_record()
    assert record.planned_ms == TIMELINE.total_ms
    assert (record.state, record.at_index, record.ended) == (SessionState.OPEN, 0, None)


def test_only_work_counts_as_held() -> None:
    record = a_record()
    for interval in record.intervals:
        record = record.with_interval(replace(interval, held_ms=1_000))
    assert record.held_ms == 8_000
    assert record.held_on_ms(Side.LEFT) == 4_000
    assert record.held_on_ms(Side.RIGHT) == 4_000
    assert record.held_on_ms(None) == 0


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (None, Outcome.SKIPPED, Outcome.SKIPPED),
        (Outcome.SKIPPED, Outcome.SHORTENED, Outcome.SHORTENED),
        (Outcome.DONE, Outcome.SHORTENED, Outcome.DONE),
        (Outcome.DONE, Outcome.EASED_OFF, Outcome.EASED_OFF),
        (Outcome.EASED_OFF, Outcome.DONE, Outcome.EASED_OFF),
        (Outcome.DONE, None, Outcome.DONE),
    ],
)
def test_of_two_performances_the_fuller_is_kept(
    first: Outcome | None, second: Outcome | None, kept: Outcome
) -> None:
    once = replace(HOLD, held_ms=7_000, outcome=first)
    assert once.done_again(4_000, second) == replace(HOLD, held_ms=7_000, outcome=kept)
    assert once.done_again(9_000, second) == replace(HOLD, held_ms=9_000, outcome=kept)


def test_easing_off_is_never_forgotten() -> None:
    eased = replace(HOLD, eased_at_ms=3_000)
    assert eased.merged_with(HOLD) == eased
    assert HOLD.merged_with(eased) == eased
    assert eased.merged_with(replace(HOLD, eased_at_ms=9_000)).eased_at_ms == 3_000


# A session that was cut off.


def test_what_was_held_when_it_was_cut_off_counts() -> None:
    record = replace(a_record(), at_index=0, at_elapsed_ms=5_000)
    credited = record.with_place_credited().intervals[0]
    assert (credited.held_ms, credited.outcome) == (5_000, Outcome.SHORTENED)
    eased = record.with_interval(replace(HOLD, eased_at_ms=5_000)).with_place_credited()
    assert eased.intervals[0].outcome is Outcome.EASED_OFF
    assert replace(record, at_elapsed_ms=0).with_place_credited().intervals[0] == HOLD
    beyond = replace(record, at_index=len(record.intervals))
    assert beyond.with_place_credited() is beyond


def test_a_session_that_will_not_be_resumed() -> None:
    stopped = replace(a_record(), at_index=2, at_elapsed_ms=4_000).stopped()
    assert stopped.state is SessionState.STOPPED
    assert stopped.intervals[2].held_ms == 4_000
    assert stopped.stopped() is stopped
    at_the_end = replace(a_record(), at_index=len(TIMELINE.intervals))
    assert at_the_end.stopped().state is SessionState.FINISHED


def test_the_step_one_is_in() -> None:
    record = a_record()
    assert record.at_step_no == 1
    assert replace(record, at_index=3).at_step_no == 2
    assert replace(record, at_index=len(record.intervals)).at_step_no == 3


def test_resuming_needs_the_same_timeline() -> None:
    record = a_record()
    timeline = resumed_timeline(replace(record, affected=AffectedSide.NONE), ROUTINE, EXERCISES)
    assert timeline == TIMELINE
    changed = a_routine(*STEPS, a_rest(5))
    assert resumed_timeline(record, changed, EXERCISES) is None


def test_resuming_a_routine_that_was_made_shorter() -> None:
    shorter = shorten(ROUTINE, EXERCISES, Profile(), 120_000).routine
    timeline = expand(shorter, EXERCISES)
    assert timeline != TIMELINE
    record = new_record("one", ROUTINE, timeline, AffectedSide.NONE, START, 120_000)
    assert resumed_timeline(record, ROUTINE, EXERCISES) == timeline
    assert resumed_timeline(replace(record, limit_ms=None), ROUTINE, EXERCISES) is None


def test_resuming_with_more_time_to_get_ready() -> None:
    routine = a_routine(a_step(get_ready_ms=7_000))
    timeline = expand(routine, EXERCISES, Profile(extra_get_ready_ms=10_000))
    assert timeline.intervals[0].duration_ms == 17_000
    record = new_record("one", routine, timeline, AffectedSide.NONE, START)
    assert resumed_timeline(record, routine, EXERCISES) == timeline


def test_resuming_a_day_on_which_a_step_was_not_due() -> None:
    third = replace(STEPS[2], schedule=Schedule(days=(Weekday.TUE,)))
    routine = a_routine(*STEPS[:2], third)
    monday = on_day(routine, Day(START.day))
    timeline = expand(monday, EXERCISES)
    assert len(timeline.steps) == 2
    record = new_record("one", monday, timeline, AffectedSide.NONE, START)
    assert resumed_timeline(record, routine, EXERCISES) == timeline
    assert resumed_timeline(a_record(), routine, EXERCISES) is not None  # it was put back


# Two records of the same session.


def test_merging_takes_the_fuller_of_each_interval() -> None:
    start = a_record()
    here = start.with_interval(replace(HOLD, held_ms=20_000, outcome=Outcome.DONE))
    there = start.with_interval(replace(start.intervals[2], held_ms=3, outcome=Outcome.SHORTENED))
    both = merged(here, there)
    assert [i.held_ms for i in both.intervals[:3]] == [20_000, 0, 3]
    assert merged(there, here) == both
    assert merged(both, both) == both


def test_merging_believes_the_later_one() -> None:
    here = replace(a_record(), ended=START, note="early", before=Feeling(4, None), at_index=1)
    there = replace(a_record(), ended=LATER, before=Feeling(5, 6), after=Feeling(1, 1), at_index=2)
    for one, another in ((here, there), (there, here)):
        both = merged(one, another)
        assert both.before == Feeling(5, 6)
        assert both.after == Feeling(1, 1)
        assert both.note == "early"
        assert both.at_index == 2
    doubt = replace(there, ended=START, at_index=5)
    assert merged(here, doubt).at_index == 5


def test_an_end_is_not_undone() -> None:
    finished = replace(a_record(), state=SessionState.FINISHED, ended=START)
    still_open = replace(a_record(), ended=LATER)
    assert merged(finished, still_open).state is SessionState.FINISHED
    assert merged(still_open, finished).state is SessionState.FINISHED


def test_what_does_not_fit_together_is_not_mixed() -> None:
    other = replace(a_record(), fingerprint="another")
    held = a_record().with_interval(replace(HOLD, held_ms=1))
    assert merged(other, held) is held
    assert merged(held, other) is held


def test_feelings_fill_each_other_in() -> None:
    assert Feeling(0, None).or_else(Feeling(5, 6)) == Feeling(0, 6)
    assert Feeling(None, 0).or_else(Feeling(5, 6)) == Feeling(5, 0)


def test_a_state_comes_after_another() -> None:
    order = [SessionState.OPEN, SessionState.STOPPED, SessionState.FINISHED]
    for one, other in product(order, order):
        assert is_further(one, other) is (order.index(one) > order.index(other))
