"""Texts that name another time than is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Breaths, Dose, DoseChange, Phase, Range
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.lint import lint_exercise
from stretchcoach.core.lint.remark import Edit, Remark
from stretchcoach.core.lint.text_remarks import text_remarks
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine
from tests.core.lint.exercises import EVERY, HUG

STEP = ExerciseStep(exercise="knee-hug", sets=3, hold_ms=30_000)
TWENTY = "Hold for 20 seconds."


def found(step: ExerciseStep, exercise: Exercise = HUG) -> list[Remark]:
    exercises = {**EVERY, exercise.id: exercise}
    routine = a_routine(a_rest(), step)
    return list(text_remarks(routine, expand(routine, exercises)))


def saying(move: str) -> Exercise:
    return replace(HUG, instructions=replace(HUG.instructions, move=move))


def test_a_note_with_another_time_is_told_with_that_time_as_a_fix() -> None:
    [remark] = found(replace(STEP, note=TWENTY))
    assert (remark.code, remark.path) == (RemarkCode.TEXT_AND_TIME, ("steps", 1, "note"))
    assert remark.message == "the text says “20 seconds”, the hold is 30 s"
    assert remark.fix
    assert remark.fix.edits == (Edit(("steps", 1, "hold"), "20s"),)


def test_what_is_not_one_time_has_no_fix() -> None:
    [ranged] = found(replace(STEP, note="Hold 10 to 20 seconds."))
    assert ranged.fix is None
    more = replace(STEP, note=TWENTY, affected=DoseChange(hold_ms=40_000))
    assert found(more)[0].fix is None
    phased = replace(STEP, hold_ms=None, rep=(Phase("Press", 6_000),), note=TWENTY)
    assert found(phased)[0].fix is None


@pytest.mark.parametrize(
    "step",
    [
        replace(STEP, note="Hold for 30 seconds, 3 times."),
        replace(STEP, note="Hold 20 to 30 seconds."),
        replace(STEP, hold_ms=Range(15_000, 30_000), note=TWENTY),
        replace(STEP, affected=DoseChange(hold_ms=20_000), note=TWENTY),
        replace(STEP, hold_ms=Breaths(2), note=TWENTY),
        replace(STEP, hold_ms=Breaths(Range(1, 3)), note=TWENTY),
        replace(STEP, hold_ms=None, pace_ms=4_000, note=TWENTY),
        replace(STEP, hold_ms=None, time_ms=60_000, note="About ten times."),
        replace(STEP, reps=Range(8, 12), note="10 times"),
        replace(STEP, reps=5, sets=2, note="10 times"),
        replace(STEP, note="Three times a day."),
    ],
)
def test_texts_that_agree_or_say_nothing_of_it(step: ExerciseStep) -> None:
    assert found(step) == []


def test_a_count_that_is_another() -> None:
    [remark] = found(replace(STEP, note="Five times."))
    assert remark.message == "the text says “Five times”, and it is done 3 times"
    [both] = found(replace(STEP, sets=2, reps=4, note="10 reps"))
    assert both.message.endswith("it is done 2 × 4 times")
    [once] = found(replace(STEP, sets=1, note="10 times"))
    assert once.message.endswith("it is done 1 times")


def test_what_the_exercise_says_is_told_where_the_dose_stands() -> None:
    [remark] = found(STEP, saying(TWENTY))
    assert (remark.path, remark.fix) == (("steps", 1, "hold"), None)
    [inherited] = found(replace(STEP, hold_ms=None), saying(TWENTY))
    assert inherited.path == ("steps", 1)
    [counted] = found(STEP, replace(HUG, cues=("Do it 9 times",)))
    assert counted.path == ("steps", 1, "sets")
    assert found(STEP, saying("Hold for 30 seconds.")) == []


def test_an_exercise_is_held_against_its_own_dose() -> None:
    [remark] = lint_exercise(saying(TWENTY))
    assert (remark.code, remark.path) == (RemarkCode.TEXT_AND_TIME, ("instructions", "move"))
    assert lint_exercise(saying("Hold for 30 seconds.")) == []
    assert lint_exercise(replace(saying(TWENTY), dose=Dose())) == []
    [cue] = lint_exercise(replace(HUG, cues=("Easy", "Hold 9 s")))
    assert cue.path == ("cues", 1)
