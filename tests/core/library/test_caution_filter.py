"""What is flagged by the cautions that were ticked, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose, DoseChange, Phase
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.library.caution_filter import (
    FlaggedStep,
    choice_key,
    eased_exercises,
    flagged_steps,
    with_choices,
)
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine, an_exercise, known

KNEE, NERVE = Caution.KNEE, Caution.NERVE


def with_cautions(exercise: Exercise, *cautions: Caution) -> Exercise:
    return replace(exercise, cautions=cautions)


HUG = an_exercise("hug", "Hug")
PIGEON = with_cautions(an_exercise("pigeon", "Pigeon", easier="figure-4"), KNEE, NERVE)
FIGURE_4 = with_cautions(an_exercise("figure-4", "Figure four", easier="wall"), KNEE)
WALL = an_exercise("wall", "Wall", easier="hug", sides=Sides.BOTH)
EXERCISES = known(HUG, PIGEON, FIGURE_4, WALL)


def step(exercise: str, dose: Dose = Dose()) -> ExerciseStep:
    changed = dose.over(ExerciseStep(exercise=exercise))
    assert isinstance(changed, ExerciseStep)
    return changed


BLOCK = RepeatStep(repeat=2, steps=(step("hug"), step("pigeon")))
ROUTINE = a_routine(step("figure-4"), a_rest(), BLOCK)
FIRST, INNER = ("steps", 0), ("steps", 2, "steps", 1)


def test_nothing_ticked_flags_nothing() -> None:
    assert flagged_steps(ROUTINE, EXERCISES, ()) == ()
    assert flagged_steps(ROUTINE, EXERCISES, {Caution.WRIST}) == ()


def test_each_step_is_flagged_once_where_it_stands() -> None:
    assert flagged_steps(ROUTINE, EXERCISES, {KNEE}) == (
        FlaggedStep(FIRST, FIGURE_4, (KNEE,), WALL),
        FlaggedStep(INNER, PIGEON, (KNEE,), WALL),
    )


def test_only_what_was_ticked_is_named() -> None:
    [flagged] = flagged_steps(ROUTINE, EXERCISES, (NERVE,))
    assert flagged == FlaggedStep(INNER, PIGEON, (NERVE,), FIGURE_4)


def test_a_step_that_is_off_is_not_flagged() -> None:
    off = replace(step("pigeon"), enabled=False)
    assert flagged_steps(a_routine(off), EXERCISES, {KNEE}) == ()


@pytest.mark.parametrize("last", [None, "pigeon", "figure-4", "unknown"])
def test_without_an_easier_version_there_is_none(last: str | None) -> None:
    """Neither a circle nor an exercise that is not there leads astray."""
    exercises = known(PIGEON, replace(FIGURE_4, easier=last))
    flagged = flagged_steps(ROUTINE, {**EXERCISES, **exercises}, {KNEE})
    assert [item.easier for item in flagged] == [None, None]


def test_an_easier_version_that_nobody_said_how_long_to_do_is_not_offered() -> None:
    exercises = {**EXERCISES, **known(replace(WALL, dose=Dose()))}
    flagged = flagged_steps(a_routine(step("figure-4")), exercises, {KNEE})
    assert [item.easier for item in flagged] == [HUG]
    timed = a_routine(step("figure-4", Dose(hold_ms=20_000)))
    assert flagged_steps(timed, exercises, {KNEE})[0].easier is exercises["wall"]


def test_without_a_choice_a_flagged_step_is_left_out() -> None:
    chosen = with_choices(ROUTINE, flagged_steps(ROUTINE, EXERCISES, {KNEE}), {})
    assert {i.exercise for i in expand(chosen, EXERCISES).intervals} == {None, "hug"}
    assert len(chosen.steps) == len(ROUTINE.steps)


def test_each_step_goes_its_own_way() -> None:
    flagged = flagged_steps(ROUTINE, EXERCISES, {KNEE})
    choices = {FIRST: StepChoice.EASIER, INNER: StepChoice.KEEP}
    chosen = with_choices(ROUTINE, flagged, choices)
    names = [s.exercise.id for s in expand(chosen, EXERCISES).steps if s.exercise]
    assert names == ["wall", "hug", "pigeon", "hug", "pigeon"]


def test_keeping_everything_changes_nothing() -> None:
    flagged = flagged_steps(ROUTINE, EXERCISES, {KNEE, NERVE})
    choices = {item.path: StepChoice.KEEP for item in flagged}
    assert with_choices(ROUTINE, flagged, choices) == ROUTINE


def test_what_has_no_easier_version_is_left_out_instead() -> None:
    flagged = [FlaggedStep(FIRST, FIGURE_4, (KNEE,), None)]
    chosen = with_choices(ROUTINE, flagged, {FIRST: StepChoice.EASIER})
    assert chosen.steps == (replace(step("figure-4"), enabled=False), *ROUTINE.steps[1:])


def test_the_dose_of_the_step_goes_along() -> None:
    routine = a_routine(step("pigeon", Dose(sets=3, hold_ms=45_000)))
    flagged = flagged_steps(routine, EXERCISES, {NERVE})
    chosen = with_choices(routine, flagged, {FIRST: StepChoice.EASIER})
    assert chosen.steps == (step("figure-4", Dose(sets=3, hold_ms=45_000)),)


def test_spoken_phases_stay_with_the_exercise_they_were_written_for() -> None:
    phases = (Phase("Press the knee away", 5_000),)
    routine = a_routine(step("figure-4", Dose(sets=2, reps=3, rep=phases)))
    flagged = flagged_steps(routine, EXERCISES, {KNEE})
    chosen = with_choices(routine, flagged, {FIRST: StepChoice.EASIER})
    assert chosen.steps == (step("wall", Dose(sets=2)),)


def test_one_side_alone_needs_an_exercise_that_has_sides() -> None:
    routine = a_routine(replace(step("figure-4"), affected=DoseChange(sets=4)))
    flagged = flagged_steps(routine, EXERCISES, {KNEE})
    chosen = with_choices(routine, flagged, {FIRST: StepChoice.EASIER})
    assert chosen.steps == (step("wall"),)


# What the person wanted easier in a session


def test_what_is_wanted_easier_is_flagged_without_a_caution() -> None:
    routine = a_routine(step("pigeon"), step("hug"))
    choices = {choice_key(routine.id, "pigeon"): StepChoice.EASIER,
               choice_key(routine.id, "hug"): StepChoice.KEEP,
               choice_key(routine.id, "wall", (KNEE,)): StepChoice.EASIER,
               choice_key("another", "hug"): StepChoice.EASIER}  # fmt: skip
    eased = eased_exercises(routine, choices)
    assert eased == {"pigeon"}
    (flagged,) = flagged_steps(routine, EXERCISES, (), eased)
    assert (flagged.exercise, flagged.cautions, flagged.easier) == (PIGEON, (), FIGURE_4)


def test_what_is_wanted_easier_twice_goes_one_further() -> None:
    routine = a_routine(step("pigeon"))
    (flagged,) = flagged_steps(routine, EXERCISES, (), {"pigeon", "figure-4"})
    assert flagged.easier is WALL


def test_the_easier_one_names_no_ticked_caution_either() -> None:
    (flagged,) = flagged_steps(a_routine(step("pigeon")), EXERCISES, (KNEE,), {"pigeon"})
    assert (flagged.cautions, flagged.easier) == ((KNEE,), WALL)
