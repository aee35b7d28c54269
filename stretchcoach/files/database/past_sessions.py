"""What the sessions of a routine did, as far as it has a say in what is due today."""

from __future__ import annotations

from datetime import date

from stretchcoach.core.schedule.due import LOOK_BACK
from stretchcoach.core.schedule.due_steps import PastSession
from stretchcoach.files.database.history_db import HistoryDb

# A step was done where half of its work was held, or where one eased off in it.
_DONE = (
    "SELECT session.id AS id, session.local_day AS day, step.exercise AS exercise FROM session"
    " JOIN step ON step.session_id = session.id AND step.exercise IS NOT NULL"
    " JOIN interval ON interval.session_id = session.id AND interval.step_no = step.step_no"
    " AND interval.kind IN ('hold', 'move')"
    " WHERE session.routine_id = ? AND session.local_day BETWEEN ? AND ?"
    " GROUP BY session.id, step.step_no"
    " HAVING max(interval.eased_at_ms IS NOT NULL) OR (sum(interval.held_ms) > 0"
    " AND 2 * sum(interval.held_ms) >= sum(ifnull(interval.planned_ms, 0)))"
    " ORDER BY session.started_utc"
)


def past_sessions(db: HistoryDb, routine_id: str, today: date) -> tuple[PastSession, ...]:
    """The sessions of the routine that did a step of it, today's too, the oldest first."""
    found: dict[str, tuple[date, dict[str, int]]] = {}
    first = today - LOOK_BACK
    for row in db.rows(_DONE, (routine_id, first.isoformat(), today.isoformat())):
        _, exercises = found.setdefault(row["id"], (date.fromisoformat(row["day"]), {}))
        exercises[row["exercise"]] = exercises.get(row["exercise"], 0) + 1
    return tuple(PastSession(day, exercises) for day, exercises in found.values())
