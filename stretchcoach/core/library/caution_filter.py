"""Which steps of a routine a person may want to change, by the cautions they ticked and by what
they wanted easier in a session.

Information first: `flagged_steps` says which steps are meant and which easier version has no
such caution. What then happens to each step is the person's choice; `with_choices` builds the
routine from it. Nothing is swapped by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    RepeatStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.session.shorten import single_steps
from stretchcoach.core.steps.planned_step import whole_dose
from stretchcoach.core.steps.side_dose import Path


@dataclass(frozen=True)
class FlaggedStep:
    """A step whose exercise names a caution that the person ticked, or, with no `cautions`, one
    that the person wants easier.

    `path` is where it stands in the routine's file. `easier` is the nearest easier version
    without any of the ticked cautions, None when there is none.
    """

    path: Path
    exercise: Exercise
    cautions: tuple[Caution, ...]
    easier: Exercise | None


def choice_key(routine_id: str, exercise_id: str, cautions: Iterable[Caution] = ()) -> str:
    """The name of a choice among the settings: another caution asks once more."""
    return f"{routine_id}/{exercise_id}/{'+'.join(caution.value for caution in cautions)}"


def eased_exercises(routine: Routine, choices: Mapping[str, StepChoice]) -> frozenset[str]:
    """The exercises that the person wants easier in `routine`, whatever the cautions."""
    start = f"{routine.id}/"
    return frozenset(
        key.removeprefix(start).removesuffix("/")
        for key, choice in choices.items()
        if key.startswith(start) and key.endswith("/") and choice is StepChoice.EASIER
    )


def flagged_steps(
    routine: Routine,
    exercises: Exercises,
    ticked: Collection[Caution],
    eased: Collection[str] = (),
) -> tuple[FlaggedStep, ...]:
    """The enabled steps of `routine` that `ticked` concerns, or whose exercises are `eased`, each
    once, in order."""
    found = []
    for path, step in single_steps(routine.steps):
        if not isinstance(step, ExerciseStep) or not step.enabled:
            continue
        exercise = exercises[step.exercise]
        cautions = tuple(caution for caution in exercise.cautions if caution in ticked)
        if cautions or exercise.id in eased:
            chain = _easier_versions(step, exercise, exercises, ticked, routine.defaults)
            easier = next((one for one in chain if one.id not in eased), None)
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


def _easier_versions(
    step: ExerciseStep,
    exercise: Exercise,
    exercises: Exercises,
    ticked: Collection[Caution],
    defaults: RoutineDefaults,
) -> Iterator[Exercise]:
    """Those along the chain of easier versions that `ticked` does not concern."""
    seen = {exercise.id}
    now = exercises.get(exercise.easier) if exercise.easier else None
    while now is not None and now.id not in seen:
        seen.add(now.id)
        dose = whole_dose(_swapped(step, now), now, defaults)
        if not set(now.cautions) & set(ticked) and len(dose.kinds_of_work) == 1:
            yield now
        now = exercises.get(now.easier) if now.easier else None


def _swapped(step: ExerciseStep, easier: Exercise) -> ExerciseStep:
    """`step` with the easier exercise. Spoken phases were written for the other one; what
    concerns one side alone needs an exercise that does one side, then the other."""
    changed = replace(step, exercise=easier.id, instead_of=step.exercise)
    if step.rep is not None:
        changed = replace(changed, rep=None, reps=None)
    if (step.sides or easier.sides) is not Sides.EACH:
        changed = replace(changed, affected=None)
    return changed
