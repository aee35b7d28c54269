"""When something is meant to be done, in words: “Mon, Wed, Fri”, “3 times a week”."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import weekday_word, weekday_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.schedule.due import DAY, next_day, times_due


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


def coming_words(schedule: Schedule, today: date, done: Sequence[date]) -> str:
    """When it is asked for next, as one line: “Next planned: Fri 27 Nov”; "" for never.

    `done` has a day once for each time.
    """
    if left := times_due(schedule, today, done):
        return trn("Planned once more today", "Planned {n} more times today", left)
    upcoming = next_day(schedule, today, done)
    if upcoming is None:
        return ""
    if upcoming == today + DAY:
        return tr("Next planned: tomorrow")
    return tr("Next planned: {day}", day=weekday_words(upcoming))


def not_due_words(schedule: Schedule, done_today: bool, upcoming: date | None, today: date) -> str:
    """Why it is not for today: “3 times a week. Done today, next on Fri 27 Nov.”"""
    # Translators: {often} is such as “Every day” or “3 times a week”; the dot ends the sentence.
    often = " ".join(tr("{often}.", often=words) for words in schedule_words(schedule))
    if upcoming is None:
        return often
    if upcoming == today + DAY:
        done, not_done = tr("Done today, next tomorrow."), tr("Next tomorrow.")
    else:
        day = weekday_words(upcoming)
        done, not_done = tr("Done today, next on {day}.", day=day), tr("Next on {day}.", day=day)
    return f"{often} {done if done_today else not_done}"
