"""The sign "to and fro": an arrow with a head at both ends."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.move import placed
from stretchcoach.figure.signs.strokes import SHAFT, Sign, Stroke
from stretchcoach.figure.signs.tracked import Way

LEAST = 0.15  # two heads need more room than one


def to_and_fro(way: Way, ground: Ground, straight: bool = False) -> Sign | None:
    """An arrow over the way in both directions; None where nothing moves.

    A `straight` way that is only said has its middle, and not its end, where the part is.
    """
    if straight:
        half = (way.points[-1] - way.points[0]) / 2.0
        way = replace(way, points=way.points + half)
    line = placed(way, ground, LEAST, trims=False)
    if line is None:
        return None
    return (Stroke(line, begin=SHAFT, end=SHAFT, two_heads=True),)
