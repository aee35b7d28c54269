"""Part: writes solids in the frame of one part of the body."""

from __future__ import annotations

import numpy as np

from stretchcoach.figure.body.skeleton import Frame, PosedBody, Vector
from stretchcoach.figure.body.solids import Group, Kind, Material, Profile, Solid

SKIN, SHIRT, SHORTS, HAIR = Material.SKIN, Material.SHIRT, Material.SHORTS, Material.HAIR
FACE = Material.FACE


def of_side(left: Group, side: str) -> Group:
    """The group of a limb for "l" or "r", from that of the left one."""
    return left if side == "l" else Group(left + 1)


class Part:
    """Writes solids in the frame of one part of the body. +x is outward on both sides."""

    def __init__(self, origin: Vector, frame: Frame, group: Group, outward: float = 1.0) -> None:
        self.origin = origin
        self.frame = frame
        self.group = group
        self.outward = outward

    def at(self, x: float, y: float, z: float) -> Vector:
        point: Vector = self.origin + self.frame @ np.array([x * self.outward, y, z])
        return point

    def direction(self, x: float, y: float, z: float) -> Vector:
        vector: Vector = self.frame @ np.array([x * self.outward, y, z])
        unit: Vector = vector / np.linalg.norm(vector)
        return unit

    def ellipsoid(
        self,
        centre: tuple[float, float, float],
        half: tuple[float, float, float],
        material: Material,
        blend: float,
        clip: tuple[Vector, float] | None = None,
    ) -> Solid:
        return Solid(
            Kind.ELLIPSOID,
            self.at(*centre),
            material,
            self.group,
            frame=self.frame,
            half=half,
            blend_m=blend,
            clip=clip,
        )

    def cone(
        self,
        a: Vector,
        b: Vector,
        r1: float,
        r2: float,
        material: Material,
        blend: float,
        clip: tuple[Vector, float] | None = None,
    ) -> Solid:
        return Solid(
            Kind.CONE, a, material, self.group, b=b, r1=r1, r2=r2, blend_m=blend, clip=clip
        )

    def limb(
        self,
        length: float,
        profile: Profile,
        material: Material,
        blend: float,
        more: float = 0.0,
        top: float = 1.0,
        flare: float = 0.0,
    ) -> Solid:
        """A limb from the origin down the frame's y, thicker than its profile: by `more` at its
        top and by `flare` beyond that at its end."""
        thick = []
        for station, (wide, front, back) in enumerate(profile):
            out = more + flare * (station / (len(profile) - 1)) ** 2
            thick.append((wide + out, front + out, back + out))
        return Solid(
            Kind.LIMB,
            self.origin,
            material,
            self.group,
            r1=length,
            r2=top,
            frame=self.frame,
            blend_m=blend,
            profile=thick,
        )


def beyond(normal: Vector, point: Vector) -> tuple[Vector, float]:
    """A cut through `point` that takes away the side to which `normal` points."""
    return normal, float(normal @ point)


def mix(a: Vector, b: Vector, part: float) -> Vector:
    """The point `part` of the way from a to b."""
    point: Vector = a * (1.0 - part) + b * part
    return point


def waistline(body: PosedBody) -> tuple[Vector, float]:
    """The cut below which the trunk wears shorts."""
    part = Part(body.joints["pelvis"], body.frames["pelvis"], Group.TORSO)
    return beyond(part.direction(0.0, -1.0, 0.0), part.at(0.0, 0.022, 0.0))
