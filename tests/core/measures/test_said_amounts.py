"""What a text says of holds and counts, and what it does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.measures.said_amounts import SaidAmount, amount_words
from stretchcoach.core.measures.said_amounts import said_amounts as read_amounts


def said_amounts(text: str) -> tuple[SaidAmount, ...]:
    return read_amounts(text, amount_words())


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hold for 20 seconds.", 20, 20),
        ("hold 20s", 20, 20),
        ("Hold it there for about 30 sec", 30, 30),
        ("Hold 20-30 seconds", 20, 30),
        ("Hold 20 to 30 seconds", 20, 30),
        ("Hold for one minute", 60, 60),
        ("Hold for thirty seconds, no more", 30, 30),
        ("A 45-second hold", 45, 45),
        ("Held for 2 min.", 120, 120),
    ],
)
def test_times_of_holds(text: str, low: int, high: int) -> None:
    [said] = said_amounts(text)
    assert (said.low, said.high, said.is_time) == (low * 1_000, high * 1_000, True)
    assert said.words in text


@pytest.mark.parametrize(
    "text",
    [
        "Hold on to the chair. Wait 20 seconds.",
        "After 30 seconds the calf lets go.",
        "Hold the strap; rest 10 seconds",
        "Walk for 5 minutes first.",
        "Hold 3 breaths",
        "Hold with 2 hands, and 30 seconds are enough",
        "Household 20 seconds",
    ],
)
def test_other_times_are_none_of_a_hold(text: str) -> None:
    assert said_amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Repeat 10 times.", 10, 10),
        ("Do this ten times", 10, 10),
        ("8 to 12 reps, slowly", 8, 12),
        ("8–12 repetitions", 8, 12),
    ],
)
def test_counts(text: str, low: int, high: int) -> None:
    [said] = said_amounts(text)
    assert (said.low, said.high, said.is_time) == (low, high, False)


@pytest.mark.parametrize(
    "text", ["Three times a day.", "2 times a week", "Two times daily", "3 times more", "Sometimes"]
)
def test_how_often_a_day_is_no_count(text: str) -> None:
    assert said_amounts(text) == ()


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 60))
def test_amounts_fit_where_they_overlap(one: int, other: int, real: int) -> None:
    low, high = sorted((one, other))
    said = SaidAmount(low, high, is_time=False, words="")
    assert said.fits(real, real) is (low <= real <= high)
    assert said.fits(1, 60)


@given(st.integers(1, 999), st.sampled_from(["s", "sec", "seconds", "secs"]))
def test_what_is_written_is_read(seconds: int, unit: str) -> None:
    [said] = said_amounts(f"Stay easy, and hold for {seconds} {unit}.")
    assert said.low == seconds * 1_000
