"""How long each muscle group is stretched on each side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.measures.muscle_groups import MuscleGroup, groups_of
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.planned_step import PlannedStep


class Stretched(NamedTuple):
    """A muscle group is stretched on one side, in one interval of `step`."""

    step: PlannedStep
    group: MuscleGroup
    side: Side
    time_ms: int


def stretched(timeline: Timeline) -> Iterator[Stretched]:
    """Each time that a group is stretched, in order. Work without a side counts for both."""
    for interval in timeline.intervals:
        if not interval.kind.is_work:
            continue
        step = timeline.step_of(interval)
        exercise = step.exercise
        if exercise is None or exercise.kind is not ExerciseKind.STRETCH:
            continue
        sides = Side if interval.side is None else (interval.side,)
        for group in groups_of(exercise.targets.primary):
            for side in sides:
                yield Stretched(step, group, side, interval.duration_ms or 0)
