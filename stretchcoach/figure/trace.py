"""Trace: rays through the pixels, and what they find: distance, normal, thing, colour."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import prange
from numpy.typing import NDArray

from stretchcoach.figure.camera import Camera
from stretchcoach.figure.distance import Floats, compiled, compiled_parallel, material_at, nearest
from stretchcoach.figure.march import Field, brick_of, march
from stretchcoach.figure.outline import Bytes, Shorts
from stretchcoach.figure.shade import (
    PALETTE,
    glow_at,
    ground_shadow,
    light_direction,
    shade_point,
)
from stretchcoach.figure.solids import Scene


@dataclass(frozen=True)
class Samples:
    """What the rays found: one entry a sample."""

    depth: Floats
    normal: Floats  # x, y, z and how much it faces the camera
    what: Shorts  # group * 16 + material, -1 for nothing
    colour: Floats  # red, green, blue, alpha
    glow: Floats

    @staticmethod
    def empty(height: int, width: int) -> Samples:
        shape = (height, width)
        return Samples(
            np.empty(shape, np.float32),
            np.empty((*shape, 4), np.float32),
            np.empty(shape, np.int16),
            np.empty((*shape, 4), np.float32),
            np.empty(shape, np.float32),
        )


def trace(
    scene: Scene,
    field: Field,
    camera: Camera,
    glow: Floats,
    width: int,
    height: int,
    coarse: tuple[Samples, Bytes] | None,
) -> Samples:
    """Rays through the pixels or, given what they found, through the quarters of edge pixels."""
    right, up, forward = camera.axes()
    view = np.stack([camera.eye(), right, up, forward])
    light = light_direction(right, forward)
    scale = 1 if coarse is None else 2
    found = Samples.empty(height * scale, width * scale)
    angle = camera.pixel_angle(width) / scale
    before, edges = (found, np.zeros((1, 1), np.uint8)) if coarse is None else coarse
    _rays(
        scene.solids,
        scene.groups,
        field.origin,
        field.values,
        field.counts,
        field.items,
        view,
        angle,
        light,
        PALETTE,
        glow,
        coarse is not None,
        edges,
        before.depth,
        before.normal,
        before.what,
        before.colour,
        before.glow,
        found.depth,
        found.normal,
        found.what,
        found.colour,
        found.glow,
    )
    return found


@compiled_parallel
def _rays(
    solids: Floats,
    groups: Floats,
    origin: NDArray[np.float64],
    values: Floats,
    counts: NDArray[np.int16],
    items: NDArray[np.int16],
    view: NDArray[np.float64],
    angle: float,
    light: NDArray[np.float64],
    palette: Floats,
    glows: Floats,
    refine: bool,
    edges: Bytes,
    depth1: Floats,
    normal1: Floats,
    what1: Shorts,
    colour1: Floats,
    glow1: Floats,
    depth: Floats,
    normal: Floats,
    what: Shorts,
    colour: Floats,
    glow: Floats,
) -> None:
    height, width = what.shape
    for j in prange(height):
        scratch = np.empty(groups.shape[0])
        point = np.empty(3)
        side = np.empty(3)
        back = np.empty(3)
        for i in range(width):
            if refine and edges[j // 2, i // 2] == 0:
                depth[j, i] = depth1[j // 2, i // 2]
                what[j, i] = what1[j // 2, i // 2]
                glow[j, i] = glow1[j // 2, i // 2]
                for c in range(4):
                    normal[j, i, c] = normal1[j // 2, i // 2, c]
                    colour[j, i, c] = colour1[j // 2, i // 2, c]
                continue
            u = (i + 0.5 - width * 0.5) * angle
            v = (height * 0.5 - j - 0.5) * angle
            length = math.sqrt(1.0 + u * u + v * v)
            dx = (view[3, 0] + view[1, 0] * u + view[2, 0] * v) / length
            dy = (view[3, 1] + view[1, 1] * u + view[2, 1] * v) / length
            dz = (view[3, 2] + view[1, 2] * u + view[2, 2] * v) / length
            t, solid = march(
                solids, groups, origin, values, counts, items, view[0], dx, dy, dz, scratch
            )
            depth[j, i] = t
            glow[j, i] = 0.0
            if solid < 0:
                what[j, i] = -1
                _ground(values, origin, light, view[0], dx, dy, dz, colour[j, i])
                continue
            point[0] = view[0, 0] + dx * t
            point[1] = view[0, 1] + dy * t
            point[2] = view[0, 2] + dz * t
            _normal(solids, groups, origin, counts, items, point, scratch, side)
            back[0] = -dx
            back[1] = -dy
            back[2] = -dz
            group = int(solids[solid, 32])
            material = material_at(solids[solid], point[0], point[1], point[2])
            shine = glow_at(glows, group, point[0], point[1], point[2])
            shade_point(
                values, origin, palette, light, material, shine, point, side, back, colour[j, i]
            )
            colour[j, i, 3] = 1.0
            what[j, i] = group * 16 + material
            glow[j, i] = shine
            facing = 0.0
            for c in range(3):
                normal[j, i, c] = side[c]
                facing += side[c] * back[c]
            normal[j, i, 3] = facing


@compiled
def _normal(
    solids: Floats,
    groups: Floats,
    origin: NDArray[np.float64],
    counts: NDArray[np.int16],
    items: NDArray[np.int16],
    point: NDArray[np.float64],
    scratch: NDArray[np.float64],
    out: NDArray[np.float64],
) -> None:
    """The direction in which the distance grows fastest, from four taps round the point."""
    x, y, z = point[0], point[1], point[2]
    bx, by, bz = brick_of(origin, counts, x, y, z)
    row = items[bx, by, bz]
    n = counts[bx, by, bz]
    e = 0.0010
    here = nearest(solids, groups, row, n, x, y, z, scratch)[0]
    out[0] = nearest(solids, groups, row, n, x + e, y, z, scratch)[0] - here
    out[1] = nearest(solids, groups, row, n, x, y + e, z, scratch)[0] - here
    out[2] = nearest(solids, groups, row, n, x, y, z + e, scratch)[0] - here
    length = math.sqrt(out[0] * out[0] + out[1] * out[1] + out[2] * out[2]) + 1e-12
    for k in range(3):
        out[k] /= length


@compiled
def _ground(
    values: Floats,
    origin: NDArray[np.float64],
    light: NDArray[np.float64],
    eye: NDArray[np.float64],
    dx: float,
    dy: float,
    dz: float,
    out: Floats,
) -> None:
    """The see-through shadow where the ray meets the floor."""
    for c in range(4):
        out[c] = 0.0
    if dy > -1e-4:
        return
    t = -eye[1] / dy
    x = eye[0] + dx * t
    z = eye[2] + dz * t
    out[3] = ground_shadow(values, origin, light, x, 0.0, z)
