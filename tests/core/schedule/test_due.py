"""What is due, told day by day. In the tests day 1 is a Monday."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.schedule.due import is_day_of, monday_of, next_day, planned_days, times_due

FIRST = date(2026, 11, 2)
TWO_WEEKS = range(1, 15)

schedules = st.one_of(
    st.builds(Schedule, per_week=st.integers(1, 7), per_day=st.integers(1, 3)),
    st.builds(Schedule, every_days=st.integers(1, 28), per_day=st.integers(1, 3)),
    st.builds(Schedule, days=st.lists(st.sampled_from(Weekday), max_size=7).map(tuple)),
    st.builds(Schedule, as_needed=st.booleans()),
)
some_days = st.lists(st.integers(1, 40), max_size=30)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def days(numbers: Iterable[int]) -> list[date]:
    return [day(number) for number in numbers]


def done_when_due(schedule: Schedule, start: int = 1, last: int = 14) -> list[int]:
    """The days of somebody who begins on day `start` and does all that is asked."""
    done: list[int] = []
    for number in range(start, last + 1):
        if times_due(schedule, day(number), days(done)):
            done += [number] * schedule.per_day
    return sorted(set(done))


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(), [*TWO_WEEKS]),
        (Schedule(days=(Weekday.FRI, Weekday.TUE)), [2, 5, 9, 12]),
        (Schedule(every_days=1), [*TWO_WEEKS]),
        (Schedule(every_days=2), [1, 3, 5, 7, 9, 11, 13]),
        (Schedule(every_days=10), [1, 11]),
        (Schedule(per_week=1), [1, 8]),
        (Schedule(per_week=2), [1, 4, 8, 11]),
        (Schedule(per_week=3), [1, 3, 5, 8, 10, 12]),
        (Schedule(per_week=4), [1, 2, 4, 6, 8, 9, 11, 13]),
        (Schedule(per_week=5), [1, 2, 3, 5, 6, 8, 9, 10, 12, 13]),
        (Schedule(per_week=6), [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13]),
        (Schedule(per_week=7), [*TWO_WEEKS]),
        (Schedule(as_needed=True), []),
    ],
)
def test_the_days_of_somebody_who_does_all_that_is_asked(
    schedule: Schedule, expected: list[int]
) -> None:
    assert done_when_due(schedule) == expected


@pytest.mark.parametrize(
    ("per_week", "start", "expected"),
    [
        (3, 2, [2, 4, 6, 8, 10, 12]),  # from Tuesday on
        (3, 5, [5, 7, 9, 11, 13]),  # Friday and Sunday, and never two days in a row
        (4, 4, [4, 5, 6, 7, 8, 9, 11, 13]),
    ],
)
def test_a_week_that_began_late(per_week: int, start: int, expected: list[int]) -> None:
    assert done_when_due(Schedule(per_week=per_week), start) == expected


def test_a_rhythm_goes_from_when_it_was_done_and_waits_for_whoever_was_late() -> None:
    every_third = Schedule(every_days=3)
    due = [n for n in TWO_WEEKS if is_day_of(every_third, day(n), days([1, 6]))]
    assert due == [1, 4, 5, 6, 9, 10, 11, 12, 13, 14]


def test_done_more_often_than_asked_is_enough_for_the_week() -> None:
    assert not is_day_of(Schedule(per_week=2), day(7), days([1, 2, 2]))
    assert is_day_of(Schedule(per_week=2), day(8), days([1, 2, 2]))


@pytest.mark.parametrize(("done_today", "left"), [(0, 3), (1, 2), (3, 0), (4, 0)])
def test_how_often_it_is_still_asked_for_today(done_today: int, left: int) -> None:
    assert times_due(Schedule(per_day=3), day(3), days([1, 2] + [3] * done_today)) == left


def test_days_to_come_as_after_a_clock_was_set_back_say_nothing() -> None:
    assert times_due(Schedule(every_days=5), day(3), days([9])) == 1
    assert next_day(Schedule(every_days=5), day(3), days([1, 9])) == day(6)


@pytest.mark.parametrize(
    ("schedule", "done", "expected"),
    [
        (Schedule(), [], 4),
        (Schedule(days=(Weekday.MON, Weekday.WED)), [], 8),
        (Schedule(every_days=2), [3], 5),
        (Schedule(every_days=28), [3], 31),
        (Schedule(per_week=3), [1, 3], 5),
        (Schedule(per_week=2), [1, 3], 8),
        (Schedule(as_needed=True), [], None),
    ],
)
def test_the_next_day_after_a_wednesday(
    schedule: Schedule, done: list[int], expected: int | None
) -> None:
    found = next_day(schedule, day(3), days(done))
    assert found == (None if expected is None else day(expected))


def test_a_week_begins_on_monday() -> None:
    assert [monday_of(day(n)) for n in (1, 7, 8)] == [day(1), day(1), day(8)]


@given(schedules, some_days, st.integers(1, 40))
def test_what_was_done_today_and_how_often_a_day_changes_no_day(
    schedule: Schedule, done: Sequence[int], today: int
) -> None:
    before = {number for number in done if number < today}
    asked = is_day_of(schedule, day(today), days(before))
    assert is_day_of(schedule, day(today), days([*done, *done, today])) == asked
    assert asked or times_due(schedule, day(today), days(done)) == 0


@given(schedules, st.integers(1, 7))
def test_no_week_has_more_days_than_asked_and_some_day_always_comes(
    schedule: Schedule, start: int
) -> None:
    done = done_when_due(schedule, start, 35)
    most = schedule.per_week or 7
    weeks = {monday_of(day(number)) for number in done}
    assert all(sum(monday_of(day(n)) == week for n in done) <= most for week in weeks)
    assert (next_day(schedule, day(35), days(done)) is None) == bool(schedule.as_needed)


@pytest.mark.parametrize(
    ("schedule", "done", "today", "expected"),
    [
        (Schedule(days=(Weekday.MON, Weekday.FRI)), [], 3, [1, 5, 8, 12]),
        (Schedule(every_days=3), [1, 4, 6], 7, [4, 9, 12]),  # done a day early, it went on
        (Schedule(every_days=3), [1, 6], 8, [4, 9, 12]),  # a day late
        (Schedule(every_days=3), [1], 8, [4, 8, 11, 14]),  # it was due on the fourth, and waits
        (Schedule(every_days=5), [], 3, [3, 8, 13]),
        (Schedule(every_days=5), [20], 3, [3, 8, 13]),
        (Schedule(per_week=3), [1], 3, []),
        (Schedule(as_needed=True), [1], 3, []),
    ],
)
def test_the_days_that_are_asked_for_by_name(
    schedule: Schedule, done: list[int], today: int, expected: list[int]
) -> None:
    found = planned_days(schedule, days(done), day(1), day(14), day(today))
    assert sorted(found) == days(expected)
    assert not planned_days(schedule, days(done), day(2), day(1), day(today))
