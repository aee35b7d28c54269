"""What the progress page asks the diary: light records, so that ten years open at once."""

from __future__ import annotations

import sqlite3
from datetime import date
from functools import cache

from stretchcoach.core.content.exercise import ExerciseKind, Muscle
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.stats import HeldSum, SessionSummary, monday_of
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.rows import BOTH_SIDES, LIST_SEPARATOR

_SUMMARY = (
    "SELECT id, routine_id, routine_title, affected, started_utc, started_offset_s, local_day,"
    " state, planned_ms, held_ms, held_left_ms, held_right_ms, before_buttock, before_leg,"
    " after_buttock, after_leg, note FROM session"
    " WHERE local_day BETWEEN ? AND ? ORDER BY started_utc DESC"
)
_HELD = (
    "SELECT week, muscles, side, kind, sum(held_ms) FROM held"
    " WHERE week BETWEEN ? AND ? GROUP BY week, muscles, side, kind"
)
# Looking a value up in an enum is slower than in a dictionary, and there are thousands.
_SIDE: dict[str, Side | None] = {BOTH_SIDES: None, **{side.value: side for side in Side}}
_KIND = {kind.value: kind for kind in ExerciseKind}
_AFFECTED = {side.value: side for side in AffectedSide}
_STATE = {state.value: state for state in SessionState}


def summaries(
    db: HistoryDb, first: date = date.min, last: date = date.max
) -> tuple[SessionSummary, ...]:
    """The sessions of the local days from `first` to `last`, the newest first."""
    rows = db.rows(_SUMMARY, (first.isoformat(), last.isoformat()))
    return tuple(_summary(row) for row in rows)


def held_sums(db: HistoryDb, first: date = date.min, last: date = date.max) -> tuple[HeldSum, ...]:
    """What was held in the weeks from that of `first` to that of `last`."""
    rows = db.rows(_HELD, (monday_of(first).isoformat(), last.isoformat()))
    return tuple(
        HeldSum(
            date.fromisoformat(week),
            _muscles(muscles),
            _SIDE[side],
            _KIND[kind],
            held_ms,
        )
        for week, muscles, side, kind, held_ms in rows
    )


def _summary(row: sqlite3.Row) -> SessionSummary:
    (id, routine_id, title, affected, utc, offset_s, day, state, planned_ms, held_ms, left_ms,
     right_ms, before_buttock, before_leg, after_buttock, after_leg, note) = row  # fmt: skip
    return SessionSummary(
        id,
        routine_id,
        title,
        _AFFECTED[affected],
        Moment(utc, offset_s),
        date.fromisoformat(day),
        _STATE[state],
        planned_ms,
        held_ms,
        left_ms,
        right_ms,
        Feeling(before_buttock, before_leg),
        Feeling(after_buttock, after_leg),
        note,
    )


@cache
def _muscles(text: str) -> tuple[Muscle, ...]:
    return tuple(Muscle(name) for name in text.split(LIST_SEPARATOR))


def days_practised(db: HistoryDb) -> tuple[date, ...]:
    """All days on which something was held, the oldest first."""
    rows = db.rows("SELECT DISTINCT local_day FROM session WHERE held_ms > 0 ORDER BY local_day")
    return tuple(date.fromisoformat(row["local_day"]) for row in rows)
