"""What of a routine was done, for what is due today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from stretchcoach.core.schedule.due_steps import PastSession
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.past_sessions import past_sessions
from tests.files.database.diaries import ROUTINE, a_moment, a_performed_record, a_record

TODAY = date(2026, 11, 16)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    db = HistoryDb(tmp_path / "diary.sqlite3")
    yield db
    db.close()


def held(share: float, step_no: int = 1) -> SessionRecord:
    """A session in which one step was held for a share of what was planned."""
    record = a_record()
    for interval in record.intervals:
        if interval.step_no == step_no and interval.kind.is_work:
            held_ms = round((interval.planned_ms or 0) * share)
            record = record.with_interval(replace(interval, held_ms=held_ms))
    return record


def done_steps(db: HistoryDb) -> list[int]:
    """How many steps each session did."""
    return [one.exercises.get("knee-hug", 0) for one in past_sessions(db, ROUTINE.id, TODAY)]


@pytest.mark.parametrize(("share", "steps"), [(0.0, []), (0.49, []), (0.5, [1]), (1.0, [1])])
def test_half_of_a_step_is_enough(db: HistoryDb, share: float, steps: list[int]) -> None:
    db.save(held(share))
    assert done_steps(db) == steps


def test_who_eased_off_has_done_the_step(db: HistoryDb) -> None:
    record = held(0.1)
    first = next(one for one in record.intervals if one.kind.is_work)
    db.save(record.with_interval(replace(first, eased_at_ms=500)))
    assert done_steps(db) == [1]


def test_a_step_at_ones_own_pace_is_done_once_it_took_any_time(db: HistoryDb) -> None:
    record = a_record()
    own_pace = tuple(replace(one, planned_ms=None) for one in record.intervals)
    db.save(replace(record, intervals=own_pace))
    assert done_steps(db) == []
    work = next(one for one in own_pace if one.kind.is_work)
    db.save(replace(record, intervals=own_pace).with_interval(replace(work, held_ms=1)))
    assert done_steps(db) == [1]


def test_each_session_counts_its_steps_and_rests_are_none(db: HistoryDb) -> None:
    db.save(a_performed_record("b", a_moment("2026-11-15")))
    db.save(a_performed_record("a", a_moment("2026-11-16")))
    name = "knee-hug"
    assert past_sessions(db, ROUTINE.id, TODAY) == (
        PastSession(date(2026, 11, 15), {name: 2}),
        PastSession(date(2026, 11, 16), {name: 2}),
    )


def test_other_routines_long_ago_and_days_to_come_have_no_say(db: HistoryDb) -> None:
    for number, day in enumerate(("2026-10-18", "2026-10-19", "2026-11-17")):
        db.save(a_performed_record(str(number), a_moment(day)))
    db.save(replace(a_performed_record("other"), routine_id="other"))
    assert [one.day for one in past_sessions(db, ROUTINE.id, TODAY)] == [date(2026, 10, 19)]
