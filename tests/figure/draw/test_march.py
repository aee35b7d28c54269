from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.body.distance import nearest
from stretchcoach.figure.body.person import body_joints, body_solids
from stretchcoach.figure.body.skeleton import rest_body
from stretchcoach.figure.body.solids import Group, Kind, Material, Scene, Solid, pack
from stretchcoach.figure.draw.march import (
    CELL_M,
    FAR_M,
    MISS,
    Field,
    brick_of,
    build_field,
    march,
    occlusion,
    sample,
    shadow,
)

UP = np.array([0.0, 1.0, 0.0])


@pytest.fixture(scope="module")
def scene() -> Scene:
    body = rest_body()
    return pack(body_solids(body), body_joints(body))


@pytest.fixture(scope="module")
def field(scene: Scene) -> Field:
    return build_field(scene)


def exact(scene: Scene, point: np.ndarray) -> float:
    items = np.arange(len(scene.solids), dtype=np.int16)
    scratch = np.empty(len(scene.groups))
    x, y, z = point
    return nearest(scene.solids, scene.groups, items, len(items), x, y, z, scratch)[0]


def test_the_field_is_close_to_the_solids(scene: Scene, field: Field) -> None:
    for point in np.random.default_rng(2).uniform(scene.low, scene.high, (400, 3)):
        d = exact(scene, point)
        if 0.0 < d < FAR_M - 0.1:
            assert sample(field.values, field.origin, *point) == pytest.approx(d, abs=CELL_M)


def test_a_brick_lists_all_that_matters_at_the_surface(scene: Scene, field: Field) -> None:
    scratch = np.empty(len(scene.groups))
    for point in np.random.default_rng(3).uniform(scene.low, scene.high, (2000, 3)):
        d = exact(scene, point)
        if abs(d) > 0.02:
            continue
        brick = brick_of(field.origin, field.counts, *point)
        items, count = field.items[brick], field.counts[brick]
        x, y, z = point
        listed = nearest(scene.solids, scene.groups, items, count, x, y, z, scratch)
        assert listed[0] == pytest.approx(d, abs=1e-6)


def test_a_ray_stops_at_the_surface_and_passes_beside_it(scene: Scene, field: Field) -> None:
    scratch, ray = np.empty(len(scene.groups)), np.array([0.0, 0.0, -1.0])
    tables = (scene.solids, scene.groups, field.origin, field.values, field.counts, field.items)
    for height in (0.3, 0.9, 1.2, 1.6):
        eye = np.array([-0.03 if height > 0.8 else -0.088, height, 3.0])
        t, solid = march(*tables, eye, ray, scratch)
        assert solid >= 0
        assert abs(exact(scene, eye + np.array([0.0, 0.0, -t]))) < 0.001
    t, solid = march(*tables, np.array([1.0, 1.0, 3.0]), ray, scratch)
    assert (t, solid) == (MISS, -1)


def test_it_is_dark_below_a_thing_and_light_beside_it() -> None:
    lid = Solid(
        Kind.BOX,
        np.array([0.0, 0.10, 0.0]),
        Material.WOOD,
        Group.PROPS,
        half=(0.2, 0.02, 0.2),
        r1=0.01,
        blend_m=0.0,
    )
    field = build_field(pack([lid], []))
    below = (field.values, field.origin, 0.0, 0.0, 0.0)
    beside = (field.values, field.origin, 0.45, 0.0, 0.0)
    assert shadow(*below, UP, 7.0) < 0.1
    assert shadow(*beside, UP, 7.0) > 0.9
    assert occlusion(*below, *UP) < 0.8
    assert occlusion(*beside, *UP) == 1.0
