"""A calm face: brows, closed eyes, a mouth at rest. Offsets and radii in metres."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from stretchcoach.figure.body.part import FACE, Part
from stretchcoach.figure.body.solids import Solid

Stroke = Sequence[tuple[float, float]]  # out and up in the frame of the head

EYE: Stroke = ((0.0165, 0.0105), (0.0245, 0.0055), (0.0335, 0.0060), (0.0415, 0.0110))
BROW: Stroke = ((0.0145, 0.0300), (0.0290, 0.0345), (0.0430, 0.0290))
MOUTH: Stroke = ((0.0, -0.0510), (0.0120, -0.0500), (0.0185, -0.0480))
EYE_M, BROW_M, MOUTH_M = 0.0017, 0.0016, 0.0018

# The brow and the jaw: middle (up, ahead) and halves of the ellipsoids of the head.
_BROW_BALL = (0.026, -0.010, (0.072, 0.086, 0.090))
_JAW_BALL = (-0.026, 0.016, (0.058, 0.074, 0.068))


def face(head: Part) -> list[Solid]:
    """Its strokes, half sunk into the skin."""
    solids: list[Solid] = []
    for sign in (1.0, -1.0):
        head.outward = sign
        for stroke, radius in ((EYE, EYE_M), (BROW, BROW_M), (MOUTH, MOUTH_M)):
            points = [head.at(x, y, _front(x, y)) for x, y in stroke]
            solids += [head.cone(a, b, radius, radius, FACE, 0.0) for a, b in pairwise(points)]
    return solids


def _front(x: float, y: float) -> float:
    """How far ahead of the middle of the head its skin is."""
    found = 0.0
    for up, ahead, (wide, high, deep) in (_BROW_BALL, _JAW_BALL):
        rest = 1.0 - (x / wide) ** 2 - ((y - up) / high) ** 2
        if rest > 0.0:
            found = max(found, ahead + deep * float(rest**0.5))
    return found + 0.0010
