"""Render: a posed body, props and a glow, seen by a camera, as a picture with transparency."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numba import prange

from stretchcoach.figure.body.distance import Floats, compiled_parallel
from stretchcoach.figure.body.person import body_joints, body_shirt, body_solids
from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.body.skeleton import PosedBody
from stretchcoach.figure.body.solids import Group, Scene, pack
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.march import Field, build_field
from stretchcoach.figure.draw.outline import Bytes, around, find_edges, line_at
from stretchcoach.figure.draw.prop_solids import prop_solids
from stretchcoach.figure.draw.trace import trace

LINE_PX = 1.5  # at a width of 960
INK: Floats = np.array([0.235, 0.205, 0.240], np.float32)
GLOWING = 0.35  # from here on a point is seen to glow
_GLOW_SIZE_PX = (320, 240)


def render(
    body: PosedBody,
    props: Sequence[PropShape],
    camera: Camera,
    glow: Floats,
    width_px: int = 960,
    height_px: int = 720,
    samples: int = 4,
) -> Bytes:
    """The picture as height x width x 4 bytes, straight alpha.

    `glow` has rows as `glow.glow_shapes` makes them. `samples` is 1, or 4 or 9 a pixel to
    smooth the edges.
    """
    scene, field = _built(body, props)
    pixel = camera.pixel_angle(width_px)
    found = trace(scene, field, camera, glow, width_px, height_px)
    edges = find_edges(found.depth, found.normal, found.what, pixel)
    near = around(edges, math.ceil(LINE_PX * width_px / 960 / 2) + 1)
    scale = math.isqrt(samples)
    if scale > 1:
        found = trace(scene, field, camera, glow, width_px, height_px, (found, edges), scale)
        edges = find_edges(found.depth, found.normal, found.what, pixel, near, scale)
    picture = np.empty((height_px, width_px, 4), np.uint8)
    radius = max(0.35, LINE_PX * width_px / 960 / 2) * scale
    _finish(found.colour, edges, near, INK, radius, scale, picture)
    return picture


def glow_share(body: PosedBody, props: Sequence[PropShape], camera: Camera, glow: Floats) -> float:
    """The part of the figure's pixels, props left out, that glow: 0 to 1."""
    scene, field = _built(body, props)
    found = trace(scene, field, camera, glow, *_GLOW_SIZE_PX)
    figure = (found.what >= 0) & (found.what < int(Group.PROPS) * 16)
    return float((found.glow[figure] > GLOWING).mean()) if figure.any() else 0.0


def _built(body: PosedBody, props: Sequence[PropShape]) -> tuple[Scene, Field]:
    things = prop_solids(props)
    scene = pack([*body_solids(body, things), *things], body_joints(body), body_shirt(body))
    return scene, build_field(scene)


@compiled_parallel
def _finish(
    colour: Floats,
    edges: Bytes,
    near: Bytes,
    ink: Floats,
    radius: float,
    scale: int,
    picture: Bytes,
) -> None:
    """Lines over colours, and the samples of a pixel averaged."""
    height, width, _ = picture.shape
    for j in prange(height):
        for i in range(width):
            red, green, blue, alpha = 0.0, 0.0, 0.0, 0.0
            for q in range(scale):
                for p in range(scale):
                    y = j * scale + q
                    x = i * scale + p
                    line = line_at(edges, y, x, radius) if near[j, i] else 0.0
                    under = colour[y, x, 3]
                    over = line + under * (1.0 - line)
                    rest = under * (1.0 - line)
                    red += ink[0] * line + colour[y, x, 0] * rest
                    green += ink[1] * line + colour[y, x, 1] * rest
                    blue += ink[2] * line + colour[y, x, 2] * rest
                    alpha += over
            if alpha < 1e-3:  # never seen, but what is lossy would bleed from it
                red, green, blue, alpha = ink[0], ink[1], ink[2], 0.0
            share = 1.0 / alpha if alpha > 0.0 else 1.0
            picture[j, i, 0] = int(min(255.0, red * share * 255.0 + 0.5))
            picture[j, i, 1] = int(min(255.0, green * share * 255.0 + 0.5))
            picture[j, i, 2] = int(min(255.0, blue * share * 255.0 + 0.5))
            picture[j, i, 3] = int(min(255.0, alpha / (scale * scale) * 255.0 + 0.5))
