"""How long a muscle is stretched on one side in a week, by what the schedules say."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import ExerciseKind, RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.lint.limits import LEAST_IN_A_WEEK_MS, MOST_IN_A_WEEK_MS
from stretchcoach.core.lint.remark import Remark, remark_by_rule
from stretchcoach.core.measures.muscle_groups import COUNTED_KINDS, MuscleGroup, group_word
from stretchcoach.core.measures.week_times import WeekTimes, sessions_a_week, week_times
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.side_dose import Path


def week_total_remarks(routine: Routine, timeline: Timeline) -> Iterator[Remark]:
    """What a routine with a schedule comes to in a week; nothing of one that is done as needed."""
    schedule = routine.schedule
    if schedule is None or schedule.as_needed:
        return
    times = week_times(routine, timeline, sessions_a_week(schedule))
    yield from too_much_remarks(times, ("schedule",))
    longest = max(times.values(), default=0)
    if 0 < longest < LEAST_IN_A_WEEK_MS and _is_mostly_stretches(timeline):
        message = tr(
            "no muscle group is stretched for more than {minutes} min a week on a side",
            minutes=f"{longest / MINUTE_MS:.1f}",
        )
        yield remark_by_rule(RemarkCode.LITTLE_IN_A_WEEK, ("schedule",), message)


def too_much_remarks(times: WeekTimes, path: Path) -> Iterator[Remark]:
    """One remark at `path` on all groups that have far more than enough in a week."""
    longest = {group: max(times.get((group, side), 0) for side in Side) for group in MuscleGroup}
    named = [
        tr("{muscles} {minutes} min", muscles=group_word(group), minutes=round(ms / MINUTE_MS))
        for group, ms in longest.items()
        if ms > MOST_IN_A_WEEK_MS
    ]
    if named:
        message = tr("stretched on one side in a week: {groups}", groups=", ".join(named))
        yield remark_by_rule(RemarkCode.TOO_MUCH_IN_A_WEEK, path, message)


def _is_mostly_stretches(timeline: Timeline) -> bool:
    stretches = work = 0
    for interval in timeline.intervals:
        exercise = timeline.step_of(interval).exercise
        if exercise is None or not interval.kind.is_work or exercise.kind not in COUNTED_KINDS:
            continue
        work += interval.duration_ms or 0
        if exercise.kind is ExerciseKind.STRETCH:
            stretches += interval.duration_ms or 0
    return stretches * 2 > work
