from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.figure.body.glow import glow_shapes
from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.draw.camera import framed
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import render

NO_GLOW = np.zeros((0, 9), np.float32)


def standing(yaw: float = 0.0, glow: tuple[Muscle, ...] = (), samples: int = 4) -> Bytes:
    body = rest_body()
    camera = framed(yaw, 0.0, [(point, 0.13) for point in body.joints.values()])
    return render(body, (), camera, glow_shapes(body, glow, ["r"]), 240, 180, samples)


def test_the_ground_is_see_through_and_the_body_is_not() -> None:
    picture = standing()
    assert picture.shape == (180, 240, 4)
    assert picture[0, 0, 3] == 0
    assert picture[90, 120, 3] == 255


def test_a_body_that_stands_straight_is_alike_on_both_sides() -> None:
    alpha = standing()[:165, :, 3].astype(int)
    assert np.abs(alpha - alpha[:, ::-1]).mean() < 1.0


def test_the_glow_is_coral_and_changes_nothing_else() -> None:
    plain, glowing = standing(180.0), standing(180.0, (Muscle.GLUTEUS_MAXIMUS,))
    changed = np.abs(plain.astype(int) - glowing.astype(int)).max(axis=2) > 40
    assert 0.005 < changed.mean() < 0.05
    red, green, blue = glowing[changed][:, :3].mean(axis=0)
    assert red > 1.5 * green
    assert red > 1.5 * blue


def test_the_edges_are_smooth() -> None:
    alpha = standing()[:, :, 3]
    rough = standing(samples=1)[:, :, 3]
    assert np.unique(alpha).size > np.unique(rough).size


@pytest.mark.parametrize("kind", list(PropKind))
def test_every_kind_of_prop_is_drawn(kind: PropKind) -> None:
    body = rest_body()
    sizes = {
        PropKind.BOX: (0.1, 0.1, 0.1),
        PropKind.SPHERE: (0.1,),
        PropKind.CYLINDER: (0.1, 0.1),
        PropKind.POLYLINE: (0.02, 0.002),
    }
    centre = np.array([0.7, 1.0, 0.0])
    aside = np.array([0.1, 0.0, 0.0])
    bent = np.array([0.0, 0.0, -0.05])
    points = np.array([centre - aside, centre + bent, centre + aside])
    prop = PropShape(kind, centre, np.eye(3), sizes[kind], PropMaterial.BALL, points=points)
    camera = framed(0.0, 0.0, [(centre, 0.2)])
    picture = render(body, (prop,), camera, NO_GLOW, 64, 48)
    assert picture[24, 32, 3] == 255
    assert picture[2, 2, 3] == 0
