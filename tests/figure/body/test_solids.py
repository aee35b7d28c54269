from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from stretchcoach.figure.body.distance import distance, material_at, nearest
from stretchcoach.figure.body.person import body_joints, body_solids
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.body.solids import Group, Joint, Kind, Material, Scene, Shirt, Solid, pack

UP = np.array([0.0, 1.0, 0.0])
ORIGIN = np.zeros(3)


def ball(x: float, group: Group = Group.TORSO, blend: float = 0.0) -> Solid:
    return Solid(
        Kind.ELLIPSOID,
        np.array([x, 0.0, 0.0]),
        Material.SKIN,
        group,
        half=(0.1, 0.1, 0.1),
        blend_m=blend,
    )


def at(scene: Scene, x: float, y: float, z: float) -> float:
    items = np.arange(len(scene.solids), dtype=np.int16)
    scratch = np.empty(len(scene.groups))
    return nearest(scene.solids, scene.groups, items, len(items), x, y, z, scratch)[0]


def alone(solid: Solid, points: Sequence[tuple[float, float, float]]) -> list[float]:
    row = pack([solid], []).solids[0]
    return [distance(row, *point) for point in points]


def test_a_ball_is_a_radius_away() -> None:
    assert alone(ball(0.0), [(0.3, 0, 0), (0, 0.1, 0), (0, 0, 0.05)]) == pytest.approx(
        [0.2, 0.0, -0.05], abs=1e-5
    )


def test_a_box_is_round_at_its_edges() -> None:
    box = Solid(
        Kind.BOX, ORIGIN, Material.WOOD, Group.PROPS, half=(0.2, 0.1, 0.1), r1=0.02, blend_m=0.0
    )
    assert alone(box, [(0.3, 0, 0), (0, 0.1, 0)]) == pytest.approx([0.1, 0.0], abs=1e-5)
    corner = alone(box, [(0.2, 0.1, 0.0)])[0]
    assert corner == pytest.approx(0.02 * (2**0.5 - 1), abs=1e-5)


def test_a_cone_has_two_round_ends() -> None:
    cone = Solid(Kind.CONE, ORIGIN, Material.SKIN, Group.TORSO, b=UP, r1=0.2, r2=0.1)
    assert alone(cone, [(0, -0.5, 0), (0, 1.5, 0)]) == pytest.approx([0.3, 0.4], abs=1e-5)


def test_a_limb_is_as_thick_as_its_profile_says() -> None:
    limb = Solid(
        Kind.LIMB,
        ORIGIN,
        Material.SKIN,
        Group.TORSO,
        r1=0.6,
        r2=1.0,
        frame=np.eye(3),
        profile=[(0.05, 0.06, 0.08)] * 7,
    )
    sides = [(0.05, -0.3, -0.01), (0.0, -0.3, 0.06), (0.0, -0.3, -0.08)]
    assert alone(limb, sides) == pytest.approx([0.0, 0.0, 0.0], abs=1e-3)


def test_a_clip_takes_away_and_a_second_material_does_not() -> None:
    clipped = Solid(
        Kind.ELLIPSOID, ORIGIN, Material.SHIRT, Group.TORSO, half=(0.1, 0.1, 0.1), clip=(UP, 0.0)
    )
    assert alone(clipped, [(0, 0.05, 0)])[0] > 0.0
    painted = Solid(
        Kind.ELLIPSOID,
        ORIGIN,
        Material.SHIRT,
        Group.TORSO,
        half=(0.1, 0.1, 0.1),
        clip=(UP, 0.0),
        beyond=Material.SHORTS,
    )
    assert alone(painted, [(0, 0.05, 0)])[0] < 0.0
    row = pack([painted], []).solids[0]
    assert material_at(row, 0, 0.05, 0) == Material.SHORTS
    assert material_at(row, 0, -0.05, 0) == Material.SHIRT


def test_solids_of_a_group_flow_into_each_other() -> None:
    apart = at(pack([ball(-0.11), ball(0.11)], []), 0.0, 0.0, 0.0)
    joined = at(pack([ball(-0.11), ball(0.11, blend=0.1)], []), 0.0, 0.0, 0.0)
    assert joined < 0.0 < apart


def test_groups_without_a_joint_do_not_melt() -> None:
    scene = pack([ball(-0.11, Group.HAND_L, 0.1), ball(0.11, Group.THIGH_L, 0.1)], [])
    assert at(scene, 0.0, 0.0, 0.0) == pytest.approx(0.01, abs=1e-5)


def test_a_joint_joins_only_near_itself() -> None:
    solids = [ball(-0.11, Group.TORSO), ball(0.11, Group.THIGH_L)]
    near = Joint(Group.THIGH_L, Group.TORSO, ORIGIN, 0.2, 0.1)
    far = Joint(Group.THIGH_L, Group.TORSO, UP, 0.2, 0.1)
    assert at(pack(solids, [near]), 0.0, 0.0, 0.0) < 0.0
    assert at(pack(solids, [far]), 0.0, 0.0, 0.0) == pytest.approx(0.01, abs=1e-5)


def test_skipping_far_solids_changes_no_distance_near_the_body() -> None:
    body = rest_body()
    scene = pack(body_solids(body), body_joints(body))
    everywhere = scene.solids.copy()
    everywhere[:, 59] = 100.0  # balls so large that nothing is skipped
    slow = Scene(everywhere, scene.groups, scene.low, scene.high)
    for point in np.random.default_rng(1).uniform(scene.low, scene.high, (6000, 3)):
        wanted = at(slow, *point)
        if -0.002 < wanted < 0.005:  # rays end at 0; deeper and farther, distances are bounds
            assert at(scene, *point) == pytest.approx(wanted, abs=4e-4)


def test_the_shirt_stands_off_above_its_hem_and_ends_there() -> None:
    body = Solid(
        Kind.CONE,
        np.array([0.0, 1.0, 0.0]),
        Material.SHIRT,
        Group.TORSO,
        b=np.array([0.0, 0.0, 0.0]),
        r1=0.1,
        r2=0.1,
    )
    hem = (np.array([0.0, -1.0, 0.0]), -0.5)  # what is lower than 0.5 m wears shorts
    bare, dressed = pack([body], []), pack([body], [], Shirt(hem, 0.01))
    gaps = [
        at(bare, 0.3, height, 0.0) - at(dressed, 0.3, height, 0.0) for height in (0.2, 0.501, 0.9)
    ]
    assert gaps == pytest.approx([0.0, 0.01, 0.0035], abs=2e-4)


def every_kind() -> list[Solid]:
    """One of each, none of them along the room, at places of their own."""
    c, s = np.cos(0.5), np.sin(0.5)
    frame = np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
    profile = ((0.05, 0.06, 0.07),) * 7
    solids = []
    for number, kind in enumerate(Kind):
        place = np.array([0.8 * number, 0.3, -0.2])
        solids.append(
            Solid(
                kind,
                place,
                Material.SKIN,
                Group.TORSO,
                b=place + np.array([0.1, 0.2, 0.3]) if kind is Kind.CONE else None,
                r1={Kind.CONE: 0.05, Kind.LIMB: 0.4}.get(kind, 0.0),
                r2={Kind.CONE: 0.08, Kind.LIMB: 1.0}.get(kind, 0.0),
                frame=None if kind is Kind.CONE else frame,
                half=(0.10, 0.20, 0.05),
                blend_m=0.0,
                profile=profile if kind is Kind.LIMB else (),
            )
        )
    return solids


@pytest.mark.parametrize("solid", every_kind(), ids=lambda solid: solid.kind.name)
def test_the_box_round_a_solid_holds_it_and_no_more(solid: Solid) -> None:
    low, high = solid.bounds()
    random = np.random.default_rng(7)
    points = random.uniform(low - 0.2, high + 0.2, (4000, 3))
    inside = np.array([value <= 0.0 for value in alone(solid, [tuple(p) for p in points])])
    assert inside.any()
    held = points[inside]
    assert (held >= low).all()
    assert (held <= high).all()
    assert (high - low < np.ptp(held, axis=0) + 0.12).all()


def test_a_soft_thing_makes_room_for_the_body_with_a_round_lip() -> None:
    def cushion(gives_m: float) -> Scene:
        box = Solid(
            Kind.BOX,
            np.array([0.0, -0.13, 0.0]),
            Material.CUSHION,
            Group.PROPS,
            half=(0.4, 0.05, 0.4),
            blend_m=0.0,
            gives_m=gives_m,
        )
        return pack([ball(0.0), box], [])

    hard, soft = cushion(0.0), cushion(0.05)
    lip = (0.07, -0.08, 0.0)  # where the ball goes into the box
    assert at(hard, *lip) == pytest.approx(0.0, abs=0.008)
    assert at(soft, *lip) > at(hard, *lip) + 0.005
    assert at(soft, 0.3, -0.08, 0.0) == pytest.approx(at(hard, 0.3, -0.08, 0.0), abs=1e-6)
    assert at(soft, 0.0, -0.05, 0.0) == pytest.approx(-0.05, abs=1e-5)  # the body stays as it is
