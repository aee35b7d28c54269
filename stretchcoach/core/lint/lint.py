"""All remarks on a file: what is legal in it but surely not meant.

Nothing here is an error; a file silences a remark by its code, with `lint: {ignore: [code]}`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.terms import Caution, RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.caution_remarks import caution_remarks
from stretchcoach.core.lint.dose_remarks import dose_remarks
from stretchcoach.core.lint.exercise_count import exercise_count_remarks
from stretchcoach.core.lint.exercise_remarks import Said, exercise_remarks, promises
from stretchcoach.core.lint.level_remarks import level_remarks
from stretchcoach.core.lint.order_remarks import order_remarks
from stretchcoach.core.lint.remark import Remark, remark_by_rule
from stretchcoach.core.lint.reps_remarks import reps_remarks
from stretchcoach.core.lint.session_total import session_total_remarks
from stretchcoach.core.lint.side_remarks import side_remarks
from stretchcoach.core.lint.text_remarks import dose_text_remarks, text_remarks
from stretchcoach.core.lint.time_remarks import time_remarks
from stretchcoach.core.lint.week_total import week_total_remarks
from stretchcoach.core.session.shorten import single_steps
from stretchcoach.core.session.timeline import Interval, Timeline, expand
from stretchcoach.core.steps.side_dose import Path

_MISSED = (RemarkCode.NO_PICTURE, RemarkCode.UNSAID)


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
    cautions: Collection[Caution] = (),
) -> list[Remark]:
    """The remarks on `routine`, which must have no faults.

    `exercises` are all that it may name, its own among them as they are with its changes.
    `cautions` are those of the client for whom it is.
    """
    timeline = expand(routine, exercises, profile)
    remarks = [
        *_hides(routine.id, bundled.routines),
        *promises(_texts(routine)),
        *caution_remarks(routine, exercises, cautions),
        *_step_remarks(routine, timeline),
        *level_remarks(routine, timeline),
        *side_remarks(routine, timeline),
        *exercise_count_remarks(timeline),
        *session_total_remarks(timeline),
        *week_total_remarks(routine, timeline),
        *order_remarks(routine, exercises),
        *_own_exercises(routine, exercises, bundled),
    ]
    return wanted(remarks, routine.lint.ignore)


def lint_exercise(exercise: Exercise, bundled: Bundled = Bundled()) -> list[Remark]:
    """The remarks on an exercise that has a file of its own."""
    remarks = [
        *_hides(exercise.id, bundled.exercises),
        *exercise_remarks(exercise),
        *dose_text_remarks(exercise),
    ]
    return wanted(remarks, exercise.lint.ignore)


def used_exercise_remarks(routine: Routine, exercises: Exercises, bundled: Bundled) -> list[Remark]:
    """What the client would miss of exercises that have files of their own, at the first step with
    each. Whoever checks those files is told there."""
    first: dict[str, Path] = {}
    for path, step in single_steps(routine.steps):
        if isinstance(step, ExerciseStep):
            first.setdefault(step.exercise, (*path, "exercise"))
    remarks = [
        remark
        for name, path in first.items()
        if name not in bundled.exercises and name not in routine.exercises
        for remark in _missed(exercises[name], path)
    ]
    return wanted(remarks, routine.lint.ignore)


def _missed(exercise: Exercise, path: Path) -> Iterator[Remark]:
    found = (r for r in exercise_remarks(exercise, path) if r.code in _MISSED)
    for remark in wanted(found, exercise.lint.ignore):
        message = tr("{name}: {value}", name=exercise.name, value=remark.message)
        yield replace(remark, path=path, message=message)


def wanted(remarks: Iterable[Remark], ignored: Collection[RemarkCode]) -> list[Remark]:
    """Each remark once, for the steps of a repeat block are met several times."""
    return [remark for remark in dict.fromkeys(remarks) if remark.code not in ignored]


def _hides(name: str, bundled: Collection[str], path: Path = ("id",)) -> Iterator[Remark]:
    if name in bundled:
        message = tr("“{id}” is one that comes with the program, and is hidden by this", id=name)
        yield remark_by_rule(RemarkCode.HIDES_BUNDLED, path, message)


def routine_step_remarks(routine: Routine, exercises: Exercises) -> list[Remark]:
    """What is to be said of the single steps of `routine`, silenced or not."""
    return list(_step_remarks(routine, expand(routine, exercises)))


def _step_remarks(routine: Routine, timeline: Timeline) -> Iterator[Remark]:
    by_step = {no: tuple(own) for no, own in groupby(timeline.intervals, _step_no)}
    for planned in timeline.steps:
        yield from dose_remarks(planned, by_step.get(planned.step_no, ()))
    yield from reps_remarks(timeline)
    yield from text_remarks(routine, timeline)
    yield from time_remarks(routine, timeline)


def _step_no(interval: Interval) -> int:
    return interval.step_no


def _own_exercises(routine: Routine, exercises: Exercises, bundled: Bundled) -> Iterator[Remark]:
    """A change to a bundled exercise is one on purpose, unless it is whole by itself."""
    for name, patch in routine.exercises.items():
        path = ("exercises", name)
        exercise = exercises[name]
        ignored = exercise.lint.ignore
        if name not in bundled.exercises:
            yield from wanted(exercise_remarks(exercise, path), ignored)
            continue
        if {"name", "instructions", "position"} <= patch.given.keys():
            yield from wanted(_hides(name, bundled.exercises, path), ignored)
        changed = [r for r in exercise_remarks(exercise, path) if r.code is RemarkCode.PROMISE]
        yield from wanted(changed, ignored)


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
