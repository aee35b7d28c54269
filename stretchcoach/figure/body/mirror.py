"""Left and right exchanged: the same pose on the other side."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.body.skeleton import PosedBody

_ACROSS = np.diag([-1.0, 1.0, 1.0])


def _swapped(name: str) -> str:
    if name.endswith("_l"):
        return name[:-1] + "r"
    return name[:-1] + "l" if name.endswith("_r") else name


def mirrored_body(body: PosedBody) -> PosedBody:
    """The body as a mirror in the plane x = 0 shows it, its left side being its right."""
    return PosedBody(
        {_swapped(name): _ACROSS @ point for name, point in body.joints.items()},
        {_swapped(name): _ACROSS @ frame @ _ACROSS for name, frame in body.frames.items()},
        {"l": body.grips["r"], "r": body.grips["l"]},
    )


def mirrored_shape(shape: PropShape) -> PropShape:
    """The piece of a prop as the same mirror shows it."""
    points = None if shape.points is None else shape.points @ _ACROSS
    return replace(
        shape, centre=_ACROSS @ shape.centre, frame=_ACROSS @ shape.frame @ _ACROSS, points=points
    )
