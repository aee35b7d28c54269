"""Distances to packed solids, compiled: a row of `solids.pack` is one solid.

The columns: 0 kind, 1-3 a, 4-6 axis, 7-8 radii, 9 blend, 10-18 frame, 19-21 half, 22 clip or
second material, 23-26 its plane, 27-30 what a cone needs, 31 material, 32 group, 33 reach of
the blend, 34 second material, 35-55 profile, 56-59 a ball around all of it, 60 how softly it
makes room for the body.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FLARE_M = 0.16  # above its hem the shirt gets wider
_Function = TypeVar("_Function", bound=Callable[..., object])


def compiled(function: _Function) -> _Function:
    """The function compiled to machine code on its first call, and kept on disk.

    What is kept does not notice that a function it calls was changed in another module: after
    such a change, delete `__pycache__/*.nb?`.
    """
    return cast(_Function, numba.njit(fastmath=True, cache=True)(function))


def compiled_parallel(function: _Function) -> _Function:
    """Like `compiled`, for functions that share their loop among the cores."""
    return cast(_Function, numba.njit(fastmath=True, cache=True, parallel=True)(function))


@compiled
def _cone(s: Floats, px: float, py: float, pz: float) -> float:
    # Round cone after Inigo Quilez: exact distance without a root of the axis length.
    length2, slope, rest, inverse = s[27], s[28], s[29], s[30]
    along = px * s[4] + py * s[5] + pz * s[6]
    beyond = along - length2
    qx = px * length2 - s[4] * along
    qy = py * length2 - s[5] * along
    qz = pz * length2 - s[6] * along
    x2 = qx * qx + qy * qy + qz * qz
    y2 = along * along * length2
    z2 = beyond * beyond * length2
    k = (1.0 if slope > 0 else -1.0) * slope * slope * x2
    if (1.0 if beyond > 0 else -1.0) * rest * z2 > k:
        return float(math.sqrt(x2 + z2) * inverse - s[8])
    if (1.0 if along > 0 else -1.0) * rest * y2 < k:
        return float(math.sqrt(x2 + y2) * inverse - s[7])
    return float((math.sqrt(x2 * rest * inverse) + along * slope) * inverse - s[7])


@compiled
def _station(s: Floats, along: float, column: int) -> float:
    # Catmull-Rom through the stations of the profile.
    u = along * 6.0
    n = min(int(u), 5)
    u -= n
    b = s[35 + n * 3 + column]
    c = s[38 + n * 3 + column]
    a = s[32 + n * 3 + column] if n > 0 else 2.0 * b - c
    d = s[41 + n * 3 + column] if n < 5 else 2.0 * c - b
    bend = 2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)
    return float(b + 0.5 * u * (c - a + u * bend))


@compiled
def _limb(s: Floats, u: float, v: float, w: float) -> float:
    # The ellipsoid at the nearest station of the axis, its poles along the axis at the ends.
    along = min(max(-v / s[7], 0.0), 1.0)
    wide = _station(s, along, 0)
    front = _station(s, along, 1)
    back = _station(s, along, 2)
    deep = 0.5 * (front + back)
    w -= 0.5 * (front - back)
    v += along * s[7]
    high = min(wide, deep) * (s[8] if v > 0.0 else 1.0)
    eu = u / wide
    ev = v / high
    ew = w / deep
    k0 = math.sqrt(eu * eu + ev * ev + ew * ew)
    eu /= wide
    ev /= high
    ew /= deep
    k1 = math.sqrt(eu * eu + ev * ev + ew * ew)
    return k0 * (k0 - 1.0) / k1 if k1 > 1e-6 else -high


@compiled
def distance(s: Floats, x: float, y: float, z: float) -> float:
    """Metres from the point to the solid of row `s`; below 0 inside."""
    px = x - s[1]
    py = y - s[2]
    pz = z - s[3]
    if s[0] == 0.0:
        d = _cone(s, px, py, pz)
    else:
        u = s[10] * px + s[11] * py + s[12] * pz
        v = s[13] * px + s[14] * py + s[15] * pz
        w = s[16] * px + s[17] * py + s[18] * pz
        if s[0] == 1.0:
            eu = u / s[19]
            ev = v / s[20]
            ew = w / s[21]
            k0 = math.sqrt(eu * eu + ev * ev + ew * ew)
            eu /= s[19]
            ev /= s[20]
            ew /= s[21]
            k1 = math.sqrt(eu * eu + ev * ev + ew * ew)
            d = k0 * (k0 - 1.0) / k1 if k1 > 1e-6 else -min(s[19], min(s[20], s[21]))
        elif s[0] == 4.0:
            d = _limb(s, u, v, w)
        elif s[0] == 2.0:
            u = abs(u) - s[19] + s[7]
            v = abs(v) - s[20] + s[7]
            w = abs(w) - s[21] + s[7]
            a = max(u, 0.0)
            b = max(v, 0.0)
            c = max(w, 0.0)
            d = math.sqrt(a * a + b * b + c * c) + min(max(u, max(v, w)), 0.0) - s[7]
        else:
            u = math.sqrt(u * u + w * w) - s[19] + s[7]
            v = abs(v) - s[20] + s[7]
            a = max(u, 0.0)
            b = max(v, 0.0)
            d = math.sqrt(a * a + b * b) + min(max(u, v), 0.0) - s[7]
    if s[22] == 1.0:
        d = max(d, s[23] * x + s[24] * y + s[25] * z - s[26])
    return d


@compiled
def material_at(s: Floats, x: float, y: float, z: float) -> int:
    """The material of the solid of row `s` at a point."""
    if s[22] == 2.0 and s[23] * x + s[24] * y + s[25] * z > s[26]:
        return int(s[34])
    return int(s[31])


@compiled
def flowing(one: float, two: float, blend: float) -> float:
    """The smaller of two distances, rounded where they are closer than `blend` to each other."""
    gap = blend - abs(one - two)
    least = min(one, two)
    return float(least - gap * gap * 0.25 / blend) if gap > 0.0 else least


@compiled
def below_hem(group: Floats, x: float, y: float, z: float) -> float:
    """Metres from the hem of the shirt to a point, along the trunk; below 0 above the hem."""
    return float(group[7] * x + group[8] * y + group[9] * z - group[10])


@compiled
def _dressed(group: Floats, d: float, x: float, y: float, z: float) -> float:
    # The distance to the trunk in its shirt, which gets wider toward the hem.
    below = below_hem(group, x, y, z)
    near = min(max(1.0 + below / FLARE_M, 0.0), 1.0)
    loose = group[6] * (0.35 + 0.65 * near * near)
    return float(min(d, max(d - loose, below)))


@compiled
def _joined(
    joint: Floats, d: float, scratch: NDArray[np.float64], x: float, y: float, z: float
) -> float:
    # The distance to a group and its parent, flowing into each other near their joint.
    if joint[0] < 0.0 or scratch[int(joint[0])] > 1.0e8:
        return d
    dx = x - joint[2]
    dy = y - joint[3]
    dz = z - joint[4]
    blend = joint[1] * (1.0 - (dx * dx + dy * dy + dz * dz) / (joint[5] * joint[5]))
    return flowing(d, scratch[int(joint[0])], blend) if blend > 0.0 else d


@compiled
def nearest(
    solids: Floats,
    groups: Floats,
    items: NDArray[np.int16],
    count: int,
    x: float,
    y: float,
    z: float,
    scratch: NDArray[np.float64],
) -> tuple[float, int]:
    """Distance to the joined surface of the listed solids (in group order), and the nearest one.

    `scratch` holds one number a group.
    """
    for g in range(groups.shape[0]):
        scratch[g] = 1.0e9
    total = 1.0e9
    best = 1.0e9
    winner = -1
    at = 0
    while at < count:
        group = int(solids[items[at], 32])
        d = 1.0e9
        while at < count:
            i = items[at]
            s = solids[i]
            if int(s[32]) != group:
                break
            at += 1
            reach = total + s[33] + s[59]
            px = x - s[56]
            py = y - s[57]
            pz = z - s[58]
            if reach < 1.0e8 and px * px + py * py + pz * pz > reach * reach and reach > 0.0:
                continue
            q = distance(s, x, y, z)
            if s[60] > 0.0:
                q = -flowing(-q, total, s[60])  # what of it the body leaves, with a round lip
            if q < best:
                best = q
                winner = i
            d = flowing(d, q, s[9])
        if groups[group, 6] > 0.0:
            d = _dressed(groups[group], d, x, y, z)
        scratch[group] = d
        value = _joined(groups[group], d, scratch, x, y, z)
        if value < total:
            total = value
    return total, winner
