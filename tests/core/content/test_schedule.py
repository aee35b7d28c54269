import pytest

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import Weekday

MON_WED = (Weekday.MON, Weekday.WED)


@pytest.mark.parametrize(
    ("schedule", "weekdays", "days_a_week"),
    [
        (Schedule(), tuple(Weekday), 7),
        (Schedule(days=()), tuple(Weekday), 7),
        (Schedule(days=(Weekday.WED, Weekday.MON, Weekday.WED)), MON_WED, 2),
        (Schedule(per_week=3), (), 3),
        (Schedule(every_days=2), (), 3.5),
        (Schedule(as_needed=True), (), 0),
    ],
)
def test_the_days_that_are_named_and_how_many_a_week_has(
    schedule: Schedule, weekdays: tuple[Weekday, ...], days_a_week: float
) -> None:
    assert schedule.weekdays == weekdays
    assert schedule.days_a_week == days_a_week
