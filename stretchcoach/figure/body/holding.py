"""Holding: what is near a hand, and how far a finger closes before it touches that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats, compiled, distance
from stretchcoach.figure.body.skeleton import Vector
from stretchcoach.figure.body.solids import COLUMNS, Solid, row

SINK_M = 0.0015  # soft fingertips
NEAR_M, FAR_M = 0.006, 0.035  # from a palm to what it lies on, and to what it does not hold yet
STEPS = 20

Balls = Sequence[tuple[Vector, float]]  # centre and radius


@compiled
def _gap(rows: Floats, balls: NDArray[np.float64]) -> float:
    least = 1.0e9
    for ball in balls:
        least = min(least, ball[1] - ball[3])  # the floor is at 0
        for i in range(rows.shape[0]):
            least = min(least, distance(rows[i], ball[0], ball[1], ball[2]) - ball[3])
    return least


@dataclass(frozen=True)
class Around:
    """The solids near a hand, and the floor."""

    rows: Floats

    @staticmethod
    def of(solids: Sequence[Solid], centre: Vector, reach_m: float) -> Around:
        """Those of the solids that come within reach of `centre`."""
        rows = np.array([row(solid, 0.0) for solid in solids], np.float32)
        if len(rows):
            away = np.linalg.norm(rows[:, 56:59] - centre, axis=1) - rows[:, 59]
            rows = rows[away < reach_m]
        return Around(rows.reshape(-1, COLUMNS))

    def gap_m(self, balls: Balls) -> float:
        """The smallest distance between anything and the balls or the middles between them."""
        ends = np.array([[*centre, radius] for centre, radius in balls])
        middles = (ends[:-1] + ends[1:]) / 2.0
        return float(_gap(self.rows, np.concatenate([ends[1:], middles])))

    def nearness(self, palm: Vector, radius: float) -> float:
        """1 where a ball in the palm lies on something, toward 0 as it comes away."""
        gap = _gap(self.rows, np.array([[*palm, radius]]))
        part = min(max((FAR_M - gap) / (FAR_M - NEAR_M), 0.0), 1.0)
        return part * part * (3.0 - 2.0 * part)


def first_touch(gap: Callable[[float], float], low: float, high: float) -> float | None:
    """The bend, from `low` up, at which what was free first touches.

    None when nothing is touched; where it is free nowhere, the bend that sinks least.
    """
    step = (high - low) / STEPS
    free, best, widest = False, low, -1.0e9
    for number in range(STEPS + 1):
        bend = low + step * number
        room = gap(bend)
        if room > widest:
            best, widest = bend, room
        if free and room < -SINK_M:
            return _between(gap, bend - step, bend)
        free = room >= -SINK_M
    return None if widest >= -SINK_M else best


def _between(gap: Callable[[float], float], free: float, sunk: float) -> float:
    for _ in range(5):
        middle = (free + sunk) / 2.0
        free, sunk = (middle, sunk) if gap(middle) >= -SINK_M else (free, middle)
    return free
