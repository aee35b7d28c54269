"""Whether something is due on a day, by its schedule and the days on which it was done.

What was done today never changes whether today is one of its days, only how often it is still
asked for: a page that is looked at again after a session says the same.

So many times a week are spread over it: of three, the first may be on Monday, the second from
Wednesday on, the third from Friday on, and at least as many days lie between two of them as in
an even spread. Who comes late is never asked to catch up by doing it on days one after another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from stretchcoach.core.content.schedule import DAYS_OF_A_WEEK, LONGEST_RHYTHM_DAYS, Schedule
from stretchcoach.core.language.day_words import WEEKDAYS

DAY = timedelta(days=1)
WEEK = DAYS_OF_A_WEEK * DAY
# Nothing that was done longer ago has a say in what is due.
LOOK_BACK = timedelta(days=LONGEST_RHYTHM_DAYS)


def monday_of(day: date) -> date:
    """The first day of the week of `day`."""
    return day - timedelta(days=day.weekday())


def is_day_of(schedule: Schedule, today: date, done: Iterable[date]) -> bool:
    """Whether `schedule` asks for `today`, after what was done before; never, as needed."""
    if schedule.as_needed:
        return False
    before = sorted({day for day in done if day < today})
    since_last = (today - before[-1]).days if before else LONGEST_RHYTHM_DAYS
    if schedule.every_days:
        return since_last >= schedule.every_days
    if schedule.per_week:
        this_week = sum(day >= monday_of(today) for day in before)
        spread_days = DAYS_OF_A_WEEK // schedule.per_week
        return (
            this_week < schedule.per_week
            and today.weekday() >= this_week * DAYS_OF_A_WEEK // schedule.per_week
            and since_last >= spread_days
        )
    return WEEKDAYS[today.weekday()] in schedule.weekdays


def planned_days(
    schedule: Schedule, done: Iterable[date], first: date, last: date, today: date
) -> frozenset[date]:
    """The days from `first` to `last` that it asks for by name: those of the week, and of a rhythm
    the day on which it was due each time. So many times a week name no day."""
    if schedule.per_week or schedule.as_needed or first > last:
        return frozenset()
    if schedule.every_days:
        so_far = sorted({day for day in done if day <= today})
        due = _rhythm(schedule.every_days, so_far, last, today)
        return frozenset(day for day in due if first <= day <= last)
    days = (first + number * DAY for number in range((last - first).days + 1))
    return frozenset(day for day in days if WEEKDAYS[day.weekday()] in schedule.weekdays)


def _rhythm(every: int, done: Sequence[date], last: date, today: date) -> Iterator[date]:
    """The day on which it was due after each time, and those to come if none is late."""
    for before, after in pairwise(done):
        if before + every * DAY <= after:
            yield before + every * DAY
    upcoming = done[-1] + every * DAY if done else today
    if upcoming < today:  # it was late, and waits
        yield upcoming
        upcoming = today
    while upcoming <= last:
        yield upcoming
        upcoming += every * DAY


def is_gap(
    schedule: Schedule, before: date, after: date, row: date, done: Collection[date]
) -> bool:
    """Whether, with nothing done between two days, a planned day was missed, or a whole week had
    fewer days than asked. `row` is when the row that ends with `before` began; that week may
    have begun late."""
    if schedule.as_needed:
        return after - before > WEEK
    if schedule.every_days:
        return (after - before).days > schedule.every_days
    if schedule.per_week:
        monday = monday_of(before)
        if monday_of(after) - monday > WEEK:
            return True
        if monday_of(after) == monday or monday == monday_of(row):
            return False
        return sum(monday <= day < monday + WEEK for day in done) < schedule.per_week
    between = range(1, min((after - before).days, 2 * DAYS_OF_A_WEEK))
    return any(WEEKDAYS[(before + n * DAY).weekday()] in schedule.weekdays for n in between)


def times_due(schedule: Schedule, today: date, done: Sequence[date]) -> int:
    """How often it is still asked for today; `done` has a day once for each time."""
    if not is_day_of(schedule, today, done):
        return 0
    return max(0, schedule.per_day - done.count(today))


def next_day(schedule: Schedule, today: date, done: Iterable[date]) -> date | None:
    """The first day after `today` that it asks for, if nothing is done until then; None where
    it asks for none."""
    so_far = [day for day in done if day <= today]
    days = (today + ahead * DAY for ahead in range(1, LONGEST_RHYTHM_DAYS + 1))
    return next((day for day in days if is_day_of(schedule, day, so_far)), None)
