"""Outlines: where two neighbouring samples belong to different things, and the line drawn there."""

from __future__ import annotations

import math

import numpy as np
from numba import prange
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats, compiled, compiled_parallel
from stretchcoach.figure.body.solids import Material

SILHOUETTE = 235  # strengths of the line, of 255
OVERLAP = 200
CREASE = 130
BORDER = 150  # between materials of different parts
HEM = 95  # between materials of the same part
SMOOTH = 1.0  # no line that is seen, but the pixel is cut into parts
FACE = int(Material.FACE)
GLOWS = 2.0  # at half of its strength a glow hides hems
STEP_M = 0.006  # of depth between two neighbours that begins to make a line

Bytes = NDArray[np.uint8]
Shorts = NDArray[np.int16]


@compiled
def _between(
    depth: Floats,
    normal: Floats,
    what: Shorts,
    glow: Floats,
    j: int,
    i: int,
    q: int,
    p: int,
    pixel: float,
) -> int:
    """Strength of the line between two samples. `what` is group * 16 + material, -1 outside."""
    one = what[j, i]
    two = what[q, p]
    if one < 0 or two < 0:
        return 0 if one == two else SILHOUETTE
    near = min(depth[j, i], depth[q, p])
    slant = max(0.06, min(normal[j, i, 3], normal[q, p, 3]))
    least = STEP_M + 2.0 * pixel * near / slant
    gap = (abs(depth[j, i] - depth[q, p]) - least) / least
    strength = OVERLAP * min(max(gap, 0.0), 1.0)
    same = 0.0
    for c in range(3):
        same += normal[j, i, c] * normal[q, p, c]
    strength = max(strength, CREASE * min(max((0.76 - same) / 0.35, 0.0), 1.0))
    if one & 15 != two & 15:
        border = float(HEM if _same_limb(one >> 4, two >> 4) else BORDER)
        # A muscle that glows runs on under cloth and skin without a seam.
        seen = 1.0 - min(1.0, GLOWS * min(glow[j, i], glow[q, p]))
        if one & 15 == FACE or two & 15 == FACE:
            border = SMOOTH
        strength = max(strength, border * seen)
    return int(strength)


@compiled
def _same_limb(one: int, two: int) -> bool:
    # The groups of a limb's two sides are neighbours; a hem lies inside one of them, or
    # between the trunk and what grows out of it.
    return one == two or min(one, two) == 0


def find_edges(
    depth: Floats,
    normal: Floats,
    what: Shorts,
    glow: Floats,
    pixel: float,
    near: Bytes | None = None,
    scale: int = 1,
) -> Bytes:
    """The strength of the line that passes each sample, found where `near` says that one may.

    `pixel` is the tangent that a pixel spans; `near` has an entry a pixel, each of which is
    `scale` samples wide.
    """
    edges = np.zeros(what.shape, np.uint8)
    everywhere = np.ones(what.shape, np.uint8)
    _find_edges(
        depth, normal, what, glow, pixel, everywhere if near is None else near, scale, edges
    )
    return edges


@compiled_parallel
def around(edges: Bytes, reach: int) -> Bytes:
    """1 where an edge is at most so many samples away, along rows and columns; otherwise 0."""
    height, width = edges.shape
    near = np.zeros((height, width), np.uint8)
    for j in prange(height):
        for q in range(max(0, j - reach), min(height, j + reach + 1)):
            for i in range(width):
                if edges[q, i] > 0:
                    near[j, max(0, i - reach) : i + reach + 1] = 1
    return near


@compiled_parallel
def _find_edges(
    depth: Floats,
    normal: Floats,
    what: Shorts,
    glow: Floats,
    pixel: float,
    near: Bytes,
    scale: int,
    edges: Bytes,
) -> None:
    height, width = what.shape
    for j in prange(height):
        for i in range(width):
            if near[j // scale, i // scale] == 0:
                continue
            most = 0
            if j > 0:
                most = max(most, _between(depth, normal, what, glow, j, i, j - 1, i, pixel))
            if j < height - 1:
                most = max(most, _between(depth, normal, what, glow, j, i, j + 1, i, pixel))
            if i > 0:
                most = max(most, _between(depth, normal, what, glow, j, i, j, i - 1, pixel))
            if i < width - 1:
                most = max(most, _between(depth, normal, what, glow, j, i, j, i + 1, pixel))
            edges[j, i] = most


@compiled
def line_at(edges: Bytes, j: int, i: int, radius: float) -> float:
    """How much of the sample the line covers, 0 to 1. `radius` in samples."""
    reach = math.ceil(radius)
    most = 0.0
    for q in range(max(0, j - reach), min(edges.shape[0], j + reach + 1)):
        for p in range(max(0, i - reach), min(edges.shape[1], i + reach + 1)):
            strength = edges[q, p]
            if strength > 0:
                away = math.sqrt(float((q - j) * (q - j) + (p - i) * (p - i)))
                cover = min(max(radius - away, 0.0), 1.0) * strength / 255.0
                most = max(most, cover)
    return most
