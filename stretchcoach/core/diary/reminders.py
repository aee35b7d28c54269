"""When to be reminded: times of the day on some days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from stretchcoach.core.content.schedule import DAYS_OF_A_WEEK, Schedule
from stretchcoach.core.language.day_words import Weekday

MOST_TIMES = 6
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?", re.ASCII)
_WEEKDAYS = tuple(Weekday)


@dataclass(frozen=True)
class Reminders:
    """`days` empty means every day, or every so many days from `first` on; without `times` there
    are none."""

    times: tuple[time, ...] = ()
    days: tuple[Weekday, ...] = ()
    every_days: int = 1
    first: date | None = None

    def is_on(self, day: date) -> bool:
        """Whether there are any on `day`."""
        if self.days:
            return _WEEKDAYS[day.weekday()] in self.days
        return self.first is None or (day - self.first).days % self.every_days == 0


def planned_reminders(schedule: Schedule, today: date) -> Reminders:
    """The days of a schedule, still without times; so many times a week are spread over it, and
    a rhythm begins `today`."""
    if schedule.per_week:
        spread = range(0, DAYS_OF_A_WEEK * schedule.per_week, DAYS_OF_A_WEEK)
        return Reminders((), tuple(_WEEKDAYS[n // schedule.per_week] for n in spread))
    if schedule.every_days:
        return Reminders((), (), schedule.every_days, today)
    return Reminders((), () if schedule.is_every_day else schedule.weekdays)


def parsed_times(text: str) -> tuple[time, ...] | None:
    """The times in “8:30, 18”, sorted, each once; None where something is no time of day."""
    found = set()
    for part in re.split(r"[,;\s]+", text.strip()):
        match = _TIME.fullmatch(part)
        if not part:
            continue
        if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
            return None
        found.add(time(int(match[1]), int(match[2] or 0)))
    return tuple(sorted(found)) if len(found) <= MOST_TIMES else None


def time_text(one: time) -> str:
    """“08:30”, as it is kept."""
    return one.strftime("%H:%M")


def times_text(times: Iterable[time]) -> str:
    """“08:30, 18:00”."""
    return ", ".join(time_text(one) for one in times)


def kept_reminders(
    times: Sequence[str], days: Sequence[str], every_days: int = 1, first: str = ""
) -> Reminders:
    """From what the settings keep; what makes no sense is left out."""
    known = {day.value: day for day in Weekday}
    read = [one for text in times for one in parsed_times(text) or ()]
    chosen = {known[day] for day in days if day in known}
    ordered = tuple(day for day in Weekday if day in chosen)
    reminders = Reminders(tuple(sorted(set(read))), ordered)
    if ordered or every_days == 1:
        return reminders
    return replace(reminders, every_days=every_days, first=_day(first))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def next_reminder(reminders: Reminders, now: datetime) -> datetime | None:
    """The first one after `now`, on the person's own clock; None when there is none."""
    for ahead in range(max(DAYS_OF_A_WEEK, reminders.every_days) + 1):
        day = now.date() + timedelta(ahead)
        if not reminders.is_on(day):
            continue
        for one in reminders.times:
            moment = datetime.combine(day, one)
            if moment > now:
                return moment
    return None
