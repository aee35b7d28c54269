"""The person's own activities are asked about once a week, and only while wanted."""

from __future__ import annotations

from datetime import date

from stretchcoach.core.diary.activities import Activity, ActivityRating, activities_due
from stretchcoach.core.session.record import Moment

MEAL = Activity("a", "Sitting through a meal")
STAIRS = Activity("b", "Stairs", asked=False)
RATED = ActivityRating("1", "a", Moment("2026-11-16T08:30:00.000Z", 0), 6)


def test_asked_once_a_week() -> None:
    assert activities_due([MEAL, STAIRS], [], date(2026, 11, 16)) == (MEAL,)
    assert activities_due([MEAL], [RATED], date(2026, 11, 16)) == ()
    assert activities_due([MEAL], [RATED], date(2026, 11, 22)) == ()
    assert activities_due([MEAL], [RATED], date(2026, 11, 23)) == (MEAL,)


def test_nobody_is_asked_about_what_is_not_wanted() -> None:
    assert activities_due([STAIRS], [], date(2026, 11, 23)) == ()
