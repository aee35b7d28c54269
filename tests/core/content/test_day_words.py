"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from stretchcoach.core.content.day_words import (
    day_words,
    full_day_words,
    month_word,
    planned_days_words,
    weekday_words,
)
from stretchcoach.core.content.routine import Schedule, Weekday


def test_a_day_short_and_long() -> None:
    day = date(2026, 11, 16)
    assert day_words(day) == "16 Nov"
    assert weekday_words(day) == "Mon 16 Nov"
    assert full_day_words(day) == "16 Nov 2026"


def test_every_month_has_its_own_word() -> None:
    words = [month_word(number) for number in range(1, 13)]
    assert (words[0], words[-1]) == ("Jan", "Dec")
    assert len(set(words)) == 12


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((Weekday.FRI, Weekday.MON), "Mon, Fri planned"),
        ((), "Every day planned"),
        (tuple(Weekday), "Every day planned"),
    ],
)
def test_the_planned_days(days: tuple[Weekday, ...], words: str) -> None:
    assert planned_days_words(Schedule(days=days)) == words
