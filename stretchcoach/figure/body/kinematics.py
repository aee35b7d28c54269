"""Forward kinematics: from anatomical angles to joints and frames, for many bodies at once.

Many at once, because the solver asks what every single angle does; one call of numpy for
all of them costs little more than for one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body import skeleton
from stretchcoach.figure.body.joints import INDEX, NAMES, is_length
from stretchcoach.figure.body.skeleton import Frame, PosedBody, Vector

Array = NDArray[np.float64]

JOINT_NAMES: tuple[str, ...] = (
    *skeleton.JOINTS_MIDDLE,
    *(f"{name}_l" for name in skeleton.JOINTS_SIDE),
    *(f"{name}_r" for name in skeleton.JOINTS_SIDE),
)
FRAME_NAMES: tuple[str, ...] = (
    *skeleton.FRAMES_MIDDLE,
    *(f"{name}_l" for name in skeleton.FRAMES_SIDE),
    *(f"{name}_r" for name in skeleton.FRAMES_SIDE),
)
JOINT = {name: number for number, name in enumerate(JOINT_NAMES)}
FRAME = {name: number for number, name in enumerate(FRAME_NAMES)}


@dataclass(frozen=True)
class Bodies:
    """B bodies: `points` B x joints x 3 (metres), `frames` B x frames x 3 x 3."""

    points: Array
    frames: Array

    def point(self, name: str) -> Array:
        return self.points[:, JOINT[name]]

    def frame(self, name: str) -> Array:
        return self.frames[:, FRAME[name]]

    def at(self, joint: str, frame: str, offset: tuple[float, float, float]) -> Array:
        """The points that lie at `offset` in `frame` from `joint`, B x 3."""
        moved: Array = self.point(joint) + self.frame(frame) @ np.array(offset)
        return moved


class _Turns:
    """Rotations about the axes for the columns of a table of angles."""

    def __init__(self, values: Array) -> None:
        self._cos = np.cos(values)
        self._sin = np.sin(values)

    def about(self, axis: str, name: str, sign: float = 1.0) -> Array:
        c = self._cos[:, INDEX[name]]
        s = sign * self._sin[:, INDEX[name]]
        turn = np.zeros((len(c), 3, 3))
        i, j, k = {"x": (0, 1, 2), "y": (1, 2, 0), "z": (2, 0, 1)}[axis]
        turn[:, i, i] = 1.0
        turn[:, j, j] = c
        turn[:, k, k] = c
        turn[:, j, k] = -s
        turn[:, k, j] = s
        return turn


def _ball(turns: _Turns, joint: str, side: str) -> Array:
    # Flexion about the trunk's x, then abduction, then rotation about the limb itself.
    x = 1.0 if side == "l" else -1.0
    return (
        turns.about("x", f"{joint}_flexion_{side}", -1.0)
        @ turns.about("z", f"{joint}_abduction_{side}", x)
        @ turns.about("y", f"{joint}_rotation_{side}", x)
    )


def bodies(values: Array, base: Frame) -> Bodies:
    """The bodies with the angles of each row of `values` (radians, metres; see joints.NAMES).

    `base` is how the position holds the pelvis before it is tilted and turned.
    """
    count = len(values)
    points = np.zeros((count, len(JOINT_NAMES), 3))
    frames = np.zeros((count, len(FRAME_NAMES), 3, 3))
    turns = _Turns(values)
    _middle(values, base, points, frames)
    for side in skeleton.SIDES:
        _leg(turns, side, points, frames)
        _arm(values, turns, side, points, frames)
    return Bodies(points, frames)


def _middle(values: Array, base: Frame, points: Array, frames: Array) -> None:
    turns = _Turns(values)
    half = _Turns(values * 0.5)

    def bend(part: str) -> Array:
        return (
            half.about("y", f"{part}_rotation", -1.0)
            @ half.about("x", f"{part}_flexion")
            @ half.about("z", f"{part}_side_bend")
        )

    pelvis = (
        base
        @ turns.about("y", "pelvis_turn", -1.0)
        @ turns.about("x", "pelvis_tilt")
        @ turns.about("z", "pelvis_side_tilt")
    )
    spine, neck_bend = bend("spine"), bend("neck")
    lumbar = pelvis @ spine
    chest = lumbar @ spine
    neck = chest @ neck_bend
    head = neck @ neck_bend
    for name, frame in zip(
        skeleton.FRAMES_MIDDLE, (pelvis, lumbar, chest, neck, head), strict=True
    ):
        frames[:, FRAME[name]] = frame
    points[:, JOINT["pelvis"]] = values[:, :3]
    half_neck = tuple(0.5 * length for length in skeleton.NECK_TO_HEAD)
    chain = (
        ("pelvis", pelvis, skeleton.PELVIS_TO_LUMBAR, "lumbar"),
        ("lumbar", lumbar, skeleton.LUMBAR_TO_WAIST, "waist"),
        ("waist", chest, skeleton.WAIST_TO_CHEST, "chest"),
        ("chest", chest, skeleton.CHEST_TO_NECK, "neck"),
        (
            "neck",
            neck,
            (0.0, 0.5 * skeleton.NECK_TO_HEAD[1], 0.5 * skeleton.NECK_TO_HEAD[2]),
            "head",
        ),
    )
    for start, frame, offset, end in chain:
        points[:, JOINT[end]] = points[:, JOINT[start]] + frame @ np.array(offset)
    points[:, JOINT["head"]] += head @ np.array(half_neck)


def _leg(turns: _Turns, side: str, points: Array, frames: Array) -> None:
    x = 1.0 if side == "l" else -1.0
    pelvis = frames[:, FRAME["pelvis"]]
    thigh = pelvis @ _ball(turns, "hip", side)
    shank = thigh @ turns.about("x", f"knee_flexion_{side}")
    foot = (
        shank
        @ turns.about("x", f"ankle_flexion_{side}", -1.0)
        @ turns.about("z", f"ankle_inversion_{side}", -x)
    )
    hip = points[:, JOINT["pelvis"]] + pelvis @ skeleton.mirrored(skeleton.PELVIS_TO_HIP, side)
    knee = hip - thigh[:, :, 1] * skeleton.THIGH_M
    ankle = knee - shank[:, :, 1] * skeleton.SHANK_M
    for name, point in (("hip", hip), ("knee", knee), ("ankle", ankle)):
        points[:, JOINT[f"{name}_{side}"]] = point
    for name, offset in (
        ("heel", skeleton.ANKLE_TO_HEEL),
        ("ball", skeleton.ANKLE_TO_BALL),
        ("toe", skeleton.ANKLE_TO_TOE),
    ):
        points[:, JOINT[f"{name}_{side}"]] = ankle + foot @ np.array(offset)
    for name, frame in (("thigh", thigh), ("shank", shank), ("foot", foot)):
        frames[:, FRAME[f"{name}_{side}"]] = frame


def _arm(values: Array, turns: _Turns, side: str, points: Array, frames: Array) -> None:
    x = 1.0 if side == "l" else -1.0
    chest = frames[:, FRAME["chest"]]
    upper_arm = chest @ _ball(turns, "shoulder", side)
    forearm = (
        upper_arm
        @ turns.about("x", f"elbow_flexion_{side}", -1.0)
        @ turns.about("y", f"forearm_rotation_{side}", x)
    )
    hand = (
        forearm
        @ turns.about("z", f"wrist_flexion_{side}", -x)
        @ turns.about("x", f"wrist_deviation_{side}", -1.0)
    )
    moved = np.zeros((len(values), 3))
    moved[:, 1] = values[:, INDEX[f"girdle_elevation_m_{side}"]]
    moved[:, 2] = values[:, INDEX[f"girdle_protraction_m_{side}"]]
    offset = skeleton.mirrored(skeleton.CHEST_TO_SHOULDER, side) + moved
    shoulder = points[:, JOINT["chest"]] + (chest @ offset[:, :, None])[:, :, 0]
    elbow = shoulder - upper_arm[:, :, 1] * skeleton.UPPER_ARM_M
    wrist = elbow - forearm[:, :, 1] * skeleton.FOREARM_M
    for name, point in (("shoulder", shoulder), ("elbow", elbow), ("wrist", wrist)):
        points[:, JOINT[f"{name}_{side}"]] = point
    # Hanging, the fingers point down, the palm to the thigh: hand axes across, fingers, palm.
    fingers, palm = -hand[:, :, 1], -x * hand[:, :, 0]
    frames[:, FRAME[f"upper_arm_{side}"]] = upper_arm
    frames[:, FRAME[f"forearm_{side}"]] = forearm
    frames[:, FRAME[f"hand_{side}"]] = np.stack([np.cross(fingers, palm), fingers, palm], axis=2)


def to_values(angles: Mapping[str, float]) -> Array:
    """Named degrees and metres as one row for `bodies`; what is not named is 0."""
    values = np.zeros(len(NAMES))
    for name, value in angles.items():
        values[INDEX[name]] = value if is_length(name) else np.radians(value)
    return values


def to_angles(values: Array) -> dict[str, float]:
    """One row as named degrees and metres."""
    return {
        name: float(value) if is_length(name) else float(np.degrees(value))
        for name, value in zip(NAMES, values, strict=True)
    }


def posed(values: Array, base: Frame, grips: Mapping[str, float]) -> PosedBody:
    """The body of one row of angles."""
    body = bodies(values[None, :], base)
    joints: dict[str, Vector] = {name: body.points[0, i] for i, name in enumerate(JOINT_NAMES)}
    frames: dict[str, Frame] = {name: body.frames[0, i] for i, name in enumerate(FRAME_NAMES)}
    return PosedBody(joints, frames, dict(grips))
