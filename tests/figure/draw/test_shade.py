"""The light comes from the room, never through a wall."""

from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.body.solids import Material
from stretchcoach.figure.draw.shade import PALETTE, light_direction

RIGHT, FORWARD = np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.0, -1.0])


@pytest.mark.parametrize(("wall", "from_the_left"), [(None, True), (-1.0, True), (1.0, False)])
def test_the_light_stands_on_the_side_of_the_wall_that_is_seen(
    wall: float | None, from_the_left: bool
) -> None:
    walls = () if wall is None else (np.array([wall, 0.0, 0.0]),)
    light = light_direction(RIGHT, FORWARD, walls)
    assert np.linalg.norm(light) == pytest.approx(1.0)
    assert bool(light @ RIGHT < 0.0) is from_the_left
    assert light[1] > 0.5


def test_two_walls_that_face_each_other_leave_the_light_on_the_left() -> None:
    walls = (RIGHT, -RIGHT)
    assert light_direction(RIGHT, FORWARD, walls) @ RIGHT < 0.0


def test_every_material_has_its_own_colour() -> None:
    assert PALETTE.shape == (len(Material), 3)
    assert len({tuple(colour) for colour in PALETTE.tolist()}) == len(Material)
