"""Schedule: when a routine, or a single step of it, is meant to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from stretchcoach.core.content.fields import AtMostOne, DayCount, Listed, Number, Rule
from stretchcoach.core.language.day_words import Weekday

MOST_A_DAY = 12
DAYS_OF_A_WEEK = 7
LONGEST_RHYTHM_DAYS = 28


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When something is meant to be done: every day, where it says no more than how often."""

    KEYS: ClassVar = (AtMostOne(("days", "per_week", "every_days", "as_needed")),)

    per_day: Annotated[
        int,
        Number(doc="Times a day; at most, for what is done as needed.", least=1, most=MOST_A_DAY),
    ] = 1
    days: Annotated[
        tuple[Weekday, ...] | None,
        Listed(
            doc="The days of the week, or daily.",
            most=DAYS_OF_A_WEEK,
            all_in_a_word="daily",
            counted_by="per_week",
        ),
    ] = None
    per_week: Annotated[
        int | None,
        Number(doc="On how many days of a week, whichever.", least=1, most=DAYS_OF_A_WEEK),
    ] = None
    every_days: Annotated[
        int | None,
        DayCount(doc="A rhythm, such as 2 days.", least=1, most=LONGEST_RHYTHM_DAYS),
    ] = None
    as_needed: Annotated[bool | None, Rule(doc="Whenever it is wanted, and never due.")] = None

    @property
    def weekdays(self) -> tuple[Weekday, ...]:
        """Its days of the week in their order; all where none are named, none for a rhythm."""
        if self.as_needed or self.per_week or self.every_days:
            return ()
        return tuple(day for day in Weekday if not self.days or day in self.days)

    @property
    def is_every_day(self) -> bool:
        """Whether it asks for each day of a week."""
        return (
            len(self.weekdays) == DAYS_OF_A_WEEK
            or self.per_week == DAYS_OF_A_WEEK
            or self.every_days == 1
        )

    @property
    def days_a_week(self) -> float:
        """On how many days of a week it is due, on the average."""
        if self.every_days:
            return DAYS_OF_A_WEEK / self.every_days
        return self.per_week or len(self.weekdays)
