"""Beneath: a muscle that the hold hides, shown softly through what lies before it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.outline import Bytes
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


def beneath(glow: Floats, camera: Camera, free: Floats) -> Bytes:
    """The muscles of `glow` where `free` is above 0, pixel by pixel: hatched, dashed round."""
    height, width = free.shape
    picture = np.zeros((height, width, 4), np.uint8)
    inside = within(glow, camera, (width, height))
    cover = np.clip(inside / EDGE, 0.0, 1.0) * np.clip(free, 0.0, 1.0)
    y, x = np.mgrid[0:height, 0:width]
    wave = 0.5 + 0.5 * np.sin((x + y) / (HATCH * width) * np.sqrt(2.0) * np.pi)
    lines = np.clip((wave - 0.5) * 4.0 + 0.5, 0.0, 1.0)
    picture[..., :3] = CORAL
    picture[..., 3] = (cover * STRENGTH * (BETWEEN + (1.0 - BETWEEN) * lines) * 255.0).round()
    outline = dashed(inside > 0.0, free, (width, height), _DASHES)
    return np.where(outline[..., 3:] > picture[..., 3:], outline, picture)


def within(glow: Floats, camera: Camera, size: tuple[int, int]) -> NDArray[np.float64]:
    """How far inside a muscle each pixel is seen: 1 in its middle, 0 at its edge, and below."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width] + 0.5
    at = np.stack([(x - width / 2.0) / width, (y - height / 2.0) / width], axis=-1)
    inside = np.full((height, width), -1.0)
    for row in glow.astype(np.float64):
        (a, b), per_m = camera.projected([row[:3], row[:3] + row[3:6]])
        away, _ = from_segment(at, a, b)
        inside = np.maximum(inside, 1.0 - away / (row[6] * SHARE * per_m))
    return inside
