"""More exercises than people keep up."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import ExerciseKind, RemarkCode
from stretchcoach.core.language.i18n import trn
from stretchcoach.core.lint.limits import MOST_EXERCISES
from stretchcoach.core.lint.remark import Remark, remark_by_rule
from stretchcoach.core.session.timeline import Timeline


def exercise_count_remarks(timeline: Timeline) -> Iterator[Remark]:
    """One remark at the first exercise that is too many. What may be left out does not count, nor
    resting, nor what has days of its own."""
    met: dict[str, tuple[str | int, ...]] = {}
    for planned in timeline.steps:
        exercise, step = planned.exercise, planned.step
        if exercise is None or exercise.kind is ExerciseKind.REST or step.optional:
            continue
        if isinstance(step, ExerciseStep) and step.schedule is None:
            met.setdefault(exercise.id, planned.path)
    if len(met) > MOST_EXERCISES:
        yield remark_by_rule(
            RemarkCode.MANY_EXERCISES,
            list(met.values())[MOST_EXERCISES],
            trn("these are {n} exercise", "these are {n} exercises", len(met)),
        )
