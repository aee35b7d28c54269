"""Contacts as numbers: how far each is from holding, for the solver and for the check.

Every touch gives `residuals` for many bodies at once (B x n, each divided by how much of it
is tolerable, so that 1 is "a little off") and `gaps` (B x n, metres that should be 0).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.body.flesh import Sphere
from stretchcoach.figure.body.kinematics import Array, Bodies
from stretchcoach.figure.body.props import Surface
from stretchcoach.figure.body.skeleton import RADIUS_M, Vector, vector

CONTACT_M = 0.010  # farther away, a contact does not hold
OTHER_FACE = 0.5  # cosine of how far round a limb from where it should be it may touch
EDGE_M = 0.03  # what lies on a table or a seat keeps this far from its edge
GAP_M = 0.001
APPROACH_M = 0.010
ALONG_M = 0.005
ALONG_FREE_M = 0.05
PLACE_M = 0.005
PALM = float(np.sin(np.radians(12)))
FINGERS = float(np.sin(np.radians(25)))
FACE = float(np.sin(np.radians(12)))
FACE_FREE = float(np.sin(np.radians(35)))


class Touch(Protocol):
    """One part of the body on something. `name` is for reports, `part` the part's own name."""

    @property
    def name(self) -> str: ...

    @property
    def part(self) -> str: ...

    def residuals(self, bodies: Bodies) -> Array: ...

    def approach(self, bodies: Bodies) -> Array:
        """Residuals that lead to the right side of what is touched from anywhere."""
        ...

    def gaps(self, bodies: Bodies) -> Array: ...

    def faults(self, bodies: Bodies) -> list[str]:
        """What is wrong with the contact in the first of `bodies`, in words."""
        ...


def _dot(a: Array, b: Array) -> Array:
    product: Array = np.einsum("bi,bi->b", a, b)
    return product


def _too_far(gaps: Array) -> list[str]:
    gap = float(np.abs(gaps[0]).max())
    return [tr("off by {cm} cm", cm=f"{gap * 100:.1f}")] if gap > CONTACT_M else []


def _unit(a: Array) -> tuple[Array, Array]:
    length = np.sqrt(_dot(a, a) + 1e-12)
    return a / length[:, None], length


@dataclass(frozen=True)
class Aim:
    """A part's axis (column of its frame) should point in a direction of the room."""

    frame: str
    column: int
    direction: Vector
    tolerance: float = FINGERS

    def residuals(self, bodies: Bodies) -> Array:
        off: Array = (bodies.frame(self.frame)[:, :, self.column] - self.direction) / self.tolerance
        return off


@dataclass(frozen=True)
class OnSurface:
    """Spheres on a plane: all of them, or with `lowest` the one that is nearest to it.

    `anchor` is where the middle of the spheres should stay, as far as `anchor_m` counts.
    """

    name: str
    part: str
    spheres: tuple[Sphere, ...]
    surface: Surface
    lowest: bool = False
    anchor: Vector | None = None
    anchor_m: float = PLACE_M
    aims: tuple[Aim, ...] = ()

    def gaps(self, bodies: Bodies) -> Array:
        heights = np.stack(
            [
                (sphere.centre(bodies) - self.surface.point) @ self.surface.normal - sphere.radius
                for sphere in self.spheres
            ],
            axis=1,
        )
        if self.lowest:
            heights = heights.min(axis=1, keepdims=True)
        return heights

    def faults(self, bodies: Bodies) -> list[str]:
        found = _too_far(self.gaps(bodies))
        beyond = self._beyond_edges(bodies)
        if beyond is not None and beyond.max() > CONTACT_M + EDGE_M:
            found.append(tr("beyond its edge"))
        return found

    def approach(self, bodies: Bodies) -> Array:
        return self.residuals(bodies)

    def _beyond_edges(self, bodies: Bodies) -> Array | None:
        """How far the middle is beyond the edges of the surface, or nearer to them than looks
        safe, along both: B x 2."""
        box = self.surface.top_of
        if box is None:
            return None
        local = np.abs((self.middle(bodies) - box.centre) @ box.frame)[:, [0, 2]]
        half = np.maximum(np.array([box.size[0], box.size[2]]) - EDGE_M, 0.0)
        beyond: Array = np.maximum(local - half, 0.0)
        return beyond

    def middle(self, bodies: Bodies) -> Array:
        """The middle of the spheres, laid on the surface: B x 3."""
        middle = sum(sphere.centre(bodies) for sphere in self.spheres) / len(self.spheres)
        height = (middle - self.surface.point) @ self.surface.normal
        laid: Array = middle - height[:, None] * self.surface.normal
        return laid

    def anchored(self, bodies: Bodies, anchor_m: float) -> OnSurface:
        """The same contact, to stay where it is in the first of `bodies`."""
        return replace(self, anchor=self.middle(bodies)[0], anchor_m=anchor_m)

    def residuals(self, bodies: Bodies) -> Array:
        parts = [self.gaps(bodies) / GAP_M]
        if self.anchor is not None:
            parts.append((self.middle(bodies) - self.anchor) / self.anchor_m)
        beyond = self._beyond_edges(bodies)
        if beyond is not None:
            parts.append(beyond / PLACE_M)
        parts += [aim.residuals(bodies) for aim in self.aims]
        return np.concatenate(parts, axis=1)


@dataclass(frozen=True)
class Target:
    """A part of the body that is touched: a sphere, or a limb from `a` to `b`."""

    a: Sphere
    b: Sphere | None
    frame: str


@dataclass(frozen=True)
class Hold:
    """What a hand does on a limb besides touching it: the palm to it, the fingers so."""

    frame: str  # of the hand
    fingers: Vector | None  # in the frame of the limb, square to the face that is touched
    in_room: bool = False  # whether `fingers` is a direction of the room instead


@dataclass(frozen=True)
class OnBody:
    """A sphere on another part of the body, on the face `face` (in the target's frame)."""

    name: str
    part: str
    sphere: Sphere
    target: Target
    along: float = 0.5  # of the limb, from a to b
    along_m: float = ALONG_FREE_M
    face: Vector | None = None
    face_tolerance: float = FACE_FREE
    hold: Hold | None = None

    def _geometry(self, bodies: Bodies) -> tuple[Array, Array, Array | None]:
        centre = self.sphere.centre(bodies)
        a = self.target.a.centre(bodies)
        if self.target.b is None:
            outward, apart = _unit(centre - a)
            return outward, apart - self.target.a.radius - self.sphere.radius, None
        b = self.target.b.centre(bodies)
        axis, length = _unit(b - a)
        reached = _dot(centre - a, axis)
        outward, apart = _unit(centre - a - axis * reached[:, None])
        part = np.clip(reached / length, 0.0, 1.0)
        radius = self.target.a.radius * (1 - part) + self.target.b.radius * part
        return outward, apart - radius - self.sphere.radius, reached - self.along * length

    def gaps(self, bodies: Bodies) -> Array:
        return self._geometry(bodies)[1][:, None]

    def faults(self, bodies: Bodies) -> list[str]:
        found = _too_far(self.gaps(bodies))
        if self.face is not None:
            outward = self._geometry(bodies)[0][0]
            wanted = bodies.frame(self.target.frame)[0] @ self.face
            if float(outward @ wanted) < OTHER_FACE:
                # Translators: a hand touches, say, the back of the thigh instead of its front.
                found.append(tr("touches another face of it"))
        return found

    def approach(self, bodies: Bodies) -> Array:
        if self.face is None:
            return self.residuals(bodies)
        target, part = self.target, self.along
        at, radius = target.a.centre(bodies), target.a.radius
        if target.b is not None:
            at = at * (1 - part) + target.b.centre(bodies) * part
            radius = radius * (1 - part) + target.b.radius * part
        at = at + bodies.frame(target.frame) @ self.face * (radius + self.sphere.radius)
        off: Array = (self.sphere.centre(bodies) - at) / APPROACH_M
        if self.hold is None:
            return off
        return np.concatenate([off, self._held(bodies, bodies.frame(target.frame) @ self.face)], 1)

    def _held(self, bodies: Bodies, outward: Array) -> Array:
        """How the hand lies on the face that looks `outward`."""
        assert self.hold is not None
        hand = bodies.frame(self.hold.frame)
        parts = [(hand[:, :, 2] + outward) / PALM]
        if self.hold.fingers is not None:
            wanted = (
                np.broadcast_to(self.hold.fingers, outward.shape)
                if self.hold.in_room
                else bodies.frame(self.target.frame) @ self.hold.fingers
            )
            parts.append((hand[:, :, 1] - wanted) / FINGERS)
        return np.concatenate(parts, axis=1)

    def residuals(self, bodies: Bodies) -> Array:
        outward, gap, slid = self._geometry(bodies)
        parts = [gap[:, None] / GAP_M]
        frame = bodies.frame(self.target.frame)
        if slid is not None:
            parts.append(slid[:, None] / self.along_m)
        if self.face is not None:
            parts.append((outward - frame @ self.face) / self.face_tolerance)
        if self.hold is not None:
            parts.append(self._held(bodies, outward))
        return np.concatenate(parts, axis=1)


@dataclass(frozen=True)
class OnStrap:
    """A hand on the strap, on the straight line from where it goes round to the chest."""

    name: str
    part: str
    sphere: Sphere
    loop: Sphere
    along: float
    aside: float  # toward the person's left, metres

    def _wanted(self, bodies: Bodies) -> Array:
        loop = self.loop.centre(bodies)
        chest = bodies.at("chest", "chest", (self.aside, 0.02, 0.10))
        wanted: Array = loop * (1 - self.along) + chest * self.along
        return wanted

    def gaps(self, bodies: Bodies) -> Array:
        # The strap follows the hand, so there is nothing that could be missed.
        return np.zeros((len(bodies.points), 1))

    def residuals(self, bodies: Bodies) -> Array:
        off: Array = (self.sphere.centre(bodies) - self._wanted(bodies)) / 0.02
        return off

    def faults(self, bodies: Bodies) -> list[str]:
        return []

    def approach(self, bodies: Bodies) -> Array:
        return self.residuals(bodies)


def palm(side: str) -> Sphere:
    """The middle of the palm."""
    return Sphere(f"wrist_{side}", f"hand_{side}", (0.0, 0.085, 0.0), RADIUS_M["palm"])


def lateral(side: str) -> Vector:
    """The direction in a frame of the trunk or of a limb that is out to `side`."""
    return vector((1.0 if side == "l" else -1.0, 0.0, 0.0))
