from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.pose import Ball, Keyframe, Limbs, Pose, Prop, PropName
from stretchcoach.core.content.pose_terms import BodyPosition
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.movement import Movement, filmed
from stretchcoach.figure.draw.render import traced
from stretchcoach.figure.pose.interpolate import moments
from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.figure.signs.strokes import Points
from stretchcoach.figure.stills.beside import (
    GAP,
    LEAST,
    MARGIN,
    MOST,
    MOST_ZOOM,
    Panel,
    Shape,
    arranged,
    seen_shape,
)

CAMERA = Camera(0.0, 0.0, np.zeros(3), 5.0)
PIXEL = 1.0 / 120
sides = st.integers(8, 110)


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """Somebody who is wide in one part of their height and narrow in the rest."""
    width, height = draw(sides), draw(sides)
    mask = np.zeros((height, width), np.bool_)
    row, column = draw(st.integers(1, height - 1)), draw(st.integers(1, width - 1))
    mask[:row, : draw(st.integers(1, width))] = True
    mask[row:, column:] = True
    mask[-1, :] |= draw(st.booleans())
    rows, columns = np.nonzero(mask)
    mask = mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return Shape(mask, np.array([draw(st.floats(-0.4, 0.3)), draw(st.floats(-0.4, 0.3))]), PIXEL)


def block(width: float, height: float) -> Shape:
    mask = np.ones((round(height / PIXEL), round(width / PIXEL)), np.bool_)
    return Shape(mask, np.array([-0.1, -0.2]), PIXEL)


def shown(shape: Shape, panel: Panel) -> Points:
    """The middles of the pixels of the shape, where the panel shows them."""
    middles = shape.low + (np.argwhere(shape.mask)[:, ::-1] + 0.5) * shape.pixel
    places: Points = panel.camera.zoom * middles + panel.camera.shift
    return places


@given(shapes(), shapes(), st.sampled_from([4 / 3, 1.0, 16 / 9]))
def test_start_and_hold_are_whole_and_apart(start: Shape, hold: Shape, aspect: float) -> None:
    panels = arranged(CAMERA, start, hold, aspect)
    one, other = (shown(shape, panel) for shape, panel in zip((start, hold), panels, strict=True))
    for places in (one, other):
        assert (np.abs(places) <= np.array([0.5, 0.5 / aspect]) - MARGIN + 1e-9).all()
    away = np.abs(one[:, None] - other[None]).max(axis=-1).min()
    zoom = panels[1].camera.zoom
    assert away >= (GAP - 2.0 * PIXEL) * zoom


@given(shapes(), shapes())
def test_the_hold_is_the_larger_one(start: Shape, hold: Shape) -> None:
    one, other = (panel.camera.zoom for panel in arranged(CAMERA, start, hold, 4 / 3))
    assert LEAST * other - 1e-9 <= one <= MOST * other + 1e-9
    assert other <= MOST_ZOOM


def test_who_stands_has_the_start_to_the_left_on_one_ground_and_who_lies_has_it_above() -> None:
    tall, wide = block(0.2, 0.6), block(0.9, 0.2)
    one, other = (shown(tall, panel) for panel in arranged(CAMERA, tall, tall, 4 / 3))
    assert one[:, 0].max() < other[:, 0].min()
    assert one[:, 1].max() == pytest.approx(other[:, 1].max(), abs=2 * PIXEL)
    one, other = (shown(wide, panel) for panel in arranged(CAMERA, wide, wide, 4 / 3))
    assert one[:, 1].max() < other[:, 1].min()
    assert one[:, 0].min() == pytest.approx(other[:, 0].min(), abs=2 * PIXEL)


def test_the_start_goes_into_a_corner_that_the_hold_leaves_free() -> None:
    hold = block(0.8, 0.5)
    hold.mask[:40, 40:] = False
    full = replace(hold, mask=np.ones_like(hold.mask))
    start = block(0.6, 0.3)
    zooms = [arranged(CAMERA, start, one, 4 / 3)[1].camera.zoom for one in (hold, full)]
    assert zooms[0] > 1.2 * zooms[1]


def test_the_start_is_larger_where_the_hold_loses_nothing_by_it() -> None:
    for small, large in ((block(0.1, 0.5), MOST), (block(0.9, 0.5), LEAST)):
        one, other = (panel.camera.zoom for panel in arranged(CAMERA, small, small, 4 / 3))
        assert one == pytest.approx(large * other)


def test_the_part_of_each_ends_between_them() -> None:
    for shape, axis in ((block(0.2, 0.6), 0), (block(0.9, 0.2), 1)):
        panels = arranged(CAMERA, shape, shape, 4 / 3)
        seam = (panels[0].window[axis + 2] - 0.5) * (1.0, 0.75)[axis]
        assert panels[0].window[axis + 2] == panels[1].window[axis]
        assert (
            shown(shape, panels[0])[:, axis].max() < seam < shown(shape, panels[1])[:, axis].min()
        )


@pytest.fixture(scope="module")
def knee_raise() -> Movement:
    start = Keyframe(name="start", position=BodyPosition.STANDING)
    hold = Keyframe(name="hold", working=Limbs(hip=Ball(flexion=80)))
    solved = solve(Pose(keyframes=(start, hold), props=(Prop(kind=PropName.WALL, ahead=-60),)))
    return filmed(solved, moments(solved, 2), (), ("r",))


def test_what_is_seen_of_a_moment_is_measured(knee_raise: Movement) -> None:
    bare = replace(knee_raise, shots=tuple(replace(one, props=()) for one in knee_raise.shots))
    shape, shot = seen_shape(bare, 0), bare.shots[0]
    what = traced(shot.body, (), bare.camera, bare.glow(0), 320, 240, 1).found.what
    rows, columns = np.nonzero(what >= 0)
    low = (columns.min() / 320 - 0.5, (rows.min() - 120) / 320)
    high = (columns.max() / 320 - 0.5, (rows.max() - 120) / 320)
    assert shape.low == pytest.approx(low, abs=0.01)
    assert shape.low + shape.size == pytest.approx(high, abs=0.01)
    assert 0.2 < shape.mask.mean() < 0.8


def test_nothing_reaches_into_a_room_with_a_wall(knee_raise: Movement) -> None:
    bare = replace(knee_raise, shots=tuple(replace(one, props=()) for one in knee_raise.shots))
    shape = seen_shape(knee_raise, 0)
    assert shape.mask.all()
    assert shape.size == pytest.approx(seen_shape(bare, 0).size, abs=0.02)


def test_somebody_behind_a_wall_has_the_whole_frame(knee_raise: Movement) -> None:
    behind = replace(knee_raise, camera=replace(knee_raise.camera, yaw_deg=180.0))
    shape = seen_shape(behind, 0)
    assert shape.mask.all()
    assert shape.size[0] == pytest.approx(1.0 / 0.6)
