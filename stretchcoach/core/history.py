"""What the diary knows of a session: what was planned and what was done, per interval.

Times are UTC with the offset of the person's clock, so that a day is the person's own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from zlib import crc32

from stretchcoach.core.events import Outcome
from stretchcoach.core.exercise import Muscle
from stretchcoach.core.sides import AffectedSide, Side
from stretchcoach.core.timeline import Interval, IntervalKind, Timeline

_OUTCOME_RANK = (None, Outcome.SKIPPED, Outcome.SHORTENED, Outcome.DONE, Outcome.EASED_OFF)


class SessionState(Enum):
    """Where a session stands: open ones can be resumed."""

    OPEN = "open"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Moment:
    """A point in time: UTC as `2026-11-22T08:30:00.000Z`, and the local offset in seconds."""

    utc: str
    offset_s: int
    local_day: str


@dataclass(frozen=True)
class StepRecord:
    """A step as it stood in the routine when the session began."""

    step_no: int
    exercise: str | None
    name: str
    targets: tuple[Muscle, ...]


@dataclass(frozen=True)
class IntervalRecord:
    """An interval as planned and as held. `outcome` is None while it was not reached."""

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


@dataclass(frozen=True)
class Feeling:
    """0 to 10, each optional. It is kept and plotted, never scored and never judged."""

    buttock: int | None = None
    leg: int | None = None


@dataclass(frozen=True)
class SessionRecord:
    """One performance of a routine."""

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

    def held_on_ms(self, side: Side) -> int:
        """The time of work on `side` alone."""
        return sum(i.held_ms for i in self.intervals if i.kind.is_work and i.side is side)


def better_outcome(before: Outcome | None, now: Outcome) -> Outcome:
    """What is kept of two performances of one interval: easing off, else the fuller one."""
    return now if _OUTCOME_RANK.index(now) >= _OUTCOME_RANK.index(before) else before or now


def step_records(timeline: Timeline) -> tuple[StepRecord, ...]:
    return tuple(
        StepRecord(
            planned.step_no,
            planned.exercise.id if planned.exercise else None,
            planned.exercise.name if planned.exercise else "",
            planned.exercise.targets.primary if planned.exercise else (),
        )
        for planned in timeline.steps
    )


def interval_records(timeline: Timeline) -> tuple[IntervalRecord, ...]:
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
    )


def fingerprint(timeline: Timeline) -> str:
    """Tells whether a timeline is still the one that a session was begun with."""
    parts = (
        f"{i.kind.value}/{i.exercise}/{i.side.value if i.side else ''}/{i.duration_ms}"
        for i in timeline.intervals
    )
    return f"{len(timeline.intervals)}-{crc32(' '.join(parts).encode()):08x}"
