"""How long each muscle group is stretched on each side in a week, by what the schedules say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from stretchcoach.core.content.routine import RepeatStep, RestStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import Side
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.measures.stretched import stretched
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.side_dose import Path

WeekTimes = Mapping[tuple[MuscleGroup, Side], float]


def sessions_a_week(schedule: Schedule) -> float:
    """How often it is done in an average week; never, as needed."""
    return 0 if schedule.as_needed else schedule.per_day * schedule.days_a_week


def week_times(routine: Routine, timeline: Timeline, sessions: float) -> WeekTimes:
    """The time of each group and side in a week of so many `sessions`, in ms. A step with a
    schedule of its own counts as often as that says, at most once a session."""
    often = dict(_often(routine.steps, ("steps",), sessions))
    totals: Counter[tuple[MuscleGroup, Side]] = Counter()
    for step, group, side, time_ms in stretched(timeline):
        totals[group, side] += round(time_ms * often[step.path])
    return totals


def _often(steps: Iterable[Step], path: Path, most: float) -> Iterator[tuple[Path, float]]:
    for index, step in enumerate(steps):
        own = None if isinstance(step, RestStep) else step.schedule
        times = most if own is None else min(most, sessions_a_week(own))
        here = (*path, index)
        if isinstance(step, RepeatStep):
            yield from _often(step.steps, (*here, "steps"), times)
        else:
            yield here, times
