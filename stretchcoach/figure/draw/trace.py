"""Trace: rays through the pixels, and what they find: distance, normal, thing, colour."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import prange
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import (
    Floats,
    below_hem,
    compiled,
    compiled_parallel,
    flowing,
    material_at,
    nearest,
)
from stretchcoach.figure.body.solids import Group, Material, Scene
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.march import Field, brick_of, march
from stretchcoach.figure.draw.outline import Bytes, Shorts
from stretchcoach.figure.draw.shade import (
    PALETTE,
    glow_at,
    ground_shadow,
    light_direction,
    shade_point,
)

HEM_ROUND_M = 0.03  # how softly the hem of the shirt turns up before a thigh
THIGH_OUT_M = 0.010  # how far a thigh must stand out of the trunk to push the hem up
_SHIRT, _SHORTS = int(Material.SHIRT), int(Material.SHORTS)
_TORSO, _THIGH_L, _THIGH_R = int(Group.TORSO), int(Group.THIGH_L), int(Group.THIGH_R)


class Samples(NamedTuple):
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
    coarse: tuple[Samples, Bytes] | None = None,
    scale: int = 1,
) -> Samples:
    """Rays through the pixels or, given what they found, through parts of the edge pixels.

    `scale` is into how many parts a pixel is cut in each direction.
    """
    right, up, forward = camera.axes()
    view = np.stack([camera.eye(), right, up, forward])
    light = light_direction(right, forward, scene.walls)
    found = Samples.empty(height * scale, width * scale)
    angle = camera.pixel_angle(width) / scale
    height_px, width_px = found.what.shape
    middle = np.array([width_px, height_px]) / 2.0 + np.array(camera.shift) * width_px
    before, edges = (found, np.zeros((1, 1), np.uint8)) if coarse is None else coarse
    _rays(
        scene.solids,
        scene.groups,
        field.origin,
        field.values,
        field.counts,
        field.items,
        view,
        middle,
        angle,
        light,
        PALETTE,
        glow,
        scale,
        edges,
        before,
        found,
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
    middle: NDArray[np.float64],
    angle: float,
    light: NDArray[np.float64],
    palette: Floats,
    glows: Floats,
    scale: int,
    edges: Bytes,
    before: Samples,
    found: Samples,
) -> None:
    depth, normal, what, colour, glow = found
    height, width = what.shape
    for j in prange(height):
        scratch = np.empty(groups.shape[0])
        ray = np.empty(3)
        point = np.empty(3)
        side = np.empty(3)
        for i in range(width):
            if scale > 1 and edges[j // scale, i // scale] == 0:
                _keep(before, j // scale, i // scale, found, j, i)
                continue
            _direction(view, (i + 0.5 - middle[0]) * angle, (middle[1] - j - 0.5) * angle, ray)
            t, solid = march(solids, groups, origin, values, counts, items, view[0], ray, scratch)
            depth[j, i] = t
            glow[j, i] = 0.0
            if solid < 0:
                what[j, i] = -1
                _ground(values, origin, light, view[0], ray, colour[j, i])
                continue
            for c in range(3):
                point[c] = view[0, c] + ray[c] * t
                ray[c] = -ray[c]
            _normal(solids, groups, origin, counts, items, point, scratch, side)
            group = int(solids[solid, 32])
            material = material_at(solids[solid], point[0], point[1], point[2])
            if groups[0, 6] > 0.0 and (material in (_SHIRT, _SHORTS)):
                material = _cloth(groups, group, material, point, scratch)
            shine, fibre = glow_at(glows, group, point[0], point[1], point[2], side)
            out = colour[j, i]
            shade_point(
                values, origin, palette, light, material, shine, fibre, point, side, ray, out
            )
            colour[j, i, 3] = 1.0
            what[j, i] = group * 16 + material
            glow[j, i] = shine
            for c in range(3):
                normal[j, i, c] = side[c]
            normal[j, i, 3] = side[0] * ray[0] + side[1] * ray[1] + side[2] * ray[2]


@compiled
def _cloth(
    groups: Floats,
    group: int,
    material: int,
    point: NDArray[np.float64],
    scratch: NDArray[np.float64],
) -> int:
    """Shirt or shorts of trunk and thighs: the hem, running softly round a thigh that is bent up.

    `scratch` holds how far away the groups are.
    """
    if group != _TORSO and group != _THIGH_L and group != _THIGH_R:
        return material
    above = -below_hem(groups[0], point[0], point[1], point[2]) + 0.0004
    thigh = min(scratch[_THIGH_L], scratch[_THIGH_R]) - scratch[_TORSO] + THIGH_OUT_M
    return _SHIRT if flowing(above, thigh, HEM_ROUND_M) > 0.0 else _SHORTS


@compiled
def _keep(before: Samples, y: int, x: int, found: Samples, j: int, i: int) -> None:
    """A part of a pixel that no edge passes is as the whole pixel was."""
    found.depth[j, i] = before.depth[y, x]
    found.what[j, i] = before.what[y, x]
    found.glow[j, i] = before.glow[y, x]
    for c in range(4):
        found.normal[j, i, c] = before.normal[y, x, c]
        found.colour[j, i, c] = before.colour[y, x, c]


@compiled
def _direction(view: NDArray[np.float64], u: float, v: float, out: NDArray[np.float64]) -> None:
    """The ray through the picture at u to the right and v up. Rows of `view`: see `trace`."""
    length = math.sqrt(1.0 + u * u + v * v)
    for c in range(3):
        out[c] = (view[3, c] + view[1, c] * u + view[2, c] * v) / length


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
    ray: NDArray[np.float64],
    out: Floats,
) -> None:
    """The see-through shadow where the ray meets the floor."""
    for c in range(4):
        out[c] = 0.0
    if ray[1] > -1e-4:
        return
    t = -eye[1] / ray[1]
    x = eye[0] + ray[0] * t
    z = eye[2] + ray[2] * t
    out[3] = ground_shadow(values, origin, light, x, 0.0, z)
