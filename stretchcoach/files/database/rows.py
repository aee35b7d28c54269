"""Between the rows of the diary's tables and the records of `core`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from stretchcoach.core.content.exercise import ExerciseKind, Muscle
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.stats import monday_of
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import (
    Feeling,
    IntervalRecord,
    Moment,
    SessionRecord,
    SessionState,
    StepRecord,
)
from stretchcoach.core.session.timeline import IntervalKind

LIST_SEPARATOR = ","
BOTH_SIDES = ""

Row = dict[str, object]


def storable(text: str) -> str:
    """`text` as SQLite can keep it: halves of surrogate pairs are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def session_row(record: SessionRecord) -> Row:
    return {
        "id": record.id,
        "routine_id": storable(record.routine_id),
        "routine_title": storable(record.routine_title),
        "affected": record.affected.value,
        "started_utc": record.started.utc,
        "started_offset_s": record.started.offset_s,
        "local_day": record.started.day.isoformat(),
        "state": record.state.value,
        "planned_ms": record.planned_ms,
        "fingerprint": record.fingerprint,
        "limit_ms": record.limit_ms,
        "at_index": record.at_index,
        "at_elapsed_ms": record.at_elapsed_ms,
        "ended_utc": record.ended.utc if record.ended else None,
        "ended_offset_s": record.ended.offset_s if record.ended else None,
        "before_buttock": record.before.buttock,
        "before_leg": record.before.leg,
        "after_buttock": record.after.buttock,
        "after_leg": record.after.leg,
        "note": storable(record.note),
        "held_ms": record.held_ms,
        "held_left_ms": record.held_on_ms(Side.LEFT),
        "held_right_ms": record.held_on_ms(Side.RIGHT),
    }


def session_of_row(
    row: sqlite3.Row, steps: tuple[StepRecord, ...], intervals: tuple[IntervalRecord, ...]
) -> SessionRecord:
    return SessionRecord(
        id=row["id"],
        routine_id=row["routine_id"],
        routine_title=row["routine_title"],
        affected=AffectedSide(row["affected"]),
        started=Moment(row["started_utc"], row["started_offset_s"]),
        state=SessionState(row["state"]),
        planned_ms=row["planned_ms"],
        fingerprint=row["fingerprint"],
        steps=steps,
        intervals=intervals,
        limit_ms=row["limit_ms"],
        at_index=row["at_index"],
        at_elapsed_ms=row["at_elapsed_ms"],
        ended=Moment(row["ended_utc"], row["ended_offset_s"]) if row["ended_utc"] else None,
        before=Feeling(row["before_buttock"], row["before_leg"]),
        after=Feeling(row["after_buttock"], row["after_leg"]),
        note=row["note"],
    )


def step_row(session_id: str, step: StepRecord) -> Row:
    return {
        "session_id": session_id,
        "step_no": step.step_no,
        "exercise": storable(step.exercise) if step.exercise else None,
        "name": storable(step.name),
        "kind": step.kind.value if step.kind else None,
        "targets": LIST_SEPARATOR.join(muscle.value for muscle in step.targets),
    }


def step_of_row(row: sqlite3.Row) -> StepRecord:
    names = row["targets"].split(LIST_SEPARATOR) if row["targets"] else []
    return StepRecord(
        step_no=row["step_no"],
        exercise=row["exercise"],
        name=row["name"],
        kind=ExerciseKind(row["kind"]) if row["kind"] else None,
        targets=tuple(Muscle(name) for name in names),
    )


def interval_row(session_id: str, interval: IntervalRecord) -> Row:
    return {
        "session_id": session_id,
        "position": interval.index,
        "step_no": interval.step_no,
        "kind": interval.kind.value,
        "side": interval.side.value if interval.side else None,
        "set_no": interval.set_no,
        "rep_no": interval.rep_no,
        "planned_ms": interval.planned_ms,
        "held_ms": interval.held_ms,
        "outcome": interval.outcome.value if interval.outcome else None,
        "eased_at_ms": interval.eased_at_ms,
        "label": storable(interval.label),
    }


def interval_of_row(row: sqlite3.Row) -> IntervalRecord:
    return IntervalRecord(
        index=row["position"],
        step_no=row["step_no"],
        kind=IntervalKind(row["kind"]),
        side=Side(row["side"]) if row["side"] else None,
        set_no=row["set_no"],
        rep_no=row["rep_no"],
        planned_ms=row["planned_ms"],
        held_ms=row["held_ms"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        eased_at_ms=row["eased_at_ms"],
        label=row["label"],
    )


def held_rows(record: SessionRecord) -> Iterator[Row]:
    """What the session adds to its week: time of work by muscles, side and kind of exercise.

    The muscles of an exercise stay together, so that a hold for two of the same group is
    not counted twice.
    """
    steps = {step.step_no: step for step in record.steps}
    sums: Counter[tuple[str, str, str]] = Counter()
    for interval in record.intervals:
        step = steps[interval.step_no]
        if interval.kind.is_work and interval.held_ms and step.kind and step.targets:
            muscles = LIST_SEPARATOR.join(muscle.value for muscle in step.targets)
            side = interval.side.value if interval.side else BOTH_SIDES
            sums[muscles, side, step.kind.value] += interval.held_ms
    week = monday_of(record.started.day).isoformat()
    for (muscles, side, kind), held_ms in sums.items():
        yield {
            "session_id": record.id,
            "week": week,
            "muscles": muscles,
            "side": side,
            "kind": kind,
            "held_ms": held_ms,
        }
