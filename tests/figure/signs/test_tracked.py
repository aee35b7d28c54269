from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose_terms import Direction, Part, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.still import Arrow, Sign, Still
from stretchcoach.figure.body.skeleton import PosedBody
from stretchcoach.figure.signs.all_signs import asked, signs_of
from stretchcoach.figure.signs.tracked import SPOTS, most_telling, way_of
from tests.figure.signs.bodies import EMPTY, moved, scene

UP = (0.0, 0.3, 0.0)


def test_what_moves_most_is_followed() -> None:
    one = scene(moved("knee_r", UP))
    assert most_telling(one) == (Part.KNEE, "r")
    way = way_of(Part.KNEE, "r", one)
    first, last = way.points[0], way.points[-1]
    assert abs(first[0] - last[0]) < 0.01
    assert last[1] < first[1] - 0.1  # up is a smaller number


def test_hands_count_less_than_what_they_hold() -> None:
    bodies = [
        PosedBody({**knee.joints, "wrist_r": hand.joints["wrist_r"]}, knee.frames, knee.grips)
        for knee, hand in zip(
            moved("knee_r", (0.0, 0.2, 0.0)), moved("wrist_r", (0.3, 0.0, 0.0)), strict=True
        )
    ]
    assert most_telling(scene(bodies)) == (Part.KNEE, "r")


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("which", Which)
def test_working_and_other_are_those_of_the_picture(side: Side, which: Which) -> None:
    one = scene(moved("knee_l", UP), side)
    sides = one.sides_of(Part.KNEE, which)
    if which is Which.BOTH:
        assert sides == ("l", "r")
    else:
        assert (sides == ("l",)) == ((which is Which.WORKING) == (side is Side.LEFT))
    assert one.sides_of(Part.CHEST, which) == ("",)


@pytest.mark.parametrize("part", Part)
def test_every_part_can_be_followed(part: Part) -> None:
    one = scene(moved("knee_r", UP))
    (side, *_) = one.sides_of(part, Which.WORKING)
    assert np.isfinite(way_of(part, side, one).points).all()
    assert SPOTS


def test_a_straight_way_ends_where_the_part_is() -> None:
    one = scene(moved("knee_r", UP))
    way = way_of(Part.KNEE, "r", one, Direction.OUTWARD)
    gone = way_of(Part.KNEE, "r", one)
    assert np.allclose(way.points[-1], gone.points[-1], atol=1e-6)
    assert way.points[-1][0] < way.points[0][0] - 0.03  # the right side is on the left
    assert abs(way.points[-1][1] - way.points[0][1]) < 0.01


@pytest.mark.parametrize("toward", Direction)
def test_a_direction_is_one_of_the_room(toward: Direction) -> None:
    one = scene(moved("knee_r", UP))
    opposite = {
        Direction.UP: Direction.DOWN,
        Direction.FORWARD: Direction.BACKWARD,
        Direction.OUTWARD: Direction.INWARD,
    }
    pairs = opposite | {other: first for first, other in opposite.items()}
    assert np.allclose(one.direction(toward, "l"), -one.direction(pairs[toward], "l"))
    across = toward in (Direction.OUTWARD, Direction.INWARD)
    mirrored = np.allclose(one.direction(toward, "l"), -one.direction(toward, "r"))
    assert mirrored is across


def test_a_still_asks_for_one_sign_or_for_several() -> None:
    one = scene(moved("knee_r", UP))
    assert asked(Still(arrow=False), one) == []
    assert [side for _, side in asked(Still(), one)] == ["r"]
    assert [side for _, side in asked(Still(of=Part.KNEE, side=Which.BOTH), one)] == ["l", "r"]
    several = Still(arrows=(Arrow(of=Part.KNEE), Arrow(of=Part.CHEST, sign=Sign.TURN)))
    assert [arrow.sign for arrow, _ in asked(several, one)] == [Sign.MOVE, Sign.TURN]
    (breath,) = asked(Still(sign=Sign.BREATHE), one)
    assert breath[0].of is Part.LOWER_BACK


def test_signs_lie_beside_each_other() -> None:
    one = scene(moved("knee_r", UP))
    twice = Still(arrows=(Arrow(of=Part.KNEE), Arrow(of=Part.KNEE)))
    first, second = (sign[0].line for sign in signs_of(twice, one, EMPTY))
    assert np.linalg.norm(first.mean(axis=0) - second.mean(axis=0)) > 0.04


def test_what_stands_still_and_presses_nothing_has_no_sign() -> None:
    one = scene(moved("knee_r", UP))
    for sign in (Sign.MOVE, Sign.TO_AND_FRO, Sign.PRESS):
        assert signs_of(Still(of=Part.HEAD, sign=sign), one, EMPTY) == []
    for sign in Sign:
        assert len(signs_of(Still(of=Part.KNEE, sign=sign), one, EMPTY)) == 1
