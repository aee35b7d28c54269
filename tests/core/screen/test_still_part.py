from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.screen.still_part import note_of, part_in

low, high = st.integers(0, 3999), st.integers(6000, 10000)


@given(low, low, high, high)
def test_the_part_is_read_from_its_note(left: int, top: int, right: int, bottom: int) -> None:
    part = (left / 10000, top / 10000, right / 10000, bottom / 10000)
    assert part_in(note_of(part)) == part


@pytest.mark.parametrize(
    "note",
    [
        "",
        "a photograph",
        'coach:hold="0.1 0.2 0.3 0.4"',
        'coach:hold="0.1000 0.2000 0.3000"',
        'coach:hold="0.5000 0.0000 0.5000 1.0000"',
        'coach:hold="0.0000 0.0000 0.0001 1.0000"',
        'coach:hold="0.0000 0.9999 1.0000 1.0000"',
        'coach:hold="0.0000 0.7000 1.0000 0.2000"',
        'coach:hold="0.0000 0.0000 1.5000 1.0000"',
        'coach:hold="0.0000 0.0000 1.0000 1.2000"',
    ],
)
def test_what_names_no_part_is_none(note: str) -> None:
    assert part_in(note) is None
