"""What the progress page asks the diary: light records, so that ten years open at once."""

from __future__ import annotations

import sqlite3
from datetime import date

from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.limits import MAX_HELD_MS, MAX_MS, MAX_NAME, MAX_NOTE
from stretchcoach.core.diary.stats import HeldSum, SessionSummary
from stretchcoach.core.schedule.due import monday_of
from stretchcoach.files.database.cells import Cells, DamagedRowError
from stretchcoach.files.database.history_db import COUNTS, HistoryDb
from stretchcoach.files.database.rows import (
    AFFECTED,
    BOTH_SIDES,
    SIDES,
    STATES,
    feeling,
    muscles_of,
)

# What is far too long is cut: it is known by that, and needs no memory.
_SUMMARY = (
    f"SELECT id, routine_id, substr(routine_title, 1, {MAX_NAME + 1}) AS routine_title,"
    " affected, started_utc, started_offset_s, local_day,"
    " state, planned_ms, held_ms, held_left_ms, held_right_ms, before_buttock, before_leg,"
    f" after_buttock, after_leg, substr(note, 1, {MAX_NOTE + 1}) AS note FROM session"
    " WHERE local_day BETWEEN ? AND ? ORDER BY started_utc DESC"
)
_HELD = (
    "SELECT week, muscles, side, kind, sum(held_ms) FROM held"
    " WHERE typeof(held_ms) = 'integer' AND held_ms BETWEEN 0 AND ?"
    " AND week BETWEEN ? AND ? GROUP BY week, muscles, side, kind"
)
_SIDE: dict[object, Side | None] = {**SIDES, BOTH_SIDES: None}
_KIND = {kind.value: kind for kind in ExerciseKind}


def summaries(
    db: HistoryDb, first: date = date.min, last: date = date.max
) -> tuple[SessionSummary, ...]:
    """The sessions of the local days from `first` to `last`, the newest first."""
    rows = db.rows(_SUMMARY, (first.isoformat(), last.isoformat()))
    return tuple(one for row in rows if (one := _summary(db, row)) is not None)


def held_sums(db: HistoryDb, first: date = date.min, last: date = date.max) -> tuple[HeldSum, ...]:
    """What was held in the weeks from that of `first` to that of `last`."""
    rows = db.rows(_HELD, (MAX_MS, monday_of(first).isoformat(), last.isoformat()))
    return tuple(one for row in rows if (one := _held_sum(row)) is not None)


def days_practised(db: HistoryDb, last: date = date.max) -> tuple[date, ...]:
    """All days up to `last` on which there was a session, the oldest first."""
    rows = db.rows(
        f"SELECT DISTINCT local_day FROM session WHERE {COUNTS} AND local_day <= ?"
        " ORDER BY local_day",
        (last.isoformat(),),
    )
    return tuple(day for row in rows if (day := _day(row["local_day"])) is not None)


def _summary(db: HistoryDb, row: sqlite3.Row) -> SessionSummary | None:
    """None where a cell is damaged."""
    cells = Cells(row)
    try:
        return SessionSummary(
            cells.identifier("id"),
            cells.text("routine_id"),
            cells.text("routine_title"),
            cells.choice("affected", AFFECTED),
            cells.moment("started"),
            cells.day("local_day"),
            cells.choice("state", STATES),
            cells.whole("planned_ms", MAX_MS),
            cells.whole("held_ms", MAX_HELD_MS),
            cells.whole("held_left_ms", MAX_HELD_MS),
            cells.whole("held_right_ms", MAX_HELD_MS),
            feeling(cells, "before"),
            feeling(cells, "after"),
            cells.text("note", MAX_NOTE),
        )
    except DamagedRowError as error:
        db.damage.note_session(row["id"], row["routine_title"], row["local_day"], str(error))
        return None


def _held_sum(row: sqlite3.Row) -> HeldSum | None:
    """None where a cell is damaged: the session that it comes from says so itself."""
    week, muscles, side, kind, held_ms = row
    try:
        return HeldSum(
            date.fromisoformat(week),
            muscles_of(muscles),
            _SIDE[side],
            _KIND[kind],
            held_ms,
        )
    except (DamagedRowError, KeyError, TypeError, ValueError):
        return None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
