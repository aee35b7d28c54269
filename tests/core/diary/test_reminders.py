"""Times of reminders, and which comes next."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.diary.reminders import (
    Reminders,
    kept_reminders,
    next_reminder,
    parsed_times,
    planned_reminders,
    time_text,
    times_text,
)
from stretchcoach.core.language.day_words import Weekday

MORNING, EVENING = time(8, 30), time(18, 0)
MONDAY_NOON = datetime(2026, 11, 16, 12, 0)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1))
some_times = st.sets(st.times().map(lambda t: t.replace(second=0, microsecond=0)), max_size=6)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("8:30, 18", (MORNING, EVENING)),
        ("18:00; 8.30 08:30", (MORNING, EVENING)),
        ("", ()),
        (" , ", ()),
        ("24:00", None),
        ("8:61", None),
        ("soon", None),
        ("1 2 3 4 5 6 7", None),
    ],
)
def test_times_are_read(text: str, times: tuple[time, ...] | None) -> None:
    assert parsed_times(text) == times


@given(some_times)
def test_times_survive_being_kept(times: set[time]) -> None:
    assert parsed_times(times_text(sorted(times))) == tuple(sorted(times))


def test_what_makes_no_sense_is_left_out() -> None:
    kept = kept_reminders(["18:00", "never", "08:30", "8:30"], ["fri", "doomsday", "mon"])
    assert kept == Reminders((MORNING, EVENING), (Weekday.MON, Weekday.FRI))


def test_the_next_one_of_today_or_of_another_day() -> None:
    reminders = Reminders((MORNING, EVENING), (Weekday.MON, Weekday.WED))
    evening = next_reminder(reminders, MONDAY_NOON)
    assert evening == datetime(2026, 11, 16, 18, 0)
    assert next_reminder(reminders, evening) == datetime(2026, 11, 18, 8, 30)


def test_once_a_week_comes_again_in_a_week() -> None:
    once = Reminders((MORNING,), (Weekday.MON,))
    assert next_reminder(once, MONDAY_NOON) == datetime(2026, 11, 23, 8, 30)


def test_without_times_there_is_none() -> None:
    assert next_reminder(Reminders(), MONDAY_NOON) is None


@given(some_times.filter(len), st.sets(st.sampled_from(Weekday)), moments)
def test_it_is_ahead_within_a_week_and_one_of_those_wanted(
    times: set[time], days: set[Weekday], now: datetime
) -> None:
    reminders = Reminders(tuple(sorted(times)), tuple(days))
    found = next_reminder(reminders, now)
    assert found is not None
    assert 0 < (found - now).total_seconds() <= 7 * 24 * 3600
    assert time_text(found.time()) in {time_text(one) for one in times}
    assert not days or tuple(Weekday)[found.weekday()] in days


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(), Reminders()),
        (Schedule(days=(Weekday.FRI, Weekday.MON)), Reminders((), (Weekday.MON, Weekday.FRI))),
        (Schedule(per_week=3), Reminders((), (Weekday.MON, Weekday.WED, Weekday.FRI))),
        (Schedule(per_week=7), Reminders((), tuple(Weekday))),
        (Schedule(every_days=2), Reminders((), (), 2, MONDAY_NOON.date())),
        (Schedule(as_needed=True), Reminders()),
    ],
)
def test_the_days_of_a_schedule(schedule: Schedule, expected: Reminders) -> None:
    assert planned_reminders(schedule, MONDAY_NOON.date()) == expected


def test_days_that_were_chosen_take_the_place_of_a_rhythm() -> None:
    assert kept_reminders(["8:30"], [], 2) == Reminders((time(8, 30),), (), 2)
    assert kept_reminders(["8:30"], ["mon"], 2) == Reminders((time(8, 30),), (Weekday.MON,))
    assert kept_reminders(["8:30"], [], 2, "2026-11-16").first == MONDAY_NOON.date()
    assert kept_reminders(["8:30"], [], 2, "some day").first is None


def test_a_rhythm_goes_on_from_its_first_day() -> None:
    every_ninth = Reminders((MORNING,), (), 9, MONDAY_NOON.date() - timedelta(days=9))
    (today, later) = (MONDAY_NOON.replace(hour=8, minute=0), datetime(2026, 11, 25, 8, 30))
    assert next_reminder(every_ninth, today) == datetime(2026, 11, 16, 8, 30)
    assert next_reminder(every_ninth, MONDAY_NOON) == later
