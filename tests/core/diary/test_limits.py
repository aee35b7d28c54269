"""What the diary can hold, and what nobody can have done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.limits import CLOCK_STEP_MS, DAY_MS, is_possible, is_sound
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from tests.core.builders import a_routine, a_step, a_timeline

STARTED = Moment("2026-11-16T08:30:00.000Z", 3600)


@pytest.mark.parametrize(
    ("utc", "offset_s", "sound"),
    [
        (STARTED.utc, 3600, True),
        ("1970-01-01T00:00:00.000Z", 0, True),
        ("2199-12-31T23:59:59.999Z", -64_800, True),
        ("1969-12-31T23:59:59.999Z", 0, False),
        ("2200-01-01T00:00:00.000Z", 0, False),
        ("9999-12-31T23:59:59.999Z", 3600, False),
        (STARTED.utc, 64_801, False),
        ("2026-02-30T08:30:00.000Z", 0, False),
        ("2026-11-16T25:30:00.000Z", 0, False),
        ("2026-11-16 08:30:00.000Z", 0, False),
        ("2026-11-16T08:30:00.000", 0, False),
        ("", 0, False),
    ],
)
def test_a_clock_that_a_person_can_have(utc: str, offset_s: int, sound: bool) -> None:
    assert is_sound(Moment(utc, offset_s)) is sound


def a_record(held_ms: int, ended: Moment | None) -> SessionRecord:
    steps = (a_step(),)
    record = new_record("1", a_routine(*steps), a_timeline(*steps), AffectedSide.NONE, STARTED)
    return replace(record.with_interval(replace(record.intervals[0], held_ms=held_ms)), ended=ended)


@pytest.mark.parametrize(
    ("held_ms", "ended", "possible"),
    [
        (60_000 + CLOCK_STEP_MS, Moment("2026-11-16T08:31:00.000Z", 0), True),
        (60_001 + CLOCK_STEP_MS, Moment("2026-11-16T08:31:00.000Z", 0), False),
        (DAY_MS, None, True),
        (DAY_MS + 1, None, False),
        (DAY_MS, Moment("2026-11-16T07:30:00.000Z", 0), True),  # it was set back
        (DAY_MS + 1, Moment("2026-11-16T07:30:00.000Z", 0), False),
    ],
)
def test_nobody_holds_longer_than_the_time_that_passed(
    held_ms: int, ended: Moment | None, possible: bool
) -> None:
    assert is_possible(a_record(held_ms, ended)) is possible
