from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.figure.body.glow import glow_shapes
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.body.solids import Group
from stretchcoach.figure.draw.render import Traced
from stretchcoach.figure.draw.trace import Samples
from stretchcoach.figure.stills.beneath import CORAL, INK, beneath, within
from tests.figure.signs.bodies import front

GLOW = glow_shapes(rest_body(), (Muscle.GLUTEUS_MAXIMUS,), ("l",))


def hold_of(groups: NDArray[np.int16]) -> Traced:
    """A picture in which each sample shows such a group; -1 for nothing."""
    height, width = groups.shape
    found = Samples.empty(height, width)
    found.what[:] = np.where(groups < 0, -1, groups * 16)
    lines = np.zeros((height, width), np.uint8)
    return Traced(found, lines, lines, 1, 1.0)


def showing(group: int) -> Traced:
    return hold_of(np.full((240, 320), group, np.int16))


def test_the_muscle_is_where_it_lies_on_the_body() -> None:
    inside, _ = within(GLOW, front(), showing(Group.TORSO))
    (hip,), _ = front().projected([rest_body().joints["hip_l"]])
    j, i = np.unravel_index(np.argmax(inside), inside.shape)
    assert abs((i + 0.5) / 320 - 0.5 - hip[0]) < 0.03
    assert abs((j - 120) / 320 - hip[1]) < 0.05
    assert 0.002 < (inside > 0).mean() < 0.05


def test_it_is_hatched_and_dashed_and_paler_than_a_glow() -> None:
    picture = beneath(GLOW, front(), showing(Group.TORSO))
    seen = picture[..., 3] > 0
    hatched = (picture[..., :3] == CORAL).all(axis=-1) & seen
    assert 0 < picture[hatched][:, 3].max() < 200
    assert picture[hatched][:, 3].std() > 15
    dashes = (picture[..., :3] == INK).all(axis=-1) & (picture[..., 3] > 60)
    assert 20 < dashes.sum() < 0.5 * hatched.sum()


def test_it_shines_only_through_what_it_lies_in() -> None:
    for other in (-1, Group.SHANK_L, Group.HAND_L, Group.THIGH_R, Group.HEAD, Group.PROPS):
        assert not beneath(GLOW, front(), showing(other))[..., 3].any()
    groups = np.full((240, 320), Group.FOREARM_R, np.int16)
    groups[:, 170:] = Group.THIGH_L
    picture = beneath(GLOW, front(), hold_of(groups))
    assert picture[..., 3].any()
    assert not picture[:, :165, 3].any()
