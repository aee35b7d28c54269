"""Whether something is due on a day, by its schedule and the days on which it was done.

What was done today never changes whether today is one of its days, only how often it is still
asked for: a page that is looked at again after a session says the same.

So many times a week are spread over it: of three, the first may be on Monday, the second from
Wednesday on, the third from Friday on, and at least as many days lie between two of them as in
an even spread. Who comes late is never asked to catch up by doing it on days one after another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from stretchcoach.core.content.schedule import DAYS_OF_A_WEEK, LONGEST_RHYTHM_DAYS, Schedule
from stretchcoach.core.language.day_words import WEEKDAYS

DAY = timedelta(days=1)
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
