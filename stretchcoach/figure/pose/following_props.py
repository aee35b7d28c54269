"""The props that follow the body: strap, band, ball, roller and cushion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from stretchcoach.core.content.pose import Prop, PropName
from stretchcoach.core.content.pose_terms import Part, Place, Which
from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.body.flesh import Sphere
from stretchcoach.figure.body.kinematics import FRAME_NAMES, JOINT_NAMES, Bodies
from stretchcoach.figure.body.props import (
    CM,
    CUSHION_HALF_M,
    ROLLER_HALF_M,
    PropKind,
    PropMaterial,
    PropShape,
    Room,
    height_m,
    turned,
)
from stretchcoach.figure.body.skeleton import (
    RADIUS_M,
    SHANK_M,
    SIDES,
    THIGH_M,
    PosedBody,
    Vector,
    vector,
)
from stretchcoach.figure.pose.contact_gaps import OnSurface, Touch
from stretchcoach.figure.pose.contacts import OTHER, WORKING, Placed, PoseError

STRAP_HALF_M = (0.018, 0.003)
BAND_HALF_M = (0.026, 0.003)
# Where a loop goes round both legs, above the knees and above the ankles: from which joint to
# which, whose frame, how far along, and the radius of the leg there.
_LOOPS = (("hip", "knee", "thigh", 0.82, 0.066), ("knee", "ankle", "shank", 0.84, 0.043))
_TAIL_M = 0.10
# The strap round the thigh: half the width, the front and the back of what it lies on.
_THIGH_STRAP_M = (0.079, 0.089, 0.076)
# The strap round the ankle: how far down the shank, its radius, and that of what it lies on.
_ANKLE_STRAP = (0.88 * SHANK_M, 0.047, 0.045)
_KNEE_SINKS_M = 0.015  # into the cushion that lies on it
_BETWEEN_KNEES_HALF_M = (0.14, 0.13)
_UPRIGHT_HALF_M = (0.08, 0.09)  # of a cushion between two bent knees: along and across the bend
_BELOW_KNEES_M = 0.02
_THINNEST_M = 0.02


def _loop_side(prop: Prop) -> str:
    return OTHER if prop.of is Which.OTHER else WORKING


def strap_loop(props: Sequence[Prop]) -> Sphere:
    """What the strap goes round, as the sphere that it pulls at."""
    strap = next((prop for prop in props if prop.kind is PropName.STRAP), None)
    if strap is None:
        raise PoseError(tr("A hand is on a strap, but there is no strap among the props"))
    side = _loop_side(strap)
    if strap.around is Part.THIGH:
        return Sphere(f"hip_{side}", f"thigh_{side}", (0.0, -0.62 * THIGH_M, 0.0), 0.07)
    if strap.around is Part.ANKLE:
        down, _, radius = _ANKLE_STRAP
        return Sphere(f"knee_{side}", f"shank_{side}", (0.0, -down, 0.0), radius)
    return Sphere(f"ankle_{side}", f"foot_{side}", (0.0, -0.06, 0.06), 0.03)


def _round_foot(body: PosedBody, side: str) -> list[Vector]:
    ankle, frame = body.joints[f"ankle_{side}"], body.frames[f"foot_{side}"]
    corners = ((0.046, -0.01), (0.044, -0.055), (0.025, -0.071), (-0.025, -0.071))
    corners += ((-0.044, -0.055), (-0.046, -0.01))  # type: ignore[assignment]
    return [ankle + frame @ vector((x, y, 0.065)) for x, y in corners]


def _round_ankle(body: PosedBody, side: str) -> list[Vector]:
    """From the person's left to the right in front of the ankle."""
    down, radius, _ = _ANKLE_STRAP
    frame = body.frames[f"shank_{side}"]
    centre = body.joints[f"knee_{side}"] - frame[:, 1] * down
    turns = np.radians(np.linspace(0.0, 180.0, 13))
    return [
        centre + frame @ vector((radius * np.cos(turn), 0.0, radius * np.sin(turn)))
        for turn in turns
    ]


def _round_thigh(body: PosedBody, side: str, palms: Sequence[Vector]) -> list[Vector]:
    """From the person's left to the right behind the thigh, and on both sides as far toward
    the front as it takes to leave for the hand in a straight line."""
    frame = body.frames[f"thigh_{side}"]
    centre = body.joints[f"hip_{side}"] - frame[:, 1] * (0.62 * THIGH_M)
    left, right = ((palm - centre) @ frame for palm in palms)
    past = (_unwound(left), _unwound(right * vector((-1.0, 1.0, 1.0))))
    turns = np.radians(np.linspace(-past[0], 180.0 + past[1], 19))
    return [centre + frame @ _on_thigh(turn) for turn in turns]


def _on_thigh(turn: float) -> Vector:
    """A point round the thigh in its frame; 0 is its left side, a right angle its back."""
    width, front, rear = _THIGH_STRAP_M
    depth = rear if np.sin(turn) > 0 else front
    return vector((width * np.cos(turn), 0.0, -depth * np.sin(turn)))


def _unwound(palm: Vector) -> float:
    """How many degrees past the left side, toward the front, the strap leaves for the palm."""
    width, front, _ = _THIGH_STRAP_M
    for degrees in range(0, 85, 5):
        turn = -np.radians(degrees)
        outward = vector((np.cos(turn) / width, 0.0, -np.sin(turn) / front))
        if outward @ (palm - _on_thigh(turn)) >= 0.0:
            return float(degrees)
    return 85.0


def _loop(prop: Prop, body: PosedBody, palms: Sequence[Vector]) -> list[Vector]:
    side = _loop_side(prop)
    if prop.around is Part.THIGH:
        return _round_thigh(body, side, palms)
    if prop.around is Part.ANKLE:
        return _round_ankle(body, side)
    return _round_foot(body, side)


def _strap(prop: Prop, body: PosedBody, contacts: Mapping[str, Placed]) -> PropShape:
    """From hand to hand round the limb; a hand that holds it alone has both its ends."""
    on_it = {placed.side for placed in contacts.values() if placed.contact.on is Place.STRAP}
    holding = [side for side in SIDES if side in on_it] or SIDES
    palms, tails = [], []
    for hand in (holding[0], holding[-1]):
        frame = body.frames[f"hand_{hand}"]
        palms.append(body.joints[f"wrist_{hand}"] + frame @ vector((0.0, 0.085, 0.022)))
        tails.append(palms[-1] + vector((0.0, -_TAIL_M, 0.0)))
    loop = _loop(prop, body, palms)
    # The loop runs from the person's left to the right in the limb's own frame; where the
    # limb is turned round, the hands would cross the strap.
    if np.linalg.norm(loop[0] - palms[0]) + np.linalg.norm(loop[-1] - palms[1]) > np.linalg.norm(
        loop[0] - palms[1]
    ) + np.linalg.norm(loop[-1] - palms[0]):
        loop.reverse()
    points = np.array([tails[0], palms[0], *loop, palms[1], tails[1]])
    return PropShape(
        PropKind.POLYLINE,
        points.mean(axis=0),
        np.eye(3),
        STRAP_HALF_M,
        PropMaterial.STRAP,
        points=points,
    )


def _round_both(prop: Prop, body: PosedBody) -> PropShape:
    """A closed loop round both legs, straight between them: above the knees or the ankles."""
    low = prop.around is Part.ANKLE
    above, below, frame, part, radius = _LOOPS[low]
    middles = [
        body.joints[f"{above}_{side}"] * (1 - part) + body.joints[f"{below}_{side}"] * part
        for side in SIDES
    ]
    across = (middles[0] - middles[1]) / np.linalg.norm(middles[0] - middles[1])
    ahead = sum(body.frames[f"{frame}_{side}"][:, 2] for side in SIDES)
    ahead = ahead - across * (ahead @ across)
    ahead = ahead / np.linalg.norm(ahead)
    turns = np.radians(np.linspace(-90.0, 90.0, 13))
    points = [
        middle + radius * sign * (np.cos(turn) * across - np.sin(turn) * ahead)
        for middle, sign in zip(middles, (1.0, -1.0), strict=True)
        for turn in turns
    ]
    points.append(points[0])
    belt = prop.kind is PropName.STRAP
    return PropShape(
        PropKind.POLYLINE,
        np.mean(points, axis=0),
        np.eye(3),
        STRAP_HALF_M if belt else BAND_HALF_M,
        PropMaterial.STRAP if belt else PropMaterial.BAND,
        points=np.array(points),
    )


def _touched(
    contacts: Mapping[str, Placed], touches: Sequence[Touch], place: Place
) -> list[OnSurface]:
    return [
        touch
        for touch in touches
        if isinstance(touch, OnSurface)
        and touch.part in contacts
        and contacts[touch.part].contact.on is place
    ]


def moving_shapes(
    props: Sequence[Prop],
    body: PosedBody,
    contacts: Mapping[str, Placed],
    touches: Sequence[Touch],
    room: Room,
) -> list[PropShape]:
    """What lies round or under the body, where the body has it; what nothing touches lies where
    the pose puts it."""
    points = np.array([[body.joints[name] for name in JOINT_NAMES]])
    frames = np.array([[body.frames[name] for name in FRAME_NAMES]])
    one = Bodies(points, frames)
    shapes: list[PropShape] = []
    for prop in props:
        free = vector((-(prop.out or 0.0) * CM, 0.0, (prop.ahead or 0.0) * CM))
        if prop.kind is PropName.BAND or (prop.kind is PropName.STRAP and prop.of is Which.BOTH):
            shapes.append(_round_both(prop, body))
        elif prop.kind is PropName.STRAP:
            shapes.append(_strap(prop, body, contacts))
        elif prop.kind in (PropName.BALL, PropName.ROLLER):
            held = _touched(contacts, touches, Place(prop.kind.value))
            radius = height_m(prop) / 2
            centre = free + vector((0.0, radius, 0.0))
            if held:
                centre = held[0].middle(one)[0] - held[0].surface.normal * radius
            shapes.append(_round(prop, centre, radius))
        elif prop.kind is PropName.CUSHION:
            held = _touched(contacts, touches, Place.CUSHION)
            if held and prop.ahead is None and prop.out is None:
                free = np.mean([touch.middle(one)[0] for touch in held], axis=0)
            shapes.append(_cushion(prop, body, free, room))
    return shapes


def _round(prop: Prop, centre: Vector, radius: float) -> PropShape:
    """A ball, or a roller that lies across the room as far as it is not turned."""
    if prop.kind is PropName.BALL:
        return PropShape(PropKind.SPHERE, centre, np.eye(3), (radius,), PropMaterial.BALL)
    across = turned(prop.turn or 0.0)
    frame = np.stack([across[:, 1], across[:, 0], -across[:, 2]], axis=1)
    size = (radius, ROLLER_HALF_M)
    return PropShape(PropKind.CYLINDER, centre, frame, size, PropMaterial.ROLLER)


def _between_knees(body: PosedBody) -> PropShape:
    """Upright between the knees of someone on the back, as thick as they leave room for."""
    left, right = body.joints["knee_l"], body.joints["knee_r"]
    across = (left - right) / np.linalg.norm(left - right)
    fronts = [body.frames[f"{part}_{side}"][:, 2] for part in ("thigh", "shank") for side in SIDES]
    up = np.sum(fronts, axis=0)  # out of the bend of the knees
    up -= across * (up @ across)
    up /= np.linalg.norm(up)
    frame = np.stack([across, up, np.cross(across, up)], axis=1)
    apart = float(np.linalg.norm(left - right)) / 2 - RADIUS_M["knee"] + _KNEE_SINKS_M
    size = (max(apart, _THINNEST_M), *_UPRIGHT_HALF_M)
    middle = (left + right) / 2 - up * _BELOW_KNEES_M
    return PropShape(PropKind.BOX, middle, frame, size, PropMaterial.CUSHION, rounding_m=0.03)


def _cushion(prop: Prop, body: PosedBody, middle: Vector, room: Room) -> PropShape:
    """On floor or seat below `middle`; with `around: knee` on that knee, under its fellow, or
    with `of: both` upright between the two."""
    if prop.around is Part.KNEE and prop.of is Which.BOTH:
        return _between_knees(body)
    seat, frame = room.surfaces.get(Place.SEAT), np.eye(3)
    across, deep = CUSHION_HALF_M[0], CUSHION_HALF_M[2]
    bottom = float(seat.point[1]) if seat and seat.point[1] < height_m(prop) else 0.0
    if prop.around is Part.KNEE:
        side = _loop_side(prop)
        knee = body.joints[f"knee_{side}"]
        bottom = float(knee[1]) + RADIUS_M["knee"] - _KNEE_SINKS_M
        ends = (body.joints[f"hip_{side}"] + body.joints[f"ankle_{side}"]) / 2
        middle = 0.7 * knee + 0.3 * ends
        across, deep = _BETWEEN_KNEES_HALF_M
        along = body.frames[f"thigh_{side}"][:, 1] * vector((1.0, 0.0, 1.0))
        along /= np.linalg.norm(along)
        up = vector((0.0, 1.0, 0.0))
        frame = np.stack([np.cross(up, along), up, along], axis=1)
    half = (height_m(prop) - bottom) / 2
    centre = vector((float(middle[0]), bottom + half, float(middle[2])))
    size = (across, half, deep)
    return PropShape(PropKind.BOX, centre, frame, size, PropMaterial.CUSHION, rounding_m=0.03)
