from __future__ import annotations

import numpy as np

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.figure.body.glow import glow_shapes
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.stills.beneath import CORAL, INK, beneath, within
from tests.figure.signs.bodies import front

SIZE = (320, 240)
GLOW = glow_shapes(rest_body(), (Muscle.GLUTEUS_MAXIMUS,), ("l",))


def test_the_muscle_is_where_it_lies_on_the_body() -> None:
    inside = within(GLOW, front(), SIZE)
    (hip,), _ = front().projected([rest_body().joints["hip_l"]])
    j, i = np.unravel_index(np.argmax(inside), inside.shape)
    assert abs((i + 0.5) / 320 - 0.5 - hip[0]) < 0.03
    assert abs((j - 120) / 320 - hip[1]) < 0.05
    assert 0.002 < (inside > 0).mean() < 0.05


def test_it_is_hatched_and_dashed_and_paler_than_a_glow() -> None:
    picture = beneath(GLOW, front(), np.ones((240, 320), np.float32))
    seen = picture[..., 3] > 0
    hatched = (picture[..., :3] == CORAL).all(axis=-1) & seen
    assert 0 < picture[hatched][:, 3].max() < 200
    assert picture[hatched][:, 3].std() > 15
    dashes = (picture[..., :3] == INK).all(axis=-1) & (picture[..., 3] > 60)
    assert 20 < dashes.sum() < 0.5 * hatched.sum()


def test_it_shines_only_through_the_person() -> None:
    free = np.zeros((240, 320), np.float32)
    assert not beneath(GLOW, front(), free)[..., 3].any()
    free[:, 170:] = 1.0
    picture = beneath(GLOW, front(), free)
    assert picture[..., 3].any()
    assert not picture[:, :165, 3].any()
