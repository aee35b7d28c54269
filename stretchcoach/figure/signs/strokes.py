"""Strokes: what signs are painted with - lines that get thicker, with heads, in a light casing.

All lengths are in widths of the picture until `painted` turns them into pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.draw.outline import Bytes

Points = NDArray[np.float64]  # n x 2: to the right and down, in widths of the picture

FILL = (52, 82, 196)  # as far from white paper as from a dark ground, and unlike all else
CASING = (252, 251, 248)
SHAFT = 0.0075  # half the width at the head; it begins at half of that
HEAD = 0.021  # half the width of a head
HEAD_LONG = 0.046
CASED = 0.0045


@dataclass(frozen=True)
class Stroke:
    """A line, half as wide as `begin` where it begins and `end` where it ends.

    A head of half the width `head` (0: none) is at its end, with `two_heads` at its beginning,
    too. `strength` is how strongly it shows, 0 to 1.
    """

    line: Points
    begin: float = SHAFT / 2.0
    end: float = SHAFT
    head: float = HEAD
    head_long: float = HEAD_LONG
    two_heads: bool = False
    strength: float = 1.0


Sign = tuple[Stroke, ...]


def length_of(line: Points) -> float:
    """How long a line is."""
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def evenly(line: Points, count: int) -> Points:
    """The line as `count` points in even steps."""
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0.0, along[-1], count)
    return np.stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)], axis=1)


def from_segment(
    at: Points, a: Points, b: Points
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How far each place is from the segment between two points, and where along it: 0 to 1."""
    axis = b - a
    along = np.clip(((at - a) @ axis) / max(float(axis @ axis), 1e-9), 0.0, 1.0)
    return np.linalg.norm(at - a - along[..., None] * axis, axis=-1), along


def part_of(line: Points, first: float, last: float, count: int) -> Points:
    """The stretch of an even line from one share of its length to another."""
    at = np.linspace(first, last, count) * (len(line) - 1)
    number = np.arange(len(line))
    return np.stack([np.interp(at, number, line[:, axis]) for axis in (0, 1)], axis=1)


def painted(signs: Iterable[Sign], width_px: int, height_px: int) -> Bytes:
    """The signs with their casing, on nothing: height x width x 4 bytes, straight alpha."""
    picture = np.zeros((height_px, width_px, 4), np.uint8)
    for sign in signs:
        # What is paler lies behind.
        for strength in sorted({stroke.strength for stroke in sign}):
            _paint([stroke for stroke in sign if stroke.strength == strength], strength, picture)
    return picture


def _paint(strokes: Sequence[Stroke], strength: float, picture: Bytes) -> None:
    height, width = picture.shape[:2]
    middle = np.array([width, height]) / 2.0
    lines = [stroke.line * width + middle for stroke in strokes]
    reach = (max(max(stroke.head, stroke.end) for stroke in strokes) + CASED) * width + 2
    everything = np.concatenate(lines)
    low = np.maximum(np.floor(everything.min(axis=0) - reach).astype(int), 0)
    high = np.minimum(np.ceil(everything.max(axis=0) + reach).astype(int), (width, height))
    if (high <= low).any():
        return
    x, y = np.meshgrid(np.arange(low[0], high[0]) + 0.5, np.arange(low[1], high[1]) + 0.5)
    at = np.stack([x, y], axis=-1)
    away = np.full(at.shape[:2], np.inf)
    for stroke, line in zip(strokes, lines, strict=True):
        away = np.minimum(away, _outside(stroke, line, width, at))
    fill = np.clip(0.5 - away, 0.0, 1.0)[..., None]
    cased = np.clip(0.5 - (away - CASED * width), 0.0, 1.0) * strength
    part = picture[low[1] : high[1], low[0] : high[0]]
    colour = np.array(FILL) * fill + np.array(CASING) * (1.0 - fill)
    _lay(part, colour, cased)


def _lay(part: Bytes, colour: Points, alpha: NDArray[np.float64]) -> None:
    """The colour over what is painted already."""
    top = alpha[..., None]
    rest = part[..., 3:] / 255.0 * (1.0 - top)
    whole = top + rest
    mixed = (colour * top + part[..., :3] * rest) / np.maximum(whole, 1e-6)
    seen = alpha > 0
    part[seen] = np.concatenate([mixed, whole * 255.0], axis=-1)[seen].round()


def _outside(stroke: Stroke, line: Points, width: int, at: Points) -> NDArray[np.float64]:
    """How far, in pixels, each place is outside the stroke; below 0 inside."""
    length = length_of(line)
    heads = 2 if stroke.two_heads else 1
    head_long = min(stroke.head_long * width, 0.55 * length / heads) if stroke.head else 0.0
    neck = head_long - 1.0 if stroke.head else 0.0  # the shaft reaches a little into the head
    first = neck if stroke.two_heads else 0.0
    even = evenly(line, 64)
    shaft = part_of(even, first / length, 1.0 - neck / length, max(2, min(28, len(line))))
    best = np.full(at.shape[:2], np.inf)
    for number, (a, b) in enumerate(pairwise(shaft)):
        away, along = from_segment(at, a, b)
        share = (number + along) / (len(shaft) - 1)
        thick = width * (stroke.begin + (stroke.end - stroke.begin) * share)
        best = np.minimum(best, away - thick)
    if stroke.head:
        best = np.minimum(best, _triangle(shaft[-1], line[-1], stroke.head * width, at))
    if stroke.two_heads:
        best = np.minimum(best, _triangle(shaft[0], line[0], stroke.head * width, at))
    return best


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
        nearest = np.minimum(nearest, from_segment(at, a, b)[0])
    return np.where(outside > 0.0, nearest, -nearest)
