"""The whole diary as JSON or CSV, written line by line: ten years need no memory."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import TextIO

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.session.record import IntervalRecord, SessionRecord, StepRecord
from stretchcoach.core.work.watch import Watch, unwatched, watched
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.harmless import harmless_row
from stretchcoach.files.exchange.json_form import (
    FORMAT,
    Json,
    activity_as_json,
    session_as_json,
)
from stretchcoach.files.yaml.problems import UNSAFE

COLUMNS = (
    "record", "session", "day", "started_utc", "offset_s", "routine", "title", "affected", "state",
    "before_buttock", "before_leg", "after_buttock", "after_leg", "note",
    "interval", "step", "exercise", "name", "kind", "label", "side", "set", "rep",
    "planned_ms", "held_ms", "outcome", "eased_at_ms", "rating", "dose", "load", "effort",
)  # fmt: skip
Row = dict[str, object]


def write_json(db: HistoryDb, stream: TextIO, watch: Watch = unwatched) -> None:
    """Everything, as `import_diary` reads it."""
    stream.write(f'{{"format": {json.dumps(FORMAT)},\n"sessions": [')
    for number, record in enumerate(all_sessions(db, watch)):
        stream.write(",\n" if number else "\n")
        stream.write(_json(session_as_json(record)))
    stream.write('\n],\n"activities": [')
    for number, (activity, ratings) in enumerate(ActivitiesDb(db).rated()):
        stream.write(",\n" if number else "\n")
        stream.write(_json(activity_as_json(activity, ratings)))
    stream.write("\n]}\n")


def _json(content: Json) -> str:
    """One line, in which what a terminal would obey is escaped."""
    return UNSAFE.sub(_escaped, json.dumps(content, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def write_csv(db: HistoryDb, stream: TextIO, watch: Watch = unwatched) -> None:
    """Everything as one table: a row for each interval, and one for each rating.

    `stream` must be opened with `newline=""`.
    """
    writer = csv.DictWriter(stream, COLUMNS, restval="")
    writer.writeheader()
    for record in all_sessions(db, watch):
        writer.writerows(harmless_row(row) for row in _session_rows(record))
    for activity, ratings in ActivitiesDb(db).rated():
        writer.writerows(harmless_row(_rating_row(activity, one)) for one in ratings)


def all_sessions(db: HistoryDb, watch: Watch = unwatched) -> Iterator[SessionRecord]:
    """Every session, the oldest first; one of them is in memory at a time."""
    for row in watched(db.rows("SELECT id FROM session ORDER BY started_utc, id"), watch):
        yield from db.sessions([row["id"]])


def _session_rows(record: SessionRecord) -> Iterator[Row]:
    steps = {step.step_no: step for step in record.steps}
    about: Row = {
        "record": "interval",
        "session": record.id,
        "day": record.started.day.isoformat(),
        "started_utc": record.started.utc,
        "offset_s": record.started.offset_s,
        "routine": record.routine_id,
        "title": record.routine_title,
        "affected": record.affected.value,
        "state": record.state.value,
        "before_buttock": record.before.buttock,
        "before_leg": record.before.leg,
        "after_buttock": record.after.buttock,
        "after_leg": record.after.leg,
        "note": record.note,
    }
    for interval in record.intervals:
        yield {**about, **_interval_columns(interval, steps[interval.step_no])}


def _interval_columns(interval: IntervalRecord, step: StepRecord) -> Row:
    return {
        "interval": interval.index + 1,
        "step": interval.step_no,
        "exercise": step.exercise,
        "name": step.name,
        "kind": interval.kind.value,
        "label": interval.label,
        "side": interval.side.value if interval.side else None,
        "set": interval.set_no,
        "rep": interval.rep_no,
        "planned_ms": interval.planned_ms,
        "held_ms": interval.held_ms,
        "outcome": interval.outcome.value if interval.outcome else None,
        "eased_at_ms": interval.eased_at_ms,
        "dose": step.dose,
        "load": step.load,
        "effort": step.effort,
    }


def _rating_row(activity: Activity, rating: ActivityRating) -> Row:
    return {
        "record": "rating",
        "day": rating.rated.day.isoformat(),
        "started_utc": rating.rated.utc,
        "offset_s": rating.rated.offset_s,
        "name": activity.name,
        "rating": rating.rating,
    }
