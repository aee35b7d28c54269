"""More exercises than people keep up: told at the first that is too many."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.exercise_count import exercise_count_remarks
from stretchcoach.core.lint.remark import Remark
from tests.core.builders import a_rest, a_timeline
from tests.core.lint.exercises import REST, numbered

STEPS = [ExerciseStep(exercise=name) for name in numbered(9)]


def found(*steps: ExerciseStep) -> list[Remark]:
    exercises = {**numbered(9), "rest": REST}
    return list(exercise_count_remarks(a_timeline(*steps, a_rest(), exercises=exercises)))


def test_up_to_seven_are_nothing_to_speak_of() -> None:
    assert found(*STEPS[:7]) == []
    assert found(*STEPS[:7], *STEPS[:7]) == []


def test_the_eighth_is_told() -> None:
    [remark] = found(*STEPS)
    assert (remark.code, remark.path) == (RemarkCode.MANY_EXERCISES, ("steps", 7))
    assert remark.message == "these are 9 exercises"
    assert remark.source == "Henry 1998, 15 people"


def test_what_may_be_left_out_or_has_its_own_days_does_not_count() -> None:
    optional = replace(STEPS[7], optional=True)
    some_days = replace(STEPS[8], schedule=Schedule(per_week=2))
    off = replace(STEPS[7], enabled=False)
    assert found(*STEPS[:7], optional, some_days, off, ExerciseStep(exercise="rest")) == []
