"""Glow: where the muscles lie, as soft shapes fixed to the skeleton.

The places follow the surface anatomy of textbooks: origin and insertion of each muscle,
drawn a little toward the skin so that the light can be seen. Metres; +x is outward.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.skeleton import PosedBody, Vector
from stretchcoach.figure.body.solids import Group

Spot = tuple[str, str, tuple[float, float, float]]  # joint, frame, offset; "*" is the side


@dataclass(frozen=True)
class Shape:
    """A soft capsule between two spots, shining on the named groups of the body alone."""

    a: Spot
    b: Spot
    radius_m: float
    groups: tuple[Group, ...]


SECOND = 0.78  # of the strength of the first muscle: one leads


def _pelvis(x: float, y: float, z: float) -> Spot:
    return "pelvis", "pelvis", (x, y, z)


def _thigh(x: float, y: float, z: float) -> Spot:
    return "hip_*", "thigh_*", (x, y, z)


def _lumbar(x: float, y: float, z: float) -> Spot:
    return "lumbar", "lumbar", (x, y, z)


_HIP = (Group.TORSO, Group.THIGH_L)
_LEG = (Group.THIGH_L,)
_TRUNK = (Group.TORSO,)

SHAPES: dict[Muscle, tuple[Shape, ...]] = {
    Muscle.PIRIFORMIS: (
        Shape(_pelvis(0.035, 0.000, -0.105), _pelvis(0.130, -0.025, -0.070), 0.094, _HIP),
    ),
    Muscle.DEEP_ROTATORS: (
        Shape(_pelvis(0.060, -0.055, -0.100), _pelvis(0.130, -0.050, -0.070), 0.090, _HIP),
    ),
    Muscle.GLUTEUS_MAXIMUS: (
        Shape(_pelvis(0.055, 0.010, -0.100), _pelvis(0.100, -0.085, -0.085), 0.120, _HIP),
    ),
    Muscle.GLUTEUS_MEDIUS: (
        Shape(_pelvis(0.105, 0.060, -0.050), _pelvis(0.150, 0.000, -0.020), 0.104, _HIP),
    ),
    Muscle.GLUTEUS_MINIMUS: (
        Shape(_pelvis(0.125, 0.045, 0.000), _pelvis(0.155, -0.010, 0.000), 0.090, _HIP),
    ),
    Muscle.HAMSTRINGS: (
        Shape(_thigh(0.000, -0.110, -0.075), _thigh(0.000, -0.350, -0.050), 0.082, _LEG),
    ),
    Muscle.HIP_FLEXORS: (
        Shape(_pelvis(0.070, 0.045, 0.080), _thigh(0.000, -0.080, 0.080), 0.085, _HIP),
    ),
    Muscle.QUADRICEPS: (
        Shape(_thigh(0.005, -0.090, 0.080), _thigh(0.005, -0.350, 0.058), 0.082, _LEG),
    ),
    Muscle.ADDUCTORS: (
        Shape(_thigh(-0.055, -0.070, 0.010), _thigh(-0.050, -0.260, 0.005), 0.075, _LEG),
    ),
    Muscle.CALF: (
        Shape(
            ("knee_*", "shank_*", (0.0, -0.060, -0.050)),
            ("knee_*", "shank_*", (0.0, -0.200, -0.045)),
            0.068,
            (Group.SHANK_L,),
        ),
    ),
    Muscle.LUMBAR_EXTENSORS: (
        Shape(_lumbar(0.032, -0.040, -0.078), _lumbar(0.034, 0.140, -0.072), 0.072, _TRUNK),
    ),
    Muscle.OBLIQUES: (
        Shape(_lumbar(0.105, -0.020, 0.025), _lumbar(0.098, 0.130, 0.020), 0.085, _TRUNK),
    ),
    Muscle.ABDOMINALS: (
        Shape(_lumbar(0.022, -0.040, 0.085), _lumbar(0.022, 0.160, 0.082), 0.080, _TRUNK),
    ),
    Muscle.LATS: (
        Shape(
            ("chest", "chest", (0.115, 0.000, -0.055)), _lumbar(0.060, 0.060, -0.075), 0.085, _TRUNK
        ),
    ),
}
# Beside the spine or in the middle: they work on both sides whatever the hips do.
_MIDDLE = frozenset({Muscle.LUMBAR_EXTENSORS, Muscle.ABDOMINALS})


def glow_shapes(
    body: PosedBody, muscles: Iterable[Muscle], sides: Iterable[str], strength: float = 1.0
) -> Floats:
    """The glow of `muscles` on the sides "l" and "r", as rows for the renderer.

    The first muscle is the strongest. A row: start, axis, radius, strength, bits of the groups
    on which it shines.
    """
    rows = []
    chosen = tuple(sides)
    for number, muscle in enumerate(muscles):
        own = strength * (1.0 if number == 0 else SECOND)
        for side in ("l", "r") if muscle in _MIDDLE else chosen:
            rows += [_row(shape, body, side, own) for shape in SHAPES[muscle]]
    return np.array(rows, np.float32).reshape(-1, 9)


def _row(shape: Shape, body: PosedBody, side: str, strength: float) -> list[float]:
    a, b = _place(shape.a, body, side), _place(shape.b, body, side)
    bits = 0
    for group in shape.groups:
        shift = 0 if group is Group.TORSO or side == "l" else 1
        bits |= 1 << (group + shift)
    return [*a, *(b - a), shape.radius_m, strength, float(bits)]


def _place(spot: Spot, body: PosedBody, side: str) -> Vector:
    joint, frame, (x, y, z) = spot
    outward = 1.0 if side == "l" else -1.0
    axes = body.frames[frame.replace("*", side)]
    point: Vector = body.joints[joint.replace("*", side)] + axes @ np.array([x * outward, y, z])
    return point
