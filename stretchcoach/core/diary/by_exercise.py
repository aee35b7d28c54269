"""How each exercise went over many sessions, side by side: done, eased off, in part, left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import IntervalRecord, SessionRecord, StepRecord


class Went(Enum):
    """How a side of a step went in one session. Who eased off has done it, but not all as asked."""

    DONE = "done"
    EASED_OFF = "eased off"
    IN_PART = "in part"
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class ExerciseLine:
    """An exercise as it was called and asked for last, and how often it went in which way, by
    side; None is work of both sides at once."""

    exercise: str
    name: str
    dose: str
    went: Mapping[Side | None, Mapping[Went, int]]

    def times(self, side: Side | None) -> int:
        """How often it came up on a side."""
        return sum(self.went.get(side, {}).values())

    def count(self, went: Went, side: Side | None) -> int:
        return self.went.get(side, {}).get(went, 0)


def by_exercise(records: Iterable[SessionRecord]) -> tuple[ExerciseLine, ...]:
    """A line an exercise, in the order of the latest session and then as they were met."""
    counts: dict[str, dict[Side | None, Counter[Went]]] = {}
    last: dict[str, StepRecord] = {}
    for record in sorted(records, key=_started, reverse=True):
        for step, side, went in _sides(record):
            assert step.exercise is not None
            last.setdefault(step.exercise, step)
            of_side = counts.setdefault(step.exercise, {}).setdefault(side, Counter())
            of_side[went] += 1
    return tuple(
        ExerciseLine(exercise, last[exercise].name, last[exercise].dose, went)
        for exercise, went in counts.items()
    )


def _started(record: SessionRecord) -> str:
    return record.started.utc


def _sides(record: SessionRecord) -> Iterator[tuple[StepRecord, Side | None, Went]]:
    """Each side of each step; what was not reached any more counts as left out."""
    if record.held_ms == 0:  # a session that was none
        return
    work: dict[int, dict[Side | None, list[IntervalRecord]]] = {}
    for interval in record.intervals:
        if interval.kind.is_work:
            work.setdefault(interval.step_no, {}).setdefault(interval.side, []).append(interval)
    for step in record.steps:
        if step.exercise is not None:
            for side, intervals in work.get(step.step_no, {}).items():
                yield step, side, _went(intervals)


def _went(work: list[IntervalRecord]) -> Went:
    if any(one.eased_at_ms is not None or one.outcome is Outcome.EASED_OFF for one in work):
        return Went.EASED_OFF
    if all(one.outcome is Outcome.DONE for one in work):
        return Went.DONE
    return Went.IN_PART if any(one.held_ms for one in work) else Went.LEFT_OUT
