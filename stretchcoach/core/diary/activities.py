"""The person's own activities, such as “sitting through a meal”, rated 0 to 10 once a week.

They are kept and plotted, never scored and never used to choose exercises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stretchcoach.core.session.record import Moment

ASK_EVERY = timedelta(days=7)


@dataclass(frozen=True)
class Activity:
    """An activity in the person's own words; `asked` is off when they no longer want it."""

    id: str
    name: str
    asked: bool = True


@dataclass(frozen=True)
class ActivityRating:
    """How it went: 0 not at all, 10 as well as ever."""

    id: str
    activity_id: str
    rated: Moment
    rating: int


def activities_due(
    activities: Iterable[Activity], ratings: Iterable[ActivityRating], today: date
) -> tuple[Activity, ...]:
    """Those to ask about today: wanted, and not rated within the last week."""
    # A rating of a day that has not come is no reason not to ask for years.
    fresh = {one.activity_id for one in ratings if today - ASK_EVERY < one.rated.day <= today}
    return tuple(one for one in activities if one.asked and one.id not in fresh)
