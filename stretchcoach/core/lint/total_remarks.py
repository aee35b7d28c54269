"""How long a muscle is stretched on one side in a whole session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stretchcoach.core.content.muscle_groups import MuscleGroup, group_word, groups_of
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import ExerciseKind, RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.planned_step import PlannedStep

MOST_IN_A_SESSION_MS = 6 * MINUTE_MS


def total_remarks(timeline: Timeline) -> Iterator[Remark]:
    """For each muscle group, the step from which on it is stretched for far too long."""
    totals: Counter[tuple[MuscleGroup, Side]] = Counter()
    told: set[MuscleGroup] = set()
    for interval in timeline.intervals:
        planned = timeline.step_of(interval)
        exercise = planned.exercise
        is_stretch = exercise is not None and exercise.kind is ExerciseKind.STRETCH
        if exercise is None or not is_stretch or not interval.kind.is_work:
            continue
        for group in groups_of(exercise.targets.primary) - told:
            for side in (interval.side,) if interval.side else Side:
                totals[group, side] += interval.duration_ms or 0
            if max(totals[group, side] for side in Side) > MOST_IN_A_SESSION_MS:
                told.add(group)
                yield _remark(group, planned)


def _remark(group: MuscleGroup, planned: PlannedStep) -> Remark:
    return Remark(
        RemarkCode.TOO_MUCH_IN_A_SESSION,
        planned.path,
        tr(
            "with this step, one side is stretched for more than {time} in a session: {muscles}",
            time=short_time_words(MOST_IN_A_SESSION_MS),
            muscles=group_word(group),
        ),
        tr("beyond about 4 minutes a session more stretching adds nothing"),
        tr("Ingram and others 2024, seen in a summary"),
    )
