from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose_terms import Direction, Part, Place, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.still import Arrow, Sign, Still
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.signs.tracked import Scene
from stretchcoach.figure.stills.sign_check import sign_problems
from tests.figure.signs.bodies import EMPTY, front, moved, scene, touching, turned

NO_FACE = np.zeros((75, 100), np.float32)
UP = scene(moved("knee_r", (0.0, 0.2, 0.0)))
STILL = scene(moved("head", (0.0, 0.0, 0.0)))


def problems(still: Still, one: Scene) -> list[str]:
    return sign_problems(still, one, EMPTY, NO_FACE)


@pytest.mark.parametrize("sign", [Sign.MOVE, Sign.TO_AND_FRO])
def test_what_goes_a_way_moves(sign: Sign) -> None:
    assert problems(Still(of=Part.KNEE, sign=sign), UP) == []
    (message,) = problems(Still(of=Part.KNEE, side=Which.OTHER, sign=sign), UP)
    assert "knee (other) hardly moves" in message


def test_a_way_along_the_view_is_none_on_the_picture() -> None:
    toward = scene(moved("knee_r", (0.0, 0.0, 0.2)))
    (message,) = problems(Still(of=Part.KNEE), toward)
    assert "hardly moves" in message


def test_a_way_that_is_said_is_gone() -> None:
    assert problems(Still(of=Part.KNEE, toward=Direction.UP), UP) == []
    (message,) = problems(Still(of=Part.KNEE, toward=Direction.DOWN), UP)
    assert "does not move down" in message
    rolls = Still(of=Part.KNEE, sign=Sign.TO_AND_FRO, toward=Direction.FORWARD)
    assert problems(rolls, UP) == []  # to and fro is more than the two moments


def test_what_turns_does_so() -> None:
    still = Still(of=Part.CHEST, sign=Sign.TURN)
    assert problems(still, scene(turned("chest", 30.0))) == []
    (message,) = problems(still, scene(turned("chest", 5.0)))
    assert "chest turns by only 5 degrees" in message


@pytest.mark.parametrize("side", Side)
def test_what_presses_has_something_to_press_against(side: Side) -> None:
    still = Still(of=Part.HEEL, sign=Sign.PRESS)
    stands = scene(STILL.bodies, side, contacts=touching(Part.HEEL, Place.FLOOR))
    assert problems(still, stands) == []
    (message,) = problems(still, STILL)
    assert "heel (working) presses against nothing" in message


def test_a_press_along_the_view_is_not_seen() -> None:
    still = Still(of=Part.KNEE, sign=Sign.PRESS, toward=Direction.FORWARD)
    (message,) = problems(still, STILL)
    assert "along the view" in message
    assert problems(still, scene(STILL.bodies, camera=front(0.0, 90.0))) == []


def test_breath_needs_no_way() -> None:
    assert problems(Still(sign=Sign.BREATHE), STILL) == []
    assert problems(Still(of=Part.CHEST, sign=Sign.BREATHE), STILL) == []
    (message,) = problems(Still(of=Part.FOOT, sign=Sign.BREATHE), STILL)
    assert message == "nobody breathes with the foot (working)"


def test_signs_do_not_hide_the_face() -> None:
    (head,), _ = UP.camera.projected([rest_body().joints["head"]])
    y, x = np.mgrid[0:75, 0:100]
    away = np.hypot((x + 0.5) / 100 - 0.5 - head[0], (y - 37.0) / 100 - head[1])
    face = (away < 0.03).astype(np.float32)
    nods = scene(moved("head", (0.1, 0.0, 0.0)))
    several = Still(arrows=(Arrow(of=Part.HEAD), Arrow(of=Part.KNEE, sign=Sign.PRESS)))
    found = sign_problems(several, nods, EMPTY, face)
    assert any("of the head" in message for message in found)
    assert any("against nothing" in message for message in found)
