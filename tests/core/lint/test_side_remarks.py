"""One side that is worked more without a word of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import DoseChange
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide, OneSide, Sides
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.remark import Edit, Remark
from stretchcoach.core.lint.side_remarks import side_remarks
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine
from tests.core.lint.exercises import EVERY

LEFT = ExerciseStep(exercise="knee-hug", sides=OneSide.LEFT)
RIGHT = ExerciseStep(exercise="knee-hug", sides=OneSide.RIGHT)
BOTH = ExerciseStep(exercise="knee-hug")


def found(*steps: ExerciseStep, routine: Routine | None = None) -> list[Remark]:
    routine = replace(routine or a_routine(BOTH), steps=(a_rest(), *steps))
    return list(side_remarks(routine, expand(routine, EVERY)))


def test_one_side_alone_is_told_and_can_be_mended() -> None:
    [remark] = found(RIGHT)
    assert (remark.code, remark.path) == (RemarkCode.SIDES_UNEQUAL, ("steps", 1, "sides"))
    assert remark.message == "“Knee hug”: on the right side alone"
    assert remark.fix
    assert remark.fix.edits == (Edit(("steps", 1, "sides"), None),)


def test_more_on_one_side_is_told_at_its_step() -> None:
    [remark] = found(BOTH, LEFT)
    assert (remark.message, remark.fix) == ("“Knee hug”: more on the left side", None)
    assert remark.path == ("steps", 2, "sides")
    [longer] = found(LEFT, replace(RIGHT, hold_ms=60_000))
    assert longer.path == ("steps", 2, "sides")


def test_an_exercise_without_sides_has_none_to_go_back_to() -> None:
    [remark] = found(replace(LEFT, exercise="bridge"))
    assert remark.fix is None


@pytest.mark.parametrize(
    "steps",
    [
        (BOTH,),
        (LEFT, RIGHT),
        (replace(LEFT, note="More here."),),
        (replace(BOTH, sides=OneSide.AFFECTED),),
        (replace(BOTH, affected=DoseChange(sets=5)),),
        (replace(BOTH, sides=Sides.BOTH),),
    ],
)
def test_sides_that_are_equal_or_said_are_left_alone(steps: tuple[ExerciseStep, ...]) -> None:
    assert found(*steps) == []


def test_the_affected_side_of_the_file_says_why() -> None:
    routine = replace(a_routine(BOTH), affected=AffectedSide.LEFT)
    assert found(LEFT, routine=routine) == []
    assert len(found(RIGHT, routine=routine)) == 1


ROUTINE = a_routine(BOTH)
LEFT_ONLY, LEFTOVER = "For the left, only.", "What is leftover."


@pytest.mark.parametrize(
    ("said", "other"),
    [
        (replace(ROUTINE, title=LEFT_ONLY), replace(ROUTINE, title=LEFTOVER)),
        (replace(ROUTINE, goal=LEFT_ONLY), replace(ROUTINE, goal=LEFTOVER)),
        (replace(ROUTINE, for_=LEFT_ONLY), replace(ROUTINE, for_=LEFTOVER)),
        (replace(ROUTINE, note=LEFT_ONLY), replace(ROUTINE, note=LEFTOVER)),
    ],
)
def test_a_word_of_the_routine_says_why(said: Routine, other: Routine) -> None:
    assert found(LEFT, routine=said) == []
    assert len(found(RIGHT, routine=said)) == 1
    assert len(found(LEFT, routine=other)) == 1
