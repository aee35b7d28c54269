"""What a sign may follow: where a part is on the body, and its way through the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from stretchcoach.core.content.pose_terms import Direction, Part, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.body.skeleton import SIDES, PosedBody, Vector, mirrored
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.pose.contacts import Placed
from stretchcoach.figure.signs.strokes import Points, evenly, length_of

STATIONS = 28
_STRAIGHT_M = 0.10  # of a way that is only said, not gone


def named(name: str, side: str) -> str:
    """The joint or frame of a side; `*` in the name stands for "_l", "_r" or nothing."""
    return name.replace("*", f"_{side}" if side else "")


@dataclass(frozen=True)
class Spot:
    """A place on the body: `offset` in a frame from a joint, outward on its own side.

    `thick_m` is how thick the part is there; `counts` how much its way counts where no part is
    named. The pelvis moves less than what hangs on it and says more; hands only come to hold
    something.
    """

    joint: str
    frame: str
    thick_m: float
    counts: float = 0.0  # only where it is named
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def at(self, body: PosedBody, side: str) -> Vector:
        """The place on `side`: "l", "r" or "" in the middle."""
        frame = body.frames[named(self.frame, side)]
        offset = mirrored(self.offset, side or "l")
        place: Vector = body.joints[named(self.joint, side)] + frame @ offset
        return place


SPOTS: dict[Part, Spot] = {
    Part.FOOT: Spot("ball*", "foot*", 0.045, 0.85),
    Part.HEEL: Spot("heel*", "foot*", 0.05),
    Part.KNEE: Spot("knee*", "thigh*", 0.075, 1.0),
    Part.HAND: Spot("wrist*", "hand*", 0.05, 0.4),
    Part.ELBOW: Spot("elbow*", "upper_arm*", 0.05, 0.3),
    Part.UPPER_ARM: Spot("shoulder*", "upper_arm*", 0.07, 0.8),
    Part.THIGH: Spot("hip*", "thigh*", 0.11, 0.5),
    Part.BUTTOCK: Spot("hip*", "pelvis", 0.08, offset=(0.01, -0.03, -0.08)),
    Part.PELVIS: Spot("pelvis", "pelvis", 0.12, 1.7),
    Part.LOWER_BACK: Spot("waist", "lumbar", 0.10, 1.0, (0.0, 0.0, -0.06)),
    Part.UPPER_BACK: Spot("chest", "chest", 0.10, offset=(0.0, 0.0, -0.08)),
    Part.CHEST: Spot("chest", "chest", 0.13, 1.1),
    Part.HEAD: Spot("head", "head", 0.14, 0.85),
}
ALSO = {
    Part.TOES: Part.FOOT,
    Part.INSTEP: Part.FOOT,
    Part.ANKLE: Part.HEEL,
    Part.SHIN: Part.KNEE,
    Part.CALF: Part.KNEE,
    Part.FOREARM: Part.HAND,
}


@dataclass(frozen=True)
class Scene:
    """What the signs are drawn from: the moments, how they are seen, and what touches what."""

    bodies: Sequence[PosedBody]
    camera: Camera
    side: Side  # the working one
    props: Sequence[PropShape] = ()  # of the hold
    # Of the hold, "r" the working side.
    contacts: Mapping[str, Placed] = field(default_factory=dict)

    @property
    def working(self) -> str:
        return "l" if self.side is Side.LEFT else "r"

    @property
    def other(self) -> str:
        return "r" if self.side is Side.LEFT else "l"

    @property
    def hold(self) -> PosedBody:
        return self.bodies[-1]

    def sides_of(self, part: Part, which: Which) -> tuple[str, ...]:
        """The sides of the drawn body that are meant."""
        if not part.sided:
            return ("",)
        sides = {Which.WORKING: (self.working,), Which.OTHER: (self.other,), Which.BOTH: SIDES}
        return sides[which]

    def spot(self, part: Part, side: str) -> Vector:
        """Where the part is in the hold."""
        return spot_of(part).at(self.hold, side)

    def direction(self, toward: Direction, side: str) -> Vector:
        """A direction of the room; outward is to the part's own side, or to the working one."""
        out = np.array([1.0 if (side or self.working) == "l" else -1.0, 0.0, 0.0])
        up, ahead = np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])
        directions = {Direction.OUTWARD: out, Direction.INWARD: -out, Direction.UP: up}
        directions |= {Direction.DOWN: -up, Direction.FORWARD: ahead, Direction.BACKWARD: -ahead}
        direction: Vector = directions[toward]
        return direction


@dataclass(frozen=True)
class Way:
    """The way of one part through the picture, and how thick the part is there."""

    points: Points
    thick: float
    counts: float = 1.0

    def length(self) -> float:
        return length_of(self.points)


def spot_of(part: Part) -> Spot:
    """The spot that stands for a part."""
    return SPOTS[ALSO.get(part, part)]


def way_of(part: Part, side: str, scene: Scene, toward: Direction | None = None) -> Way:
    """The way that a part goes, or, `toward` a direction, the straight way to where it ends."""
    spot = spot_of(part)
    places = np.array([spot.at(body, side) for body in scene.bodies])
    if toward is not None:
        along = scene.direction(toward, side)
        length = max(_STRAIGHT_M, float((places[-1] - places[0]) @ along))
        places = places[-1] - along * length * np.linspace(1.0, 0.0, STATIONS)[:, None]
    points, per_m = scene.camera.projected(places)
    return Way(_smooth(points), spot.thick_m * per_m, spot.counts)


def most_telling(scene: Scene) -> tuple[Part, str]:
    """What moves most, where nothing is named."""
    found = [
        (part, side)
        for part, spot in SPOTS.items()
        if spot.counts
        for side in ((scene.working, *SIDES) if part.sided else ("",))
    ]
    ways = [way_of(part, side, scene) for part, side in found]
    weights = [way.length() * way.counts for way in ways]
    return found[int(np.argmax(weights))]


def _smooth(points: Points) -> Points:
    """Even steps along the way, without the small turns of single moments."""
    for _ in range(6):
        middle = 0.25 * points[:-2] + 0.5 * points[1:-1] + 0.25 * points[2:]
        points = np.concatenate([points[:1], middle, points[-1:]])
    return evenly(points, STATIONS)
