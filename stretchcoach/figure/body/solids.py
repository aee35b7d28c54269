"""Solids: the pieces that the drawn body and its props are made of.

A scene is a list of solids in groups. Inside a group they flow into each other; a group flows
into its parent group only near the joint between them, so that a hand on a knee, or a thigh
on a belly, does not melt into what it touches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.skeleton import Frame, Vector

STATIONS = 7  # of a profile, evenly spaced
COLUMNS = 61  # of a row, see `distance`

# Half the width, the depth to the front and the depth to the back at one station, in metres.
Profile = Sequence[tuple[float, float, float]]


class Kind(IntEnum):
    CONE = 0  # from a to b, round at both ends
    ELLIPSOID = 1
    BOX = 2  # with edges of radius r1
    CYLINDER = 3  # y along the axis, half = (radius, half length, -)
    LIMB = 4  # from a down the frame's y, as thick as its profile says


class Material(IntEnum):
    SKIN = 0
    SHIRT = 1
    SHORTS = 2
    HAIR = 3
    MAT = 4
    WOOD = 5
    WALL = 6
    STRAP = 7
    BALL = 8
    CUSHION = 9
    BAND = 10
    ROLLER = 11
    FACE = 12  # brows, lids and lips: no line is drawn round them


class Group(IntEnum):
    """In the order in which they are joined: a parent stands before its children."""

    TORSO = 0
    HEAD = 1
    HAIR = 2
    THIGH_L = 3
    THIGH_R = 4
    SHANK_L = 5
    SHANK_R = 6
    FOOT_L = 7
    FOOT_R = 8
    UPPER_ARM_L = 9
    UPPER_ARM_R = 10
    FOREARM_L = 11
    FOREARM_R = 12
    HAND_L = 13
    HAND_R = 14
    FINGERS_L = 15
    FINGERS_R = 16
    PROPS = 17


@dataclass(frozen=True)
class Solid:
    """One piece. Metres in the world.

    `blend_m` is how far it flows into what stands before it in its group. `clip` cuts it off:
    the part on the side to which (normal, offset) points is gone, which makes a hem. With
    `beyond`, that part stays and has this material instead. A limb is `r1` long and its top
    is `r2` times as high as that of a ball. `gives_m` is how softly it makes room for the body
    that presses into it; 0 for what is hard.
    """

    kind: Kind
    a: Vector
    material: Material
    group: Group
    b: Vector | None = None
    r1: float = 0.0
    r2: float = 0.0
    frame: Frame | None = None
    half: tuple[float, float, float] = (0.0, 0.0, 0.0)
    blend_m: float = 0.03
    clip: tuple[Vector, float] | None = None
    beyond: Material | None = None
    profile: Profile = ()
    gives_m: float = 0.0

    def reach_m(self) -> float:
        """A radius around `a` (and `b`) that holds the whole solid."""
        if self.kind is Kind.CONE:
            return max(self.r1, self.r2)
        if self.kind is Kind.LIMB:
            return self.r1 + max(max(station) for station in self.profile)
        if self.kind is Kind.CYLINDER:
            return math.hypot(self.half[0], self.half[1])
        if self.kind is Kind.ELLIPSOID:
            return max(self.half)
        return math.hypot(*self.half)

    def bounds(self) -> tuple[Vector, Vector]:
        """The low and the high corner of a box, along the room, that holds the whole solid."""
        ends = [self.a]
        if self.b is not None:
            ends.append(self.b)
        frame = np.eye(3) if self.frame is None else self.frame
        if self.kind is Kind.LIMB:
            ends.append(self.a - frame[:, 1] * self.r1)
            half = np.full(3, max(max(station) for station in self.profile))
        elif self.kind is Kind.CONE:
            half = np.full(3, max(self.r1, self.r2))
        elif self.kind is Kind.CYLINDER:
            half = np.abs(frame) @ np.array([self.half[0], self.half[1], self.half[0]])
        elif self.kind is Kind.ELLIPSOID:
            half = np.sqrt((frame * np.array(self.half)) ** 2 @ np.ones(3))
        else:
            half = np.abs(frame) @ np.array(self.half)
        return np.min(ends, axis=0) - half, np.max(ends, axis=0) + half


@dataclass(frozen=True)
class Joint:
    """Where and how softly a group flows into its parent: full at `centre`, none at `radius_m`."""

    group: Group
    parent: Group
    centre: Vector
    radius_m: float
    blend_m: float


@dataclass(frozen=True)
class Shirt:
    """Cloth that hangs round the trunk, `loose_m` wide at its hem and closer further up.

    The hem is where a plane cuts: normal, offset; the normal points to what wears shorts.
    """

    hem: tuple[Vector, float]
    loose_m: float


@dataclass(frozen=True)
class Scene:
    """Solids packed for the compiled functions."""

    solids: Floats  # one row each, see `row`
    groups: Floats  # one row each: parent or -1, blend, x, y, z, radius; then of the trunk
    # alone how wide the shirt is and the plane of its hem
    low: Vector  # the corner of the box around everything
    high: Vector
    walls: tuple[Vector, ...] = ()  # the normals of their faces toward the person


def row(solid: Solid, reach: float) -> list[float]:
    """The solid as the compiled functions read it: see `distance`."""
    a = solid.a
    b = a if solid.b is None else solid.b
    axis = b - a
    length2 = max(float(axis @ axis), 1e-10)
    frame = np.eye(3) if solid.frame is None else solid.frame
    values = [float(solid.kind), *a, *axis, solid.r1, solid.r2, solid.blend_m]  # 0..9
    values += [*frame.T.ravel(), *solid.half]  # 10..21
    if solid.clip is None:
        values += [0.0, 0.0, 0.0, 0.0, 0.0]
    else:
        values += [1.0 if solid.beyond is None else 2.0, *solid.clip[0], solid.clip[1]]  # 22..26
    slope = solid.r1 - solid.r2
    values += [length2, slope, length2 - slope * slope, 1.0 / length2]  # 27..30
    values += [float(solid.material), float(solid.group), reach]  # 31..33
    values.append(float(solid.material if solid.beyond is None else solid.beyond))  # 34
    profile = solid.profile or [(0.0, 0.0, 0.0)] * STATIONS
    values += [size for station in profile for size in station]  # 35..55
    return [*values, *_ball_around(solid), solid.gives_m]  # 56..60


def _ball_around(solid: Solid) -> tuple[float, float, float, float]:
    centre, radius = solid.a, solid.reach_m()
    if solid.b is not None:
        centre = (solid.a + solid.b) / 2.0
        radius += float(np.linalg.norm(solid.b - solid.a)) / 2.0
    elif solid.kind is Kind.LIMB and solid.frame is not None:
        centre = solid.a - solid.frame[:, 1] * solid.r1 / 2.0
        radius -= solid.r1 / 2.0
    return float(centre[0]), float(centre[1]), float(centre[2]), radius


def pack(solids: Sequence[Solid], joints: Sequence[Joint], shirt: Shirt | None = None) -> Scene:
    """The solids as rows sorted by group, each with the distance at which it stops mattering."""
    groups = np.zeros((len(Group), 11), np.float32)
    groups[:, 0] = -1
    blends = dict.fromkeys(Group, 0.0)
    for joint in joints:
        groups[joint.group, :6] = (joint.parent, joint.blend_m, *joint.centre, joint.radius_m)
        blends[joint.group] = max(blends[joint.group], joint.blend_m)
        blends[joint.parent] = max(blends[joint.parent], joint.blend_m)
    if shirt is not None:
        groups[Group.TORSO, 6:] = (shirt.loose_m, *shirt.hem[0], shirt.hem[1])
        blends[Group.TORSO] += shirt.loose_m
    ordered = sorted(solids, key=lambda solid: solid.group)
    rows = [row(solid, max(solid.blend_m, blends[solid.group])) for solid in ordered]
    boxes = [solid.bounds() for solid in ordered]
    low = np.min([low for low, _ in boxes], axis=0)
    high = np.max([high for _, high in boxes], axis=0)
    return Scene(np.array(rows, np.float32), groups, low, high, _wall_faces(solids))


def _wall_faces(solids: Sequence[Solid]) -> tuple[Vector, ...]:
    person = [solid.a for solid in solids if solid.group is not Group.PROPS]
    faces = []
    for solid in solids:
        if solid.material is Material.WALL and solid.frame is not None and person:
            normal = solid.frame[:, int(np.argmin(solid.half))]
            toward = np.mean(person, axis=0) - solid.a
            faces.append(normal * np.sign(normal @ toward))
    return tuple(faces)
