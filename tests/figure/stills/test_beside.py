from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.pose import Ball, Keyframe, Limbs, Pose, Prop, PropName
from stretchcoach.core.content.pose_terms import BodyPosition
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.movement import filmed
from stretchcoach.figure.draw.render import traced
from stretchcoach.figure.pose.interpolate import moments
from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.figure.stills.beside import (
    GAP,
    LEAST,
    MARGIN,
    MOST,
    MOST_ZOOM,
    Box,
    Panel,
    arranged,
    seen_box,
)

CAMERA = Camera(0.0, 0.0, np.zeros(3), 5.0)
places = st.floats(-0.4, 0.3)
sizes = st.floats(0.08, 1.0)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    low = np.array([draw(places), draw(places)])
    return Box(low, low + np.array([draw(sizes), draw(sizes)]))


def shown(box: Box, panel: Panel) -> Box:
    """Where the panel shows the box."""
    zoom, shift = panel.camera.zoom, panel.camera.shift
    return Box(zoom * box.low + shift, zoom * box.high + shift)


@given(boxes(), boxes(), st.sampled_from([4 / 3, 1.0, 16 / 9]))
def test_start_and_hold_are_whole_apart_and_each_in_its_own_part(
    start: Box, hold: Box, aspect: float
) -> None:
    panels = arranged(CAMERA, start, hold, aspect)
    whole = np.array([1.0, 1.0 / aspect])
    one, other = (shown(box, panel) for box, panel in zip((start, hold), panels, strict=True))
    for box, panel in zip((one, other), panels, strict=True):
        left, top, right, bottom = panel.window
        assert (box.low >= (np.array([left, top]) - 0.5) * whole - 1e-9).all()
        assert (box.high <= (np.array([right, bottom]) - 0.5) * whole + 1e-9).all()
        assert (box.low >= MARGIN - whole / 2.0 - 1e-9).all()
        assert (box.high <= whole / 2.0 - MARGIN + 1e-9).all()
    assert max(other.low - one.high) == pytest.approx(GAP)


@given(boxes(), boxes())
def test_the_hold_is_the_larger_one_and_both_are_as_large_as_can_be(start: Box, hold: Box) -> None:
    one, other = (panel.camera.zoom for panel in arranged(CAMERA, start, hold, 4 / 3))
    assert LEAST * other - 1e-9 <= one <= MOST * other + 1e-9
    assert other <= MOST_ZOOM
    whole = np.array([1.0, 0.75]) - 2.0 * MARGIN
    each = np.array([start.size * one, hold.size * other])
    full = np.isclose(each.max(axis=0), whole) | np.isclose(each.sum(axis=0) + GAP, whole)
    assert full.any() or other == pytest.approx(MOST_ZOOM)


def test_who_stands_has_the_start_to_the_left_on_one_ground_and_who_lies_has_it_above() -> None:
    tall, wide = (
        Box(np.array([-0.1, -0.3]), np.array([0.1, 0.3])),
        Box(np.array([-0.45, -0.1]), np.array([0.45, 0.1])),
    )
    one, other = (shown(tall, panel) for panel in arranged(CAMERA, tall, tall, 4 / 3))
    assert one.high[0] < other.low[0]
    assert one.high[1] == pytest.approx(other.high[1])
    one, other = (shown(wide, panel) for panel in arranged(CAMERA, wide, wide, 4 / 3))
    assert one.high[1] < other.low[1]
    assert one.low[0] == pytest.approx(other.low[0])


def test_what_is_seen_of_a_moment_is_measured_though_it_leaves_the_frame() -> None:
    start = Keyframe(name="start", position=BodyPosition.STANDING)
    hold = Keyframe(name="hold", working=Limbs(hip=Ball(flexion=80)))
    solved = solve(Pose(keyframes=(start, hold)))
    movement = filmed(solved, moments(solved, 2), (), ("r",))
    box = seen_box(movement, 0)
    shot = movement.shots[0]
    what = traced(shot.body, (), movement.camera, movement.glow(0), 320, 240, 1).found.what
    rows, columns = np.nonzero(what >= 0)
    assert box.low == pytest.approx((columns.min() / 320 - 0.5, (rows.min() - 120) / 320), abs=0.01)
    assert box.high == pytest.approx(
        (columns.max() / 320 - 0.5, (rows.max() - 120) / 320), abs=0.01
    )


def test_somebody_behind_a_wall_has_the_whole_frame() -> None:
    start = Keyframe(name="start", position=BodyPosition.STANDING)
    wall = Prop(kind=PropName.WALL, ahead=-60)
    solved = solve(Pose(keyframes=(start, Keyframe(name="hold")), props=(wall,)))
    movement = filmed(solved, moments(solved, 2), (), ("r",))
    assert 0.1 < seen_box(movement, 0).size[0] < 0.6
    behind = replace(movement, camera=replace(movement.camera, yaw_deg=180.0))
    assert seen_box(behind, 0).size[0] == pytest.approx(1.0 / 0.6)
