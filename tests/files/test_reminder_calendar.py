"""The calendar file: what a calendar reads out of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import icalendar
import pytest

from stretchcoach.core.diary.reminders import Reminders
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.files.reminder_calendar import calendar_file, write_calendar_file

TUESDAY = date(2026, 11, 17)
NOW = datetime(2026, 11, 17, 12, tzinfo=timezone.utc)
TIMES = (time(8, 30), time(18, 0))


def events(content: bytes) -> list[icalendar.Component]:
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_an_entry_for_each_time_on_the_days_chosen() -> None:
    reminders = Reminders(TIMES, (Weekday.MON, Weekday.FRI))
    found = events(calendar_file(reminders, "Stretch: Evening", 805_000, TUESDAY, NOW))
    assert [one.decoded("dtstart") for one in found] == [
        datetime(2026, 11, 20, 8, 30),
        datetime(2026, 11, 20, 18, 0),
    ]
    for one in found:
        assert one["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,FR"
        assert one["summary"] == "Stretch: Evening"
        assert one.decoded("duration") == timedelta(minutes=13)
        (alarm,) = one.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(0)
    assert len({one["uid"] for one in found}) == 2


@pytest.mark.parametrize("days", [(), tuple(Weekday)])
def test_every_day_begins_on_the_first_one(days: tuple[Weekday, ...]) -> None:
    (found,) = events(calendar_file(Reminders(TIMES[:1], days), "Stretch", 0, TUESDAY, NOW))
    assert found["rrule"].to_ical() == b"FREQ=DAILY"
    assert found.decoded("dtstart") == datetime(2026, 11, 17, 8, 30)
    assert found.decoded("duration") == timedelta(minutes=5)


def test_a_title_of_a_file_cannot_add_lines() -> None:
    title = "Hips, \\ slow; 老\r\nBEGIN:VALARM" + "é" * 90
    content = calendar_file(Reminders(TIMES[:1]), title, 0, TUESDAY, NOW)
    (found,) = events(content)
    assert str(found["summary"]).split("\n")[-1].startswith("BEGIN:VALARM")
    assert content.count(b"\r\nBEGIN:VALARM") == 1
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_the_same_times_are_the_same_entries_again() -> None:
    """A calendar that reads the file twice must not show everything twice."""
    first, again = (
        [one["uid"] for one in events(calendar_file(Reminders(TIMES), "A", 0, day, NOW))]
        for day in (TUESDAY, TUESDAY + timedelta(30))
    )
    assert first == again


def test_it_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "reminders.ics"
    write_calendar_file(path, Reminders(TIMES), "Evening", 60_000, NOW)
    assert [one["summary"] for one in events(path.read_bytes())] == ["Stretch: Evening"] * 2
    assert [one.name for one in tmp_path.iterdir()] == ["reminders.ics"]
    with pytest.raises(OSError, match="none"):
        write_calendar_file(tmp_path / "none" / "x.ics", Reminders(TIMES), "", 0, NOW)


def test_a_rhythm_comes_back_every_so_many_days() -> None:
    reminders = Reminders((time(8, 30),), (), 2)
    content = calendar_file(reminders, "Stretch", 900_000, date(2026, 11, 16), NOW)
    assert b"RRULE:FREQ=DAILY;INTERVAL=2" in content
