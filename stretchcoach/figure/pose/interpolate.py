"""What lies between the keyframes: joints turn as rotations, contacts keep touching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from stretchcoach.core.content.pose import Pose
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.joints import INDEX, is_length
from stretchcoach.figure.body.kinematics import Array, bodies
from stretchcoach.figure.body.skeleton import SIDES, PosedBody
from stretchcoach.figure.pose.contact_gaps import OnSurface, Touch
from stretchcoach.figure.pose.contacts import Placed, whose
from stretchcoach.figure.pose.nearest_body import Goal, improve
from stretchcoach.figure.pose.pose_to_bodies import (
    Solved,
    SolvedFrame,
    compile_touches,
    finish,
    solve,
)

_STEPS = 12
_STRAY_DEG = 6.0
_STRAY_M = 0.02
_ANCHOR_M = 0.003


def eased(t: float) -> float:
    """Slow at both ends: 0 to 1 for 0 to 1."""
    return t * t * (3.0 - 2.0 * t)


def _ball_matrix(flexion: float, abduction: float, rotation: float) -> Array:
    a, b, c = -flexion, abduction, rotation
    about_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    about_z = np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]])
    about_y = np.array([[np.cos(c), 0, np.sin(c)], [0, 1, 0], [-np.sin(c), 0, np.cos(c)]])
    matrix: Array = about_x @ about_z @ about_y
    return matrix


def _near(angle: float, wanted: float) -> float:
    """The same direction, less than half a turn away from `wanted`."""
    return wanted + float(np.remainder(angle - wanted + np.pi, 2 * np.pi) - np.pi)


def _ball_angles(matrix: Array, near: Array) -> Array:
    """Flexion, abduction and rotation of the matrix; of the two ways to say it, the one
    that is nearer to `near`."""
    b = float(np.arcsin(np.clip(-matrix[0, 1], -1.0, 1.0)))
    c = float(np.arctan2(matrix[0, 2], matrix[0, 0]))
    a = float(np.arctan2(matrix[2, 1], matrix[1, 1]))
    ways = ((-a, b, c), (-a + np.pi, np.pi - b, c + np.pi))
    candidates = [
        np.array([_near(angle, float(wanted)) for angle, wanted in zip(way, near, strict=True)])
        for way in ways
    ]
    first, second = candidates
    return first if np.abs(first - near).sum() <= np.abs(second - near).sum() else second


def _partly(matrix: Array, part: float) -> Array:
    """The rotation turned only `part` of its way (Rodrigues)."""
    angle = float(np.arccos(np.clip((np.trace(matrix) - 1.0) / 2.0, -1.0, 1.0)))
    if angle < 1e-6 or np.pi - angle < 1e-3:
        return matrix if part > 0.5 else np.eye(3)
    skew = (matrix - matrix.T) / (2.0 * np.sin(angle))
    turned = part * angle
    partial: Array = np.eye(3) + np.sin(turned) * skew + (1 - np.cos(turned)) * (skew @ skew)
    return partial


def blend(first: Array, second: Array, part: float) -> Array:
    """Between two rows of values: hips and shoulders along the shortest turn, all else evenly."""
    values: Array = first * (1 - part) + second * part
    for side in SIDES:
        for ball in ("hip", "shoulder"):
            columns = [
                INDEX[f"{ball}_{angle}_{side}"] for angle in ("flexion", "abduction", "rotation")
            ]
            start, end = _ball_matrix(*first[columns]), _ball_matrix(*second[columns])
            between = start @ _partly(start.T @ end, part)
            values[columns] = _ball_angles(between, values[columns])
    return values


def _same_place(one: Placed, two: Placed) -> bool:
    faces = {one.contact.at, two.contact.at} - {None}
    return one.contact.on is two.contact.on and whose(one) == whose(two) and len(faces) < 2


def _kept(first: SolvedFrame, second: SolvedFrame, part: float) -> dict[str, Placed]:
    """The contacts that hold all the way from one keyframe to the next.

    A hand that slides along a limb is `part` of its way along it.
    """
    kept: dict[str, Placed] = {}
    for key, before in first.contacts.items():
        after = second.contacts.get(key)
        if after is None or not _same_place(before, after):
            continue
        along = after.contact.along
        if before.contact.along is not None and along is not None:
            along = before.contact.along * (1 - part) + along * part
        kept[key] = replace(before, contact=replace(before.contact, along=along))
    return kept


def _moving_anchors(
    touches: list[Touch], first: SolvedFrame, second: SolvedFrame, part: float
) -> tuple[Touch, ...]:
    """What lies on a surface goes straight from its first place to its last."""
    start, end = (bodies(f.values[None, :], f.goal.base) for f in (first, second))
    moved: list[Touch] = []
    for touch in touches:
        if isinstance(touch, OnSurface):
            anchor = touch.middle(start)[0] * (1 - part) + touch.middle(end)[0] * part
            stray = _ANCHOR_M if not touch.lowest else 10 * _ANCHOR_M
            touch = replace(touch, anchor=anchor, anchor_m=stray)
        moved.append(touch)
    return tuple(moved)


def _between(solved: Solved, first: SolvedFrame, second: SolvedFrame, part: float) -> SolvedFrame:
    contacts = _kept(first, second, part)
    start, end = first.values, second.values
    base = first.goal.base
    if not np.allclose(base, second.goal.base):
        end = _rebased(second, base)
    wanted = blend(start, end, part)
    tolerance = np.array(
        [_STRAY_M if is_length(name) else np.radians(_STRAY_DEG) for name in INDEX]
    )
    touches = compile_touches(contacts, solved.room, solved.pose)
    goal = Goal(
        wanted,
        tolerance,
        base,
        _moving_anchors(touches, first, second, part),
        solved.room.solid,
        first.goal.flesh,
        first.goal.ignored | second.goal.ignored,
    )
    values = improve(goal, wanted, _STEPS)
    grips: Mapping[str, float] = {
        side: first.grips[side] * (1 - part) + second.grips[side] * part for side in SIDES
    }
    return finish(
        first.name, goal, values, solved.pose, solved.room, solved.side, contacts, grips, {}
    )


def _rebased(frame: SolvedFrame, base: Array) -> Array:
    """The frame's values as they are when the pelvis is measured from another base."""
    pelvis: Array = bodies(frame.values[None, :], frame.goal.base).frame("pelvis")[0]
    local = base.T @ pelvis  # = about y (-turn), about x (tilt), about z (side tilt)
    tilt = float(np.arcsin(np.clip(-local[1, 2], -1.0, 1.0)))
    turn = -float(np.arctan2(local[0, 2], local[2, 2]))
    side_tilt = float(np.arctan2(local[1, 0], local[1, 1]))
    values: Array = frame.values.copy()
    for name, angle in (
        ("pelvis_tilt", tilt),
        ("pelvis_turn", turn),
        ("pelvis_side_tilt", side_tilt),
    ):
        values[INDEX[name]] = angle
    return values


def in_between(solved: Solved, t: float) -> SolvedFrame:
    """The moment `t` of the way from the first keyframe (0) to the last (1), in even time."""
    spans = len(solved.frames) - 1
    at = min(max(t, 0.0), 1.0) * spans
    number = min(int(at), spans - 1)
    rest = at - number
    if rest < 1e-9 or rest > 1 - 1e-9:
        return solved.frames[number + round(rest)]
    return _between(solved, solved.frames[number], solved.frames[number + 1], eased(rest))


def moments(solved: Solved, count: int) -> list[SolvedFrame]:
    """`count` moments, evenly in time, the first keyframe first and the last last."""
    return [in_between(solved, number / (count - 1)) for number in range(count)]


def frames(pose: Pose, n: int, figure_side: Side = Side.RIGHT) -> list[PosedBody]:
    """The bodies of `n` moments of the pose."""
    return [moment.body for moment in moments(solve(pose, figure_side), n)]
