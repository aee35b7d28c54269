"""The arrow of a still: along the way that a part of the body goes, beside the body.

All lengths are in widths of the picture until `painted` turns them into pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.content.pose import Part, Still, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.skeleton import SIDES, PosedBody, Vector
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.outline import Bytes

Points = NDArray[np.float64]  # n x 2: to the right and down, in widths of the picture

FILL = (52, 82, 196)  # as far from white paper as from a dark ground, and unlike all else
CASING = (252, 251, 248)
SHAFT = 0.0075  # half the width at the head; it begins at half of that
HEAD = 0.021  # half the width of its head
HEAD_LONG = 0.046
CASED = 0.0045
LEAST = 0.115  # shorter ways are drawn as long as that
BESIDE = (0.0, 0.6, -0.6, 1.0, -1.0, 1.5, -1.5)  # where it may lie, in thicknesses of the part
STATIONS = 28
ASIDE = 0.26  # how bad it is to lie one thickness away from what moves
OUTSIDE = 5.0  # how much worse than on a busy pixel it lies outside the picture

# What the arrow may follow: the joint, how thick the part is there, and how much its way counts.
# The pelvis moves less than what hangs on it and says more; hands only come to hold something.
_TRACKED: dict[Part, tuple[str, float, float]] = {
    Part.FOOT: ("ball", 0.045, 0.85),
    Part.HEEL: ("ankle", 0.05, 0.0),  # only where it is named
    Part.KNEE: ("knee", 0.075, 1.0),
    Part.HAND: ("wrist", 0.05, 0.4),
    Part.ELBOW: ("elbow", 0.05, 0.3),
    Part.UPPER_ARM: ("shoulder", 0.07, 0.8),
    Part.THIGH: ("hip", 0.11, 0.5),
    Part.PELVIS: ("pelvis", 0.12, 1.7),
    Part.LOWER_BACK: ("waist", 0.12, 1.0),
    Part.CHEST: ("chest", 0.13, 1.1),
    Part.HEAD: ("head", 0.14, 0.85),
}
_ALSO = {
    Part.TOES: Part.FOOT,
    Part.INSTEP: Part.FOOT,
    Part.ANKLE: Part.HEEL,
    Part.SHIN: Part.KNEE,
    Part.CALF: Part.KNEE,
    Part.FOREARM: Part.HAND,
    Part.BUTTOCK: Part.THIGH,
    Part.UPPER_BACK: Part.CHEST,
}


@dataclass(frozen=True)
class Way:
    """The way of one part through the picture, and how thick the part is there."""

    points: Points
    thick: float
    counts: float = 1.0

    def length(self) -> float:
        return float(np.linalg.norm(np.diff(self.points, axis=0), axis=1).sum())


def ways(bodies: Sequence[PosedBody], camera: Camera, still: Still, side: Side) -> list[Way]:
    """The ways that arrows are to follow through the moments: none, one, or one a side."""
    if not still.arrow:
        return []
    working = "l" if side is Side.LEFT else "r"
    wanted = {Which.WORKING: (working,), Which.OTHER: ("r" if working == "l" else "l",)}
    sides = wanted.get(still.side, SIDES)
    if still.of is not None:
        part = _ALSO.get(still.of, still.of)
        return [_way(part, one, bodies, camera) for one in (sides if part.sided else ("",))]
    found = [
        _way(part, one, bodies, camera)
        for part in _TRACKED
        for one in ((working, *sides) if part.sided else ("",))
    ]
    return [max(found, key=lambda way: way.length() * way.counts)]


def _way(part: Part, side: str, bodies: Sequence[PosedBody], camera: Camera) -> Way:
    joint, thick_m, counts = _TRACKED[part]
    name = f"{joint}_{side}" if side else joint
    places = np.array([body.joints[name] for body in bodies])
    points, per_m = projected(places, camera)
    return Way(_smooth(points), thick_m * per_m, counts)


def projected(places: Points | Sequence[Vector], camera: Camera) -> tuple[Points, float]:
    """Where the places are seen, and how many widths a metre is there."""
    right, up, forward = camera.axes()
    away = np.asarray(places) - camera.eye()
    depth = away @ forward
    scale = 1.0 / camera.pixel_angle(1)
    seen = np.stack([away @ right, -(away @ up)], axis=1) / depth[:, None] * scale
    return seen, float(scale / depth.mean())


def _smooth(points: Points) -> Points:
    """Even steps along the way, without the small turns of single moments."""
    for _ in range(6):
        middle = 0.25 * points[:-2] + 0.5 * points[1:-1] + 0.25 * points[2:]
        points = np.concatenate([points[:1], middle, points[-1:]])
    return _evenly(points)


def _evenly(points: Points) -> Points:
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0.0, along[-1], STATIONS)
    return np.stack([np.interp(at, along, points[:, axis]) for axis in (0, 1)], axis=1)


def placed(way: Way, busy: Floats, aspect: float) -> Points | None:
    """The line of the arrow beside the way, where the least of the busy pixels is covered.

    None where nothing moves. `busy` says of each pixel of the hold how much there is to see, 0 to
    1; `aspect` is the width of the picture by its height.
    """
    if way.length() < 1e-4:
        return None
    best, least = None, np.inf
    for beside in BESIDE:
        line = _line(way, beside)
        cost = _covered(line, busy, aspect) + ASIDE * abs(beside)
        if cost < least:
            best, least = line, cost
    return best


def _line(way: Way, beside: float) -> Points:
    points = _at_least(way.points, LEAST)
    along = np.gradient(points, axis=0)
    along = np.stack(
        [np.convolve(np.pad(along[:, a], 4, "edge"), np.ones(9) / 9, "valid") for a in (0, 1)],
        axis=1,
    )
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    length = way.length()
    if beside == 0.0:  # from the edge of the ghost to the edge of the hold
        cut = min(way.thick * 0.8, 0.25 * length)
        points = _part_of(points, cut / length, 1.0 - cut / length)
    else:
        points = points + across * beside * (way.thick + HEAD)
    return _at_least(_evenly(points), LEAST)


def _part_of(points: Points, first: float, last: float) -> Points:
    at = np.linspace(first, last, STATIONS) * (len(points) - 1)
    return np.stack(
        [np.interp(at, np.arange(len(points)), points[:, axis]) for axis in (0, 1)], axis=1
    )


def _at_least(points: Points, least: float) -> Points:
    """The line; a straight one to both sides of its middle where it is too short to be seen."""
    length = float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
    if length >= least:
        return points
    way = points[-1] - points[0]
    way = way / max(float(np.linalg.norm(way)), 1e-9)
    middle = (points[0] + points[-1]) / 2.0
    straight: Points = middle + way * np.linspace(-least / 2.0, least / 2.0, STATIONS)[:, None]
    return straight


def _covered(line: Points, busy: Floats, aspect: float) -> float:
    """The share of the line, with its head, that covers what is seen or leaves the picture."""
    height, width = busy.shape
    turn = np.stack([-np.gradient(line[:, 1]), np.gradient(line[:, 0])], axis=1)
    turn /= np.linalg.norm(turn, axis=1)[:, None] + 1e-9
    found = []
    for aside in (-HEAD, 0.0, HEAD):
        x, y = (line + turn * aside).T
        i, j = ((x + 0.5) * width).astype(int), ((y + 0.5 / aspect) * width).astype(int)
        inside = (i >= 0) & (i < width) & (j >= 0) & (j < height)
        hit = busy[np.clip(j, 0, height - 1), np.clip(i, 0, width - 1)]
        found.append(np.where(inside, hit, OUTSIDE))
    return float(np.mean(found))


def painted(lines: Iterable[Points], width_px: int, height_px: int) -> Bytes:
    """The arrows with their casing, on nothing: height x width x 4 bytes, straight alpha."""
    picture = np.zeros((height_px, width_px, 4), np.uint8)
    for line in lines:
        _paint(line, picture)
    return picture


def _paint(line: Points, picture: Bytes) -> None:
    height, width = picture.shape[:2]
    pixels = line * width + np.array([width, height]) / 2.0
    reach = (HEAD + CASED) * width + 2
    low = np.maximum(np.floor(pixels.min(axis=0) - reach).astype(int), 0)
    high = np.minimum(np.ceil(pixels.max(axis=0) + reach).astype(int), (width, height))
    if (high <= low).any():
        return
    x, y = np.meshgrid(np.arange(low[0], high[0]) + 0.5, np.arange(low[1], high[1]) + 0.5)
    away = _outside(pixels, width, np.stack([x, y], axis=-1))
    fill = np.clip(0.5 - away, 0.0, 1.0)[..., None]
    cased = np.clip(0.5 - (away - CASED * width), 0.0, 1.0)
    part = picture[low[1] : high[1], low[0] : high[0]]
    colour = np.array(FILL) * fill + np.array(CASING) * (1.0 - fill)
    seen = cased > 0
    part[seen] = np.concatenate([colour, cased[..., None] * 255.0], axis=-1)[seen].round()


def _outside(line: Points, width: int, at: Points) -> NDArray[np.float64]:
    """How far, in pixels, each place is outside the arrow; below 0 inside."""
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    head_long = min(HEAD_LONG * width, 0.55 * along[-1])
    neck = along[-1] - head_long
    shaft = np.array(
        [
            [np.interp(d, along, line[:, a]) for a in (0, 1)]
            for d in np.linspace(0.0, neck + 1.0, STATIONS)
        ]
    )
    best = np.full(at.shape[:2], np.inf)
    for number, (a, b) in enumerate(pairwise(shaft)):
        axis = b - a
        t = np.clip(((at - a) @ axis) / max(float(axis @ axis), 1e-9), 0.0, 1.0)
        thick = SHAFT * width * (0.5 + 0.5 * (number + t) / STATIONS)
        best = np.minimum(best, np.linalg.norm(at - a - t[..., None] * axis, axis=-1) - thick)
    outside: NDArray[np.float64] = np.minimum(
        best, _triangle(shaft[-1], line[-1], HEAD * width, at)
    )
    return outside


def _triangle(foot: Points, tip: Points, half: float, at: Points) -> NDArray[np.float64]:
    """How far each place is outside the triangle with rounded corners."""
    axis = (tip - foot) / max(float(np.linalg.norm(tip - foot)), 1e-9)
    across = np.array([-axis[1], axis[0]])
    corners = [foot + across * half, tip, foot - across * half]
    outside = np.full(at.shape[:2], -np.inf)
    nearest = np.full(at.shape[:2], np.inf)
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        edge = b - a
        normal = np.array([edge[1], -edge[0]]) / np.linalg.norm(edge)
        if normal @ (foot * 0.6 + tip * 0.4 - a) > 0:
            normal = -normal
        outside = np.maximum(outside, (at - a) @ normal)
        t = np.clip(((at - a) @ edge) / (edge @ edge), 0.0, 1.0)
        nearest = np.minimum(nearest, np.linalg.norm(at - a - t[..., None] * edge, axis=-1))
    return np.where(outside > 0.0, nearest, -nearest)
