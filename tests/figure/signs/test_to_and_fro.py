from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.signs.to_and_fro import LEAST, to_and_fro
from stretchcoach.figure.signs.tracked import Way
from tests.figure.signs.bodies import EMPTY


def way(length: float) -> Way:
    return Way(np.stack([np.linspace(0.0, length, 28), np.zeros(28)], axis=1), 0.03)


def test_it_has_a_head_at_both_ends_and_is_evenly_thick() -> None:
    sign = to_and_fro(way(0.3), EMPTY)
    assert sign is not None
    (stroke,) = sign
    assert stroke.two_heads
    assert stroke.begin == stroke.end
    assert np.ptp(stroke.line[:, 0]) == pytest.approx(0.3, rel=0.01)


def test_there_is_room_for_two_heads() -> None:
    sign = to_and_fro(way(0.01), EMPTY)
    assert sign is not None
    assert np.ptp(sign[0].line[:, 0]) == pytest.approx(LEAST)


def test_a_way_that_is_only_said_has_its_middle_at_the_part() -> None:
    sign = to_and_fro(way(0.3), EMPTY, straight=True)
    assert sign is not None
    assert sign[0].line[:, 0].mean() == pytest.approx(0.3, abs=0.01)


def test_what_stands_still_does_not_go_to_and_fro() -> None:
    assert to_and_fro(way(0.0), EMPTY) is None
