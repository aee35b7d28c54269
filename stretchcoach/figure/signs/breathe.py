"""The sign "breathe": air before the face, and how the trunk rises and sinks with it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stretchcoach.core.content.pose_terms import Direction, Part
from stretchcoach.figure.body.skeleton import Vector
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import HEAD, SHAFT, Points, Sign, Stroke
from stretchcoach.figure.signs.tracked import Scene

RISE_FIRST, RISE_LONG = 0.006, 0.098  # from the skin, and from there
TURNS_DEG = (0.0, 20.0, -20.0)  # to where less is hidden
TURNED = 0.004  # how bad a degree of that is
_FORESHORTENED = 0.35  # of its length: so little of the way out of the belly, and up says more
AIR_FIRST, AIR_LONG = 0.020, 0.075  # from the mouth, and from there
AIR_APART, AIR_HALF = 0.018, 0.012
AIR_TURNS_DEG = (0.0, 30.0, -30.0, 60.0, -60.0)
AIR_STRENGTH = 0.8
AIR_THIN = 0.0038  # half the width of a wave
WAVE_HIGH = 0.006
_STATIONS = 24
_OUT_M = 0.125
_FACE_M, _MOUTH_M, _CHIN_M = 0.105, 0.045, 0.13  # from the middle of the head


def breathe(part: Part, scene: Scene, ground: Ground, toward: Direction | None = None) -> Sign:
    """The air, and an arrow out of the chest where that is named, otherwise out of the belly.

    `toward` is the side of the trunk on which it is, instead of its front.
    """
    at, way, share = _seen(*_skin(part, scene, toward), scene.camera)
    if share < _FORESHORTENED:
        way = np.array([0.0, -1.0])
    arrows = [(_rising(at, _turned(way, turned)), abs(turned)) for turned in TURNS_DEG]
    return (*_least_hiding(arrows, HEAD, ground), *_air(scene, ground))


def _least_hiding(signs: Sequence[tuple[Sign, float]], half: float, ground: Ground) -> Sign:
    """Of signs, each with how many degrees it is turned, the one that hides and turns least."""
    costs = [
        float(np.mean([ground.covered(stroke.line, half) for stroke in sign])) + TURNED * turned
        for sign, turned in signs
    ]
    return signs[int(np.argmin(costs))][0]


def _skin(part: Part, scene: Scene, toward: Direction | None) -> tuple[Vector, Vector]:
    """A place on the skin of the trunk, and the way out of it."""
    chest = part in (Part.CHEST, Part.UPPER_BACK)
    joint, frame = ("chest", "chest") if chest else ("waist", "lumbar")
    out = scene.hold.frames[frame][:, 2] if toward is None else scene.direction(toward, "")
    middle: Vector = scene.hold.joints[joint] + out * _OUT_M
    return middle, out


def _seen(place: Vector, way: Vector, camera: Camera) -> tuple[Points, Points, float]:
    """Where a place is seen, which way leads on from it, and how much of its length is seen."""
    (at, beyond), per_m = camera.projected([place, place + way * 0.1])
    seen = beyond - at
    length = max(float(np.linalg.norm(seen)), 1e-9)
    return at, seen / length, length / (0.1 * per_m)


def _air(scene: Scene, ground: Ground) -> Sign:
    """Waves that leave the mouth; past the chin of a face that looks at the viewer."""
    head, frame = scene.hold.joints["head"], scene.hold.frames["head"]
    ahead, down = frame[:, 2], -frame[:, 1]
    at, way, share = _seen(head + ahead * _FACE_M + down * _MOUTH_M, ahead, scene.camera)
    if share < _FORESHORTENED:
        at, way, _ = _seen(head + down * _CHIN_M, down, scene.camera)
    waves = [(_waves(at, _turned(way, turned)), abs(turned)) for turned in AIR_TURNS_DEG]
    return _least_hiding(waves, AIR_HALF, ground)


def _turned(way: Points, by_deg: float) -> Points:
    turned = np.radians(by_deg)
    on: Points = (
        np.array([[np.cos(turned), -np.sin(turned)], [np.sin(turned), np.cos(turned)]]) @ way
    )
    return on


def _rising(at: Points, on: Points) -> Sign:
    """An arrow with two heads from the skin outward."""
    line = at + np.outer(np.linspace(RISE_FIRST, RISE_FIRST + RISE_LONG, _STATIONS), on)
    return (Stroke(line, SHAFT, SHAFT, two_heads=True),)


def _waves(at: Points, on: Points) -> Sign:
    """Waves beside each other, the middle one longer."""
    aside = np.array([-on[1], on[0]])
    along = np.linspace(0.0, 1.0, _STATIONS)
    strokes = []
    for beside, long in ((-AIR_APART, 0.75), (0.0, 1.0), (AIR_APART, 0.75)):
        wave = beside + np.sin(along * 2.0 * np.pi * long) * WAVE_HIGH
        line = at + np.outer(AIR_FIRST + along * AIR_LONG * long, on) + np.outer(wave, aside)
        strokes.append(Stroke(line, AIR_THIN, AIR_THIN, 0.0, strength=AIR_STRENGTH))
    return tuple(strokes)
