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

from stretchcoach.figure.body.distance import Floats, compiled, compiled_parallel, distance, nearest
from stretchcoach.figure.body.solids import Scene

CELL_M = 0.02
BRICK = 2  # cells along the edge of a brick
COARSE = 4  # bricks along the edge of a region that shares one list of candidates
FAR_M = 0.22  # beyond it, distances need not be exact: no shadow is as soft
MARGIN_M = (0.32, 0.03, 0.32)  # of field around the scene: a shadow on the ground ends in it
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
    for region in prange((nx + COARSE - 1) // COARSE):
        scratch = np.empty(groups.shape[0])
        away = np.empty(solids.shape[0])
        everything = np.arange(solids.shape[0]).astype(np.int16)
        some = np.empty(solids.shape[0], np.int16)
        corner = np.empty(3, np.int64)
        for ry in range(0, ny, COARSE):
            for rz in range(0, nz, COARSE):
                corner[0], corner[1], corner[2] = region * COARSE, ry, rz
                n, _ = _candidates(
                    solids, everything, solids.shape[0], origin, corner, COARSE, away, some
                )
                for bx in range(region * COARSE, min(nx, (region + 1) * COARSE)):
                    for by in range(ry, min(ny, ry + COARSE)):
                        for bz in range(rz, min(nz, rz + COARSE)):
                            corner[0], corner[1], corner[2] = bx, by, bz
                            row = items[bx, by, bz]
                            m, least = _candidates(solids, some, n, origin, corner, 1, away, row)
                            counts[bx, by, bz] = m
                            _fill_brick(
                                solids, groups, origin, values, counts, row, corner, least, scratch
                            )


@compiled
def _candidates(
    solids: Floats,
    given: NDArray[np.int16],
    count: int,
    origin: NDArray[np.float64],
    corner: NDArray[np.int64],
    bricks: int,
    away: NDArray[np.float64],
    chosen: NDArray[np.int16],
) -> tuple[int, float]:
    """Chooses the solids that can matter in a cube of so many bricks; also the least distance."""
    size = CELL_M * BRICK
    x = origin[0] + (corner[0] + 0.5 * bricks) * size
    y = origin[1] + (corner[1] + 0.5 * bricks) * size
    z = origin[2] + (corner[2] + 0.5 * bricks) * size
    least = MISS
    for i in range(count):
        away[i] = distance(solids[given[i]], x, y, z)
        least = min(least, away[i])
    slack = size * bricks * math.sqrt(3.0)
    n = 0
    for i in range(count):
        # Others that blend together may lie a quarter of their blend nearer than each alone.
        if away[i] < least + slack + 1.25 * solids[given[i], 33] and n < chosen.shape[0]:
            chosen[n] = given[i]
            n += 1
    return n, least


@compiled
def _fill_brick(
    solids: Floats,
    groups: Floats,
    origin: NDArray[np.float64],
    values: Floats,
    counts: NDArray[np.int16],
    row: NDArray[np.int16],
    corner: NDArray[np.int64],
    least: float,
    scratch: NDArray[np.float64],
) -> None:
    n = counts[corner[0], corner[1], corner[2]]
    more0 = 1 if corner[0] == counts.shape[0] - 1 else 0
    more1 = 1 if corner[1] == counts.shape[1] - 1 else 0
    more2 = 1 if corner[2] == counts.shape[2] - 1 else 0
    for i in range(corner[0] * BRICK, corner[0] * BRICK + BRICK + more0):
        for j in range(corner[1] * BRICK, corner[1] * BRICK + BRICK + more1):
            for k in range(corner[2] * BRICK, corner[2] * BRICK + BRICK + more2):
                if least > FAR_M:  # a lower bound is enough where nothing is near
                    values[i, j, k] = least - CELL_M * BRICK * 0.87
                    continue
                x = origin[0] + i * CELL_M
                y = origin[1] + j * CELL_M
                z = origin[2] + k * CELL_M
                values[i, j, k] = nearest(solids, groups, row, n, x, y, z, scratch)[0]


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
    ray: NDArray[np.float64],
    scratch: NDArray[np.float64],
) -> tuple[float, int]:
    """How far along the ray the surface is (`MISS` for none), and which solid it is."""
    dx, dy, dz = ray[0], ray[1], ray[2]
    t, far = span(origin, values, eye, dx, dy, dz)
    before = MISS  # the distance on the solids one step ago
    step = 1.0
    for _ in range(220):
        if t >= far:
            break
        x = eye[0] + dx * t
        y = eye[1] + dy * t
        z = eye[2] + dz * t
        d = sample(values, origin, x, y, z)
        if d > 1.25 * CELL_M:
            step = d - 0.6 * CELL_M
            t += step
            before = MISS
            continue
        bx, by, bz = brick_of(origin, counts, x, y, z)
        d, solid = nearest(solids, groups, items[bx, by, bz], counts[bx, by, bz], x, y, z, scratch)
        if abs(d) < 0.0005:
            return t, solid
        # At a slant, the last two distances tell where the surface is; go there, but never so
        # far that a finger could be jumped over.
        slope = (before - d) / step
        step = min(d, 2.0 * CELL_M) * 0.92
        if 0.02 < slope < 0.92 and d > 0.0:
            step = min(d / slope * 0.98, d + 0.005)
        before = d
        t += step
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
    if sample(values, origin, x + nx * 0.12, y + ny * 0.12, z + nz * 0.12) > 0.1195:
        return 1.0
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
    top = (origin[1] + values.shape[1] * CELL_M - y) / max(light[1], 0.1)
    for _ in range(32):
        d = sample(values, origin, x + light[0] * t, y + light[1] * t, z + light[2] * t)
        rest = min(rest, 0.5 + 0.5 * softness * d / t)
        if rest < 0.01 or t > top:
            break
        t += min(max(d, 0.012), 0.20)
    rest = min(max(rest, 0.0), 1.0)
    return rest * rest * (3.0 - 2.0 * rest)
