"""Props as plain shapes, placed in the world, for whatever draws or measures them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from stretchcoach.figure.skeleton import Frame, Vector


class PropKind(Enum):
    BOX = "box"  # centre, frame, size = half extents
    SPHERE = "sphere"  # centre, size = (radius,)
    CYLINDER = "cylinder"  # centre, frame (y along the axis), size = (radius, half length)
    POLYLINE = "polyline"  # points, size = (half width, half thickness)


class PropMaterial(Enum):
    MAT = "mat"
    WOOD = "wood"
    WALL = "wall"
    STRAP = "strap"
    BALL = "ball"
    CUSHION = "cushion"


@dataclass(frozen=True)
class PropShape:
    """One piece of a prop. Metres in the world; `frame` has the piece's axes as columns.

    `rounding_m` is the radius of the edges of a box. `points` is only for a polyline, an
    array of n x 3.
    """

    kind: PropKind
    centre: Vector
    frame: Frame
    size: tuple[float, ...]
    material: PropMaterial
    rounding_m: float = 0.01
    points: Vector | None = None
