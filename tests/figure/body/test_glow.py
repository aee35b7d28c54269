from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.figure.body.glow import SHAPES, glow_shapes
from stretchcoach.figure.body.person import body_joints, body_solids
from stretchcoach.figure.body.skeleton import PosedBody, rest_body
from stretchcoach.figure.body.solids import Group
from stretchcoach.figure.draw.camera import Camera, framed
from stretchcoach.figure.draw.render import glow_share, traced
from stretchcoach.figure.draw.shade import glow_at


def camera_at(yaw: float, body: PosedBody) -> Camera:
    return framed(yaw, 5.0, [(point, 0.1) for point in body.joints.values()])


def test_every_muscle_has_a_place() -> None:
    assert set(SHAPES) == set(Muscle)


@pytest.mark.parametrize(
    ("muscle", "seen_from", "hidden_from"),
    [
        (Muscle.GLUTEUS_MAXIMUS, 180.0, 0.0),
        (Muscle.PIRIFORMIS, 180.0, 0.0),
        (Muscle.HAMSTRINGS, 180.0, 0.0),
        (Muscle.LUMBAR_EXTENSORS, 180.0, 0.0),
        (Muscle.QUADRICEPS, 0.0, 180.0),
        (Muscle.HIP_FLEXORS, 0.0, 180.0),
        (Muscle.ABDOMINALS, 0.0, 180.0),
        (Muscle.GLUTEUS_MEDIUS, -90.0, 90.0),
        (Muscle.CALF, 180.0, 0.0),
    ],
)
def test_a_muscle_glows_where_it_lies(muscle: Muscle, seen_from: float, hidden_from: float) -> None:
    body = rest_body()
    glow = glow_shapes(body, [muscle], ["r"])
    seen, hidden = (
        glow_share(traced(body, (), camera_at(yaw, body), glow, 320, 240, 1))
        for yaw in (seen_from, hidden_from)
    )
    assert seen >= 0.01
    assert hidden < 0.002


def test_only_the_asked_side_glows() -> None:
    body = rest_body()
    right = glow_shapes(body, [Muscle.HAMSTRINGS], ["r"])
    both = glow_shapes(body, [Muscle.HAMSTRINGS], ["l", "r"])
    assert len(both) == 2 * len(right)
    assert np.all(right[:, 0] < 0.0)


def test_glow_stays_on_its_own_limb() -> None:
    body = rest_body()
    row = glow_shapes(body, [Muscle.HAMSTRINGS], ["r"])
    middle = row[0, :3] + row[0, 3:6] / 2
    back = np.array([0.0, 0.0, -1.0])
    assert glow_at(row, Group.THIGH_R, middle[0], middle[1], middle[2], back)[0] == 1.0
    assert glow_at(row, Group.HAND_R, middle[0], middle[1], middle[2], back) == (0.0, 0.0)
    assert glow_at(row, Group.THIGH_L, middle[0], middle[1], middle[2], back)[0] == 0.0


def test_the_first_muscle_is_the_strongest() -> None:
    rows = glow_shapes(rest_body(), [Muscle.HAMSTRINGS, Muscle.CALF], ["r"], 0.5)
    assert rows[0, 7] == 0.5
    assert 0.3 < rows[1, 7] < 0.5


def test_its_fibres_run_along_the_muscle() -> None:
    row = glow_shapes(rest_body(), [Muscle.HAMSTRINGS], ["r"])
    middle, along = row[0, :3] + row[0, 3:6] / 2, row[0, 3:6] / np.linalg.norm(row[0, 3:6])
    back = np.array([0.0, 0.0, -1.0])
    across = np.cross(along, back)

    def light(way: np.ndarray, step_m: float) -> float:
        x, y, z = middle + way * step_m
        return float(glow_at(row, Group.THIGH_R, x, y, z, back)[1])

    steps = np.linspace(-0.02, 0.02, 21)
    assert np.ptp([light(across, step) for step in steps]) > 1.0
    assert np.ptp([light(along, step) for step in steps]) < 0.1


def test_the_parts_that_glow_are_drawn() -> None:
    body = rest_body()
    drawn = {solid.group for solid in body_solids(body)}
    assert {joint.group for joint in body_joints(body)} <= drawn
    assert {group for shapes in SHAPES.values() for one in shapes for group in one.groups} <= drawn
