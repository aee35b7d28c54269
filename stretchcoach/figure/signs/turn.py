"""The sign "turn": an arrow that runs round the front of a part, as the part turns about itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stretchcoach.core.content.pose_terms import Part
from stretchcoach.figure.body.skeleton import Frame, PosedBody, Vector
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import Points, Sign, Stroke, length_of
from stretchcoach.figure.signs.tracked import ALSO, Scene, named

FIRST_DEG, LAST_DEG = -150.0, 72.0  # of the arc; 0 is nearest to the viewer
OPEN = 0.30  # the least of a ring's height by its width, so that it is not seen as a line
SLIDES_M = (0.0, 0.05, -0.05, 0.10, -0.10, 0.15)  # along the axis, to where less is hidden
SLID = 1.2  # how bad a metre of that is
BEHIND = 0.30  # how strongly the arc shows through the body
_STATIONS = 64
_FRONT = 1.3  # of what an arc covers, its front counts more than what is hidden anyway


@dataclass(frozen=True)
class _Limb:
    """About what a part turns: the way from one joint to another, and how far out a ring lies."""

    below: str
    above: str
    frame: str
    at: float  # where the ring is: 0 below, 1 above
    radius_m: float

    def ends(self, body: PosedBody, side: str) -> tuple[Vector, Vector]:
        """The two joints, the lower one first."""
        return body.joints[named(self.below, side)], body.joints[named(self.above, side)]

    def axis(self, body: PosedBody, side: str) -> Vector:
        """The direction from one to the other."""
        below, above = self.ends(body, side)
        unit: Vector = (above - below) / np.linalg.norm(above - below)
        return unit


_TRUNK = _Limb("pelvis", "neck", "chest", 0.56, 0.235)
_SHANK = _Limb("ankle*", "knee*", "shank*", 0.25, 0.085)
_LIMBS: dict[Part, _Limb] = {
    Part.CHEST: _TRUNK,
    Part.UPPER_BACK: _TRUNK,
    Part.UPPER_ARM: _Limb("elbow*", "shoulder*", "upper_arm*", 0.5, 0.085),
    Part.LOWER_BACK: _Limb("pelvis", "neck", "chest", 0.35, 0.215),
    Part.PELVIS: _Limb("pelvis", "lumbar", "pelvis", 0.2, 0.225),
    Part.BUTTOCK: _Limb("pelvis", "lumbar", "pelvis", 0.2, 0.225),
    Part.HEAD: _Limb("neck", "head", "head", 1.5, 0.14),
    Part.THIGH: _Limb("knee*", "hip*", "thigh*", 0.45, 0.125),
    Part.KNEE: _Limb("knee*", "hip*", "thigh*", 0.25, 0.11),
    Part.SHIN: _SHANK,
    Part.CALF: _SHANK,
    Part.HEEL: _SHANK,
    Part.FOOT: _Limb("ankle*", "knee*", "foot*", 0.15, 0.10),
    Part.HAND: _Limb("wrist*", "elbow*", "forearm*", 0.4, 0.075),
    Part.ELBOW: _Limb("elbow*", "shoulder*", "upper_arm*", 0.3, 0.085),
}


def turn(part: Part, side: str, scene: Scene, ground: Ground) -> Sign:
    """The arc round the part, with its head where the part turns to."""
    arcs = [_arc(part, side, scene, slide) for slide in SLIDES_M]
    costs = [
        ground.covered(points[front]) * _FRONT + SLID * abs(slide)
        for (points, front), slide in zip(arcs, SLIDES_M, strict=True)
    ]
    points, front = arcs[int(np.argmin(costs))]
    return _strokes(points, front, ground)


def turn_deg(part: Part, side: str, bodies: Sequence[PosedBody]) -> float:
    """How far the part turns about its length from start to hold, as a screw goes upward."""
    limb = _limb(part)
    first, last = (body.frames[named(limb.frame, side)] for body in (bodies[0], bodies[-1]))
    rotation = last @ first.T
    axis = limb.axis(bodies[0], side) + limb.axis(bodies[-1], side)
    return float(np.degrees(_vector(rotation) @ (axis / np.linalg.norm(axis))))


def _limb(part: Part) -> _Limb:
    return _LIMBS.get(part) or _LIMBS[ALSO[part]]


def _vector(rotation: Frame) -> Vector:
    """The axis of a rotation, as long as its angle in radians."""
    angle = float(np.arccos(np.clip((np.trace(rotation) - 1.0) / 2.0, -1.0, 1.0)))
    skew = np.array(
        [
            rotation[2, 1] - rotation[1, 2],
            rotation[0, 2] - rotation[2, 0],
            rotation[1, 0] - rotation[0, 1],
        ]
    )
    length = float(np.linalg.norm(skew))
    vector: Vector = skew * (angle / length) if length > 1e-9 else skew
    return vector


def _arc(part: Part, side: str, scene: Scene, slide_m: float) -> tuple[Points, np.ndarray]:
    """The arc in the picture, and which of its points lie before the part."""
    limb = _limb(part)
    axis = limb.axis(scene.hold, side)
    below, above = limb.ends(scene.hold, side)
    centre = below * (1.0 - limb.at) + above * limb.at + axis * slide_m
    toward = scene.camera.eye() - centre
    toward = toward / np.linalg.norm(toward)
    normal = opened(axis, toward)
    near = toward - normal * (toward @ normal)
    near = near / max(float(np.linalg.norm(near)), 1e-9)
    on = np.cross(normal, near)  # where a turn as a screw goes upward leads from the nearest point
    if turn_deg(part, side, scene.bodies) < 0.0:
        on = -on
    angles = np.radians(np.linspace(FIRST_DEG, LAST_DEG, _STATIONS))
    ring = np.cos(angles)[:, None] * near + np.sin(angles)[:, None] * on
    points, _ = scene.camera.projected(centre + ring * limb.radius_m)
    return points, np.abs(np.degrees(angles)) <= 90.0


def opened(axis: Vector, toward: Vector) -> Vector:
    """The axis, tipped toward the viewer where its ring would be seen as a line."""
    facing = float(axis @ toward)
    if abs(facing) >= OPEN:
        return axis
    wanted = OPEN if facing >= -0.05 else -OPEN
    across = axis - toward * facing
    across = across / np.linalg.norm(across)
    tipped: Vector = toward * wanted + across * np.sqrt(1.0 - wanted * wanted)
    return tipped


def _strokes(points: Points, front: np.ndarray, ground: Ground) -> Sign:
    """The arc cut where it goes behind the body: what is hidden there is paler."""
    hidden = ~front & ground.hides(points)
    cuts = [0, *(np.flatnonzero(np.diff(hidden.astype(int))) + 1), len(points)]
    whole = length_of(points)
    strokes, gone = [], 0.0
    for first, last in pairwise(cuts):
        piece = points[first : min(last + 1, len(points))]
        if len(piece) < 2:
            continue
        length = length_of(piece)
        ends = last == len(points)
        full = Stroke(piece)
        width = (full.end - full.begin) / whole
        strokes.append(
            Stroke(
                piece,
                full.begin + width * gone,
                full.begin + width * (gone + length),
                full.head if ends else 0.0,
                strength=BEHIND if hidden[first] else 1.0,
            )
        )
        gone += length
    return tuple(strokes)
