"""Props as plain shapes, placed in the world, for whatever draws or measures them.

In the room as it is solved the working side is the right, so `out` is toward -x.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import product

import numpy as np

from stretchcoach.core.content.pose import Prop, PropName
from stretchcoach.core.content.pose_terms import Place
from stretchcoach.figure.body.skeleton import Frame, Vector, vector

CM = 0.01
SURFACES = frozenset(
    {Place.FLOOR, Place.WALL, Place.SEAT, Place.BACKREST, Place.TABLE, Place.CUSHION}
    | {Place.STEP, Place.STOOL, Place.BED, Place.BALL, Place.ROLLER}
)


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
    BAND = "band"
    ROLLER = "roller"


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


@dataclass(frozen=True)
class Surface:
    """A plane that can be touched from the side to which `normal` points.

    `top_of` is the box whose top it is, when it has edges.
    """

    point: Vector
    normal: Vector
    top_of: PropShape | None = None


@dataclass(frozen=True)
class Room:
    """The props that stand still: their shapes, and the surfaces that they offer."""

    shapes: tuple[PropShape, ...]
    surfaces: Mapping[Place, Surface]
    solid: tuple[PropShape, ...]  # the boxes that no part of the body may sink into


_DEFAULT_AHEAD_CM = {PropName.CHAIR: -5.0, PropName.WALL: 50.0, PropName.TABLE: 40.0}
_DEFAULT_AHEAD_CM |= {PropName.STOOL: 60.0, PropName.BED: 5.0}
_DEFAULT_HEIGHT_CM = {
    PropName.CHAIR: 45.0,
    PropName.TABLE: 90.0,
    PropName.STEP: 15.0,
    PropName.STOOL: 35.0,
    PropName.BED: 55.0,
    PropName.CUSHION: 8.0,
    PropName.BALL: 13.0,
    PropName.ROLLER: 15.0,
}
MAT_HALF_M = (0.33, 0.012, 0.95)
WALL_HALF_M = (0.80, 0.95, 0.02)
TABLE_HALF_M = (0.45, 0.02, 0.25)
BACKREST_M = 0.44  # of the top of a chair's back over its seat
_LEG_M = 0.022  # half the width of a table's leg
STEP_HALF_M = (0.24, 0.16)  # across and along
STOOL_HALF_M = (0.22, 0.02, 0.20)
BED_HALF_M = (0.42, 0.50)  # across, and from the edge back: what one needs to lie on
_MATTRESS_M = 0.18
CUSHION_HALF_M = (0.20, 0.04, 0.15)
ROLLER_HALF_M = 0.24  # half its length


def turned(degrees: float) -> Frame:
    # Toward the working side, which is -x.
    c, s = np.cos(np.radians(degrees)), -np.sin(np.radians(degrees))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def height_m(prop: Prop) -> float:
    """Height of the top of the prop over the floor, metres."""
    return CM * (prop.height or _DEFAULT_HEIGHT_CM.get(prop.kind, 0.0))


def _box(
    centre: Vector,
    half: tuple[float, float, float],
    material: PropMaterial,
    frame: Frame | None = None,
    rounding_m: float = 0.01,
) -> PropShape:
    axes = np.eye(3) if frame is None else frame
    return PropShape(PropKind.BOX, centre, axes, half, material, rounding_m)


def _chair(centre: Vector, frame: Frame, height: float) -> list[PropShape]:
    def piece(x: float, y: float, z: float, half: tuple[float, float, float]) -> PropShape:
        return _box(centre + frame @ vector((x, y, z)), half, PropMaterial.WOOD, frame)

    top = height + BACKREST_M
    pieces = [
        piece(0.0, height - 0.02, 0.0, (0.22, 0.02, 0.21)),
        piece(0.0, height + 0.33, -0.20, (0.20, 0.10, 0.012)),
    ]
    for x in (-0.195, 0.195):
        pieces.append(piece(x, top / 2, -0.20, (0.017, top / 2, 0.017)))
        pieces.append(piece(x, height / 2 - 0.02, 0.18, (0.017, height / 2 - 0.02, 0.017)))
    return pieces


def _on_legs(middle: Vector, height: float, half: tuple[float, float, float]) -> list[PropShape]:
    """A board and the four legs that it stands on."""
    x, y, z = half
    pieces = [_box(middle + vector((0.0, height - y, 0.0)), half, PropMaterial.WOOD)]
    half_leg = height / 2 - y
    for across, along in product((-1, 1), repeat=2):
        foot = vector((across * (x - 2 * _LEG_M), half_leg, along * (z - 2 * _LEG_M)))
        pieces.append(_box(middle + foot, (_LEG_M, half_leg, _LEG_M), PropMaterial.WOOD))
    return pieces


def _table(near_edge: Vector, height: float) -> list[PropShape]:
    return _on_legs(near_edge + vector((0.0, 0.0, TABLE_HALF_M[2])), height, TABLE_HALF_M)


def _stool(centre: Vector, height: float) -> list[PropShape]:
    return _on_legs(centre, height, STOOL_HALF_M)


def _step(centre: Vector, height: float) -> list[PropShape]:
    across, along = STEP_HALF_M
    middle = centre + vector((0.0, height / 2, 0.0))
    return [_box(middle, (across, height / 2, along), PropMaterial.WOOD)]


def _bed(near_edge: Vector, height: float) -> list[PropShape]:
    """A mattress on a base that stands back from the edge."""
    across, along = BED_HALF_M
    middle = near_edge - vector((0.0, 0.0, along))
    half = (across, _MATTRESS_M / 2, along)
    top = middle + vector((0.0, height - half[1], 0.0))
    half_base = (height - _MATTRESS_M) / 2
    base = middle + vector((0.0, half_base, 0.0))
    return [
        _box(top, half, PropMaterial.CUSHION, rounding_m=0.03),
        _box(base, (across - 0.06, half_base, along - 0.06), PropMaterial.WOOD),
    ]


def _thicker(seat: PropShape) -> PropShape:
    """The seat as an obstacle: thick enough that a foot in it is pushed up and not through."""
    x, y, z = seat.size
    deeper = 0.05
    centre = seat.centre - vector((0.0, deeper, 0.0))
    return replace(seat, centre=centre, size=(x, y + deeper, z))


def _wall(prop: Prop) -> tuple[PropShape, Surface]:
    if prop.out is not None and prop.ahead is None:
        face = vector((-prop.out * CM, 0.0, 0.0))
    else:
        ahead = _DEFAULT_AHEAD_CM[PropName.WALL] if prop.ahead is None else prop.ahead
        face = vector((0.0, 0.0, ahead * CM))
    normal = -face / max(float(np.linalg.norm(face)), 1e-6)
    thickness = WALL_HALF_M[2]
    half = WALL_HALF_M if abs(normal[2]) > 0.5 else (thickness, WALL_HALF_M[1], WALL_HALF_M[0])
    centre = face - normal * thickness + vector((0.0, WALL_HALF_M[1], 0.0))
    return _box(centre, half, PropMaterial.WALL), Surface(face, normal)


# What stands on the floor and offers its top, and no more.
_STANDING = {
    PropName.TABLE: (_table, Place.TABLE),
    PropName.STEP: (_step, Place.STEP),
    PropName.STOOL: (_stool, Place.STOOL),
    PropName.BED: (_bed, Place.BED),
}


def _beyond(surface: Surface, thickness_m: float) -> Surface:
    """Where what lies on `surface` is touched."""
    return Surface(surface.point + surface.normal * thickness_m, surface.normal)


def place(props: Sequence[Prop], mat_frame: Frame, mat_centre: Vector) -> Room:
    """The props that stand still, in the room. The mat lies with its top at the floor."""
    up = vector((0.0, 1.0, 0.0))
    shapes: list[PropShape] = []
    solid: list[PropShape] = []
    surfaces = {Place.FLOOR: Surface(vector((0.0, 0.0, 0.0)), up)}
    for prop in props:
        height = height_m(prop)
        ahead = _DEFAULT_AHEAD_CM.get(prop.kind, 0.0) if prop.ahead is None else prop.ahead
        centre = vector((-(prop.out or 0.0) * CM, 0.0, ahead * CM))
        if prop.kind is PropName.MAT:
            below = vector((0.0, -MAT_HALF_M[1], 0.0))
            shapes.append(
                _box(centre + mat_centre + below, MAT_HALF_M, PropMaterial.MAT, mat_frame)
            )
        elif prop.kind is PropName.CHAIR:
            pieces = _chair(centre, turned(prop.turn or 0.0), height)
            shapes += pieces
            solid += [_thicker(pieces[0]), *pieces[1:]]
            surfaces[Place.SEAT] = Surface(centre + up * height, up, pieces[0])
            surfaces[Place.BACKREST] = Surface(centre + up * (height + BACKREST_M), up, pieces[1])
        elif prop.kind is PropName.WALL:
            shape, surface = _wall(prop)
            shapes.append(shape)
            solid.append(shape)
            surfaces[Place.WALL] = surface
        elif prop.kind in _STANDING:
            build, place_on = _STANDING[prop.kind]
            pieces = build(centre, height)
            shapes += pieces
            solid += pieces
            surfaces[place_on] = Surface(centre + up * height, up, pieces[0])
        elif prop.kind is PropName.CUSHION:
            surfaces[Place.CUSHION] = Surface(centre + up * height, up)
    leant_on = surfaces.get(Place.WALL, surfaces[Place.FLOOR])
    for prop in props:
        if prop.kind is PropName.BALL:
            surfaces[Place.BALL] = _beyond(leant_on, height_m(prop))
        elif prop.kind is PropName.ROLLER:
            surfaces[Place.ROLLER] = _beyond(surfaces[Place.FLOOR], height_m(prop))
    return Room(tuple(shapes), surfaces, tuple(solid))
