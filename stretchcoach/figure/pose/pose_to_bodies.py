"""From a pose in words to bodies in a room: the figure's public door.

`solve` finds every keyframe; `interpolate.in_between` finds what lies between them. All is
solved with the working side on the right and mirrored at the end where it should be left.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from stretchcoach.core.content.pose import Pose
from stretchcoach.core.content.pose_terms import Part, Place
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.flesh import Flesh
from stretchcoach.figure.body.joints import COUNT, INDEX, NAMES
from stretchcoach.figure.body.kinematics import Array, bodies, posed, to_angles, to_values
from stretchcoach.figure.body.mirror import mirrored_body, mirrored_shape
from stretchcoach.figure.body.props import SURFACES, PropShape, Room, place
from stretchcoach.figure.body.skeleton import PosedBody, Vector
from stretchcoach.figure.pose.contact_gaps import OnBody, OnSurface, Touch
from stretchcoach.figure.pose.contacts import OTHER, WORKING, Placed, compile_contact, on_strap
from stretchcoach.figure.pose.following_props import moving_shapes, strap_loop
from stretchcoach.figure.pose.nearest_body import Goal, improve
from stretchcoach.figure.pose.positions import STARTS
from stretchcoach.figure.pose.wanted_angles import Asked, ask

GIVEN_DEG = 3.0
# How far, in degrees, what the pose does not name may stray from what is usual.
_USUAL_DEG = {
    "pelvis": 4.0,
    "spine": 5.0,
    "neck": 14.0,
    "hip_flexion": 25.0,
    "hip_abduction": 12.0,
    "hip_rotation": 15.0,
    "knee": 25.0,
    "ankle_flexion": 15.0,
    "ankle_inversion": 8.0,
    "shoulder": 30.0,
    "elbow": 35.0,
    "forearm": 40.0,
    "wrist_flexion": 20.0,
    "wrist_deviation": 9.0,
}
_USUAL_M = {"pelvis_x": 0.05, "pelvis_z": 0.05, "pelvis_y": 0.30, "girdle": 0.015}
_FREE_TURN_DEG = 30.0  # of a pelvis that has left what it rested on
_TRUNK_ANCHOR_M = 0.025
_LIMB_ANCHOR_M = 0.001
_FIRST_STEPS, _STEPS = 14, 30
_READY_ARM_DEG = {"shoulder_flexion": 35.0, "shoulder_abduction": 30.0, "elbow_flexion": 90.0}


@dataclass(frozen=True)
class View:
    """Where the picture is seen from: the camera looks down at `pitch_deg`, `yaw_deg` to the
    left of the room's +z (toward +x). `centre` and `span_m` None: found from the body."""

    yaw_deg: float
    pitch_deg: float
    centre: Vector | None
    span_m: float | None


@dataclass(frozen=True)
class SolvedFrame:
    """One moment, in the room as it is to be drawn.

    `angles` are degrees (metres for names ending in _m) with the working side as "r", and
    `given` those that the pose asked for; `values`, `touches` and `solid` are what they were
    solved with, before any mirroring.
    """

    name: str
    body: PosedBody
    props: tuple[PropShape, ...]
    angles: Mapping[str, float]
    given: Mapping[str, float]
    goal: Goal
    values: Array
    grips: Mapping[str, float]
    contacts: Mapping[str, Placed]


@dataclass(frozen=True)
class Solved:
    """All keyframes of a pose, and the view."""

    pose: Pose
    side: Side
    frames: tuple[SolvedFrame, ...]
    room: Room
    view: View


def default_grip(contacts: Mapping[str, Placed], side: str) -> float:
    """How far a hand is closed that the pose says nothing about."""
    placed = contacts.get(f"{Part.HAND.value} {side}")
    if placed is None:
        return 0.25
    on = placed.contact.on
    if on is Place.STRAP:
        return 0.95
    if on is Place.BACKREST:
        return 0.45
    if on in (SURFACES | {Place.BELLY}) - {Place.BACKREST}:
        return 0.05
    return 0.40 if on in (Place.THIGH, Place.SHIN, Place.FOOT, Place.ANKLE) else 0.20


def tolerances(given: Mapping[str, float]) -> Array:
    """How far every joint may stray, radians and metres."""
    result = np.zeros(COUNT)
    for number, name in enumerate(NAMES):
        metres = next((v for key, v in _USUAL_M.items() if name.startswith(key)), None)
        degrees = next((v for key, v in _USUAL_DEG.items() if name.startswith(key)), 10.0)
        result[number] = np.radians(degrees) if metres is None else metres
        if name in given:
            result[number] = 0.005 if metres is not None else np.radians(GIVEN_DEG)
    return result


def compile_touches(contacts: Mapping[str, Placed], room: Room, pose: Pose) -> list[Touch]:
    """All touches of a keyframe."""
    touches: list[Touch] = []
    for placed in contacts.values():
        if placed.contact.on is Place.STRAP:
            touches.append(on_strap(placed, strap_loop(pose.props)))
        else:
            touches.append(compile_contact(placed, room, contacts))
    return touches


def ignored_pairs(contacts: Mapping[str, Placed]) -> frozenset[tuple[str, str]]:
    """Pairs of parts that may overlap: two hands on the same limb, a hand and its neighbours."""
    left, right = (contacts.get(f"{Part.HAND.value} {side}") for side in ("l", "r"))
    ignored: set[tuple[str, str]] = set()
    if left and right and left.contact.on is right.contact.on:
        ignored |= {("hand_l", "hand_r"), ("hand_l", "forearm_r"), ("forearm_l", "hand_r")}
    return frozenset(ignored)


def _kept_in_place(
    touches: Sequence[Touch], asked: Asked, first: SolvedFrame, first_touches: Sequence[Touch]
) -> list[Touch]:
    """What stays in contact stays where it is: a foot does not slide over the floor."""
    body = bodies(first.values[None, :], first.goal.base)
    before = {touch.part: touch for touch in first_touches}
    kept: list[Touch] = []
    for touch in touches:
        earlier = before.get(touch.part)
        same = first.contacts.get(touch.part) == asked.contacts[touch.part]
        if same and isinstance(touch, OnSurface) and isinstance(earlier, OnSurface):
            anchor_m = _LIMB_ANCHOR_M if asked.contacts[touch.part].side else _TRUNK_ANCHOR_M
            if touch.part.startswith(Part.BUTTOCK.value):
                anchor_m = _TRUNK_ANCHOR_M
            kept.append(touch.anchored(body, anchor_m) if touch.anchor is None else touch)
        else:
            kept.append(touch)
    return kept


def _lifted(asked: Asked, first: Asked) -> bool:
    keys = ("pelvis", "buttock l", "buttock r")
    return asked.position is not first.position or any(
        asked.contacts.get(key) != first.contacts.get(key) for key in keys
    )


def _goal(asked: Asked, pose: Pose, room: Room, flesh: Flesh) -> Goal:
    wanted = to_values({"pelvis_y_m": asked.start.height_m, **asked.usual, **asked.given})
    touches = compile_touches(asked.contacts, room, pose)
    return Goal(
        wanted,
        tolerances(asked.given),
        asked.start.base,
        tuple(touches),
        room.solid,
        flesh,
        ignored_pairs(asked.contacts),
    )


def _later_goal(
    asked: Asked, first_asked: Asked, first: SolvedFrame, pose: Pose, room: Room
) -> Goal:
    given = to_values(asked.given)
    wanted = first.values.copy()
    for name in asked.given:
        wanted[INDEX[name]] = given[INDEX[name]]
    tolerance = tolerances(asked.given)
    for name in ("pelvis_x_m", "pelvis_z_m"):
        if name not in asked.given:
            tolerance[INDEX[name]] = 0.15
    if asked.position is not first_asked.position:
        usual = to_values({"pelvis_y_m": asked.start.height_m, **asked.usual, **asked.given})
        wanted[1:] = usual[1:]
    if _lifted(asked, first_asked):
        for name in ("pelvis_tilt", "pelvis_side_tilt", "pelvis_turn"):
            if name not in asked.given:
                tolerance[INDEX[name]] = np.radians(_FREE_TURN_DEG)
    touches = compile_touches(asked.contacts, room, pose)
    kept = _kept_in_place(touches, asked, first, first.goal.touches)
    return Goal(
        wanted,
        tolerance,
        asked.start.base,
        tuple(kept),
        room.solid,
        first.goal.flesh,
        ignored_pairs(asked.contacts),
    )


def finish(
    name: str,
    goal: Goal,
    values: Array,
    pose: Pose,
    room: Room,
    side: Side,
    contacts: Mapping[str, Placed],
    grips: Mapping[str, float],
    given: Mapping[str, float],
) -> SolvedFrame:
    """The moment as it is to be drawn: props that move with the body, and mirrored if left."""
    body = posed(values, goal.base, grips)
    shapes = (*room.shapes, *moving_shapes(pose.props, body, contacts, goal.touches, room))
    if side is Side.LEFT:
        body = mirrored_body(body)
        shapes = tuple(mirrored_shape(shape) for shape in shapes)
    return SolvedFrame(name, body, shapes, to_angles(values), given, goal, values, grips, contacts)


def _view(pose: Pose, side: Side) -> View:
    camera = pose.camera
    toward_left = -1.0 if side is Side.RIGHT else 1.0
    centre = None
    if len(camera.centre) == 3:
        out, up, ahead = camera.centre
        centre = 0.01 * np.array([out * toward_left, up, ahead])
    span = None if camera.span is None else 0.01 * camera.span
    return View(toward_left * camera.yaw, camera.pitch, centre, span)


def _room(pose: Pose, asked: Asked) -> Room:
    # The mat lies along the body: across the room only for someone lying on the side.
    along = STARTS[asked.position].base[:, 1]
    frame = np.eye(3)
    if abs(along[0]) > 0.7:
        frame = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]])
    return place(pose.props, frame, np.zeros(3))


def _arms_ready(goal: Goal, settled: Collection[str]) -> Array | None:
    """Where to start from when hands go to the body: elbows bent, hands before the trunk.

    `settled` are parts that are already where they should be.
    """
    ready = goal.wanted.copy()
    sides = {
        touch.part[-1]
        for touch in goal.touches
        if _hand_on_body(touch) and touch.part not in settled
    }
    for side in sides:
        for name, degrees in _READY_ARM_DEG.items():
            ready[INDEX[f"{name}_{side}"]] = np.radians(degrees)
    return ready if sides else None


def _hand_on_body(touch: Touch) -> bool:
    return isinstance(touch, OnBody) and touch.part.startswith(Part.HAND.value)


def _best(goal: Goal, settled: Collection[str]) -> Array:
    """The better of what is found from the usual arms and from arms that are bent."""
    found = []
    for start in (goal.wanted, _arms_ready(goal, settled)):
        if start is not None:
            rough = improve(goal, start, _FIRST_STEPS, collide=False)
            found.append(improve(goal, rough, _STEPS))
    return min(found, key=goal.cost)


def solve(pose: Pose, figure_side: Side = Side.RIGHT) -> Solved:
    """The bodies of all keyframes of `pose`, drawn with `figure_side` as the working side.

    Raises contacts.PoseError when the pose does not fit together: no position, or a contact
    with something that is not there. What cannot be reached is no error here: see
    check.problems_of.
    """
    asked = ask(pose.keyframes)
    flesh = Flesh()
    room = _room(pose, asked[0])
    solved: list[SolvedFrame] = []
    for one in asked:
        settled: set[str] = set()
        if not solved:
            goal = _goal(one, pose, room, flesh)
        else:
            goal = _later_goal(one, asked[0], solved[0], pose, room)
            before = solved[0].contacts
            settled = {key for key, placed in one.contacts.items() if before.get(key) == placed}
        values = _best(goal, settled)
        grips = {
            side: one.grips.get(side, default_grip(one.contacts, side)) for side in (OTHER, WORKING)
        }
        solved.append(
            finish(one.name, goal, values, pose, room, figure_side, one.contacts, grips, one.given)
        )
    return Solved(pose, figure_side, tuple(solved), room, _view(pose, figure_side))
