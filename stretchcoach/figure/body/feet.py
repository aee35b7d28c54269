"""Feet that stand: heel, ankle bones, arch, ball and toes. Offsets and radii in metres."""

from __future__ import annotations

import numpy as np

from stretchcoach.figure.body.part import SKIN, of_side
from stretchcoach.figure.body.skeleton import PosedBody, Vector
from stretchcoach.figure.body.solids import Group, Kind, Solid

# From the big to the little toe: across at the root, across at the tip, along at the tip (from
# the ball), thickness.
TOES = (
    (-0.024, -0.021, 0.056, 0.0160),
    (-0.006, -0.003, 0.058, 0.0125),
    (0.008, 0.011, 0.051, 0.0115),
    (0.020, 0.023, 0.042, 0.0108),
    (0.030, 0.034, 0.031, 0.0102),
)


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
        cone(at(ankle, 0.0, 0.02, -0.027), at(heel, 0.0, 0.006, 0.003), 0.0145, 0.029, 0.03),
        cone(at(heel, 0.0, 0.003, 0.002), at(heel, 0.007, 0.0, 0.050), 0.0285, 0.0205, 0.026),
        cone(
            at(ankle, -0.002, -0.010, 0.014), at(ball, -0.012, 0.016, -0.020), 0.031, 0.0200, 0.03
        ),
        cone(at(heel, 0.008, -0.002, 0.02), outer, 0.022, 0.0185, 0.03),
        cone(at(heel, -0.004, 0.019, 0.034), inner, 0.017, 0.0205, 0.026),
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
