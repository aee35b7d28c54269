"""A demanding exercise in an easy routine."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.level_remarks import level_remarks
from stretchcoach.core.lint.remark import Edit, Remark
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine
from tests.core.lint.exercises import EVERY


def found(level: int, *names: str) -> list[Remark]:
    steps = [ExerciseStep(exercise=name) for name in names]
    routine = replace(a_routine(a_rest(), *steps), level=level)
    return list(level_remarks(routine, expand(routine, EVERY)))


def test_a_demanding_exercise_is_told_once_with_the_level_that_fits() -> None:
    [remark] = found(1, "knee-hug", "pigeon", "pigeon")
    assert (remark.code, remark.path) == (RemarkCode.HARDER_THAN_SAID, ("steps", 2))
    assert remark.message == "“Pigeon” is demanding, and the routine an easy one"
    assert remark.fix
    assert remark.fix.edits == (Edit(("level",), "3"),)


def test_a_routine_that_says_so_is_left_alone() -> None:
    assert found(2, "pigeon") == []
    assert found(1, "knee-hug") == []
