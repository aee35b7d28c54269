"""The ground of the signs: what they would hide, and where they would leave the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.draw.render import Window
from stretchcoach.figure.signs.strokes import CASED, HEAD, Points, Sign, painted

Indices = NDArray[np.int64]

OUTSIDE = 5.0  # how much worse than on a busy pixel a sign lies outside the picture
TAKEN = 2.5  # and on another sign


@dataclass(frozen=True)
class Ground:
    """How much there is to see at each pixel of the hold, and what shows the person."""

    busy: Floats
    figure: NDArray[np.bool_]

    @property
    def aspect(self) -> float:
        """Width by height."""
        height, width = self.busy.shape
        aspect: float = width / height
        return aspect

    def _pixels(self, line: Points) -> tuple[Indices, Indices, NDArray[np.bool_]]:
        """The rows and columns of its points, or of the nearest pixels, and which are inside."""
        height, width = self.busy.shape
        x, y = line.T
        column = np.floor((x + 0.5) * width).astype(np.int64)
        row = np.floor(y * width + 0.5 * height).astype(np.int64)
        inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
        return np.clip(row, 0, height - 1), np.clip(column, 0, width - 1), inside

    def covered(self, line: Points, half: float = HEAD) -> float:
        """How much the line, half as wide as `half`, hides a point of its length."""
        turn = np.stack([-np.gradient(line[:, 1]), np.gradient(line[:, 0])], axis=1)
        turn /= np.linalg.norm(turn, axis=1)[:, None] + 1e-9
        found = []
        for aside in (-half, 0.0, half):
            row, column, inside = self._pixels(line + turn * aside)
            found.append(np.where(inside, self.busy[row, column], OUTSIDE))
        return float(np.mean(found))

    def kept_in(self, line: Points, margin: float = HEAD + CASED) -> Points:
        """The line, moved so far that nothing of it is nearer to the edge than the margin."""
        room = np.array([0.5, 0.5 / self.aspect]) - margin
        low, high = line.min(axis=0), line.max(axis=0)
        beyond = np.maximum(high - room, 0.0) - np.maximum(-room - low, 0.0)
        moved: Points = line - beyond
        return moved

    def hides(self, line: Points) -> NDArray[np.bool_]:
        """Which points of the line the person would hide, were they behind."""
        row, column, inside = self._pixels(line)
        hidden: NDArray[np.bool_] = inside & self.figure[row, column]
        return hidden

    def with_taken(self, signs: Sequence[Sign]) -> Ground:
        """The same ground on which there are signs already."""
        height, width = self.busy.shape
        taken = painted(signs, width, height)[..., 3] > 0
        return replace(self, busy=np.where(taken, TAKEN, self.busy).astype(np.float32))

    def within(self, window: Window) -> Ground:
        """The same ground, of which only that part is free."""
        height, width = self.busy.shape
        left, right = (round(window[side] * width) for side in (0, 2))
        top, bottom = (round(window[side] * height) for side in (1, 3))
        busy = np.full_like(self.busy, OUTSIDE)
        busy[top:bottom, left:right] = self.busy[top:bottom, left:right]
        return replace(self, busy=busy)
