"""From the contacts of a pose, in words, to touches that can be measured and solved.

Here the working side is the right one, "r"; a picture for the left is mirrored at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from stretchcoach.core.content.pose import Contact
from stretchcoach.core.content.pose_terms import Direction, Face, Part, Place, Which, Whose
from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.body.flesh import CONE, CONES, Sphere, buttock, upper_outer_buttock
from stretchcoach.figure.body.props import SURFACES, Room, Surface
from stretchcoach.figure.body.skeleton import (
    ANKLE_TO_BALL,
    RADIUS_M,
    SHANK_M,
    SIDES,
    THIGH_M,
    Vector,
    vector,
)
from stretchcoach.figure.pose.contact_gaps import (
    ALONG_FREE_M,
    ALONG_M,
    FACE,
    FACE_FREE,
    PALM,
    Aim,
    Hold,
    OnBody,
    OnStrap,
    OnSurface,
    Target,
    Touch,
    lateral,
    palm,
)

WORKING, OTHER = "r", "l"
_LIMBS = frozenset({Place.THIGH, Place.SHIN, Place.FOREARM, Place.UPPER_ARM})
_TWO_HANDS_APART = 0.07  # of the length of a limb that both hands hold
_TO_OWN_SIDE = 0.6  # how far round a limb each of two hands lies: the sine of the angle


class PoseError(ValueError):
    """A pose that cannot be made sense of; the message says why."""


@dataclass(frozen=True)
class Placed:
    """A contact of one single part: `side` is "l", "r" or "" in the middle of the body."""

    contact: Contact
    side: str

    @property
    def key(self) -> str:
        return f"{self.contact.put.value} {self.side}".strip()


def spread(contacts: Sequence[Contact]) -> dict[str, Placed]:
    """The contacts by the single part that each one places; a later one wins."""
    placed: dict[str, Placed] = {}
    for contact in contacts:
        sides = {Which.BOTH: SIDES, Which.WORKING: (WORKING,), Which.OTHER: (OTHER,)}[contact.side]
        for side in sides if contact.put.sided else ("",):
            one = Placed(contact, side)
            placed[one.key] = one
    return placed


def _spheres(part: Part, side: str, along: float = 0.5) -> tuple[Sphere, ...]:
    """What of a part touches a surface; of a thigh, the place that is `along` its length."""
    foot, shank = f"foot_{side}", f"shank_{side}"
    x, y, z = ANKLE_TO_BALL
    heel = Sphere(f"heel_{side}", foot, (0.0, 0.0, 0.0), RADIUS_M["heel"])
    ball = Sphere(f"ball_{side}", foot, (0.0, 0.0, 0.0), RADIUS_M["ball"])
    toe = Sphere(f"toe_{side}", foot, (0.0, 0.0, 0.0), RADIUS_M["toe"])
    knee = Sphere(f"knee_{side}", f"thigh_{side}", (0.0, 0.0, 0.0), RADIUS_M["knee"])
    ankle = Sphere(f"ankle_{side}", shank, (0.0, 0.0, 0.0), RADIUS_M["ankle"])
    elbow = Sphere(f"elbow_{side}", f"upper_arm_{side}", (0.0, 0.0, 0.0), RADIUS_M["elbow"])
    wrist = Sphere(f"wrist_{side}", f"forearm_{side}", (0.0, 0.0, 0.0), RADIUS_M["wrist"])
    shoulder = f"shoulder_{side}"
    table: Mapping[Part, tuple[Sphere, ...]] = {
        Part.FOOT: (
            heel,
            Sphere(f"ankle_{side}", foot, (x - 0.028, y, z), RADIUS_M["ball"]),
            Sphere(f"ankle_{side}", foot, (x + 0.028, y, z), RADIUS_M["ball"]),
        ),
        Part.HEEL: (heel,),
        Part.TOES: (ball, toe),
        Part.INSTEP: (toe,),
        Part.ANKLE: (ankle,),
        Part.SHIN: (knee, ankle),
        Part.CALF: (Sphere(f"knee_{side}", shank, (0, -0.3 * SHANK_M, -0.012), RADIUS_M["calf"]),),
        Part.KNEE: (knee,),
        Part.THIGH: (_in_thigh(side, along),),
        Part.HAND: (palm(side),),
        Part.FOREARM: (elbow, wrist),
        Part.ELBOW: (elbow,),
        Part.UPPER_ARM: (
            Sphere(shoulder, f"upper_arm_{side}", (0.0, 0.0, 0.0), RADIUS_M["shoulder"]),
            elbow,
        ),
        Part.BUTTOCK: (buttock(side),),
    }
    return table[part]


def _in_thigh(side: str, along: float) -> Sphere:
    radius = RADIUS_M["hip"] * (1 - along) + RADIUS_M["knee"] * along
    return Sphere(f"hip_{side}", f"thigh_{side}", (0.0, -along * THIGH_M, 0.0), radius)


def _trunk_spheres(part: Part) -> tuple[Sphere, ...]:
    """Of these the nearest to the surface lies on it."""
    names = {
        Part.PELVIS: ("pelvis", "buttock_l", "buttock_r"),
        Part.LOWER_BACK: ("waist",),
        Part.UPPER_BACK: ("chest", "shoulders"),
        Part.CHEST: ("chest", "shoulders"),
        Part.HEAD: ("head",),
    }[part]
    cones = [CONES[CONE[name]] for name in names]
    return tuple(sphere for cone in cones for sphere in (cone.a, cone.b))


def target_of(place: Place, side: str) -> Target:
    """The part of the body on `side` that is touched."""
    single = {
        Place.FOOT: Sphere(f"ankle_{side}", f"foot_{side}", (0.0, -0.03, 0.05), 0.036),
        Place.HEEL: Sphere(f"heel_{side}", f"foot_{side}", (0.0, 0.0, 0.0), RADIUS_M["heel"]),
        Place.ANKLE: Sphere(f"ankle_{side}", f"shank_{side}", (0.0, 0.0, 0.0), RADIUS_M["ankle"]),
        Place.KNEE: Sphere(f"knee_{side}", f"thigh_{side}", (0.0, 0.0, 0.0), RADIUS_M["knee"]),
        Place.HAND: palm(side),
        Place.BUTTOCK: buttock(side),
        Place.BELLY: Sphere("waist", "lumbar", (0.0, -0.04, 0.0), 0.104),
        Place.CHEST: Sphere("chest", "chest", (0.0, 0.0, 0.0), 0.102),
        Place.HEAD: Sphere("head", "head", (0.0, 0.02, -0.016), 0.092),
    }
    if place in single:
        return Target(single[place], None, single[place].frame)
    names = {
        Place.THIGH: (f"hip_{side}", f"knee_{side}", f"thigh_{side}", "hip", "knee"),
        Place.SHIN: (f"knee_{side}", f"ankle_{side}", f"shank_{side}", "knee", "ankle"),
        Place.FOREARM: (f"elbow_{side}", f"wrist_{side}", f"forearm_{side}", "elbow", "wrist"),
        Place.UPPER_ARM: (
            f"shoulder_{side}",
            f"elbow_{side}",
            f"upper_arm_{side}",
            "shoulder",
            "elbow",
        ),
    }
    a, b, frame, ra, rb = names[place]
    return Target(
        Sphere(a, frame, (0.0, 0.0, 0.0), RADIUS_M[ra]),
        Sphere(b, frame, (0.0, 0.0, 0.0), RADIUS_M[rb]),
        frame,
    )


_LEG_PLACES = frozenset({Place.FOOT, Place.HEEL, Place.ANKLE, Place.SHIN, Place.KNEE, Place.THIGH})
_LEG_PARTS = frozenset(
    {Part.FOOT, Part.HEEL, Part.TOES, Part.INSTEP, Part.ANKLE, Part.SHIN, Part.CALF}
    | {Part.KNEE, Part.THIGH}
)
_ARM_PARTS = frozenset({Part.HAND, Part.FOREARM, Part.ELBOW, Part.UPPER_ARM})


def is_arm(part: Part) -> bool:
    return part in _ARM_PARTS


def is_leg(part: Part) -> bool:
    return part in _LEG_PARTS


def whose(placed: Placed) -> str:
    """The side of the body part that is touched."""
    contact = placed.contact
    named = {Whose.WORKING: WORKING, Whose.OTHER: OTHER}
    if contact.of in named:
        return named[contact.of]
    if not placed.side:
        return WORKING
    opposite = WORKING if placed.side == OTHER else OTHER
    leg_on_leg = contact.put in _LEG_PARTS and contact.on in _LEG_PLACES
    arm_on_arm = contact.put in _ARM_PARTS and contact.on in (Place.HAND, Place.FOREARM)
    if contact.of is Whose.OPPOSITE or leg_on_leg or arm_on_arm:
        return opposite
    return placed.side


def _direction(direction: Direction, side: str) -> Vector:
    outward = 1.0 if side == "l" else -1.0
    return {
        Direction.FORWARD: vector((0.0, 0.0, 1.0)),
        Direction.BACKWARD: vector((0.0, 0.0, -1.0)),
        Direction.INWARD: vector((-outward, 0.0, 0.0)),
        Direction.OUTWARD: vector((outward, 0.0, 0.0)),
        Direction.UP: vector((0.0, 1.0, 0.0)),
        Direction.DOWN: vector((0.0, -1.0, 0.0)),
    }[direction]


def _face(face: Face, side: str) -> Vector:
    return {
        Face.FRONT: vector((0.0, 0.0, 1.0)),
        Face.BACK: vector((0.0, 0.0, -1.0)),
        Face.OUTER: lateral(side),
        Face.INNER: -lateral(side),
    }[face]


def compile_contact(placed: Placed, room: Room, everyone: Mapping[str, Placed]) -> Touch:
    """The touch that is asked for. Raises PoseError when the room has no such surface."""
    contact = placed.contact
    name = _name(placed)
    if contact.on in SURFACES:
        if contact.on not in room.surfaces:
            # Translators: {contact} is such as "working hand on seat".
            raise PoseError(tr("{contact}: there is no such prop", contact=name))
        return _on_surface(placed, room.surfaces[contact.on], name)
    return _on_body(placed, everyone, name)


def _name(placed: Placed) -> str:
    side = {WORKING: "working ", OTHER: "other "}.get(placed.side, "")
    return f"{side}{placed.contact.put.value} on {placed.contact.on.value}"


def _on_surface(placed: Placed, surface: Surface, name: str) -> OnSurface:
    contact, side = placed.contact, placed.side
    if not contact.put.sided:
        return OnSurface(name, placed.key, _trunk_spheres(contact.put), surface, lowest=True)
    aims: list[Aim] = []
    if contact.put in (Part.HAND, Part.FOREARM):
        aims.append(Aim(f"hand_{side}", 2, -surface.normal, PALM))
    if contact.pointing is not None and contact.put in (Part.HAND, Part.FOOT, Part.FOREARM):
        frame, column = {
            Part.HAND: (f"hand_{side}", 1),
            Part.FOREARM: (f"hand_{side}", 1),
            Part.FOOT: (f"foot_{side}", 2),
        }[contact.put]
        aims.append(Aim(frame, column, _direction(contact.pointing, side)))
    along = 0.5 if contact.along is None else contact.along / 100
    spheres = _spheres(contact.put, side, along)
    if contact.put is Part.BUTTOCK and contact.on is Place.BALL:
        spheres = (upper_outer_buttock(side),)
    touch = OnSurface(name, placed.key, spheres, surface, aims=tuple(aims))
    if contact.ahead is None and contact.out is None:
        return touch
    out = 0.20 if contact.out is None else contact.out * 0.01
    ahead = 0.0 if contact.ahead is None else contact.ahead * 0.01
    point = lateral(side) * out + vector((0.0, 0.0, ahead))
    height = float((point - surface.point) @ surface.normal)
    return replace(touch, anchor=point - height * surface.normal)


_USUAL_FACE = {
    Place.THIGH: Face.FRONT,
    Place.SHIN: Face.FRONT,
    Place.KNEE: Face.FRONT,
    Place.BELLY: Face.FRONT,
    Place.CHEST: Face.FRONT,
    Place.HEAD: Face.BACK,
}
_USUAL_ALONG = {Place.THIGH: 0.70, Place.SHIN: 0.30, Place.FOREARM: 0.5, Place.UPPER_ARM: 0.5}


def _on_body(placed: Placed, everyone: Mapping[str, Placed], name: str) -> OnBody:
    contact, side = placed.contact, placed.side
    owner = whose(placed)
    target = target_of(contact.on, owner)
    if contact.put is Part.HEAD:
        sphere = CONES[CONE["head"]].b
    elif not contact.put.sided:
        sphere = _trunk_spheres(contact.put)[0]
    else:
        sphere = _spheres(contact.put, side)[0]
    face_name = contact.at or (
        _USUAL_FACE.get(contact.on) if contact.put in (Part.HAND, Part.ANKLE) else None
    )
    face = None if face_name is None else _face(face_name, owner)
    along = _USUAL_ALONG.get(contact.on, 0.5) if contact.along is None else contact.along / 100
    hold = None
    if contact.put is Part.HAND and face is not None:
        shared = _shared(placed, everyone)
        if shared and contact.on in _LIMBS:
            sign = 1.0 if side == owner else -1.0
            along += _TWO_HANDS_APART * sign
        hold, face = _hand_on(placed, face_name, face, shared)
    return OnBody(
        name,
        placed.key,
        sphere,
        target,
        along=along,
        along_m=ALONG_FREE_M if contact.along is None else ALONG_M,
        face=face,
        face_tolerance=FACE_FREE if contact.at is None else FACE,
        hold=hold,
    )


def _shared(placed: Placed, everyone: Mapping[str, Placed]) -> bool:
    """Whether the other hand is on the same limb."""
    other = everyone.get(f"{placed.contact.put.value} {'l' if placed.side == 'r' else 'r'}")
    on = placed.contact.on
    return other is not None and other.contact.on is on and whose(other) == whose(placed)


def _hand_on(
    placed: Placed, face_name: Face | None, face: Vector, shared: bool
) -> tuple[Hold, Vector]:
    """How the hand lies, and the face that it touches: of two hands each on its own side."""
    contact, side = placed.contact, placed.side
    frame = f"hand_{side}"
    own = lateral(side)
    round_limb = contact.on is Place.SHIN or face_name is Face.BACK
    if shared and face_name in (Face.FRONT, Face.BACK):
        rest = float(np.sqrt(1 - _TO_OWN_SIDE**2))
        touched = rest * face + _TO_OWN_SIDE * own
        fingers = _TO_OWN_SIDE * face - rest * own
    else:
        touched, fingers = face, -own
    if contact.pointing is not None:
        return Hold(frame, _direction(contact.pointing, side), in_room=True), touched
    if contact.on in (Place.BELLY, Place.CHEST, Place.HEAD) or (
        round_limb and face_name in (Face.FRONT, Face.BACK)
    ):
        return Hold(frame, fingers), touched
    if contact.on in (Place.THIGH, Place.KNEE):
        return Hold(frame, vector((0.0, -1.0, 0.0))), touched
    return Hold(frame, None), touched


def on_strap(placed: Placed, loop: Sphere) -> OnStrap:
    """The touch of a hand that holds the strap."""
    along = 0.6 if placed.contact.along is None else placed.contact.along / 100
    aside = 0.05 if placed.side == "l" else -0.05
    return OnStrap(_name(placed), placed.key, palm(placed.side), loop, along, aside)
