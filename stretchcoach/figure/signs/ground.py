"""The ground of the signs: what they would hide, and where they would leave the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.signs.strokes import CASED, HEAD, Points, Sign, painted

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

    def _pixels(self, line: Points) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        height, width = self.busy.shape
        x, y = line.T
        return np.floor((x + 0.5) * width).astype(np.int64), np.floor(
            y * width + 0.5 * height
        ).astype(np.int64)

    def covered(self, line: Points, half: float = HEAD) -> float:
        """How much the line, half as wide as `half`, hides a point of its length."""
        height, width = self.busy.shape
        turn = np.stack([-np.gradient(line[:, 1]), np.gradient(line[:, 0])], axis=1)
        turn /= np.linalg.norm(turn, axis=1)[:, None] + 1e-9
        found = []
        for aside in (-half, 0.0, half):
            i, j = self._pixels(line + turn * aside)
            inside = (i >= 0) & (i < width) & (j >= 0) & (j < height)
            hit = self.busy[np.clip(j, 0, height - 1), np.clip(i, 0, width - 1)]
            found.append(np.where(inside, hit, OUTSIDE))
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
        height, width = self.busy.shape
        i, j = self._pixels(line)
        inside = (i >= 0) & (i < width) & (j >= 0) & (j < height)
        hidden: NDArray[np.bool_] = (
            inside & (self.figure[np.clip(j, 0, height - 1), np.clip(i, 0, width - 1)])
        )
        return hidden

    def with_taken(self, signs: Sequence[Sign]) -> Ground:
        """The same ground on which there are signs already."""
        height, width = self.busy.shape
        taken = painted(signs, width, height)[..., 3] > 0
        return replace(self, busy=np.where(taken, TAKEN, self.busy).astype(np.float32))
