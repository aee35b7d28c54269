"""The figures of the progress page, drawn from light records of the diary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS
from stretchcoach.core.measures.muscle_groups import COUNTED_KINDS, MuscleGroup, groups_of
from stretchcoach.core.schedule.due import DAY, WEEK, is_gap, monday_of
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from stretchcoach.core.session.timeline import Timeline

# At least 5 minutes a week for each muscle, on 5 days or more (Thomas and others, 2018: seen
# in the record). Little is added beyond about 10 minutes a week (Ingram and others, 2024:
# seen in summaries only). Both are about stretching of healthy people.
WEEK_LEAST_MS = 5 * MINUTE_MS
WEEK_MOST_MS = 10 * MINUTE_MS

_WEEKDAYS = tuple(Weekday)
LEAST_HELD_MS = 30 * SECOND_MS


class SessionSummary(NamedTuple):
    """A session without its intervals. `both_ms` is work of both sides at once.

    A plain tuple, like HeldSum, for a page opens with thousands of them.
    """

    id: str
    routine_id: str
    routine_title: str
    affected: AffectedSide
    started: Moment
    day: date
    state: SessionState
    planned_ms: int
    held_ms: int
    left_ms: int
    right_ms: int
    before: Feeling
    after: Feeling
    note: str

    @property
    def both_ms(self) -> int:
        return self.held_ms - self.left_ms - self.right_ms

    @property
    def counts(self) -> bool:
        """Whether it was a session: a start of a few seconds is none."""
        finished = self.state is SessionState.FINISHED and self.held_ms > 0
        return finished or self.held_ms >= LEAST_HELD_MS


class HeldSum(NamedTuple):
    """What was held in the week from `monday` on for these muscles; no side means both."""

    monday: date
    muscles: tuple[Muscle, ...]
    side: Side | None
    kind: ExerciseKind
    held_ms: int


@dataclass(frozen=True)
class CalendarDay:
    """A day with what was done on it, and whether the schedule asked for it."""

    day: date
    sessions: int
    held_ms: int
    is_planned: bool


@dataclass(frozen=True)
class WeekHeld:
    """The time of a week on each side; what was held with both sides counts for each."""

    monday: date
    left_ms: int = 0
    right_ms: int = 0


@dataclass(frozen=True)
class Streak:
    """Days practised without a planned day missed: the one that runs, and the longest."""

    current: int
    longest: int


def is_planned(day: date, schedule: Schedule | None) -> bool:
    """Whether `schedule` asks for `day`; without one every day may be done, none is asked."""
    if schedule is None:
        return False
    return _WEEKDAYS[day.weekday()] in schedule.weekdays


def days_done(summaries: Iterable[SessionSummary]) -> frozenset[date]:
    """The days on which there was a session."""
    return frozenset(one.day for one in summaries if one.counts)


def calendar(
    summaries: Iterable[SessionSummary], planned: Container[date], first: date, last: date
) -> tuple[CalendarDay, ...]:
    """Every day from `first` to `last`, in order, with the days that were `planned`."""
    sessions: Counter[date] = Counter()
    held_ms: Counter[date] = Counter()
    for one in summaries:
        if one.counts:
            sessions[one.day] += 1
            held_ms[one.day] += one.held_ms
    return tuple(
        CalendarDay(day, sessions[day], held_ms[day], day in planned)
        for day in _each(first, last, DAY)
    )


def streak(done: Iterable[date], schedule: Schedule | None, today: date) -> Streak:
    """The days practised in a row. Rest days break nothing, and today is not over yet.

    Without a schedule a week without any practice is what breaks a row.
    """
    days = sorted(set(done))
    asked = schedule or Schedule(as_needed=True)
    longest = current = 0
    row = before = date.min
    for day in days:
        if not current or is_gap(asked, before, day, row, days):
            current, row = 0, day
        current += 1
        longest = max(longest, current)
        before = day
    if current and is_gap(asked, before, today, row, days):
        current = 0
    return Streak(current, longest)


def weeks_by_group(
    sums: Iterable[HeldSum], first: date, last: date
) -> dict[MuscleGroup, tuple[WeekHeld, ...]]:
    """For each muscle group that was worked, every week from that of `first` to `last`."""
    held: dict[MuscleGroup, dict[tuple[date, Side], int]] = {}
    for one in sums:
        if one.kind not in COUNTED_KINDS:
            continue
        for group in groups_of(one.muscles):
            of_group = held.setdefault(group, {})
            for side in _sides(one.side):
                key = (one.monday, side)
                of_group[key] = of_group.get(key, 0) + one.held_ms
    mondays = tuple(_each(monday_of(first), last, WEEK))
    return {group: _weeks(held[group], mondays) for group in MuscleGroup if group in held}


def _weeks(held: Mapping[tuple[date, Side], int], mondays: Iterable[date]) -> tuple[WeekHeld, ...]:
    return tuple(
        WeekHeld(monday, held.get((monday, Side.LEFT), 0), held.get((monday, Side.RIGHT), 0))
        for monday in mondays
    )


def planned_week(timeline: Timeline, schedule: Schedule) -> dict[MuscleGroup, tuple[int, int]]:
    """What a week by `schedule` asks of each group on the left and on the right, in ms."""
    times = schedule.per_day * schedule.days_a_week
    asked: Counter[tuple[MuscleGroup, Side]] = Counter()
    for interval in timeline.intervals:
        exercise = timeline.step_of(interval).exercise
        if exercise is None or exercise.kind not in COUNTED_KINDS or not interval.kind.is_work:
            continue
        for group in groups_of(exercise.targets.primary):
            for side in _sides(interval.side):
                asked[group, side] += interval.duration_ms or 0
    return {
        group: (round(times * asked[group, Side.LEFT]), round(times * asked[group, Side.RIGHT]))
        for group in MuscleGroup
        if (group, Side.LEFT) in asked or (group, Side.RIGHT) in asked
    }


@cache
def _sides(side: Side | None) -> tuple[Side, ...]:
    return tuple(Side) if side is None else (side,)


def _each(first: date, last: date, step: timedelta) -> Iterator[date]:
    while first <= last:
        yield first
        first += step
