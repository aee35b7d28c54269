"""Dashes: the outline of a start that the hold hides, over the body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.draw.outline import Bytes

INK = (44, 42, 56)
STRENGTH = 0.72
DASH, SPACE = 0.0095, 0.0075  # in widths of the picture
THICK = 0.0023
LEAST_ROUND = 0.3  # in widths: scraps with a shorter outline have none
_FINER = 3  # lines are painted that much larger, and made smaller
_SMOOTH = 4  # corners of the mask on each side of a point


@dataclass(frozen=True)
class Manner:
    """How outlines are dashed: rows of fewer dashes than `fewest` are left out.

    So are outlines of which less than `share` may be drawn: one edge of a limb alone would look
    like a seam.
    """

    ink: tuple[int, int, int] = INK
    fewest: int = 9
    share: float = 0.45


def dashed(
    mask: NDArray[np.bool_], allowed: Floats, size: tuple[int, int], manner: Manner
) -> Bytes:
    """The outline of the mask in dashes where `allowed`, pixel by pixel of `size`, is above 0.5."""
    width, height = size
    scale = width / mask.shape[1]
    large = Image.new("L", (width * _FINER, height * _FINER))
    draw = ImageDraw.Draw(large)
    thick = max(1, round(THICK * width * _FINER))
    for loop in outlines(mask):
        if is_hole(loop) or len(loop) < LEAST_ROUND * mask.shape[1]:
            continue
        for dash in _dashes(loop * scale, allowed, width, manner):
            draw.line([tuple(point * _FINER) for point in dash], fill=255, width=thick)
    cover = np.asarray(large.resize(size, Image.Resampling.BOX))
    picture = np.zeros((height, width, 4), np.uint8)
    picture[..., :3] = manner.ink
    picture[..., 3] = (cover * STRENGTH).round()
    return picture


def outlines(mask: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """The closed outlines of a mask, as corners of its pixels, x and y, smoothed."""
    padded = np.pad(mask, 1)
    after: dict[tuple[int, int], list[tuple[int, int]]] = {}
    # The sides of its pixels, each so directed that the mask lies to the right.
    for rows, columns, begin, end in (
        (0, 1, (0, 0), (1, 0)),
        (2, 1, (1, 1), (0, 1)),
        (1, 0, (0, 1), (0, 0)),
        (1, 2, (1, 0), (1, 1)),
    ):
        height, width = mask.shape
        beside = padded[rows : rows + height, columns : columns + width]
        for y, x in np.argwhere(mask & ~beside):
            first = (int(x) + begin[0], int(y) + begin[1])
            after.setdefault(first, []).append((int(x) + end[0], int(y) + end[1]))
    loops = []
    while after:
        at = next(iter(after))
        loop = []
        while at in after:
            loop.append(at)
            following = after[at]
            on = following.pop()
            if not following:
                del after[at]
            at = on
        loops.append(_smooth(np.array(loop, np.float64)))
    return loops


def is_hole(loop: NDArray[np.float64]) -> bool:
    """Whether the mask lies outside the loop."""
    x, y = loop.T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) < 0.0


def _smooth(loop: NDArray[np.float64]) -> NDArray[np.float64]:
    shifted = [np.roll(loop, by, axis=0) for by in range(-_SMOOTH, _SMOOTH + 1)]
    smooth: NDArray[np.float64] = np.mean(shifted, axis=0)
    return smooth


def _dashes(
    loop: NDArray[np.float64], allowed: Floats, width: int, manner: Manner
) -> list[NDArray[np.float64]]:
    """The dashes along a loop that lie where they may, no short rows of them."""
    closed = np.concatenate([loop, loop[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    period = (DASH + SPACE) * width
    rows: list[list[NDArray[np.float64]]] = [[]]
    begins = np.arange(0.0, along[-1] - DASH * width, period)
    for begin in begins:
        at = np.linspace(begin, begin + DASH * width, 5)
        dash = np.stack([np.interp(at, along, closed[:, axis]) for axis in (0, 1)], axis=1)
        if all(_may(point, allowed) for point in dash[::2]):
            rows[-1].append(dash)
        elif rows[-1]:
            rows.append([])
    dashes = [dash for row in rows if len(row) >= manner.fewest for dash in row]
    return dashes if len(dashes) >= manner.share * len(begins) else []


def _may(point: NDArray[np.float64], allowed: Floats) -> bool:
    height, width = allowed.shape
    x, y = (int(value) for value in point)
    return 0 <= x < width and 0 <= y < height and bool(allowed[y, x] > 0.5)
