"""Between the rows of the diary's tables and the records of `core`."""

from __future__ import annotations

import sqlite3

from stretchcoach.core.events import Outcome
from stretchcoach.core.exercise import Muscle
from stretchcoach.core.history import (
    Feeling,
    IntervalRecord,
    Moment,
    SessionRecord,
    SessionState,
    StepRecord,
)
from stretchcoach.core.sides import AffectedSide, Side
from stretchcoach.core.timeline import IntervalKind

TARGETS_SEPARATOR = ","


def session_row(record: SessionRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "routine_id": record.routine_id,
        "routine_title": record.routine_title,
        "affected": record.affected.value,
        "started_utc": record.started.utc,
        "offset_s": record.started.offset_s,
        "local_day": record.started.local_day,
        "state": record.state.value,
        "planned_ms": record.planned_ms,
        "fingerprint": record.fingerprint,
        "at_index": record.at_index,
        "at_elapsed_ms": record.at_elapsed_ms,
        "ended_utc": record.ended.utc if record.ended else None,
        "before_buttock": record.before.buttock,
        "before_leg": record.before.leg,
        "after_buttock": record.after.buttock,
        "after_leg": record.after.leg,
        "note": record.note,
    }


def session_of_row(
    row: sqlite3.Row, steps: tuple[StepRecord, ...], intervals: tuple[IntervalRecord, ...]
) -> SessionRecord:
    offset_s, day = row["offset_s"], row["local_day"]
    return SessionRecord(
        id=row["id"],
        routine_id=row["routine_id"],
        routine_title=row["routine_title"],
        affected=AffectedSide(row["affected"]),
        started=Moment(row["started_utc"], offset_s, day),
        state=SessionState(row["state"]),
        planned_ms=row["planned_ms"],
        fingerprint=row["fingerprint"],
        steps=steps,
        intervals=intervals,
        at_index=row["at_index"],
        at_elapsed_ms=row["at_elapsed_ms"],
        ended=Moment(row["ended_utc"], offset_s, day) if row["ended_utc"] else None,
        before=Feeling(row["before_buttock"], row["before_leg"]),
        after=Feeling(row["after_buttock"], row["after_leg"]),
        note=row["note"],
    )


def step_row(session_id: str, step: StepRecord) -> dict[str, object]:
    return {
        "session_id": session_id,
        "step_no": step.step_no,
        "exercise": step.exercise,
        "name": step.name,
        "targets": TARGETS_SEPARATOR.join(muscle.value for muscle in step.targets),
    }


def step_of_row(row: sqlite3.Row) -> StepRecord:
    names = row["targets"].split(TARGETS_SEPARATOR) if row["targets"] else []
    targets = tuple(Muscle(name) for name in names)
    return StepRecord(row["step_no"], row["exercise"], row["name"], targets)


def interval_row(session_id: str, interval: IntervalRecord) -> dict[str, object]:
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
    )
