"""When something is meant to be done, in words: “Mon, Wed, Fri”, “3 times a week”."""

from __future__ import annotations

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import weekday_word
from stretchcoach.core.language.i18n import tr, trn


def schedule_words(schedule: Schedule) -> tuple[str, ...]:
    """On which days, and how often on such a day where that is more than once."""
    words = [_days(schedule)]
    if schedule.per_day > 1 and schedule.as_needed:
        words.append(trn("At most {n} time a day", "At most {n} times a day", schedule.per_day))
    elif schedule.per_day > 1:
        words.append(trn("{n} time a day", "{n} times a day", schedule.per_day))
    return tuple(words)


def planned_words(schedule: Schedule) -> str:
    """“Planned: Mon, Wed, Fri”."""
    return tr("Planned: {days}", days=_days(schedule))


def _days(schedule: Schedule) -> str:
    if schedule.as_needed:
        return tr("As needed")
    if schedule.is_every_day:
        return tr("Every day")
    if schedule.every_days:
        return trn("Every {n} day", "Every {n} days", schedule.every_days)
    if schedule.per_week:
        return trn("{n} time a week", "{n} times a week", schedule.per_week)
    return ", ".join(weekday_word(day) for day in schedule.weekdays)
