"""The body's thickness: round cones around the bones, for contacts and collisions.

Coarser than what is drawn, but of the same size: `skeleton.RADIUS_M` serves both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.kinematics import FRAME, JOINT, Array, Bodies
from stretchcoach.figure.body.skeleton import RADIUS_M, SHANK_M, SIDES, THIGH_M

SOFT_M = 0.014  # how far the top of the thigh gives way to a seat or a mat

Offset = tuple[float, float, float]


@dataclass(frozen=True)
class Sphere:
    """A ball of flesh at `offset` (in `frame`) from `joint`, metres."""

    joint: str
    frame: str
    offset: Offset
    radius: float

    def centre(self, bodies: Bodies) -> Array:
        return bodies.at(self.joint, self.frame, self.offset)


@dataclass(frozen=True)
class Cone:
    """Two spheres and what lies between them. `part` names it in a report."""

    part: str
    a: Sphere
    b: Sphere


def _sphere(joint: str, frame: str, radius: float, offset: Offset = (0.0, 0.0, 0.0)) -> Sphere:
    return Sphere(joint, frame, offset, radius)


def _across(part: str, joint: str, x: float, y: float, z: float, radius: float) -> Cone:
    frame = {"waist": "lumbar"}.get(joint, joint)
    return Cone(
        part,
        _sphere(joint, frame, radius, (x, y, z)),
        _sphere(joint, frame, radius, (-x, y, z)),
    )


MIDDLE_CONES = (
    _across("pelvis", "pelvis", 0.055, 0.010, 0.000, 0.100),
    _across("waist", "waist", 0.040, -0.010, 0.000, 0.090),
    _across("chest", "chest", 0.050, -0.020, 0.000, 0.102),
    _across("shoulders", "chest", 0.105, 0.070, -0.012, 0.060),
    Cone(
        "neck",
        _sphere("neck", "neck", RADIUS_M["neck"]),
        _sphere("head", "head", 0.050, (0.0, -0.045, -0.012)),
    ),
    Cone(
        "head",
        _sphere("head", "head", 0.074, (0.0, -0.036, 0.012)),
        _sphere("head", "head", 0.092, (0.0, 0.020, -0.016)),
    ),
)


def buttock(side: str) -> Sphere:
    x = 0.070 if side == "l" else -0.070
    return _sphere("pelvis", "pelvis", 0.088, (x, -0.042, -0.032))


def upper_outer_buttock(side: str) -> Sphere:
    """Where a ball goes: away from the sit bone, the tailbone and the middle of the buttock."""
    x = 0.088 if side == "l" else -0.088
    return _sphere("pelvis", "pelvis", 0.078, (x, -0.010, -0.036))


def _leg(side: str) -> tuple[Cone, ...]:
    thigh, shank, foot = f"thigh_{side}", f"shank_{side}", f"foot_{side}"
    hip = _sphere(f"hip_{side}", thigh, RADIUS_M["hip"] - SOFT_M)
    knee = _sphere(f"knee_{side}", thigh, RADIUS_M["knee"])
    middle = _sphere(
        f"hip_{side}", thigh, 0.5 * (RADIUS_M["hip"] + RADIUS_M["knee"]), (0.0, -0.5 * THIGH_M, 0.0)
    )
    calf = _sphere(f"knee_{side}", shank, RADIUS_M["calf"], (0.0, -0.30 * SHANK_M, -0.012))
    ankle = _sphere(f"ankle_{side}", shank, RADIUS_M["ankle"])
    heel = _sphere(f"heel_{side}", foot, RADIUS_M["heel"])
    ball = _sphere(f"ball_{side}", foot, RADIUS_M["ball"])
    toe = _sphere(f"toe_{side}", foot, RADIUS_M["toe"])
    return (
        Cone(f"buttock_{side}", buttock(side), buttock(side)),
        Cone(f"thigh_upper_{side}", hip, middle),
        Cone(f"thigh_{side}", middle, knee),
        Cone(f"shank_{side}", knee, calf),
        Cone(f"shank_lower_{side}", calf, ankle),
        Cone(f"foot_{side}", heel, ball),
        Cone(f"toes_{side}", ball, toe),
    )


def _arm(side: str) -> tuple[Cone, ...]:
    hand = f"hand_{side}"
    elbow = _sphere(f"elbow_{side}", f"upper_arm_{side}", RADIUS_M["elbow"])
    wrist = _sphere(f"wrist_{side}", f"forearm_{side}", RADIUS_M["wrist"])
    shoulder = _sphere(f"shoulder_{side}", f"upper_arm_{side}", RADIUS_M["shoulder"])
    return (
        Cone(f"upper_arm_{side}", shoulder, elbow),
        Cone(f"forearm_{side}", elbow, wrist),
        Cone(
            f"hand_{side}",
            _sphere(f"wrist_{side}", hand, RADIUS_M["palm"], (0.0, 0.020, 0.0)),
            _sphere(f"wrist_{side}", hand, RADIUS_M["palm"], (0.0, 0.140, 0.0)),
        ),
    )


CONES: tuple[Cone, ...] = MIDDLE_CONES + tuple(
    cone for side in SIDES for limb in (_leg(side), _arm(side)) for cone in limb
)
CONE = {cone.part: number for number, cone in enumerate(CONES)}

_TRUNK = ("pelvis", "waist", "chest", "shoulders")
# What grows out of what, or is pressed together by a normal deep bend: not a collision.
_JOINED_MIDDLE = (
    *((a, b) for a in _TRUNK for b in _TRUNK),
    ("neck", "chest"),
    ("neck", "shoulders"),
    ("neck", "head"),
    ("head", "shoulders"),
    ("head", "chest"),
)
_JOINED_SIDE = (
    *(("buttock", part) for part in ("pelvis", "waist", "buttock", "thigh_upper", "thigh")),
    *(("thigh_upper", part) for part in ("pelvis", "waist", "chest", "thigh_upper", "thigh")),
    ("thigh_upper", "buttock"),
    ("thigh_upper", "shank"),
    ("thigh_upper", "shank_lower"),
    ("thigh", "pelvis"),
    ("thigh", "shank"),
    ("thigh", "shank_lower"),
    ("shank", "shank_lower"),
    ("shank_lower", "foot"),
    ("shank_lower", "toes"),
    ("foot", "toes"),
    ("upper_arm", "shoulders"),
    ("upper_arm", "chest"),
    ("upper_arm", "neck"),
    ("upper_arm", "forearm"),
    ("forearm", "hand"),
)
_JOINED_ACROSS = {
    ("buttock", "buttock"),
    ("thigh_upper", "thigh_upper"),
    ("buttock", "thigh_upper"),
}


def _side_of(part: str) -> tuple[str, str]:
    return (part[:-2], part[-1]) if part.endswith(("_l", "_r")) else (part, "")


def _joined(first: str, second: str) -> bool:
    (a, a_side), (b, b_side) = _side_of(first), _side_of(second)
    pairs = {(a, b), (b, a)}
    if a_side and b_side and a_side != b_side:
        return bool(pairs & _JOINED_ACROSS)
    return bool(pairs & {*_JOINED_MIDDLE, *_JOINED_SIDE})


def colliding_pairs() -> tuple[tuple[str, str], ...]:
    """The pairs of parts that must not sink into each other."""
    return tuple(
        (one.part, two.part)
        for number, one in enumerate(CONES)
        for two in CONES[number + 1 :]
        if not _joined(one.part, two.part)
    )


class Ends(NamedTuple):
    """Both ends of all cones of B bodies: B x cones x 3, and the radii."""

    a: Array
    b: Array
    ra: Array
    rb: Array

    def only(self, cones: NDArray[np.int64]) -> Ends:
        """The ends of these cones alone."""
        return Ends(self.a[:, cones], self.b[:, cones], self.ra[cones], self.rb[cones])


class Flesh:
    """The cones as tables, so that all of them are placed in one step."""

    def __init__(self) -> None:
        self.pairs = colliding_pairs()

    @cached_property
    def pair_numbers(self) -> NDArray[np.int64]:
        return np.array([(CONE[a], CONE[b]) for a, b in self.pairs])

    @cached_property
    def _tables(self) -> tuple[NDArray[np.int64], NDArray[np.int64], Array, Array]:
        spheres = [cone.a for cone in CONES] + [cone.b for cone in CONES]
        return (
            np.array([JOINT[sphere.joint] for sphere in spheres]),
            np.array([FRAME[sphere.frame] for sphere in spheres]),
            np.array([sphere.offset for sphere in spheres]),
            np.array([sphere.radius for sphere in spheres]),
        )

    def ends(self, bodies: Bodies) -> Ends:
        joints, frames, offsets, radii = self._tables
        moved = (bodies.frames[:, frames] @ offsets[None, :, :, None])[..., 0]
        centres = bodies.points[:, joints] + moved
        count = len(CONES)
        return Ends(centres[:, :count], centres[:, count:], radii[:count], radii[count:])


def cone_gaps(ends: Ends, first: NDArray[np.int64], second: NDArray[np.int64]) -> Array:
    """Metres between the surfaces of cones `first[i]` and `second[i]`, below 0 where they sink.

    The nearest points of the two axes (Ericson, Real-Time Collision Detection, 5.1.9), less
    the radii there; for the little taper of limbs that is exact enough.
    """
    p, q = ends.a[:, first], ends.a[:, second]
    d, e = ends.b[:, first] - p, ends.b[:, second] - q
    between = p - q
    dd = np.einsum("bpi,bpi->bp", d, d) + 1e-12
    ee = np.einsum("bpi,bpi->bp", e, e) + 1e-12
    de = np.einsum("bpi,bpi->bp", d, e)
    db = np.einsum("bpi,bpi->bp", d, between)
    eb = np.einsum("bpi,bpi->bp", e, between)
    spread = dd * ee - de * de
    s = np.clip((de * eb - db * ee) / np.maximum(spread, 1e-12), 0.0, 1.0)
    t = np.clip((de * s + eb) / ee, 0.0, 1.0)
    s = np.clip((de * t - db) / dd, 0.0, 1.0)
    offset = between + d * s[..., None] - e * t[..., None]
    apart = np.sqrt(np.einsum("bpi,bpi->bp", offset, offset) + 1e-12)
    radius = ends.ra[first] * (1 - s) + ends.rb[first] * s
    radius = radius + ends.ra[second] * (1 - t) + ends.rb[second] * t
    gaps: Array = apart - radius
    return gaps
