"""How long a voice takes for its words is learned from what it has said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.ui.sound.voice_pace import Pace


def test_a_pace_is_at_first_that_of_an_ordinary_voice() -> None:
    for text in ("One", "Halfway", "Lie on your back with both knees bent."):
        assert Pace().needed_ms(text) == pytest.approx(speaking_ms(text), abs=1)


@pytest.mark.parametrize("start_ms", [0, 500])
@pytest.mark.parametrize("a_letter_ms", [40, 110])
def test_a_pace_learns_the_start_and_the_letters(start_ms: int, a_letter_ms: int) -> None:
    pace = Pace()
    texts = ("Three", "Two", "Hold", "Halfway", "Breathe out and soften", "x" * 60)
    for _ in range(8):
        for text in texts:
            pace.learn(text, start_ms + a_letter_ms * len(text))
    for text in texts:
        needed_ms = start_ms + a_letter_ms * len(text)
        assert pace.needed_ms(text) == pytest.approx(needed_ms, rel=0.05, abs=30)


@given(st.lists(st.tuples(st.text(max_size=80), st.integers(-5, 10**7)), max_size=60))
def test_a_pace_stays_sane_whatever_is_measured(measured: list[tuple[str, int]]) -> None:
    pace = Pace()
    for text, took_ms in measured:
        pace.learn(text, took_ms)
    times_ms = [pace.needed_ms("x" * count) for count in (1, 20, 80)]
    assert times_ms == sorted(times_ms)
    assert times_ms[0] >= 1
    assert times_ms[-1] <= 60_000
