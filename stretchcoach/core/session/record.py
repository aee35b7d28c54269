"""What the diary knows of a session: what was planned and what was done, per interval.

Times are UTC with the offset of the person's clock, so that a day is the person's own day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from zlib import crc32

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS, NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.schedule.due_steps import begun_forms
from stretchcoach.core.session.dose_words import written_dose_words
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.shorten import shorten
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline, expand
from stretchcoach.core.steps.planned_step import PlannedStep

MOST_RATING = 10

_OUTCOME_RANK = (None, Outcome.SKIPPED, Outcome.SHORTENED, Outcome.DONE, Outcome.EASED_OFF)


class SessionState(Enum):
    """Where a session stands: open ones can be resumed."""

    OPEN = "open"
    FINISHED = "finished"
    STOPPED = "stopped"


_STATE_RANK = (SessionState.OPEN, SessionState.STOPPED, SessionState.FINISHED)


def is_further(one: SessionState, other: SessionState) -> bool:
    """Whether `one` comes after `other`: a session never goes from there to here."""
    return _STATE_RANK.index(one) > _STATE_RANK.index(other)


@dataclass(frozen=True)
class Moment:
    """A point in time: UTC as `2026-11-22T08:30:00.000Z`, and the local offset in seconds."""

    utc: str
    offset_s: int

    @property
    def local(self) -> datetime:
        """The person's own clock at that moment; ValueError when `utc` is no such text."""
        utc = datetime.fromisoformat(self.utc.removesuffix("Z"))
        return utc + timedelta(seconds=self.offset_s)

    @property
    def day(self) -> date:
        """The person's own day."""
        return self.local.date()


@dataclass(frozen=True)
class StepRecord:
    """A step as it stood in the routine when the session began. A plain rest has no kind.

    `dose`, `load` and `effort` are words: how much was asked for, ranges as they were written,
    with what, and how hard it might feel.
    """

    step_no: int
    exercise: str | None
    name: str
    kind: ExerciseKind | None = None
    targets: tuple[Muscle, ...] = ()
    dose: str = ""
    load: str = ""
    effort: str = ""


@dataclass(frozen=True)
class IntervalRecord:
    """An interval as planned and as held. `outcome` is None while it was not reached.

    `eased_at_ms` is when the person eased off in it; `label` is what a phase of a rep says.
    """

    index: int
    step_no: int
    kind: IntervalKind
    side: Side | None
    set_no: int | None
    rep_no: int | None
    planned_ms: int | None
    held_ms: int = 0
    outcome: Outcome | None = None
    eased_at_ms: int | None = None
    label: str = ""

    def done_again(self, held_ms: int, outcome: Outcome | None) -> IntervalRecord:
        """Of two performances the fuller one is kept, and easing off is never forgotten."""
        return replace(
            self,
            held_ms=max(self.held_ms, held_ms),
            outcome=max(self.outcome, outcome, key=_OUTCOME_RANK.index),
        )

    def merged_with(self, other: IntervalRecord) -> IntervalRecord:
        """What two diaries know of the same interval."""
        eased_at_ms = other.eased_at_ms if self.eased_at_ms is None else self.eased_at_ms
        return replace(self.done_again(other.held_ms, other.outcome), eased_at_ms=eased_at_ms)


@dataclass(frozen=True)
class Feeling:
    """0 to 10, each optional. It is kept and plotted, never scored and never judged."""

    buttock: int | None = None
    leg: int | None = None

    def or_else(self, other: Feeling) -> Feeling:
        """This one, with what it leaves open taken from `other`."""
        return Feeling(
            other.buttock if self.buttock is None else self.buttock,
            other.leg if self.leg is None else self.leg,
        )


@dataclass(frozen=True)
class SessionRecord:
    """One performance of a routine.

    `limit_ms` is the time that the person had where the routine was made shorter for it.
    `ended` is the end; of an open session, when it was last kept.
    """

    id: str
    routine_id: str
    routine_title: str
    affected: AffectedSide
    started: Moment
    state: SessionState
    planned_ms: int
    fingerprint: str
    steps: tuple[StepRecord, ...]
    intervals: tuple[IntervalRecord, ...]
    limit_ms: int | None = None
    at_index: int = 0
    at_elapsed_ms: int = 0
    ended: Moment | None = None
    before: Feeling = Feeling()
    after: Feeling = Feeling()
    note: str = ""

    @property
    def held_ms(self) -> int:
        """The time of work that was really done."""
        return sum(i.held_ms for i in self.intervals if i.kind.is_work)

    def held_on_ms(self, side: Side | None) -> int:
        """The time of work on `side` alone; None is work of both sides together."""
        return sum(i.held_ms for i in self.intervals if i.kind.is_work and i.side is side)

    @property
    def at_step_no(self) -> int:
        """The step that one is in."""
        place = min(self.at_index, len(self.intervals) - 1)
        return self.intervals[place].step_no

    def with_interval(self, changed: IntervalRecord) -> SessionRecord:
        """The record with one of its intervals changed."""
        place = changed.index
        intervals = (*self.intervals[:place], changed, *self.intervals[place + 1 :])
        return replace(self, intervals=intervals)

    def with_place_credited(self) -> SessionRecord:
        """What was held of the interval that was cut off counts as held, but shortened."""
        if self.at_elapsed_ms <= 0 or self.at_index >= len(self.intervals):
            return self
        here = self.intervals[self.at_index]
        outcome = Outcome.SHORTENED if here.eased_at_ms is None else Outcome.EASED_OFF
        return self.with_interval(here.done_again(self.at_elapsed_ms, outcome))

    def stopped(self) -> SessionRecord:
        """A session that was cut off and will not be resumed."""
        if self.state is not SessionState.OPEN:
            return self
        reached_end = self.at_index >= len(self.intervals)
        state = SessionState.FINISHED if reached_end else SessionState.STOPPED
        return replace(self.with_place_credited(), state=state, at_elapsed_ms=0)


def merged(here: SessionRecord, there: SessionRecord) -> SessionRecord:
    """Two records of the same session as one, with the fuller performance of each interval.

    In all else the one that was kept later is believed, `there` if in doubt.
    """
    if here.fingerprint != there.fingerprint or len(here.intervals) != len(there.intervals):
        return max(here, there, key=_held_ms)
    later, other = (there, here) if _last_utc(there) >= _last_utc(here) else (here, there)
    intervals = tuple(
        one.merged_with(another)
        for one, another in zip(later.intervals, other.intervals, strict=True)
    )
    return replace(
        later,
        state=max(later.state, other.state, key=_STATE_RANK.index),
        intervals=intervals,
        before=later.before.or_else(other.before),
        after=later.after.or_else(other.after),
        note=later.note or other.note,
    )


def _held_ms(record: SessionRecord) -> int:
    return record.held_ms


def _last_utc(record: SessionRecord) -> str:
    return record.ended.utc if record.ended else record.started.utc


def new_record(
    session_id: str,
    routine: Routine,
    timeline: Timeline,
    affected: AffectedSide,
    started: Moment,
    limit_ms: int | None = None,
) -> SessionRecord:
    """A session that begins at `started`, with nothing held yet."""
    return SessionRecord(
        id=session_id,
        routine_id=routine.id,
        routine_title=routine.title,
        affected=routine.affected_of(affected),
        started=started,
        state=SessionState.OPEN,
        planned_ms=timeline.total_ms,
        fingerprint=fingerprint(timeline),
        steps=step_records(timeline),
        intervals=interval_records(timeline),
        limit_ms=limit_ms,
    )


def resumed_timeline(
    record: SessionRecord, routine: Routine, exercises: Exercises, person: Profile = NOBODY
) -> Timeline | None:
    """The timeline that `record` was begun with; None when the routine has changed since.

    The breath and the choices within ranges are those of `person`.
    """
    steps = Counter(step.exercise for step in record.steps if step.exercise)
    for form in begun_forms(routine, record.started.day, steps):
        for extra_ms in EXTRA_GET_READY_MS:
            profile = person._replace(affected=record.affected, extra_get_ready_ms=extra_ms)
            chosen = form
            if record.limit_ms is not None:
                chosen = shorten(form, exercises, profile, record.limit_ms).routine
            timeline = expand(chosen, exercises, profile)
            if fingerprint(timeline) == record.fingerprint:
                return timeline
    return None


def step_records(timeline: Timeline) -> tuple[StepRecord, ...]:
    """The steps of `timeline` as the diary keeps them."""
    return tuple(map(_step_record, timeline.steps))


def _step_record(planned: PlannedStep) -> StepRecord:
    step, exercise = planned.step, planned.exercise
    if exercise is None or not isinstance(step, ExerciseStep):
        return StepRecord(planned.step_no, None, "")
    return StepRecord(
        planned.step_no,
        exercise.id,
        exercise.name,
        exercise.kind,
        exercise.targets.primary,
        written_dose_words(planned),
        step.load,
        step.effort,
    )


def interval_records(timeline: Timeline) -> tuple[IntervalRecord, ...]:
    """The intervals of `timeline`, none of them reached yet."""
    return tuple(_planned(index, i) for index, i in enumerate(timeline.intervals))


def _planned(index: int, interval: Interval) -> IntervalRecord:
    return IntervalRecord(
        index,
        interval.step_no,
        interval.kind,
        interval.side,
        interval.set_no,
        interval.rep_no,
        interval.duration_ms,
        label=interval.label,
    )


def fingerprint(timeline: Timeline) -> str:
    """Tells whether a timeline is still the one that a session was begun with."""
    parts = (
        f"{i.kind.value}/{i.exercise}/{i.side.value if i.side else ''}/{i.duration_ms}"
        for i in timeline.intervals
    )
    return f"{len(timeline.intervals)}-{crc32(' '.join(parts).encode()):08x}"
