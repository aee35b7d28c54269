"""The breath that a guide shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.screen.breath import Breath

BREATH = Breath(in_ms=4000, out_ms=6000)
breaths = st.builds(Breath, in_ms=st.integers(1, 20_000), out_ms=st.integers(1, 20_000))


@pytest.mark.parametrize(
    ("elapsed_ms", "is_in", "fullness"),
    [
        (0, True, 0.0),
        (2000, True, 0.5),
        (3999, True, 1.0),
        (4000, False, 1.0),
        (7000, False, 0.5),
        (9999, False, 0.0),
        (10_000, True, 0.0),
        (12_000, True, 0.5),
    ],
)
def test_in_then_out_and_again(elapsed_ms: int, is_in: bool, fullness: float) -> None:
    assert BREATH.is_in(elapsed_ms) is is_in
    assert BREATH.fullness(elapsed_ms) == pytest.approx(fullness, abs=1e-3)


@given(breath=breaths, elapsed_ms=st.integers(0, 10**7))
def test_never_more_than_full_nor_less_than_empty(breath: Breath, elapsed_ms: int) -> None:
    assert 0.0 <= breath.fullness(elapsed_ms) <= 1.0
    again_ms = elapsed_ms + breath.in_ms + breath.out_ms
    assert breath.fullness(again_ms) == breath.fullness(elapsed_ms)
