"""Beneath: a muscle that the hold hides, shown softly through what lies before it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import Traced
from stretchcoach.figure.signs.strokes import from_segment
from stretchcoach.figure.stills.dashes import Manner, dashed

CORAL = (255, 126, 98)
INK = (226, 66, 48)
SHARE = 0.62  # of the reach of a glow: where it is strong
EDGE = 0.16  # of that, in which it fades
STRENGTH = 0.66  # of its hatching; between the lines there is less of it
BETWEEN = 0.42
HATCH = 0.0125  # from line to line, in widths of the picture
_DASHES = Manner(INK, fewest=3, share=0.0)


def beneath(glow: Floats, camera: Camera, hold: Traced) -> Bytes:
    """The muscles of `glow` where the hold shows what they lie in: hatched, dashed round.

    What lies before that, such as a shin or an arm, is not hatched.
    """
    height, width = hold.near.shape
    picture = np.zeros((height, width, 4), np.uint8)
    inside, free = within(glow, camera, hold)
    cover = np.clip(inside / EDGE, 0.0, 1.0) * free
    y, x = np.mgrid[0:height, 0:width]
    wave = 0.5 + 0.5 * np.sin((x + y) / (HATCH * width) * np.sqrt(2.0) * np.pi)
    lines = np.clip((wave - 0.5) * 4.0 + 0.5, 0.0, 1.0)
    picture[..., :3] = CORAL
    picture[..., 3] = (cover * STRENGTH * (BETWEEN + (1.0 - BETWEEN) * lines) * 255.0).round()
    outline = dashed(inside > 0.0, free, (width, height), _DASHES)
    return np.where(outline[..., 3:] > picture[..., 3:], outline, picture)


def within(glow: Floats, camera: Camera, hold: Traced) -> tuple[NDArray[np.float64], Floats]:
    """How far inside a muscle each pixel is seen: 1 in its middle, 0 at its edge, and below; and
    how much of the pixel shows what the muscles lie in."""
    height, width = hold.near.shape
    y, x = np.mgrid[0:height, 0:width] + 0.5
    at = np.stack([(x - width / 2.0) / width, (y - height / 2.0) / width], axis=-1)
    inside, free = np.full((height, width), -1.0), np.zeros((height, width), np.float32)
    for row in glow.astype(np.float64):
        (a, b), per_m = camera.projected([row[:3], row[:3] + row[3:6]])
        away, _ = from_segment(at, a, b)
        inside = np.maximum(inside, 1.0 - away / (row[6] * SHARE * per_m))
        free = np.maximum(free, hold.covered(_lies_in(int(row[8]), hold)))
    return inside, free


def _lies_in(groups: int, hold: Traced) -> NDArray[np.bool_]:
    """Which samples show one of the groups, given as bits."""
    what = hold.found.what
    lies: NDArray[np.bool_] = (what >= 0) & ((groups >> np.maximum(what // 16, 0)) & 1 > 0)
    return lies
