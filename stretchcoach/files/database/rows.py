"""Between the rows of the diary's tables and the records of `core`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.limits import MAX_COUNT, MAX_INTERVALS, MAX_MS, MAX_NOTE
from stretchcoach.core.schedule.due import monday_of
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import (
    MOST_RATING,
    Feeling,
    IntervalRecord,
    SessionRecord,
    SessionState,
    StepRecord,
)
from stretchcoach.core.session.timeline import IntervalKind
from stretchcoach.files.database.cells import Cells, damaged

LIST_SEPARATOR = ","
BOTH_SIDES = ""
MAX_TARGETS = 2_000

# Looking a value up in an enum is slower than in a dictionary, and there are many thousands.
AFFECTED: dict[object, AffectedSide] = {side.value: side for side in AffectedSide}
STATES: dict[object, SessionState] = {state.value: state for state in SessionState}
KINDS: dict[object, ExerciseKind | None] = {None: None, **{one.value: one for one in ExerciseKind}}
INTERVAL_KINDS: dict[object, IntervalKind] = {kind.value: kind for kind in IntervalKind}
SIDES: dict[object, Side | None] = {None: None, **{side.value: side for side in Side}}
OUTCOMES: dict[object, Outcome | None] = {None: None, **{one.value: one for one in Outcome}}
_MUSCLES = {muscle.value: muscle for muscle in Muscle}

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
    """DamagedRowError when a cell, or how they go together, is not what was ever written."""
    cells = Cells(row)
    _check_parts(steps, intervals)
    return SessionRecord(
        id=cells.identifier("id"),
        routine_id=cells.text("routine_id"),
        routine_title=cells.text("routine_title"),
        affected=cells.choice("affected", AFFECTED),
        started=cells.moment("started"),
        state=cells.choice("state", STATES),
        planned_ms=cells.whole("planned_ms", MAX_MS),
        fingerprint=cells.text("fingerprint"),
        steps=steps,
        intervals=intervals,
        limit_ms=cells.optional_whole("limit_ms", MAX_MS),
        at_index=cells.whole("at_index", len(intervals)),
        at_elapsed_ms=cells.whole("at_elapsed_ms", MAX_MS),
        ended=cells.optional_moment("ended"),
        before=feeling(cells, "before"),
        after=feeling(cells, "after"),
        note=cells.text("note", MAX_NOTE),
    )


def feeling(cells: Cells, when: str) -> Feeling:
    return Feeling(
        cells.optional_whole(f"{when}_buttock", MOST_RATING),
        cells.optional_whole(f"{when}_leg", MOST_RATING),
    )


def _check_parts(steps: tuple[StepRecord, ...], intervals: tuple[IntervalRecord, ...]) -> None:
    """Each interval stands in its place and belongs to a step that there is."""
    numbers = {step.step_no for step in steps}
    if not 0 < len(intervals) <= MAX_INTERVALS:
        raise damaged("intervals", len(intervals))
    for place, interval in enumerate(intervals):
        if interval.index != place:
            raise damaged("position", interval.index)
        if interval.step_no not in numbers:
            raise damaged("step_no", interval.step_no)


def step_row(session_id: str, step: StepRecord) -> Row:
    return {
        "session_id": session_id,
        "step_no": step.step_no,
        "exercise": storable(step.exercise) if step.exercise else None,
        "name": storable(step.name),
        "kind": step.kind.value if step.kind else None,
        "targets": LIST_SEPARATOR.join(muscle.value for muscle in step.targets),
        "dose": storable(step.dose),
        "load": storable(step.load),
        "effort": storable(step.effort),
    }


def step_of_row(row: sqlite3.Row) -> StepRecord:
    cells = Cells(row)
    return StepRecord(
        step_no=cells.whole("step_no", MAX_COUNT, 1),
        exercise=cells.optional_text("exercise"),
        name=cells.text("name"),
        kind=cells.choice("kind", KINDS),
        targets=muscles_of(cells.text("targets", MAX_TARGETS)),
        dose=cells.text("dose"),
        load=cells.text("load"),
        effort=cells.text("effort"),
    )


@lru_cache(maxsize=1000)
def muscles_of(text: str) -> tuple[Muscle, ...]:
    """The muscles of a list in a cell."""
    names = text.split(LIST_SEPARATOR) if text else []
    try:
        return tuple(_MUSCLES[name] for name in names)
    except KeyError:
        raise damaged("targets", text) from None


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
    cells = Cells(row)
    return IntervalRecord(
        index=cells.whole("position", MAX_INTERVALS),
        step_no=cells.whole("step_no", MAX_COUNT, 1),
        kind=cells.choice("kind", INTERVAL_KINDS),
        side=cells.choice("side", SIDES),
        set_no=cells.optional_whole("set_no", MAX_COUNT),
        rep_no=cells.optional_whole("rep_no", MAX_COUNT),
        planned_ms=cells.optional_whole("planned_ms", MAX_MS),
        held_ms=cells.whole("held_ms", MAX_MS),
        outcome=cells.choice("outcome", OUTCOMES),
        eased_at_ms=cells.optional_whole("eased_at_ms", MAX_MS),
        label=cells.text("label"),
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
