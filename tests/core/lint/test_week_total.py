"""Minutes a week, by the schedules."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.limits import MOST_IN_A_WEEK_MS
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.lint.week_total import week_total_remarks
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.measures.week_times import sessions_a_week, week_times
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine
from tests.core.lint.exercises import EVERY

HUG = ExerciseStep(exercise="knee-hug")
TWICE_A_WEEK = Schedule(per_week=2)


def found(schedule: Schedule | None, *steps: Step) -> list[Remark]:
    routine = replace(a_routine(*steps), schedule=schedule)
    return list(week_total_remarks(routine, expand(routine, EVERY)))


def test_far_too_much_in_a_week_is_told_at_the_schedule() -> None:
    long = replace(HUG, sets=3, hold_ms=60_000)
    assert found(Schedule(per_week=6), long) == []
    [remark] = found(Schedule(), long)
    assert (remark.code, remark.path) == (RemarkCode.TOO_MUCH_IN_A_WEEK, ("schedule",))
    assert remark.message == "stretched on one side in a week: Deep rotators 21 min"


def test_next_to_nothing_in_a_week_is_told_of_stretches() -> None:
    [remark] = found(TWICE_A_WEEK, HUG)
    assert (remark.code, remark.path) == (RemarkCode.LITTLE_IN_A_WEEK, ("schedule",))
    assert remark.message == ("no muscle group is stretched for more than 1.0 min a week on a side")
    assert found(Schedule(per_week=4), HUG) == []


def test_a_routine_that_is_for_something_else_may_stretch_a_little() -> None:
    bridges = ExerciseStep(exercise="bridge", sets=3)
    assert found(TWICE_A_WEEK, HUG, bridges, a_rest()) == []
    assert found(TWICE_A_WEEK, bridges) == []
    assert len(found(TWICE_A_WEEK, HUG, a_rest(), ExerciseStep(exercise="rest"))) == 1
    slow = ExerciseStep(exercise="nowhere", hold_ms=None, reps=5)
    assert len(found(TWICE_A_WEEK, slow, HUG)) == 0


def test_nothing_is_told_where_nobody_says_how_often() -> None:
    assert found(None, HUG) == []
    assert found(Schedule(as_needed=True), HUG) == []


def test_a_step_counts_on_its_own_days() -> None:
    often = replace(HUG, schedule=Schedule(per_week=2))
    never = replace(HUG, schedule=Schedule(as_needed=True))
    block = RepeatStep(repeat=3, steps=(HUG, a_rest()), schedule=Schedule(per_week=1))
    routine = a_routine(a_rest(), HUG, often, never, block, replace(HUG, schedule=Schedule()))
    times = week_times(routine, expand(routine, EVERY), 5)
    key = (MuscleGroup.DEEP_ROTATORS, Side.LEFT)
    assert times[key] == 30_000 * (5 + 2 + 0 + 3 * 1 + 5)


def test_how_often_a_week() -> None:
    assert sessions_a_week(Schedule(per_day=2, per_week=3)) == 6
    assert sessions_a_week(Schedule(every_days=2)) == 3.5
    assert sessions_a_week(Schedule(as_needed=True, per_day=3)) == 0


@given(
    sets=st.integers(1, 6),
    hold_s=st.integers(1, 120),
    days=st.integers(1, 7),
    per_day=st.integers(1, 3),
)
def test_it_is_told_exactly_from_the_limit_on(
    sets: int, hold_s: int, days: int, per_day: int
) -> None:
    step = replace(HUG, sets=sets, hold_ms=hold_s * 1_000)
    remarks = found(Schedule(per_week=days, per_day=per_day), step)
    is_told = any(remark.code is RemarkCode.TOO_MUCH_IN_A_WEEK for remark in remarks)
    assert is_told is (sets * hold_s * 1_000 * days * per_day > MOST_IN_A_WEEK_MS)
