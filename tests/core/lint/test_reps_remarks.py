"""Far more reps than are usual."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.reps_remarks import reps_remarks
from tests.core.builders import a_rest, a_timeline
from tests.core.lint.exercises import EVERY


@pytest.mark.parametrize(
    ("step", "key"),
    [
        (ExerciseStep(exercise="knee-hug", sets=4), None),
        (ExerciseStep(exercise="knee-hug", sets=10), None),
        (ExerciseStep(exercise="knee-hug", sets=11), "sets"),
        (ExerciseStep(exercise="glide", sets=3, reps=10), None),
        (ExerciseStep(exercise="glide", sets=4, reps=10), "reps"),
        (ExerciseStep(exercise="bridge", sets=3, reps=30), None),
        (ExerciseStep(exercise="bridge", sets=4, reps=30), "reps"),
        (ExerciseStep(exercise="bridge", time_ms=60_000, sets=20), None),
        (ExerciseStep(exercise="rest", reps=90), None),
    ],
)
def test_how_often_is_too_often(step: ExerciseStep, key: str | None) -> None:
    found = list(reps_remarks(a_timeline(a_rest(), step, exercises=EVERY)))
    assert [remark.path for remark in found] == ([("steps", 1, key)] if key else [])
    for remark in found:
        assert remark.code is RemarkCode.UNUSUAL_REPS
        assert remark.message.endswith("times on each side that works")


def test_reps_that_the_exercise_brings_are_told_at_the_step() -> None:
    many = ExerciseStep(exercise="bridge", sets=11)
    [remark] = reps_remarks(a_timeline(many, exercises=EVERY))
    assert remark.path == ("steps", 0, "sets")
