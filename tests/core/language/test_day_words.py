"""Days in words."""

from __future__ import annotations

from datetime import date

from stretchcoach.core.language.day_words import (
    day_words,
    full_day_words,
    month_word,
    weekday_words,
)


def test_a_day_short_and_long() -> None:
    day = date(2026, 11, 16)
    assert day_words(day) == "16 Nov"
    assert weekday_words(day) == "Mon 16 Nov"
    assert full_day_words(day) == "16 Nov 2026"


def test_every_month_has_its_own_word() -> None:
    words = [month_word(number) for number in range(1, 13)]
    assert (words[0], words[-1]) == ("Jan", "Dec")
    assert len(set(words)) == 12
