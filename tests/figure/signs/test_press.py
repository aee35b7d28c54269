from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose_terms import Direction, Part, Place, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.still import Sign, Still
from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.signs.all_signs import signs_of
from stretchcoach.figure.signs.press import GAP, press, pressure
from tests.figure.signs.bodies import EMPTY, moved, scene, touching

STILL = (0.0, 0.0, 0.0)
KNEE = rest_body().joints["knee_r"]


def wall(x: float) -> PropShape:
    return PropShape(
        PropKind.BOX, np.array([x, 1.0, 0.0]), np.eye(3), (0.02, 1.0, 1.0), PropMaterial.WALL
    )


def test_the_arrow_ends_at_the_wall_that_is_touched() -> None:
    one = scene(
        moved("knee_r", STILL), props=[wall(-0.3)], contacts=touching(Part.KNEE, Place.WALL)
    )
    found = pressure(Part.KNEE, "r", one, None)
    assert found is not None
    arrow, bar = press(found, one.camera, EMPTY)
    (there,), _ = one.camera.projected([np.array([-0.28, KNEE[1], KNEE[2]])])
    assert np.allclose(bar.line.mean(axis=0), there, atol=1e-6)
    assert np.linalg.norm(arrow.line[-1] - there) == pytest.approx(GAP)
    assert arrow.line[-1][0] < arrow.line[0][0]
    assert arrow.head > 0.0
    assert bar.head == 0.0
    along, across = arrow.line[-1] - arrow.line[0], bar.line[-1] - bar.line[0]
    assert abs(along @ across) < 1e-9


def test_the_floor_is_below() -> None:
    one = scene(moved("knee_r", STILL), contacts=touching(Part.HEEL, Place.FLOOR))
    found = pressure(Part.HEEL, "r", one, None)
    assert found is not None
    assert found.direction == pytest.approx([0.0, -1.0, 0.0])
    assert found.tip[1] == 0.0


@pytest.mark.parametrize("side", Side)
def test_a_contact_is_one_of_the_working_side(side: Side) -> None:
    working, other = ("l", "r") if side is Side.LEFT else ("r", "l")
    x = 0.3 if side is Side.LEFT else -0.3
    one = scene(
        moved("head", STILL), side, props=[wall(x)], contacts=touching(Part.KNEE, Place.WALL)
    )
    found = pressure(Part.KNEE, working, one, None)
    assert found is not None
    assert np.sign(found.direction[0]) == np.sign(x)
    assert pressure(Part.KNEE, other, one, None) is None


def test_out_of_a_band_that_is_round_both_thighs() -> None:
    joints = rest_body().joints
    loop = np.array([joints["knee_l"], joints["knee_r"], joints["knee_l"]])
    band = PropShape(
        PropKind.POLYLINE, loop[0], np.eye(3), (0.02, 0.003), PropMaterial.STRAP, points=loop
    )
    one = scene(moved("head", STILL), props=[band])
    for side, sign in (("l", 1.0), ("r", -1.0)):
        found = pressure(Part.KNEE, side, one, None)
        assert found is not None
        assert np.sign(found.direction[0]) == sign


def test_without_a_contact_along_its_way() -> None:
    found = pressure(Part.KNEE, "r", scene(moved("knee_r", (0.05, 0.0, 0.0))), None)
    assert found is not None
    assert found.direction == pytest.approx([1.0, 0.0, 0.0])


def test_a_direction_that_is_said_wins() -> None:
    one = scene(moved("knee_r", (0.05, 0.0, 0.0)), contacts=touching(Part.KNEE, Place.FLOOR))
    found = pressure(Part.KNEE, "r", one, Direction.FORWARD)
    assert found is not None
    assert found.direction == pytest.approx([0.0, 0.0, 1.0])
    assert found.tip[2] > KNEE[2] + 0.03


def test_a_hand_presses_against_the_part_of_the_body_that_it_touches() -> None:
    one = scene(moved("head", STILL), contacts=touching(Part.HAND, Place.KNEE))
    found = pressure(Part.HAND, "r", one, None)
    assert found is not None
    assert found.direction[1] < -0.9


def test_a_buttock_presses_the_ball_for_the_pelvis() -> None:
    ball = PropShape(
        PropKind.SPHERE, np.array([0.0, 0.9, -0.3]), np.eye(3), (0.05,), PropMaterial.BALL
    )
    one = scene(moved("head", STILL), props=[ball], contacts=touching(Part.BUTTOCK, Place.BALL))
    found = pressure(Part.PELVIS, "", one, None)
    assert found is not None
    assert found.direction[2] < -0.8
    assert found.tip[2] == pytest.approx(-0.25, abs=0.02)


def test_what_presses_nothing_has_no_sign() -> None:
    one = scene(moved("head", STILL), contacts=touching(Part.KNEE, Place.NOTHING))
    assert pressure(Part.KNEE, "r", one, None) is None
    still = Still(of=Part.KNEE, sign=Sign.PRESS)
    assert signs_of(still, one, EMPTY) == []


@pytest.mark.parametrize(
    "place",
    [place for place in Place if place not in (Place.NOTHING, Place.STRAP)],
)
def test_every_place_can_be_pressed(place: Place) -> None:
    shapes = [
        PropShape(kind, np.array([0.3, 0.5, 0.0]), np.eye(3), (0.05, 0.05, 0.05), material)
        for kind, material in (
            (PropKind.BOX, PropMaterial.WALL),
            (PropKind.BOX, PropMaterial.WOOD),
            (PropKind.BOX, PropMaterial.CUSHION),
            (PropKind.SPHERE, PropMaterial.BALL),
            (PropKind.CYLINDER, PropMaterial.ROLLER),
        )
    ]
    one = scene(moved("head", STILL), props=shapes, contacts=touching(Part.ELBOW, place))
    (side,) = one.sides_of(Part.ELBOW, Which.WORKING)
    assert pressure(Part.ELBOW, side, one, None) is not None
