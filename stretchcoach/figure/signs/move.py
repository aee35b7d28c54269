"""The sign "move": an arrow along the way of a part, on it or close beside it."""

from __future__ import annotations

import numpy as np

from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import HEAD, Points, Sign, Stroke, evenly, length_of, part_of
from stretchcoach.figure.signs.tracked import STATIONS, Way

LEAST = 0.115  # shorter ways are drawn as long as that
BESIDE = (0.0, 0.4, -0.4, 0.7, -0.7, 1.0, -1.0, 1.3, -1.3, 1.7, -1.7)  # in thicknesses
ASIDE = 0.45  # how bad it is to lie one thickness away from what moves
_BEFORE = 0.12  # of what a short way is made longer by: so much lies before its beginning
_NEARLY_UPRIGHT = 0.36  # the tangent: so little aslant, a short arrow is drawn upright


def move(way: Way, ground: Ground) -> Sign | None:
    """An arrow from where the part begins to where it ends; None where nothing moves."""
    line = placed(way, ground)
    return None if line is None else (Stroke(line),)


def placed(way: Way, ground: Ground, least: float = LEAST, trims: bool = True) -> Points | None:
    """The line beside the way where the least of what is to be seen is covered.

    It is as long as `least` or longer. `trims` has one that lies on its way begin and end at
    the edge of the part and not in its middle.
    """
    if way.length() < 1e-4:
        return None
    best, cost = None, np.inf
    for beside in BESIDE:
        line = ground.kept_in(_line(way, beside, least, trims))
        found = ground.covered(line) + ASIDE * abs(beside)
        if found < cost:
            best, cost = line, found
    return best


def _line(way: Way, beside: float, least: float, trims: bool) -> Points:
    points = _at_least(way.points, least)
    along = np.gradient(points, axis=0)
    along = np.stack(
        [np.convolve(np.pad(along[:, a], 4, "edge"), np.ones(9) / 9, "valid") for a in (0, 1)],
        axis=1,
    )
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    length = way.length()
    if beside == 0.0 and trims:  # from the edge of the ghost to the edge of the hold
        cut = min(way.thick * 0.8, 0.25 * length)
        points = part_of(points, cut / length, 1.0 - cut / length, STATIONS)
    else:
        points = points + across * beside * (way.thick + HEAD)
    return _at_least(evenly(points, STATIONS), least)


def _at_least(points: Points, least: float) -> Points:
    """The line; where it is too short to be seen a straight one, longer most of all at its head."""
    length = length_of(points)
    if length >= least:
        return points
    way = points[-1] - points[0]
    if abs(way[0]) < _NEARLY_UPRIGHT * abs(way[1]):
        way = np.array([0.0, way[1]])
    way = way / max(float(np.linalg.norm(way)), 1e-9)
    begins = (points[0] + points[-1]) / 2.0 - way * (length / 2.0 + _BEFORE * (least - length))
    straight: Points = begins + way * np.linspace(0.0, least, STATIONS)[:, None]
    return straight
