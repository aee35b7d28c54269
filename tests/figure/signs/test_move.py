from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.signs.move import LEAST, move, placed
from stretchcoach.figure.signs.strokes import HEAD
from stretchcoach.figure.signs.tracked import Way
from tests.figure.signs.bodies import EMPTY, ground

NOBODY = EMPTY.busy
ASPECT = 4.0 / 3.0


def straight(length: float) -> Way:
    return Way(np.stack([np.linspace(0.0, length, 28), np.zeros(28)], axis=1), 0.03)


def test_a_small_movement_has_an_arrow_that_can_be_seen() -> None:
    line = placed(straight(0.01), EMPTY)
    assert line is not None
    assert np.linalg.norm(line[-1] - line[0]) == pytest.approx(LEAST, rel=0.01)


def test_a_small_movement_with_a_turn_has_a_straight_arrow() -> None:
    turn = np.linspace(0.0, np.pi, 28)
    hook = np.stack([0.01 * turn, 0.004 * np.sin(turn)], axis=1)
    line = placed(Way(hook, 0.03), EMPTY)
    assert line is not None
    assert np.ptp(line[:, 1]) < 1e-6
    assert line[-1, 0] > line[0, 0]


def test_a_short_arrow_beside_a_hook_points_where_the_part_ends() -> None:
    turn = np.linspace(0.0, 1.5 * np.pi, 28)
    hook = np.stack([0.004 * turn, 0.012 * np.cos(turn) - 0.02 * turn / turn[-1]], axis=1)
    busy = NOBODY.copy()
    busy[:, 45:56] = 1.0  # the way itself is covered
    line = placed(Way(hook, 0.03), ground(busy))
    assert line is not None
    way, drawn = hook[-1] - hook[0], line[-1] - line[0]
    assert way @ drawn > 0.98 * np.linalg.norm(way) * np.linalg.norm(drawn)


def test_it_stays_in_the_picture_even_over_the_body() -> None:
    busy = NOBODY.copy()
    busy[:73] = 1.0  # the body leaves only the lowest rows free
    way = Way(straight(0.3).points + np.array([0.0, 0.33]), 0.03)
    line = placed(way, ground(busy))
    assert line is not None
    assert line[:, 1].max() + HEAD < 0.5 / ASPECT


def test_it_lies_beside_the_body() -> None:
    busy = NOBODY.copy()
    busy[33:43] = 1.0  # a limb along the way
    line = placed(straight(0.3), ground(busy))
    assert line is not None
    assert abs(line[14, 1]) > 0.04


@pytest.mark.parametrize(("weight", "beside"), [(0.35, False), (1.6, True)])
def test_it_rather_lies_on_the_body_than_far_away_but_not_on_a_face(
    weight: float, beside: bool
) -> None:
    busy = np.zeros((75, 100), np.float32)
    busy[30:45] = weight  # so wide that the next free place is far from the way
    line = placed(straight(0.3), ground(busy))
    assert line is not None
    assert bool(abs(line[14, 1]) > 0.05) is beside


def test_nothing_that_stands_still_has_an_arrow() -> None:
    assert move(straight(0.0), EMPTY) is None
    assert move(straight(0.2), EMPTY) is not None


def test_a_short_way_that_is_nearly_upright_is_drawn_upright() -> None:
    up = np.stack([np.linspace(0.0, 0.006, 28), np.linspace(0.0, -0.02, 28)], axis=1)
    line = placed(Way(up, 0.03), EMPTY)
    assert line is not None
    assert np.ptp(line[:, 0]) < 1e-6
    assert line[-1, 1] < line[0, 1]


def test_an_arrow_at_the_edge_is_moved_into_the_picture() -> None:
    way = Way(straight(0.05).points[:, ::-1] * -1.0 + np.array([0.49, 0.37]), 0.03)
    line = placed(way, EMPTY)
    assert line is not None
    assert line[:, 1].max() + HEAD < 0.5 / ASPECT
    assert line[:, 0].max() + HEAD < 0.5
    assert line[-1, 1] < line[0, 1]
