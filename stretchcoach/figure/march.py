"""Ray marching: a coarse distance field to skip empty space, exact solids at the surface.

The field holds distances on a grid and, for each brick of it, the few solids that can matter
there. Rays step through the field, and only the last centimetre is measured on the solids;
soft shadows and ambient occlusion look at the field alone, where thin things may blur.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import prange
from numpy.typing import NDArray

from stretchcoach.figure.solids import (
    Floats,
    Scene,
    compiled,
    compiled_parallel,
    distance,
    nearest,
)

CELL_M = 0.02
BRICK = 2  # cells along the edge of a brick
MARGIN_M = 0.10  # of field around the scene: how far shadows and occlusion look
MISS = 1.0e9


@dataclass(frozen=True)
class Field:
    """Distances on a grid over the scene, with the solids that matter in each brick."""

    origin: NDArray[np.float64]
    values: Floats  # at the nodes, x y z
    counts: NDArray[np.int16]  # solids in a brick
    items: NDArray[np.int16]  # their rows, in order of group


def build_field(scene: Scene) -> Field:
    """The field of a scene."""
    origin = np.asarray(scene.low - MARGIN_M, np.float64)
    extent = scene.high + MARGIN_M - origin
    bricks = np.maximum(1, np.ceil(extent / (CELL_M * BRICK))).astype(int)
    values = np.empty(tuple(bricks * BRICK + 1), np.float32)
    counts = np.zeros(tuple(bricks), np.int16)
    items = np.empty((*bricks, min(len(scene.solids), 160)), np.int16)
    _fill(scene.solids, scene.groups, origin, values, counts, items)
    return Field(origin, values, counts, items)


@compiled_parallel
def _fill(
    solids: Floats,
    groups: Floats,
    origin: NDArray[np.float64],
    values: Floats,
    counts: NDArray[np.int16],
    items: NDArray[np.int16],
) -> None:
    nx, ny, nz = counts.shape
    size = CELL_M * BRICK
    slack = size * math.sqrt(3.0) * 0.5
    for bx in prange(nx):
        scratch = np.empty(groups.shape[0])
        away = np.empty(solids.shape[0])
        for by in range(ny):
            for bz in range(nz):
                x = origin[0] + (bx + 0.5) * size
                y = origin[1] + (by + 0.5) * size
                z = origin[2] + (bz + 0.5) * size
                least = MISS
                for i in range(solids.shape[0]):
                    away[i] = distance(solids[i], x, y, z)
                    least = min(least, away[i])
                n = 0
                for i in range(solids.shape[0]):
                    if away[i] < least + 2.0 * slack + solids[i, 33] and n < items.shape[3]:
                        items[bx, by, bz, n] = i
                        n += 1
                counts[bx, by, bz] = n
                row = items[bx, by, bz]
                for ix in range(BRICK + (bx == nx - 1)):
                    for iy in range(BRICK + (by == ny - 1)):
                        for iz in range(BRICK + (bz == nz - 1)):
                            gx = bx * BRICK + ix
                            gy = by * BRICK + iy
                            gz = bz * BRICK + iz
                            values[gx, gy, gz] = nearest(
                                solids,
                                groups,
                                row,
                                n,
                                origin[0] + gx * CELL_M,
                                origin[1] + gy * CELL_M,
                                origin[2] + gz * CELL_M,
                                scratch,
                            )[0]


@compiled
def sample(values: Floats, origin: NDArray[np.float64], x: float, y: float, z: float) -> float:
    """The field at a point, interpolated; outside the grid, the value at its edge."""
    u = min(max((x - origin[0]) / CELL_M, 0.0), values.shape[0] - 1.001)
    v = min(max((y - origin[1]) / CELL_M, 0.0), values.shape[1] - 1.001)
    w = min(max((z - origin[2]) / CELL_M, 0.0), values.shape[2] - 1.001)
    i = int(u)
    j = int(v)
    k = int(w)
    u -= i
    v -= j
    w -= k
    a = values[i, j, k] * (1 - w) + values[i, j, k + 1] * w
    b = values[i, j + 1, k] * (1 - w) + values[i, j + 1, k + 1] * w
    c = values[i + 1, j, k] * (1 - w) + values[i + 1, j, k + 1] * w
    d = values[i + 1, j + 1, k] * (1 - w) + values[i + 1, j + 1, k + 1] * w
    return float((a * (1 - v) + b * v) * (1 - u) + (c * (1 - v) + d * v) * u)


@compiled
def brick_of(
    origin: NDArray[np.float64], counts: NDArray[np.int16], x: float, y: float, z: float
) -> tuple[int, int, int]:
    """The brick that holds the point; the nearest one for points outside."""
    size = CELL_M * BRICK
    bx = min(max(int((x - origin[0]) / size), 0), counts.shape[0] - 1)
    by = min(max(int((y - origin[1]) / size), 0), counts.shape[1] - 1)
    bz = min(max(int((z - origin[2]) / size), 0), counts.shape[2] - 1)
    return bx, by, bz


@compiled
def span(
    origin: NDArray[np.float64],
    values: Floats,
    eye: NDArray[np.float64],
    dx: float,
    dy: float,
    dz: float,
) -> tuple[float, float]:
    """Where a ray enters and leaves the field; the first is the larger if it misses."""
    near = 0.0
    far = 1.0e6
    for axis in range(3):
        d = dx if axis == 0 else (dy if axis == 1 else dz)
        low = origin[axis] - eye[axis]
        high = low + (values.shape[axis] - 1) * CELL_M
        if abs(d) < 1e-9:
            if low > 0.0 or high < 0.0:
                return 1.0, 0.0
            continue
        one = low / d
        two = high / d
        near = max(near, min(one, two))
        far = min(far, max(one, two))
    return near, far


@compiled
def march(
    solids: Floats,
    groups: Floats,
    origin: NDArray[np.float64],
    values: Floats,
    counts: NDArray[np.int16],
    items: NDArray[np.int16],
    eye: NDArray[np.float64],
    dx: float,
    dy: float,
    dz: float,
    scratch: NDArray[np.float64],
) -> tuple[float, int]:
    """How far along the ray the surface is (`MISS` for none), and which solid it is."""
    t, far = span(origin, values, eye, dx, dy, dz)
    for _ in range(220):
        if t >= far:
            break
        x = eye[0] + dx * t
        y = eye[1] + dy * t
        z = eye[2] + dz * t
        d = sample(values, origin, x, y, z)
        if d > 1.25 * CELL_M:
            t += d - 0.6 * CELL_M
            continue
        bx, by, bz = brick_of(origin, counts, x, y, z)
        d, solid = nearest(solids, groups, items[bx, by, bz], counts[bx, by, bz], x, y, z, scratch)
        if d < 0.0004:
            return t, solid
        t += min(d, 2.0 * CELL_M) * 0.92
    return MISS, -1


@compiled
def occlusion(
    values: Floats,
    origin: NDArray[np.float64],
    x: float,
    y: float,
    z: float,
    nx: float,
    ny: float,
    nz: float,
) -> float:
    """How open the surroundings are: 1 in the open, toward 0 in a crease."""
    closed = 0.0
    weight = 1.0
    for step in range(1, 6):
        h = 0.024 * step
        closed += max(0.0, h - sample(values, origin, x + nx * h, y + ny * h, z + nz * h)) * weight
        weight *= 0.72
    return max(0.0, 1.0 - 3.0 * closed)


@compiled
def shadow(
    values: Floats,
    origin: NDArray[np.float64],
    x: float,
    y: float,
    z: float,
    light: NDArray[np.float64],
    softness: float,
) -> float:
    """How much of the light arrives: 1 all of it, 0 none."""
    rest = 1.0
    t = 0.03
    for _ in range(32):
        d = sample(values, origin, x + light[0] * t, y + light[1] * t, z + light[2] * t)
        rest = min(rest, 0.5 + 0.5 * softness * d / t)
        if rest < 0.01 or t > 1.3:
            break
        t += min(max(d, 0.012), 0.12)
    rest = min(max(rest, 0.0), 1.0)
    return rest * rest * (3.0 - 2.0 * rest)
