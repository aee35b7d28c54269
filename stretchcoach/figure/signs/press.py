"""The sign "press": a short thick arrow that ends at what the part presses against."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stretchcoach.core.content.pose_terms import Direction, Part, Place
from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.body.skeleton import Vector
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.pose.contacts import OTHER, WORKING, whose
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import Points, Sign, Stroke
from stretchcoach.figure.signs.tracked import ALSO, Scene, spot_of

LONG = 0.098
SHAFT = 0.0115  # half its width
HEAD, HEAD_LONG = 0.027, 0.040
BAR, BAR_THICK = 0.031, 0.0050  # half the length and half the width of what stands against it
GAP = 0.009  # between the head and the bar
BESIDE = (0.0, 0.02, -0.02, 0.04, -0.04)
ASIDE = 6.0  # how bad it is to lie one width of the picture aside
_STATIONS = 12
_REACHES_M = 0.20  # of a strap or band from the joint that is in it
_WAY_M = 0.02  # a shorter way has no direction

_MADE_OF = {
    Place.WALL: PropMaterial.WALL,
    Place.CUSHION: PropMaterial.CUSHION,
    Place.BALL: PropMaterial.BALL,
    Place.ROLLER: PropMaterial.ROLLER,
}
_WOODEN = frozenset({Place.SEAT, Place.BACKREST, Place.TABLE, Place.STEP, Place.STOOL, Place.BED})
_BODY = {
    Place.BELLY: Part.LOWER_BACK,
    Place.CHEST: Part.CHEST,
    Place.HEAD: Part.HEAD,
    Place.UPPER_ARM: Part.ELBOW,
}


@dataclass(frozen=True)
class Pressure:
    """Where a part presses, and in which direction, in the room."""

    tip: Vector
    direction: Vector


def press(found: Pressure, camera: Camera, ground: Ground) -> Sign:
    """The arrow and its bar."""
    points, _ = camera.projected([found.tip - found.direction * 0.1, found.tip])
    along = points[1] - points[0]
    along = along / max(float(np.linalg.norm(along)), 1e-9)
    across = np.array([-along[1], along[0]])
    shapes = [_strokes(points[1] + across * beside, along, across) for beside in BESIDE]
    costs = [
        ground.covered(sign[0].line, HEAD) + ASIDE * abs(beside)
        for sign, beside in zip(shapes, BESIDE, strict=True)
    ]
    return shapes[int(np.argmin(costs))]


def _strokes(tip: Points, along: Points, across: Points) -> Sign:
    end = tip - along * GAP
    arrow = end - along * LONG * np.linspace(1.0, 0.0, _STATIONS)[:, None]
    bar = tip + across * BAR * np.linspace(-1.0, 1.0, 2)[:, None]
    return (
        Stroke(arrow, SHAFT, SHAFT, HEAD, HEAD_LONG),
        Stroke(bar, BAR_THICK, BAR_THICK, 0.0),
    )


def pressure(part: Part, side: str, scene: Scene, toward: Direction | None) -> Pressure | None:
    """Said by a direction, a contact of the hold, what the part is in, or its way."""
    at, thick_m = scene.spot(part, side), spot_of(part).thick_m
    if toward is not None:
        along = scene.direction(toward, side)
        return Pressure(at + along * thick_m * 0.8, along)
    touched = _touched(part, side, scene)
    if touched is not None:
        return Pressure(touched, _unit(touched - at))
    along_band = _out_of_band(at, scene)
    if along_band is None:
        way = at - spot_of(part).at(scene.bodies[0], side)
        if float(np.linalg.norm(way)) < _WAY_M:
            return None
        along_band = _unit(way)
    return Pressure(at + along_band * thick_m, along_band)


def seen_share(found: Pressure, camera: Camera) -> float:
    """How long an arrow in that direction is seen, beside one that lies across the view: 0 to 1."""
    return camera.apart_m(found.tip - found.direction * 0.1, found.tip) / 0.1


def _unit(way: Vector) -> Vector:
    unit: Vector = way / max(float(np.linalg.norm(way)), 1e-9)
    return unit


def _touched(part: Part, side: str, scene: Scene) -> Vector | None:
    """The point that the part, or another part that stands for it, touches in the hold."""
    solved = "" if not side else (WORKING if side == scene.working else OTHER)
    same = ALSO.get(part, part)
    family = [part, *(one for one in Part if one is not part and ALSO.get(one, one) is same)]
    if part is Part.PELVIS:
        family.append(Part.BUTTOCK)
    for one in family:
        ends = (solved,) if solved or not one.sided else (WORKING, OTHER)
        for end in ends:
            placed = scene.contacts.get(f"{one.value} {end}".strip())
            if placed is not None:
                at = scene.spot(part, side)
                return _point_on(placed.contact.on, whose(placed), at, scene)
    return None


def _point_on(place: Place, of_side: str, at: Vector, scene: Scene) -> Vector | None:
    """The nearest point to `at` of what is touched there."""
    if place is Place.FLOOR:
        return np.array([at[0], 0.0, at[2]])
    made_of = _MADE_OF.get(place, PropMaterial.WOOD if place in _WOODEN else None)
    if made_of is not None:
        points = [_nearest(prop, at) for prop in scene.props if prop.material is made_of]
        return min(points, key=lambda point: float(np.linalg.norm(point - at)), default=None)
    if place in (Place.NOTHING, Place.STRAP):
        return None
    touched = _BODY.get(place) or Part(place.value)
    end = "" if not touched.sided else (scene.working if of_side == WORKING else scene.other)
    there = scene.spot(touched, end)
    return at + (there - at) * 0.5


def _nearest(prop: PropShape, at: Vector) -> Vector:
    """The nearest point of a box or a cylinder, inside or on it, or of the skin of a ball."""
    if prop.kind is PropKind.SPHERE:
        point: Vector = prop.centre + _unit(at - prop.centre) * prop.size[0]
        return point
    half = np.array(
        prop.size if prop.kind is PropKind.BOX else (prop.size[0], prop.size[1], prop.size[0])
    )
    local = prop.frame.T @ (at - prop.centre)
    nearest: Vector = prop.centre + prop.frame @ np.clip(local, -half, half)
    return nearest


def _out_of_band(at: Vector, scene: Scene) -> Vector | None:
    """The direction out of a strap or band that runs round the part."""
    for prop in scene.props:
        if prop.kind is not PropKind.POLYLINE or prop.points is None:
            continue
        if float(np.linalg.norm(prop.points - at, axis=1).min()) < _REACHES_M:
            return _unit(at - prop.points.mean(axis=0))
    return None
