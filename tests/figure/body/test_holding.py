"""Hands close round what they lie on, and no farther."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from stretchcoach.figure.body.distance import distance
from stretchcoach.figure.body.hands import hand
from stretchcoach.figure.body.holding import SINK_M, Around, first_touch
from stretchcoach.figure.body.skeleton import PosedBody, rest_body
from stretchcoach.figure.body.solids import Group, Kind, Material, Solid, row

FINGERS = Group.FINGERS_L


def holding(grip: float) -> PosedBody:
    body = rest_body()
    return PosedBody(body.joints, body.frames, {"l": grip, "r": grip})


def pole(body: PosedBody, radius: float) -> Solid:
    """Lies across the left palm, as thick as is said."""
    wrist, frame = body.joints["wrist_l"], body.frames["hand_l"]
    middle = wrist + frame @ np.array([0.0, 0.070, 0.014 + radius])
    aside = frame[:, 0] * 0.3
    return Solid(
        Kind.CONE,
        middle - aside,
        Material.WOOD,
        Group.PROPS,
        b=middle + aside,
        r1=radius,
        r2=radius,
    )


@pytest.mark.parametrize("radius", [0.03, 0.05, 0.08])
def test_fingers_touch_what_the_palm_lies_on_and_do_not_sink_in(radius: float) -> None:
    body = holding(0.4)
    thing = row(pole(body, radius), 0.0)
    table = np.array(thing, np.float32)
    tips = [bone for bone in hand(body, "l", [pole(body, radius)]) if bone.group is FINGERS]
    gaps = [distance(table, *bone.b) - bone.r2 for bone in tips if bone.b is not None]
    assert min(gaps) > -0.004
    for finger in range(4):
        assert min(gaps[3 * finger : 3 * finger + 3]) < 0.003


def test_a_hand_that_lies_on_nothing_is_closed_by_its_grip_alone() -> None:
    body = holding(0.4)
    far = pole(body, 0.03)
    moved = replace(far, a=far.a + 0.3, b=None)
    alone, beside = hand(body, "l"), hand(body, "l", [moved])
    for one, two in zip(alone, beside, strict=True):
        assert one.b is None or two.b is None or np.allclose(one.b, two.b)


def test_the_first_touch_is_where_the_gap_is_used_up() -> None:
    assert first_touch(lambda bend: 0.1 - bend, 0.0, 1.0) == pytest.approx(0.1 + SINK_M, abs=0.002)
    assert first_touch(lambda bend: 1.0, 0.0, 1.0) is None
    assert first_touch(lambda bend: -1.0 - (bend - 0.5) ** 2, 0.0, 1.0) == pytest.approx(0.5)


def test_what_is_sunk_at_first_may_come_free_and_then_touch() -> None:
    assert first_touch(lambda bend: 0.1 - abs(bend - 0.5), 0.0, 1.0) == pytest.approx(0.6, abs=0.01)


def test_the_floor_is_always_there() -> None:
    balls = [(np.array([0.0, 0.5, 0.0]), 0.01), (np.array([0.0, 0.3, 0.0]), 0.01)]
    assert Around.of((), np.zeros(3), 1.0).gap_m(balls) == pytest.approx(0.29)
