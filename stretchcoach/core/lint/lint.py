"""All remarks on a file: what is legal in it but surely not meant.

Nothing here is an error; a file silences a remark by its code, with `lint: {ignore: [code]}`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.dose_remarks import dose_remarks
from stretchcoach.core.lint.exercise_remarks import Said, exercise_remarks, promises
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.lint.time_remarks import time_remarks
from stretchcoach.core.lint.total_remarks import total_remarks
from stretchcoach.core.session.timeline import Interval, Timeline, expand
from stretchcoach.core.steps.side_dose import Path


@dataclass(frozen=True)
class Bundled:
    """The ids that come with the program, which a file of one's own can hide."""

    exercises: Collection[str] = ()
    routines: Collection[str] = ()


def lint(
    routine: Routine,
    exercises: Exercises,
    profile: Profile = NOBODY,
    bundled: Bundled = Bundled(),
) -> list[Remark]:
    """The remarks on `routine`, which must have no faults, in the order of its file's steps.

    `exercises` are all that it may name, its own among them as they are with its changes.
    """
    timeline = expand(routine, exercises, profile)
    remarks = [
        *_hides(routine.id, bundled.routines),
        *promises(_texts(routine)),
        *_step_remarks(timeline),
        *time_remarks(routine, timeline),
        *total_remarks(timeline),
        *_own_exercises(routine, exercises, bundled),
    ]
    return _wanted(remarks, routine.lint.ignore)


def lint_exercise(exercise: Exercise, bundled: Bundled = Bundled()) -> list[Remark]:
    """The remarks on an exercise that has a file of its own."""
    remarks = [*_hides(exercise.id, bundled.exercises), *exercise_remarks(exercise)]
    return _wanted(remarks, exercise.lint.ignore)


def _wanted(remarks: Iterable[Remark], ignored: Collection[RemarkCode]) -> list[Remark]:
    """Each remark once, for the steps of a repeat block are met several times."""
    return [remark for remark in dict.fromkeys(remarks) if remark.code not in ignored]


def _hides(name: str, bundled: Collection[str], path: Path = ("id",)) -> Iterator[Remark]:
    if name in bundled:
        yield Remark(
            RemarkCode.HIDES_BUNDLED,
            path,
            tr("“{id}” is one that comes with the program, and is hidden by this", id=name),
            tr("with another id both can be used"),
        )


def _step_remarks(timeline: Timeline) -> Iterator[Remark]:
    by_step = {no: tuple(own) for no, own in groupby(timeline.intervals, _step_no)}
    for planned in timeline.steps:
        yield from dose_remarks(planned, by_step.get(planned.step_no, ()))


def _step_no(interval: Interval) -> int:
    return interval.step_no


def _own_exercises(routine: Routine, exercises: Exercises, bundled: Bundled) -> Iterator[Remark]:
    """A change to a bundled exercise is one on purpose, unless it is whole by itself."""
    for name, patch in routine.exercises.items():
        path = ("exercises", name)
        exercise = exercises[name]
        ignored = exercise.lint.ignore
        if name not in bundled.exercises:
            yield from _wanted(exercise_remarks(exercise, path), ignored)
            continue
        if {"name", "instructions", "position"} <= patch.given.keys():
            yield from _wanted(_hides(name, bundled.exercises, path), ignored)
        changed = [r for r in exercise_remarks(exercise, path) if r.code is RemarkCode.PROMISE]
        yield from _wanted(changed, ignored)


def _texts(routine: Routine) -> list[Said]:
    said = [Said(("title",), routine.title, is_name=True)]
    said += [Said((key,), text) for key, text in (("goal", routine.goal), ("for", routine.for_))]
    said.append(Said(("note",), routine.note))
    return said + list(_notes(routine.steps, ("steps",)))


def _notes(steps: Iterable[Step], path: Path) -> Iterator[Said]:
    for number, step in enumerate(steps):
        here = (*path, number)
        if isinstance(step, RepeatStep):
            yield from _notes(step.steps, (*here, "steps"))
            continue
        yield Said((*here, "note"), step.note)
        for phase_no, phase in enumerate(
            (step.rep or ()) if isinstance(step, ExerciseStep) else ()
        ):
            yield Said((*here, "rep", phase_no, "say"), phase.say)
