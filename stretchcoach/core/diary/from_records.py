"""What the diary's tables answer, drawn from whole records: for a diary that is only looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.stats import HeldSum, SessionSummary
from stretchcoach.core.schedule.due import monday_of
from stretchcoach.core.session.record import SessionRecord


def summary_of(record: SessionRecord) -> SessionSummary:
    """`record` without its intervals."""
    return SessionSummary(
        id=record.id,
        routine_id=record.routine_id,
        routine_title=record.routine_title,
        affected=record.affected,
        started=record.started,
        day=record.started.day,
        state=record.state,
        planned_ms=record.planned_ms,
        held_ms=record.held_ms,
        left_ms=record.held_on_ms(Side.LEFT),
        right_ms=record.held_on_ms(Side.RIGHT),
        before=record.before,
        after=record.after,
        note=record.note,
    )


def held_sums_of(records: Iterable[SessionRecord]) -> tuple[HeldSum, ...]:
    """What was held in each week, for the same muscles, side and kind together."""
    sums: Counter[tuple[date, tuple[Muscle, ...], Side | None, ExerciseKind]] = Counter()
    for record in records:
        monday = monday_of(record.started.day)
        steps = {step.step_no: step for step in record.steps}
        for interval in record.intervals:
            step = steps[interval.step_no]
            if interval.kind.is_work and step.kind is not None and interval.held_ms:
                sums[monday, step.targets, interval.side, step.kind] += interval.held_ms
    return tuple(HeldSum(*key, held_ms) for key, held_ms in sums.items())
