"""Reminders as a calendar file (RFC 5545) that any calendar takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from stretchcoach.core.diary.reminders import Reminders, next_reminder, time_text
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched
from stretchcoach.files.disk.whole_file import replace_bytes

PRODUCT = "-//Stretch Coach//EN"
LEAST_MINUTES = 5


def calendar_file(
    reminders: Reminders, title: str, length_ms: int, first: date, now_utc: datetime
) -> bytes:
    """A repeating entry for each time of day, from `first` on, with an alarm when it begins.

    The times are those of whatever clock the calendar shows, wherever the person travels.
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    length = timedelta(minutes=max(LEAST_MINUTES, round(length_ms / 60_000)))
    for one in reminders.times:
        only = replace(reminders, times=(one,))
        begin = next_reminder(only, datetime.combine(first, one) - timedelta(minutes=1))
        if begin is None:
            continue
        event = Event()
        event.add("uid", f"{time_text(one).replace(':', '')}@stretchcoach")
        event.add("dtstamp", now_utc.astimezone(timezone.utc))
        event.add("summary", title)
        event.add("dtstart", begin)
        event.add("duration", length)
        event.add("rrule", _rule(reminders))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", timedelta(0))
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _rule(reminders: Reminders) -> dict[str, object]:
    days = reminders.days
    if not days and reminders.every_days > 1:
        return {"freq": "daily", "interval": reminders.every_days}
    if not days or len(days) == len(Weekday):
        return {"freq": "daily"}
    return {"freq": "weekly", "byday": [day.value[:2] for day in days]}


def write_calendar_file(
    path: Path,
    reminders: Reminders,
    routine_title: str,
    length_ms: int,
    now: datetime,
    watch: Watch = unwatched,
) -> None:
    """Write the file; `now` is aware, and the entries begin on its day. OSError."""
    title = tr("Stretch: {routine}", routine=routine_title) if routine_title else tr("Stretch")
    content = calendar_file(reminders, title, length_ms, now.date(), now)
    watch(0.5)
    replace_bytes(path, content)
