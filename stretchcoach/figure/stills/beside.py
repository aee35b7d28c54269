"""Beside: the start as a smaller, paler picture to the left of the hold or above it."""

from __future__ import annotations

import math
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

LEAST, MOST, STEP = 0.52, 0.70, 0.03  # of the size of the hold
AS_LARGE = 0.99  # of the largest hold
MARGIN, GAP = 0.03, 0.05  # in widths of the picture; the gap where the hold fills it
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


@dataclass(frozen=True)
class Shape:
    """What is seen of somebody and their things: the pixels within `low`, its upper left corner.

    `low` and the size of a pixel are in widths of the picture, from its middle.
    """

    mask: NDArray[np.bool_]
    low: Points
    pixel: float

    @property
    def size(self) -> Points:
        height, width = self.mask.shape
        return np.array([width, height]) * self.pixel

    def scaled(self, by: float) -> NDArray[np.bool_]:
        """The mask that much smaller; a pixel shows it where any of its part does."""
        height, width = self.mask.shape
        rows, columns = np.nonzero(self.mask)
        smaller = np.zeros((math.ceil(height * by), math.ceil(width * by)), np.bool_)
        smaller[(rows * by).astype(int), (columns * by).astype(int)] = True
        return smaller


class Nested(NamedTuple):
    """How start and hold lie: their upper left corners and what both fill, in pixels of the hold.

    `along` is 0 where the start is to the left of the hold, 1 where it is above.
    """

    small: float
    along: int
    corners: Points
    fills: Points


def hold_panel(movement: Movement, aspect: float) -> Panel:
    """Where the hold is in a still that is `aspect` times as wide as high."""
    if movement.still.start is Start.BESIDE:
        return _panels(movement, aspect)[1]
    return Panel(movement.camera)


def start_beside(movement: Movement, width_px: int, height_px: int, samples: int) -> Bytes:
    """The start in its place: height x width x 4 bytes, straight alpha. Nothing glows in it."""
    panel, _ = _panels(movement, width_px / height_px)
    shot, dark = movement.shots[0], movement.glow(0)[:0]
    size = (width_px, height_px, samples)
    start = traced(shot.body, shot.props, panel.camera, dark, *size, panel.window)
    colour = start.found.colour[..., :3]
    colour += (TONE - colour) * PALE
    return finished(start, INK)


def _panels(movement: Movement, aspect: float) -> tuple[Panel, Panel]:
    return arranged(movement.camera, seen_shape(movement, 0), seen_shape(movement, -1), aspect)


def seen_shape(movement: Movement, number: int) -> Shape:
    """Where a moment is seen in the frame of the movement, its walls left out."""
    shot, camera = movement.shots[number], replace(movement.camera, zoom=_PROBE_ZOOM)
    what = traced(shot.body, shot.props, camera, movement.glow(number), *_PROBE_PX, 1).found.what
    wall = (what >= 0) & (what % 16 == Material.WALL)
    mask = (what >= 0) & ~wall
    if not mask.any():  # a wall may stand before all
        mask[:] = True
    rows, columns = np.nonzero(mask)
    low = np.array([columns.min(), rows.min()])
    mask = mask[low[1] : rows.max() + 1, low[0] : columns.max() + 1]
    pixel = 1.0 / (_PROBE_PX[0] * _PROBE_ZOOM)
    # Nothing reaches into a room with a wall: that goes on behind it.
    return Shape(mask | wall.any(), (low - np.array(_PROBE_PX) / 2.0) * pixel, pixel)


def arranged(camera: Camera, start: Shape, hold: Shape, aspect: float) -> tuple[Panel, Panel]:
    """Start and hold, seen from the same side: the hold as large as can be with the least start,
    and then the largest start with which it stays so."""
    whole = np.array([1.0, 1.0 / aspect])
    room = (whole - 2.0 * MARGIN) / hold.pixel

    def zoom_of(nested: Nested) -> float:
        return min(MOST_ZOOM, float((room / nested.fills).min()))

    largest = max(zoom_of(one) for one in _nestings(start, hold, LEAST))
    small = MOST
    while (nested := max(_nestings(start, hold, small), key=zoom_of)).small > LEAST and (
        zoom_of(nested) < AS_LARGE * largest
    ):
        small = max(LEAST, small - STEP)
    zoom = zoom_of(nested)
    corners = nested.corners * hold.pixel * zoom - nested.fills * hold.pixel * zoom / 2.0
    windows = _windows(nested, corners, start.size * zoom * nested.small, whole)
    one = _at(camera, start, zoom * nested.small, corners[0])
    other = _at(camera, hold, zoom, corners[1])
    return Panel(one, windows[0]), Panel(other, windows[1])


def _nestings(start: Shape, hold: Shape, small: float) -> list[Nested]:
    """The start above the hold, to its left or to its right or over its middle, and before it on
    the same ground: each as near as the gap allows, into what its outline leaves free."""
    one, other, gap = start.scaled(small), hold.mask, round(GAP / hold.pixel)
    (height, width), (high, wide) = one.shape, other.shape
    places = [(1, 0), (1, wide - width), (1, (wide - width) // 2), (0, high - height)]
    found = []
    for along, aside in places:
        first, second = (one, other) if along else (one.T, other.T)
        down = max(0, _clear(first, second, aside, gap))
        corners = np.array([[max(0, aside), 0], [max(0, -aside), down]], np.float64)
        sizes = np.array([first.shape[::-1], second.shape[::-1]])
        fills = (corners + sizes).max(axis=0)
        if not along:
            corners, fills = corners[:, ::-1], fills[::-1]
        found.append(Nested(small, along, corners, fills))
    return found


def _clear(first: NDArray[np.bool_], second: NDArray[np.bool_], aside: int, gap: int) -> int:
    """How far below the top of the first the second begins, if it begins `aside` to its left."""
    wide = second.shape[1]
    ends = np.full(wide, -np.inf)
    last = first.shape[0] - np.argmax(first[::-1], axis=0)
    for column in np.nonzero(first.any(axis=0))[0]:
        at = column + aside
        near = slice(max(0, at - gap), max(0, at + gap + 1))
        ends[near] = np.maximum(ends[near], last[column])
    begins = np.where(second.any(axis=0), np.argmax(second, axis=0), np.inf)
    needed = float((ends - begins).max())
    return round(needed) + gap if np.isfinite(needed) else 0


def _windows(nested: Nested, corners: Points, size: Points, whole: Points) -> tuple[Window, Window]:
    """The parts of start and hold: what is before half the gap, and what is behind it."""
    along = nested.along
    seam = float((corners[0] + size)[along] + corners[1][along]) / 2.0 / whole[along] + 0.5
    if along == 0:
        return (0.0, 0.0, seam, 1.0), (seam, 0.0, 1.0, 1.0)
    return (0.0, 0.0, 1.0, seam), (0.0, seam, 1.0, 1.0)


def _at(camera: Camera, shape: Shape, zoom: float, corner: Points) -> Camera:
    """The camera that shows the shape so large with its upper left corner there."""
    x, y = corner - zoom * shape.low
    return replace(camera, zoom=zoom, shift=(float(x), float(y)))
