from datetime import date

import pytest

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.schedule.schedule_words import (
    coming_words,
    not_due_words,
    planned_words,
    schedule_words,
)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Schedule(), ("Every day",)),
        (Schedule(days=tuple(Weekday)), ("Every day",)),
        (Schedule(per_week=7), ("Every day",)),
        (Schedule(every_days=1), ("Every day",)),
        (Schedule(as_needed=False), ("Every day",)),
        (Schedule(days=(Weekday.FRI, Weekday.MON)), ("Mon, Fri",)),
        (Schedule(per_day=2), ("Every day", "2 times a day")),
        (Schedule(per_week=1), ("1 time a week",)),
        (Schedule(per_week=3, per_day=2), ("3 times a week", "2 times a day")),
        (Schedule(every_days=2), ("Every 2 days",)),
        (Schedule(as_needed=True), ("As needed",)),
        (Schedule(as_needed=True, per_day=3), ("As needed", "At most 3 times a day")),
    ],
)
def test_the_schedule_in_words(schedule: Schedule, words: tuple[str, ...]) -> None:
    assert schedule_words(schedule) == words
    assert planned_words(schedule) == f"Planned: {words[0]}"


@pytest.mark.parametrize(
    ("done_today", "upcoming", "words"),
    [
        (False, date(2026, 11, 25), "3 times a week. Next tomorrow."),
        (True, date(2026, 11, 25), "3 times a week. Done today, next tomorrow."),
        (False, date(2026, 11, 27), "3 times a week. Next on Fri 27 Nov."),
        (True, date(2026, 11, 27), "3 times a week. Done today, next on Fri 27 Nov."),
        (True, None, "3 times a week."),
    ],
)
def test_why_it_is_not_for_today(done_today: bool, upcoming: date | None, words: str) -> None:
    three = Schedule(per_week=3)
    assert not_due_words(three, done_today, upcoming, date(2026, 11, 24)) == words


@pytest.mark.parametrize(
    ("schedule", "done", "words"),
    [
        (Schedule(), 1, "Next planned: tomorrow"),
        (Schedule(per_day=2), 1, "Planned once more today"),
        (Schedule(per_day=3), 1, "Planned 2 more times today"),
        (Schedule(per_day=2), 2, "Next planned: tomorrow"),
        (Schedule(days=(Weekday.TUE, Weekday.FRI)), 1, "Next planned: Fri 27 Nov"),
        (Schedule(every_days=4), 1, "Next planned: Sat 28 Nov"),
        (Schedule(as_needed=True), 1, ""),
    ],
)
def test_what_comes_next_is_one_line(schedule: Schedule, done: int, words: str) -> None:
    tuesday = date(2026, 11, 24)
    assert coming_words(schedule, tuesday, [tuesday] * done) == words
