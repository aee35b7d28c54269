"""Colour of a point: soft light from above the camera, warm skin, and the glow of a muscle."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats, compiled
from stretchcoach.figure.body.skeleton import Vector
from stretchcoach.figure.body.solids import Material
from stretchcoach.figure.draw.march import occlusion, sample, shadow

_COLOURS = {
    Material.SKIN: (0.930, 0.745, 0.635),
    Material.SHIRT: (0.330, 0.600, 0.600),
    Material.SHORTS: (0.345, 0.425, 0.560),
    Material.HAIR: (0.360, 0.265, 0.225),
    Material.FACE: (0.700, 0.490, 0.405),
    Material.MAT: (0.745, 0.825, 0.795),
    Material.WOOD: (0.800, 0.660, 0.495),
    Material.WALL: (0.925, 0.915, 0.890),
    Material.STRAP: (0.880, 0.690, 0.330),
    Material.BALL: (0.910, 0.790, 0.500),
    Material.CUSHION: (0.800, 0.725, 0.800),
    Material.BAND: (0.560, 0.470, 0.680),
    Material.ROLLER: (0.480, 0.560, 0.640),
}
PALETTE: Floats = np.array([_COLOURS[material] for material in Material], np.float32)

FIBRE_M = 0.0040  # of a fibre's width, as the wave of its light is measured
FIBRE_LIGHT = 0.17

SHADOW_ON_GROUND = 0.42  # the darkest the see-through shadow gets


def light_direction(right: Vector, forward: Vector, walls: Sequence[Vector] = ()) -> Vector:
    """Toward the light: above the camera, a little to its left, or to its right where a wall
    would stand in the light. `walls` are the normals of their faces.
    """
    above = np.array([0.0, 1.0, 0.0]) - 0.60 * forward
    left, other = above - 0.42 * right, above + 0.42 * right
    dark = any(wall @ left < 0.0 for wall in walls)
    chosen = other if dark and all(wall @ other > wall @ left for wall in walls) else left
    unit: Vector = chosen / np.linalg.norm(chosen)
    return unit


@compiled
def glow_at(
    glows: Floats,
    group: int,
    x: float,
    y: float,
    z: float,
    normal: NDArray[np.float64],
) -> tuple[float, float]:
    """How strongly the point glows, 0 to 1, and how light its fibre is there, -1 to 1.

    A row: a, axis, radius, strength, bits of groups.
    """
    most = 0.0
    fibre = 0.0
    for i in range(glows.shape[0]):
        if (int(glows[i, 8]) >> group) & 1 == 0:
            continue
        px = x - glows[i, 0]
        py = y - glows[i, 1]
        pz = z - glows[i, 2]
        ax, ay, az = glows[i, 3], glows[i, 4], glows[i, 5]
        length2 = max(ax * ax + ay * ay + az * az, 1e-9)
        along = (px * ax + py * ay + pz * az) / length2
        inside = min(max(along, 0.0), 1.0)
        qx = px - ax * inside
        qy = py - ay * inside
        qz = pz - az * inside
        f = _soft(math.sqrt(qx * qx + qy * qy + qz * qz) / glows[i, 6]) * glows[i, 7]
        if f > most:
            most = f
            # Fibres run along the axis and come together toward both ends.
            ex = ay * normal[2] - az * normal[1]
            ey = az * normal[0] - ax * normal[2]
            ez = ax * normal[1] - ay * normal[0]
            across = (px * ex + py * ey + pz * ez) / math.sqrt(length2)
            belly = 1.0 - 0.42 * (2.0 * min(max(along, -0.35), 1.35) - 1.0) ** 2
            fibre = math.sin(across / (FIBRE_M * max(belly, 0.25)))
    return most, fibre


@compiled
def _soft(away: float) -> float:
    # 1 at the middle of a muscle, 0 at its edge.
    f = max(0.0, 1.0 - away)
    return float(min(1.0, f * f * (3.0 - 2.0 * f) * 1.75))


@compiled
def shade_point(
    values: Floats,
    origin: NDArray[np.float64],
    palette: Floats,
    light: NDArray[np.float64],
    material: int,
    glow: float,
    fibre: float,
    point: NDArray[np.float64],
    normal: NDArray[np.float64],
    view: NDArray[np.float64],
    out: Floats,
) -> None:
    """Red, green, blue of a surface point into `out`; `view` points at the camera."""
    x, y, z = point[0], point[1], point[2]
    nx, ny, nz = normal[0], normal[1], normal[2]
    toward = nx * light[0] + ny * light[1] + nz * light[2]
    open_ = occlusion(values, origin, x, y, z, nx, ny, nz)
    lit = min(max((toward + 0.18) / 1.02, 0.0), 1.0)
    lit = lit * lit * (3.0 - 2.0 * lit)
    if lit > 0.01:
        lit *= shadow(values, origin, x + nx * 0.012, y + ny * 0.012, z + nz * 0.012, light, 7.0)
    facing = max(0.0, nx * view[0] + ny * view[1] + nz * view[2])
    rim = (1.0 - facing) ** 3
    sky = 0.5 + 0.5 * ny
    air = 0.45 + 0.55 * open_
    warm = 4.0 * lit * (1.0 - lit) * (0.055 if material == 0 else 0.015)
    # Its middle is lighter than cloth and its edge darker than skin: it shows in grey print too.
    core = min(max((glow - 0.12) / 0.75, 0.0), 1.0)
    core = core * core * (3.0 - 2.0 * core)
    core = min(max(core + FIBRE_LIGHT * fibre * core, 0.0), 1.0)
    shine = min(1.0, 1.5 * glow)
    for c in range(3):
        low = 0.545 if c == 0 else (0.53 if c == 1 else 0.55)
        high = 0.635 if c == 0 else (0.655 if c == 1 else 0.69)
        key = 0.425 if c == 0 else (0.40 if c == 1 else 0.355)
        base = palette[material, c]
        shaded = base * ((low + (high - low) * sky) * air + key * lit)
        shaded += base * (warm if c == 0 else (0.0 if c == 1 else -0.5 * warm))
        # A light rim: more of it on dark things, which would be lost on a dark ground.
        edge = rim * (0.10 if c < 2 else 0.12) * (1.0 + 1.4 * max(0.0, 0.5 - base))
        shaded += edge * (0.35 + 0.65 * sky) * (1.05 - base) * (0.25 + 0.75 * open_)
        coral = (0.74 if c == 0 else 0.23) + (0.25 if c == 0 else (0.31 if c == 1 else 0.20)) * core
        coral *= 0.80 + 0.12 * air + 0.12 * lit
        out[c] = min(max(shaded + (coral - shaded) * shine, 0.0), 1.0)


@compiled
def ground_shadow(
    values: Floats,
    origin: NDArray[np.float64],
    light: NDArray[np.float64],
    x: float,
    y: float,
    z: float,
) -> float:
    """How dark the see-through ground is at a point, 0 to `SHADOW_ON_GROUND`."""
    above = sample(values, origin, x, y, z)
    if above > 0.30:
        return 0.0
    open_ = occlusion(values, origin, x, y, z, 0.0, 1.0, 0.0)
    arrives = shadow(values, origin, x, y + 0.004, z, light, 5.0)
    fade = 1.0 - above / 0.30
    dark = (1.0 - open_) * 0.65 + (1.0 - arrives) * 0.45 * fade * fade
    return min(dark, 1.0) * SHADOW_ON_GROUND
