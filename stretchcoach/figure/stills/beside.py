"""Beside: the start as a smaller, paler picture to the left of the hold or above it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.content.still import Start
from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.solids import Material
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.movement import Movement
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import WHOLE, Window, finished, traced
from stretchcoach.figure.signs.strokes import Points

LEAST, MOST = 0.48, 0.70  # of the size of the hold
MARGIN, GAP = 0.03, 0.05  # in widths of the picture
MOST_ZOOM = 1.2  # a small hold does not fill the frame
PALE = 0.25  # how much of its colour is the tone
TONE: Floats = np.array([0.80, 0.81, 0.84], np.float32)
INK: Floats = np.array([0.45, 0.45, 0.50], np.float32)
_PROBE_PX = (320, 240)
_PROBE_ZOOM = 0.6  # what leaves the frame of the movement may be seen beside


@dataclass(frozen=True)
class Panel:
    """How one moment is seen, and the part of the picture that is its own."""

    camera: Camera
    window: Window = WHOLE


class Box(NamedTuple):
    """What is seen of somebody and their things: its corners, in widths of the picture."""

    low: Points
    high: Points

    @property
    def size(self) -> Points:
        return self.high - self.low


def panels(movement: Movement, aspect: float) -> tuple[Panel | None, Panel]:
    """Where start and hold are in a still that is `aspect` times as wide as high; no start where it
    does not stand beside the hold."""
    if movement.still.start is not Start.BESIDE:
        return None, Panel(movement.camera)
    return arranged(movement.camera, seen_box(movement, 0), seen_box(movement, -1), aspect)


def start_beside(
    movement: Movement, panel: Panel, width_px: int, height_px: int, samples: int
) -> Bytes:
    """The start in its place: height x width x 4 bytes, straight alpha. Nothing glows in it."""
    shot, dark = movement.shots[0], movement.glow(0)[:0]
    size = (width_px, height_px, samples)
    start = traced(shot.body, shot.props, panel.camera, dark, *size, panel.window)
    colour = start.found.colour[..., :3]
    colour += (TONE - colour) * PALE
    return finished(start, INK)


def seen_box(movement: Movement, number: int) -> Box:
    """Where a moment is seen in the frame of the movement, its walls left out."""
    shot, camera = movement.shots[number], replace(movement.camera, zoom=_PROBE_ZOOM)
    what = traced(shot.body, shot.props, camera, movement.glow(number), *_PROBE_PX, 1).found.what
    mask = (what >= 0) & (what % 16 != Material.WALL)
    if not mask.any():  # a wall may stand before all
        mask[:] = True
    seen = np.argwhere(mask)[:, ::-1]
    low, high = seen.min(axis=0), seen.max(axis=0) + 1
    middle, width = np.array(_PROBE_PX) / 2.0, _PROBE_PX[0] * _PROBE_ZOOM
    return Box((low - middle) / width, (high - middle) / width)


def arranged(camera: Camera, start: Box, hold: Box, aspect: float) -> tuple[Panel, Panel]:
    """Start and hold, seen from the same side, one after the other: across, or downward where the
    hold can be larger so. The start is as large as it can be beside that, within bounds."""
    whole = np.array([1.0, 1.0 / aspect])
    zooms = [_largest(start, hold, whole, along) for along in (0, 1)]
    along = int(np.argmax(zooms))
    zoom = min(MOST_ZOOM, zooms[along])
    left = whole - 2.0 * MARGIN
    left[along] -= GAP + zoom * hold.size[along]
    small = min(MOST * zoom, float((left / start.size).min()))
    sizes = np.array([start.size * small, hold.size * zoom])
    used = sizes.max(axis=0)
    used[along] = sizes[:, along].sum() + GAP
    first = (whole - used) / 2.0
    corners = np.array([first, first])
    corners[1, along] += sizes[0, along] + GAP
    if along == 0:  # on one ground
        corners[:, 1] += used[1] - sizes[:, 1]
    seam = float((corners[1, along] - GAP / 2.0) / whole[along])
    windows: tuple[Window, Window] = (
        ((0.0, 0.0, seam, 1.0), (seam, 0.0, 1.0, 1.0))
        if along == 0
        else ((0.0, 0.0, 1.0, seam), (0.0, seam, 1.0, 1.0))
    )
    one = _at(camera, start, small, corners[0] - whole / 2.0)
    other = _at(camera, hold, zoom, corners[1] - whole / 2.0)
    return Panel(one, windows[0]), Panel(other, windows[1])


def _largest(start: Box, hold: Box, whole: NDArray[np.float64], along: int) -> float:
    """How large the hold may be with the least start before it."""
    room = whole - 2.0 * MARGIN
    room[along] -= GAP
    needed = np.maximum(hold.size, LEAST * start.size)
    needed[along] = hold.size[along] + LEAST * start.size[along]
    return float((room / needed).min())


def _at(camera: Camera, box: Box, zoom: float, corner: Points) -> Camera:
    """The camera that shows the box so large with its upper left corner there."""
    x, y = corner - zoom * box.low
    return replace(camera, zoom=zoom, shift=(float(x), float(y)))
