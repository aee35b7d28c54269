"""Which steps of a routine a person may want to leave out, by the cautions they ticked.

Information first: `flagged_steps` says which steps are meant and which easier version has no
such caution. What then happens to each step is the person's choice; `with_choices` builds the
routine from it. Nothing is swapped by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from stretchcoach.core.content.exercise import Caution, Exercise
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    RepeatStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.library.step_choice import StepChoice as StepChoice
from stretchcoach.core.session.shorten import single_steps
from stretchcoach.core.session.timeline import Path, whole_dose


@dataclass(frozen=True)
class FlaggedStep:
    """A step whose exercise names a caution that the person ticked.

    `path` is where it stands in the routine's file. `easier` is the nearest easier version
    without any of the ticked cautions, None when there is none.
    """

    path: Path
    exercise: Exercise
    cautions: tuple[Caution, ...]
    easier: Exercise | None


def flagged_steps(
    routine: Routine, exercises: Exercises, ticked: Collection[Caution]
) -> tuple[FlaggedStep, ...]:
    """The enabled steps of `routine` that `ticked` concerns, each once, in order."""
    found = []
    for path, step in single_steps(routine.steps):
        if not isinstance(step, ExerciseStep) or not step.enabled:
            continue
        exercise = exercises[step.exercise]
        cautions = tuple(caution for caution in exercise.cautions if caution in ticked)
        if cautions:
            easier = _easier(step, exercise, exercises, ticked, routine.defaults)
            found.append(FlaggedStep(path, exercise, cautions, easier))
    return tuple(found)


def with_choices(
    routine: Routine, flagged: Iterable[FlaggedStep], choices: Mapping[Path, StepChoice]
) -> Routine:
    """`routine` with every flagged step as its path's choice says; left out where none is made.

    A step without an easier version cannot become it, and is left out, too.
    """
    changes = {item.path: (item, choices.get(item.path, StepChoice.LEAVE_OUT)) for item in flagged}
    return replace(routine, steps=_changed(routine.steps, ("steps",), changes))


Changes = Mapping[Path, tuple[FlaggedStep, StepChoice]]


def _changed(steps: tuple[Step, ...], path: Path, changes: Changes) -> tuple[Step, ...]:
    result: list[Step] = []
    for index, step in enumerate(steps):
        here = (*path, index)
        if isinstance(step, RepeatStep):
            step = replace(step, steps=_changed(step.steps, (*here, "steps"), changes))
        elif isinstance(step, ExerciseStep) and here in changes:
            step = _chosen(step, *changes[here])
        result.append(step)
    return tuple(result)


def _chosen(step: ExerciseStep, flagged: FlaggedStep, choice: StepChoice) -> ExerciseStep:
    if choice is StepChoice.KEEP:
        return step
    if choice is StepChoice.EASIER and flagged.easier is not None:
        return _swapped(step, flagged.easier)
    return replace(step, enabled=False)


def _easier(
    step: ExerciseStep,
    exercise: Exercise,
    exercises: Exercises,
    ticked: Collection[Caution],
    defaults: RoutineDefaults,
) -> Exercise | None:
    """The first along the chain of easier versions that `ticked` does not concern."""
    seen = {exercise.id}
    now = exercises.get(exercise.easier) if exercise.easier else None
    while now is not None and now.id not in seen:
        seen.add(now.id)
        dose = whole_dose(_swapped(step, now), now, defaults)
        if not set(now.cautions) & set(ticked) and len(dose.kinds_of_work) == 1:
            return now
        now = exercises.get(now.easier) if now.easier else None
    return None


def _swapped(step: ExerciseStep, easier: Exercise) -> ExerciseStep:
    """`step` with the easier exercise. Spoken phases were written for the other one; what
    concerns one side alone needs an exercise that does one side, then the other."""
    changed = replace(step, exercise=easier.id)
    if step.rep is not None:
        changed = replace(changed, rep=None, reps=None)
    if (step.sides or easier.sides) is not Sides.EACH:
        changed = replace(changed, affected=None)
    return changed
