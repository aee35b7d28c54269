"""What the progress page shows of a period, put together from light records of the diary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.diary.stats import (
    CalendarDay,
    HeldSum,
    SessionSummary,
    Streak,
    WeekHeld,
    calendar,
    planned_week,
    streak,
    weeks_by_group,
)
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.schedule.due import WEEK, monday_of, planned_days
from stretchcoach.core.session.timeline import Timeline


class Asked(NamedTuple):
    """What a routine asks of a week: the schedule that the person took up, the routine written
    out, and the day since when it is planned. Without a schedule nothing was planned."""

    schedule: Schedule | None = None
    timeline: Timeline | None = None
    since: date = date.min


PlannedOf = Callable[[str], Asked]  # by the id of a routine


class Period(Enum):
    """How many weeks back, the present one counted."""

    FOUR_WEEKS = 4
    TWELVE_WEEKS = 12
    YEAR = 52

    def first_day(self, today: date) -> date:
        """The Monday on which it begins."""
        return monday_of(today) - (self.value - 1) * WEEK


@dataclass(frozen=True)
class Plan:
    """The routine that is done most, and what it asks of a week on the left and on the right."""

    schedule: Schedule | None = None
    title: str = ""
    length_ms: int = 0
    groups: Mapping[MuscleGroup, tuple[int, int]] = field(default_factory=dict)
    since: date = date.min

    def days(self, done: Iterable[date], first: date, last: date, today: date) -> frozenset[date]:
        """The days that it asks for by name, since it is planned."""
        if self.schedule is None:
            return frozenset()
        return planned_days(self.schedule, done, max(first, self.since), last, today)


@dataclass(frozen=True)
class Progress:
    """A period of the diary. `sessions` are the newest first, `days` and `weeks` in order.

    `begun` is the first day that the diary knows, None when it is empty.
    """

    period: Period
    today: date
    begun: date | None
    sessions: tuple[SessionSummary, ...]
    days: tuple[CalendarDay, ...]
    streak: Streak
    weeks: Mapping[MuscleGroup, tuple[WeekHeld, ...]]
    plan: Plan


def progress(
    period: Period,
    today: date,
    sessions: Sequence[SessionSummary],
    sums: Iterable[HeldSum],
    done: Sequence[date],
    planned_of: PlannedOf,
) -> Progress:
    """`sessions` and `sums` are those of the period, `done` all days ever practised, sorted."""
    first = period.first_day(today)
    last = monday_of(today) + WEEK - (WEEK / 7)
    plan = plan_of(sessions, planned_of)
    return Progress(
        period=period,
        today=today,
        begun=done[0] if done else None,
        sessions=tuple(sessions),
        days=calendar(sessions, plan.days(done, first, last, today), first, last),
        streak=streak(done, plan.schedule, today),
        weeks=weeks_by_group(sums, first, today),
        plan=plan,
    )


def plan_of(sessions: Sequence[SessionSummary], planned_of: PlannedOf) -> Plan:
    """The plan of the routine that was done most and has one; of equals, the latest."""
    titles = {one.routine_id: one.routine_title for one in sessions}
    for routine_id, _ in Counter(one.routine_id for one in sessions).most_common():
        schedule, timeline, since = planned_of(routine_id)
        if schedule is not None:
            groups = planned_week(timeline, schedule) if timeline else {}
            length_ms = timeline.total_ms if timeline else 0
            return Plan(schedule, titles[routine_id], length_ms, groups, since)
    return Plan()


def is_missed(day: CalendarDay, begun: date | None, today: date) -> bool:
    """Planned and not done: neither before one began, nor today, which is not over."""
    return day.is_planned and day.sessions == 0 and begun is not None and begun <= day.day < today
