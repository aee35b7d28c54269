"""Days as people read them: “Mon”, “16 Nov”, “Mon 16 Nov”."""

from __future__ import annotations

from datetime import date
from enum import Enum

from stretchcoach.core.language.i18n import tr, trc


class Weekday(Enum):
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEKDAYS = tuple(Weekday)


def weekday_word(day: Weekday) -> str:
    return {
        Weekday.MON: tr("Mon"),
        Weekday.TUE: tr("Tue"),
        Weekday.WED: tr("Wed"),
        Weekday.THU: tr("Thu"),
        Weekday.FRI: tr("Fri"),
        Weekday.SAT: tr("Sat"),
        Weekday.SUN: tr("Sun"),
    }[day]


def month_word(month: int) -> str:
    """The short name of month 1 to 12."""
    return (
        trc("month", "Jan"),
        trc("month", "Feb"),
        trc("month", "Mar"),
        trc("month", "Apr"),
        trc("month", "May"),
        trc("month", "Jun"),
        trc("month", "Jul"),
        trc("month", "Aug"),
        trc("month", "Sep"),
        trc("month", "Oct"),
        trc("month", "Nov"),
        trc("month", "Dec"),
    )[month - 1]


def day_words(day: date) -> str:
    """“16 Nov”."""
    # Translators: a day of a month, such as “16 Nov”.
    return trc("day", "{day} {month}", day=day.day, month=month_word(day.month))


def weekday_words(day: date) -> str:
    """“Mon 16 Nov”."""
    weekday = weekday_word(WEEKDAYS[day.weekday()])
    # Translators: a day with its weekday, such as “Mon 16 Nov”.
    return trc("day", "{weekday} {day}", weekday=weekday, day=day_words(day))


def full_day_words(day: date) -> str:
    """“16 Nov 2026”."""
    # Translators: a day with its year, such as “16 Nov 2026”.
    return trc("day", "{day} {year}", day=day_words(day), year=day.year)
