"""With which routine somebody may begin, by three answers: where, how long, how used to it.

Never by what hurts. Only routines that are meant for anybody are named; those for a run, for bed
or for a pregnancy are found by who looks for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.routine_facts import RoutineFacts
from stretchcoach.core.finding.routine_search import Where, Wish, fits, is_shortened


class Habit(Enum):
    """How used to stretching somebody is; each knows the highest level that is meant for it."""

    NEW = "new"
    SOMETIMES = "sometimes"
    OFTEN = "often"

    @property
    def level(self) -> int:
        return {Habit.NEW: 1, Habit.SOMETIMES: 2, Habit.OFTEN: 3}[self]


class FirstRoutine(NamedTuple):
    """A routine to begin with, and the minutes to which it is shortened, None for all of it."""

    routine: RoutineFacts
    minutes: int | None


# By id, of those of a level the better one to begin with first.
MEANT_FOR_ALL = (
    "hip-basics",
    "chair-only",
    "desk-break",
    "deep-hip-rotators-15",
    "standing-break",
    "glute-support",
    "open-hips",
    "morning-gentle",
    "easy-day",
)


def first_routine(
    routines: Iterable[RoutineFacts],
    where: Where,
    minutes: int,
    habit: Habit,
    affected: AffectedSide = AffectedSide.NONE,
) -> FirstRoutine | None:
    """The one that fits: of the highest level that is meant for the habit. Where none fits, the
    easiest that begins there; None where none does."""
    known = {facts.id: facts for facts in routines}
    meant = [known[name] for name in MEANT_FOR_ALL if name in known]
    wish = Wish(minutes=minutes, where=where)
    fitting = [f for f in meant if f.level <= habit.level and fits(f, wish, affected)]
    if fitting:
        return _with_minutes(max(fitting, key=_level), wish, affected)
    there = [facts for facts in meant if fits(facts, Wish(where=where), affected)]
    easiest = min(there, key=_level, default=None)
    return _with_minutes(easiest, wish, affected) if easiest else None


def _with_minutes(facts: RoutineFacts, wish: Wish, affected: AffectedSide) -> FirstRoutine:
    return FirstRoutine(facts, wish.minutes if is_shortened(facts, wish, affected) else None)


def _level(facts: RoutineFacts) -> int:
    return facts.level
