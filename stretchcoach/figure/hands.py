"""Hands that close and feet that stand: the solids of both. Offsets and radii in metres."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from stretchcoach.figure.part import SKIN, of_side
from stretchcoach.figure.skeleton import PosedBody, Vector
from stretchcoach.figure.solids import Group, Kind, Solid

# From the index to the little finger: where it starts (across, along), the lengths of its
# three phalanges, its thickness at the root.
FINGERS = (
    (0.0285, 0.090, (0.041, 0.025, 0.019), 0.0102),
    (0.0095, 0.094, (0.045, 0.029, 0.020), 0.0104),
    (-0.0095, 0.091, (0.041, 0.027, 0.019), 0.0101),
    (-0.0275, 0.083, (0.032, 0.020, 0.017), 0.0091),
)
CURL_OPEN_DEG = (8.0, 12.0, 8.0)  # at the three joints of a finger
CURL_CLOSED_DEG = (78.0, 98.0, 62.0)

# From the big to the little toe: across at the root, across at the tip, along at the tip (from
# the ball), thickness.
TOES = (
    (-0.024, -0.021, 0.056, 0.0160),
    (-0.006, -0.003, 0.058, 0.0125),
    (0.008, 0.011, 0.051, 0.0115),
    (0.020, 0.023, 0.042, 0.0108),
    (0.030, 0.034, 0.031, 0.0102),
)


def hand(body: PosedBody, side: str) -> list[Solid]:
    """Palm, four fingers of three phalanges, thumb; closed as far as the grip says."""
    wrist, frame = body.joints[f"wrist_{side}"], body.frames[f"hand_{side}"]
    thumbward = -1.0 if side == "l" else 1.0
    group = of_side(Group.HAND_L, side)
    grip = body.grips[side]

    def at(x: float, y: float, z: float) -> Vector:
        point: Vector = wrist + frame @ np.array([x * thumbward, y, z])
        return point

    def cone(a: Vector, b: Vector, r1: float, r2: float, blend: float) -> Solid:
        return Solid(Kind.CONE, a, SKIN, group, b=b, r1=r1, r2=r2, blend_m=blend)

    def finger_cone(a: Vector, b: Vector, r1: float, r2: float, blend: float) -> Solid:
        return replace(cone(a, b, r1, r2, blend), group=of_side(Group.FINGERS_L, side))

    solids = [
        cone(at(0.0, -0.012, 0.0), at(0.0, 0.030, 0.0), 0.0225, 0.0180, 0.02),
        Solid(
            Kind.BOX,
            at(0.001, 0.056, 0.0),
            SKIN,
            group,
            frame=frame,
            half=(0.0385, 0.040, 0.0125),
            r1=0.0122,
            blend_m=0.024,
        ),
        cone(at(0.022, 0.018, 0.006), at(0.032, 0.050, 0.010), 0.0150, 0.0120, 0.02),
        cone(at(-0.026, 0.020, 0.004), at(-0.030, 0.060, 0.003), 0.0120, 0.0110, 0.02),
    ]
    for finger in FINGERS:
        solids += _finger(at, finger_cone, finger, grip)
    return solids + _thumb(at, finger_cone, grip)


def _finger(
    at: Callable[[float, float, float], Vector],
    cone: Callable[[Vector, Vector, float, float, float], Solid],
    finger: tuple[float, float, tuple[float, float, float], float],
    grip: float,
) -> list[Solid]:
    across, along, lengths, radius = finger
    across *= 1.0 - 0.12 * grip
    spread = across * 2.2 * (1.0 - grip)
    y, z, angle = along, 0.0, 0.0
    start = at(across, y, z)
    solids = []
    for number, length in enumerate(lengths):
        part = CURL_OPEN_DEG[number] * (1.0 - grip) + CURL_CLOSED_DEG[number] * grip
        angle += math.radians(part)
        y += math.cos(angle) * length
        z += math.sin(angle) * length
        end = at(across + spread * max(0.0, y - along), y, z)
        thick = radius * (1.0 - 0.06 * number)
        solids.append(cone(start, end, thick, thick * 0.94, 0.003))
        start = end
    return solids


def _thumb(
    at: Callable[[float, float, float], Vector],
    cone: Callable[[Vector, Vector, float, float, float], Solid],
    grip: float,
) -> list[Solid]:
    root = at(0.030, 0.030, 0.006)
    middle = at(0.056 - 0.010 * grip, 0.058 + 0.006 * grip, 0.012 + 0.026 * grip)
    joint = at(0.064 - 0.034 * grip, 0.084 - 0.006 * grip, 0.014 + 0.042 * grip)
    tip = at(0.066 - 0.056 * grip, 0.106 - 0.016 * grip, 0.016 + 0.044 * grip)
    return [
        cone(root, middle, 0.0145, 0.0118, 0.010),
        cone(middle, joint, 0.0118, 0.0108, 0.004),
        cone(joint, tip, 0.0106, 0.0086, 0.004),
    ]


def foot(body: PosedBody, side: str) -> list[Solid]:
    """Heel, ankle bones, arch, ball and five toes."""
    j, frame = body.joints, body.frames[f"foot_{side}"]
    outward = 1.0 if side == "l" else -1.0
    group = of_side(Group.FOOT_L, side)
    ankle, heel, ball = j[f"ankle_{side}"], j[f"heel_{side}"], j[f"ball_{side}"]

    def at(origin: Vector, x: float, y: float, z: float) -> Vector:
        point: Vector = origin + frame @ np.array([x * outward, y, z])
        return point

    def cone(a: Vector, b: Vector, r1: float, r2: float, blend: float) -> Solid:
        return Solid(Kind.CONE, a, SKIN, group, b=b, r1=r1, r2=r2, blend_m=blend)

    inner, outer = at(ball, -0.022, 0.001, 0.0), at(ball, 0.024, -0.002, -0.014)
    solids = [
        cone(at(ankle, 0.0, 0.03, -0.002), at(ankle, 0.0, -0.004, 0.0), 0.022, 0.030, 0.03),
        cone(at(ankle, 0.0, 0.02, -0.026), at(heel, 0.0, 0.006, 0.004), 0.016, 0.029, 0.03),
        cone(at(heel, 0.0, 0.001, 0.006), at(heel, 0.006, 0.0, 0.055), 0.0265, 0.022, 0.03),
        cone(
            at(ankle, -0.002, -0.010, 0.014), at(ball, -0.012, 0.016, -0.020), 0.031, 0.0200, 0.03
        ),
        cone(at(heel, 0.008, -0.002, 0.02), outer, 0.022, 0.0185, 0.03),
        cone(at(heel, -0.006, 0.014, 0.03), inner, 0.020, 0.0205, 0.03),
        cone(inner, outer, 0.0205, 0.0178, 0.02),
        cone(
            at(ankle, 0.026, -0.006, -0.006), at(ankle, 0.027, -0.001, -0.004), 0.009, 0.009, 0.018
        ),
        cone(at(ankle, -0.025, 0.002, 0.002), at(ankle, -0.026, 0.005, 0.004), 0.009, 0.009, 0.018),
    ]
    for root, tip, along, radius in TOES:
        back = -0.010 - max(0.0, root) * 0.5
        y = radius - 0.020  # the toes lie on the ground as the ball does
        bend = at(ball, (root + tip) / 2.0, y + 0.005, along * 0.62)
        solids.append(cone(at(ball, root, 0.0, back), bend, 0.0172, radius * 1.02, 0.012))
        solids.append(cone(bend, at(ball, tip, y, along), radius * 1.0, radius * 0.95, 0.004))
    return solids
