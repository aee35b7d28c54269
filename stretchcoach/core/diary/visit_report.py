"""What a visit report says of a period of the diary: facts alone, no score and no judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stretchcoach.core.content.schedule import DAYS_OF_A_WEEK, Schedule
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.period import PlannedOf
from stretchcoach.core.diary.session_words import is_done_in_full, remarks, title_words
from stretchcoach.core.diary.stats import planned_week
from stretchcoach.core.measures.muscle_groups import COUNTED_KINDS, MuscleGroup, groups_of
from stretchcoach.core.schedule.due import DAY, planned_days
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import Feeling, SessionRecord, SessionState


@dataclass(frozen=True)
class RoutineLine:
    """How often a routine was done, how often of these only in part, and how often it was
    planned, where that is known."""

    title: str
    done: int
    planned: int | None = None
    in_part: int = 0


@dataclass(frozen=True)
class GroupLine:
    """The time of an average week on each side, and what was planned, where that is known."""

    group: MuscleGroup
    left_ms: int
    right_ms: int
    planned: tuple[int, int] | None = None


@dataclass(frozen=True)
class DatedLine:
    """Something that was said, or that went otherwise than planned."""

    day: date
    text: str


@dataclass(frozen=True)
class FeelingLine:
    """What was said around one session."""

    day: date
    before: Feeling
    after: Feeling


@dataclass(frozen=True)
class ActivityLine:
    """An activity of the person's own, with its ratings, the oldest first."""

    name: str
    ratings: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class VisitReport:
    """All of a report; every list is in the order of time, the oldest first."""

    first: date
    last: date
    affected: AffectedSide
    days_practised: int
    left_ms: int
    right_ms: int
    both_ms: int
    routines: tuple[RoutineLine, ...]
    groups: tuple[GroupLine, ...]
    changes: tuple[DatedLine, ...]
    feelings: tuple[FeelingLine, ...]
    notes: tuple[DatedLine, ...]
    activities: tuple[ActivityLine, ...] = ()

    @property
    def sessions(self) -> int:
        return sum(line.done for line in self.routines)

    @property
    def in_part(self) -> int:
        """How many of the sessions were done only in part."""
        return sum(line.in_part for line in self.routines)


def visit_report(
    records: Sequence[SessionRecord],
    first: date,
    last: date,
    affected: AffectedSide,
    planned_of: PlannedOf,
    activities: Iterable[tuple[Activity, Sequence[ActivityRating]]] = (),
) -> VisitReport:
    """The report of `records`, the sessions of the days from `first` to `last`.

    One in which nothing was held counts nowhere, but what was said about it is told.
    """
    begun = sorted(records, key=_started)
    held = [one for one in begun if one.held_ms > 0]
    weeks = ((last - first).days + 1) / 7
    return VisitReport(
        first=first,
        last=last,
        affected=affected,
        days_practised=len({one.started.day for one in held}),
        left_ms=sum(one.held_on_ms(Side.LEFT) for one in held),
        right_ms=sum(one.held_on_ms(Side.RIGHT) for one in held),
        both_ms=sum(one.held_on_ms(None) for one in held),
        routines=tuple(_routines(held, last, planned_of)),
        groups=tuple(_groups(held, weeks, planned_of)),
        changes=tuple(_changes(held)),
        feelings=tuple(_feelings(begun)),
        notes=tuple(DatedLine(r.started.day, " ".join(r.note.split())) for r in begun if r.note),
        activities=tuple(_activities(activities, first, last)),
    )


def _started(record: SessionRecord) -> str:
    return record.started.utc


def _routines(
    held: Sequence[SessionRecord], last: date, planned_of: PlannedOf
) -> Iterator[RoutineLine]:
    """The routine done most first. Only the one that is planned has its plan counted."""
    times = Counter(one.routine_id for one in held)
    in_part = Counter(one.routine_id for one in held if not is_done_in_full(one))
    titles = {one.routine_id: one.routine_title for one in held}
    main = _main_routine(held, planned_of)
    for routine_id, count in times.most_common():
        planned = None
        if main is not None and routine_id == main[0]:
            days = [one.started.day for one in held if one.routine_id == routine_id]
            first = max(days[0], planned_of(routine_id).since)
            planned = times_planned(main[1], first, last, days[-1])
        yield RoutineLine(title_words(titles[routine_id]), count, planned, in_part[routine_id])


def _main_routine(
    held: Sequence[SessionRecord], planned_of: PlannedOf
) -> tuple[str, Schedule] | None:
    """The routine that was done most and has a schedule."""
    for routine_id, _ in Counter(one.routine_id for one in held).most_common():
        schedule = planned_of(routine_id).schedule
        if schedule is not None:
            return routine_id, schedule
    return None


def times_planned(schedule: Schedule, first: date, last: date, last_done: date) -> int:
    """How often `schedule` asks for it; `last` counts only when it was done on that day."""
    end = last if last_done == last else last - DAY
    days = max(0, (end - first).days + 1)
    if not schedule.weekdays:  # a rhythm, or so many times a week
        return schedule.per_day * round(days * schedule.days_a_week / DAYS_OF_A_WEEK)
    return schedule.per_day * len(planned_days(schedule, (), first, end, end))


def _groups(
    held: Sequence[SessionRecord], weeks: float, planned_of: PlannedOf
) -> Iterator[GroupLine]:
    sums: Counter[tuple[MuscleGroup, Side]] = Counter()
    for record in held:
        steps = {step.step_no: step for step in record.steps}
        for interval in record.intervals:
            step = steps[interval.step_no]
            if interval.kind.is_work and step.kind in COUNTED_KINDS:
                for group in groups_of(step.targets):
                    for side in Side if interval.side is None else (interval.side,):
                        sums[group, side] += interval.held_ms
    planned = _planned_groups(held, planned_of)
    for group in MuscleGroup:
        left_ms, right_ms = sums[group, Side.LEFT], sums[group, Side.RIGHT]
        if left_ms or right_ms:
            times = round(left_ms / weeks), round(right_ms / weeks)
            yield GroupLine(group, *times, planned.get(group))


def _planned_groups(
    held: Sequence[SessionRecord], planned_of: PlannedOf
) -> Mapping[MuscleGroup, tuple[int, int]]:
    main = _main_routine(held, planned_of)
    timeline = planned_of(main[0]).timeline if main else None
    return planned_week(timeline, main[1]) if main and timeline else {}


def _changes(held: Iterable[SessionRecord]) -> Iterator[DatedLine]:
    """What was cut off, eased off, left out or shortened, and when."""
    for record in held:
        if record.state is not SessionState.FINISHED or any(_differs(record)):
            yield DatedLine(record.started.day, "; ".join(remarks(record)))


def _differs(record: SessionRecord) -> Iterator[bool]:
    for interval in record.intervals:
        if interval.kind.is_work:
            yield interval.outcome is not Outcome.DONE or interval.eased_at_ms is not None


def _feelings(held: Iterable[SessionRecord]) -> Iterator[FeelingLine]:
    for record in held:
        if record.before != Feeling() or record.after != Feeling():
            yield FeelingLine(record.started.day, record.before, record.after)


def _activities(
    activities: Iterable[tuple[Activity, Sequence[ActivityRating]]], first: date, last: date
) -> Iterator[ActivityLine]:
    for activity, ratings in activities:
        within = tuple(
            (one.rated.day, one.rating) for one in ratings if first <= one.rated.day <= last
        )
        if within:
            yield ActivityLine(" ".join(activity.name.split()), within)
