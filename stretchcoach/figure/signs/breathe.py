"""The sign "breathe": quiet arcs before the belly or the chest that widen outward."""

from __future__ import annotations

import numpy as np

from stretchcoach.core.content.pose_terms import Part
from stretchcoach.figure.body.skeleton import Vector
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import Points, Sign, Stroke
from stretchcoach.figure.signs.tracked import Scene

RADII = (0.034, 0.060, 0.086)
STRENGTHS = (1.0, 0.8, 0.6)
HALF_DEG = 46.0
THIN = 0.0048  # half the width of an arc
TURNS_DEG = (0.0, 20.0, -20.0, 40.0, -40.0)  # to where less is hidden
TURNED = 0.004  # how bad a degree of that is
_FORESHORTENED = 0.35  # of its length: so little of the way out of the belly, and up says more
_STATIONS = 24
_OUT_M = 0.125


def breathe(part: Part, scene: Scene, ground: Ground) -> Sign:
    """The arcs over the chest where that is named, and otherwise over the belly."""
    middle, out = _skin(part, scene)
    (at, beyond), per_m = scene.camera.projected([middle, middle + out * 0.1])
    way = beyond - at
    if float(np.linalg.norm(way)) < _FORESHORTENED * 0.1 * per_m:
        way = np.array([0.0, -1.0])
    toward = float(np.degrees(np.arctan2(way[1], way[0])))
    signs = [_arcs(at, toward + turned) for turned in TURNS_DEG]
    costs = [
        np.mean([ground.covered(stroke.line, THIN) for stroke in sign]) + TURNED * abs(turned)
        for sign, turned in zip(signs, TURNS_DEG, strict=True)
    ]
    return signs[int(np.argmin(costs))]


def _skin(part: Part, scene: Scene) -> tuple[Vector, Vector]:
    chest = part in (Part.CHEST, Part.UPPER_BACK)
    joint, frame = ("chest", "chest") if chest else ("waist", "lumbar")
    out = scene.hold.frames[frame][:, 2]
    middle: Vector = scene.hold.joints[joint] + out * _OUT_M
    return middle, out


def _arcs(at: Points, toward_deg: float) -> Sign:
    angles = np.radians(np.linspace(toward_deg - HALF_DEG, toward_deg + HALF_DEG, _STATIONS))
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return tuple(
        Stroke(at + ring * radius, THIN, THIN, 0.0, strength=strength)
        for radius, strength in zip(RADII, STRENGTHS, strict=True)
    )
