"""What is wrong in a routine or an exercise beyond the shape of its file.

A fault names its place as the path of keys and indices in the file; whoever read the file
knows the line and the column that belong to it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from stretchcoach.core.content.dose import MINUTE_MS, Dose, DoseChange
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.length import step_length
from stretchcoach.core.session.timeline import Path, plan, whole_dose

MAX_TOTAL_MS = 4 * 60 * MINUTE_MS
MAX_STEPS = 500


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where in the file."""

    path: Path
    message: str


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A sentence that offers the nearest of the `known` words, or "" when none is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return tr("did you mean “{word}”?", word=near[0]) if near else ""


def exercise_faults(exercise: Exercise) -> tuple[Fault, ...]:
    """What is wrong in an exercise by itself."""
    faults = list(_dose_faults(exercise.dose, ("dose",)))
    for key in ("easier", "harder"):
        if getattr(exercise, key) == exercise.id:
            faults.append(Fault((key,), tr("an exercise cannot be its own {key} one", key=key)))
    return tuple(faults)


def library_faults(exercises: Exercises) -> dict[str, tuple[Fault, ...]]:
    """By id, the faults that show only when all exercises are known: broken and circular
    links from one exercise to its easier or harder one."""
    found: dict[str, tuple[Fault, ...]] = {}
    for exercise in exercises.values():
        faults = tuple(_link_faults(exercise, exercises))
        if faults:
            found[exercise.id] = faults
    return found


def _link_faults(exercise: Exercise, exercises: Exercises) -> Iterator[Fault]:
    links: tuple[tuple[str, str | None, Callable[[Exercise], str | None]], ...] = (
        ("easier", exercise.easier, _easier),
        ("harder", exercise.harder, _harder),
    )
    for key, target, follow in links:
        if target is None or target == exercise.id:
            continue
        if target not in exercises:
            yield Fault((key,), _unknown_exercise(target, exercises))
        elif exercise.id in (chain := _chain(target, exercises, follow)):
            circle = " → ".join((exercise.id, *chain[: chain.index(exercise.id) + 1]))
            yield Fault((key,), tr("the {key} exercises go in a circle: {circle}",
                                   key=key, circle=circle))  # fmt: skip


def _easier(exercise: Exercise) -> str | None:
    return exercise.easier


def _harder(exercise: Exercise) -> str | None:
    return exercise.harder


def _chain(start: str, exercises: Exercises, follow: Callable[[Exercise], str | None]) -> list[str]:
    """The ids from `start` along `follow`, until the end or the first one met again."""
    chain: list[str] = []
    here: str | None = start
    while here is not None and here in exercises and here not in chain:
        chain.append(here)
        here = follow(exercises[here])
    return chain


def routine_faults(routine: Routine, exercises: Exercises) -> tuple[Fault, ...]:
    """What is wrong in `routine` where `exercises` are all that it may name."""
    if written_out_count(routine.steps) > MAX_STEPS:
        text = tr("written out, this has more than {most} steps", most=MAX_STEPS)
        return (Fault(("steps",), text),)
    faults = tuple(_steps_faults(routine, routine.steps, ("steps",), exercises))
    return faults or tuple(_length_faults(routine, exercises))


def written_out_count(steps: Collection[Step]) -> int:
    """How many steps these are when every block is written out, without writing it."""
    return sum(
        step.repeat * written_out_count(step.steps) if isinstance(step, RepeatStep) else 1
        for step in steps
        if step.enabled
    )


def _steps_faults(
    routine: Routine, steps: Collection[Step], path: Path, exercises: Exercises
) -> Iterator[Fault]:
    for index, step in enumerate(steps):
        here = (*path, index)
        if isinstance(step, RepeatStep):
            yield from _steps_faults(routine, step.steps, (*here, "steps"), exercises)
        elif isinstance(step, ExerciseStep):
            yield from _step_faults(routine, step, here, exercises)


def _step_faults(
    routine: Routine, step: ExerciseStep, path: Path, exercises: Exercises
) -> Iterator[Fault]:
    yield from _dose_faults(step, path)
    if step.affected:
        yield from _dose_faults(step.affected, (*path, "affected"))
    exercise = exercises.get(step.exercise)
    if exercise is None:
        yield Fault((*path, "exercise"), _unknown_exercise(step.exercise, exercises))
        return
    if step.affected and (step.sides or exercise.sides) is not Sides.EACH:
        text = tr("“affected” needs an exercise that does one side, then the other (sides: each)")
        yield Fault((*path, "affected"), text)
    known = whole_dose(step, exercise, routine.defaults).kinds_of_work
    if not known:
        text = tr("say how long: one of hold, pace or rep - the exercise has none of its own")
        yield Fault(path, text)
    elif len(known) > 1 and not step.kinds_of_work:
        text = tr("the dose of this exercise is not clear: it gives {named}", named=_and(known))
        yield Fault((*path, "exercise"), text)


def _dose_faults(dose: DoseChange, path: Path) -> Iterator[Fault]:
    named = _kinds_of_work(dose)
    if len(named) > 1:
        text = tr("only one of {named} can be given", named=_and(named))
        yield Fault((*path, named[1]), text)


def _and(words: Collection[str]) -> str:
    return tr(" and ").join(words)


def _kinds_of_work(dose: DoseChange) -> tuple[str, ...]:
    return (dose if isinstance(dose, Dose) else dose.over(Dose())).kinds_of_work


def _length_faults(routine: Routine, exercises: Exercises) -> Iterator[Fault]:
    """Too long or empty, for a person with no affected side or with two."""
    differs = False
    for affected in (AffectedSide.NONE, AffectedSide.BOTH):
        total_ms = 0
        empty = True
        for planned in plan(routine, exercises, Profile(affected)):
            differs = differs or getattr(planned.step, "affected", None) is not None
            length = step_length(planned)
            empty = empty and length.total_ms == 0 and not length.own_pace
            total_ms += length.total_ms
            if total_ms > MAX_TOTAL_MS:
                text = tr("with this step the routine lasts more than 4 hours")
                yield Fault(planned.path, text)
                return
        if empty:
            yield Fault(("steps",), tr("nothing is left to do: every step is switched off"))
        if empty or not differs:
            return


def _unknown_exercise(name: str, exercises: Exercises) -> str:
    unknown = tr("no exercise is called “{name}”", name=name)
    hint = did_you_mean(name, exercises.keys()) or tr(
        "known are those of `stretchcoach list --exercises`"
    )
    return f"{unknown} - {hint}"
