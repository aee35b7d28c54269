"""Render: a posed body, props and a glow, seen by a camera, as a picture with transparency."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numba import prange
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats, compiled_parallel
from stretchcoach.figure.body.person import body_joints, body_shirt, body_solids
from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.body.skeleton import PosedBody
from stretchcoach.figure.body.solids import Group, Material, Scene, pack
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.march import Field, build_field
from stretchcoach.figure.draw.outline import Bytes, around, find_edges, line_at
from stretchcoach.figure.draw.prop_solids import prop_solids
from stretchcoach.figure.draw.trace import Samples, trace

LINE_PX = 1.5  # at a width of 960
WALL_FADES = 0.10  # of the width of the picture
INK: Floats = np.array([0.235, 0.205, 0.240], np.float32)
Window = tuple[float, float, float, float]  # left, top, right, bottom: parts of the picture
WHOLE: Window = (0.0, 0.0, 1.0, 1.0)
GLOWING = 0.35  # from here on a point is seen to glow
LEAST_GLOW = 0.015  # of the figure's pixels: with less, one does not see what works


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
    return finished(traced(body, props, camera, glow, width_px, height_px, samples), INK)


@dataclass(frozen=True)
class Traced:
    """A picture before its lines are laid over its colours: `scale` x `scale` samples a pixel."""

    found: Samples
    edges: Bytes
    near: Bytes
    scale: int
    line_px: float

    def figure(self) -> NDArray[np.bool_]:
        """Which samples show the person, and not a prop or the ground."""
        what = self.found.what
        return (what >= 0) & (what < int(Group.PROPS) * 16)

    def covered(self, samples: NDArray[np.bool_] | Floats) -> Floats:
        """How much of each pixel the samples cover, 0 to 1."""
        height, width = self.near.shape
        parts = samples.reshape(height, self.scale, width, self.scale)
        covered: Floats = parts.mean(axis=(1, 3), dtype=np.float32)
        return covered


def glow_share(shown: Traced, least: float = GLOWING) -> float:
    """The part of the figure's pixels, props left out, that glow by more than `least`: 0 to 1."""
    figure = shown.figure()
    return float((shown.found.glow[figure] > least).mean()) if figure.any() else 0.0


def traced(
    body: PosedBody,
    props: Sequence[PropShape],
    camera: Camera,
    glow: Floats,
    width_px: int,
    height_px: int,
    samples: int = 4,
    window: Window = WHOLE,
) -> Traced:
    """What the rays of such a picture find, and where its lines run; see `render`.

    A wall fades toward the edges of the `window`.
    """
    scene, field = _built(body, props)
    pixel = camera.pixel_angle(width_px)
    found = trace(scene, field, camera, glow, width_px, height_px)
    edges = find_edges(found.depth, found.normal, found.what, found.glow, pixel)
    line_px = LINE_PX * width_px / 960 / 2
    near = around(edges, math.ceil(line_px) + 1)
    scale = math.isqrt(samples)
    if scale > 1:
        found = trace(scene, field, camera, glow, width_px, height_px, (found, edges), scale)
        edges = find_edges(found.depth, found.normal, found.what, found.glow, pixel, near, scale)
    _fade_walls(found, edges, window)
    return Traced(found, edges, near, scale, line_px)


def _fade_walls(found: Samples, edges: Bytes, window: Window) -> None:
    """A wall goes on beyond the picture: it fades toward the edges instead of being cut."""
    wall = (found.what >= 0) & (found.what % 16 == Material.WALL)
    if not wall.any():
        return
    height, width = wall.shape
    first, top, last = window[0] * width, window[1] * height, window[2] * width
    i, fades = np.arange(width), WALL_FADES * (last - first)
    across = np.minimum(i - first, last - 1 - i) / fades
    down = (np.arange(height) - top) / fades  # not at its foot
    left = np.minimum(np.clip(across, 0.0, 1.0)[None], np.clip(down, 0.0, 1.0)[:, None])
    left = np.where(wall, left * left * (3.0 - 2.0 * left), 1.0).astype(np.float32)
    found.colour[..., 3] *= left
    beside = np.minimum(np.roll(left, 1, 0), np.roll(left, 1, 1))
    beside = np.minimum(beside, np.minimum(np.roll(left, -1, 0), np.roll(left, -1, 1)))
    edges[:] = (edges * np.where(found.what < 0, beside, left)).astype(np.uint8)


def finished(shown: Traced, ink: Floats, thick: float = 1.0) -> Bytes:
    """The lines, of the colour `ink`, over the colours: height x width x 4 bytes.

    They are `thick` times as thick as usual.
    """
    height, width = shown.near.shape
    picture = np.empty((height, width, 4), np.uint8)
    radius = max(0.35, shown.line_px * thick) * shown.scale
    _finish(shown.found.colour, shown.edges, shown.near, ink, radius, shown.scale, picture)
    return picture


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
