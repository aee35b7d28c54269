"""What is for today: what was planned, else what was done last, else something gentle.

It never looks at how anybody feels, nor at what hurts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from stretchcoach.core.finding.routine_facts import RoutineFacts
from stretchcoach.core.finding.routine_search import Where, where_it_begins
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.routine_words import last_done_words


class Why(Enum):
    """Why a routine is for today."""

    PLAN = "plan"
    SCHEDULE = "schedule"
    LAST = "last"
    GENTLE = "gentle"


class DayPart(Enum):
    """A part of the day."""

    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"


class Today(NamedTuple):
    """The routine that is for today, and why."""

    routine_id: str
    why: Why
    part: DayPart = DayPart.DAY


MORNING_HOURS, DAY_HOURS = range(4, 11), range(11, 19)
GENTLE_LEVEL = 1
# Of the routines that come with the program those that are meant for a part of the day, and
# where the body mostly is in it: for who has none of them.
GENTLE = {
    DayPart.MORNING: ("morning-gentle", Where.LYING),
    DayPart.DAY: ("desk-break", Where.CHAIR),
    DayPart.EVENING: ("before-bed", Where.LYING),
}


def day_part(hour: int) -> DayPart:
    if hour in MORNING_HOURS:
        return DayPart.MORNING
    return DayPart.DAY if hour in DAY_HOURS else DayPart.EVENING


def for_today(
    planned: Sequence[tuple[str, Why]],
    last_days: Mapping[str, date],
    routines: Sequence[RoutineFacts],
    hour: int,
) -> Today | None:
    """The first of `planned` that is there, else what was done last of all, else a gentle one for
    the hour of the day; None where there is none."""
    there = {facts.id for facts in routines}
    for name, why in planned:
        if name in there:
            return Today(name, why)
    done = [name for name in last_days if name in there]
    if done:
        return Today(max(done, key=last_days.__getitem__), Why.LAST)
    return _gentle(there, routines, day_part(hour))


def _gentle(
    there: Collection[str], routines: Sequence[RoutineFacts], part: DayPart
) -> Today | None:
    name, where = GENTLE[part]
    if name in there:
        return Today(name, Why.GENTLE, part)
    easy = [facts for facts in routines if facts.level == GENTLE_LEVEL]
    fitting = [facts for facts in easy if where_it_begins(facts) is where]
    shortest = min(fitting or easy, key=_total_ms, default=None)
    return Today(shortest.id, Why.GENTLE, part) if shortest else None


def _total_ms(facts: RoutineFacts) -> int:
    return facts.total_ms


def why_words(today: Today, last_day: date | None, now: date) -> str:
    """The reason as a sentence without its end: “From your plan”, “Last done yesterday”."""
    if today.why is Why.PLAN:
        return tr("From your plan")
    if today.why is Why.SCHEDULE:
        return tr("You planned it for today")
    if today.why is Why.LAST:
        return last_done_words(last_day, now)
    return {
        DayPart.MORNING: tr("Something gentle for the morning"),
        DayPart.DAY: tr("Something gentle in between"),
        DayPart.EVENING: tr("Something gentle for the evening"),
    }[today.part]
