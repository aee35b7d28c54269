"""The still: the hold, the start as a light ghost behind it, and an arrow from one to the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.solids import Group, Material
from stretchcoach.figure.draw.arrow import painted, placed, ways
from stretchcoach.figure.draw.movement import Movement
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import GLOWING, INK, Traced, finished, traced

# Of one tone, half-way between paper and a dark ground, and half see-through.
GHOST: Floats = np.array([0.60, 0.62, 0.66], np.float32)
GHOST_INK: Floats = np.array([0.46, 0.48, 0.53], np.float32)
GHOST_ALPHA = 0.34
BODY_BUSY = 0.35  # what an arrow may hide rather than lie far away; a face is 1
GLOW_BUSY = 0.8
_GHOST_LINE = 0.8  # how strong its lines are beside those of the hold


def still_picture(movement: Movement, width_px: int, height_px: int, samples: int = 4) -> Bytes:
    """The still as height x width x 4 bytes, straight alpha."""
    size = (width_px, height_px, samples)
    hold = _traced(movement, -1, *size)
    picture = finished(hold, INK)
    shows = _covered(hold, hold.figure())
    if movement.still.ghost:
        half = _ghost(_traced(movement, 0, width_px // 2, height_px // 2, samples))
        ghost = np.asarray(
            Image.fromarray(half, "RGBA").resize(size[:2], Image.Resampling.BILINEAR)
        ).copy()
        free = 1.0 - _grown(shows, round(hold.line_px + 0.5))
        ghost[..., 3] = (ghost[..., 3] * free + 0.5).astype(np.uint8)
        picture = over(picture, ghost)
    bodies = [shot.body for shot in movement.shots]
    busy, aspect = _busy(hold, shows), width_px / height_px
    lines = [
        line
        for way in ways(bodies, movement.camera, movement.still, movement.side)
        if (line := placed(way, busy, aspect)) is not None
    ]
    return over(picture, painted(lines, width_px, height_px))


def _traced(movement: Movement, number: int, width: int, height: int, samples: int) -> Traced:
    shot, glow = movement.shots[number], movement.glow(number)
    return traced(shot.body, shot.props, movement.camera, glow, width, height, samples)


def _ghost(start: Traced) -> Bytes:
    """The person, and the strap in his hands, in one see-through tone."""
    person = start.figure() | ((start.found.what >= 0) & (start.found.what % 16 == Material.STRAP))
    light = start.found.colour[..., :3].mean(axis=-1, keepdims=True)
    start.found.colour[..., :3] = GHOST * (0.78 + 0.40 * light)
    start.found.colour[..., 3] = np.where(person, GHOST_ALPHA, 0.0)
    beside = _grown(person.astype(np.float32), 1) > 0.0
    start.edges[:] = np.where(beside, start.edges * _GHOST_LINE, 0).astype(np.uint8)
    return finished(start, GHOST_INK)


def _busy(hold: Traced, shows: Floats) -> Floats:
    """How much an arrow would hide at each pixel: most on a face and where a muscle glows."""
    group = np.where(hold.found.what >= 0, hold.found.what // 16, -1)
    face = _covered(hold, (group == Group.HEAD) | (group == Group.HAIR))
    shines = _covered(hold, hold.figure() & (hold.found.glow > GLOWING))
    busy: Floats = np.maximum(BODY_BUSY * shows, np.maximum(face, GLOW_BUSY * shines))
    return busy


def _covered(shown: Traced, samples: NDArray[np.bool_]) -> Floats:
    """How much of each pixel the samples cover, 0 to 1."""
    height, width = shown.near.shape
    parts = samples.reshape(height, shown.scale, width, shown.scale)
    covered: Floats = parts.mean(axis=(1, 3), dtype=np.float32)
    return covered


def _grown(covered: Floats, reach: int) -> Floats:
    """The largest within so many pixels, along rows and columns."""
    for axis in (0, 1):
        grown = covered.copy()
        for step in range(1, reach + 1):
            for away in (step, -step):
                grown = np.maximum(grown, np.roll(covered, away, axis))
        covered = grown
    return covered


def over(below: Bytes, above: Bytes) -> Bytes:
    """One picture over the other, both with straight alpha."""
    top = above[..., 3:].astype(np.float32) / 255.0
    rest = below[..., 3:].astype(np.float32) / 255.0 * (1.0 - top)
    alpha = top + rest
    colour = (above[..., :3] * top + below[..., :3] * rest) / np.maximum(alpha, 1e-6)
    mixed: Bytes = np.concatenate([colour, alpha * 255.0], axis=-1).round().astype(np.uint8)
    mixed[alpha[..., 0] < 1e-3] = below[alpha[..., 0] < 1e-3]
    return mixed
