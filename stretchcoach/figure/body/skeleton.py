"""The body as joints and frames: what a solved pose hands to whatever draws or measures it.

World: metres, x to the person's left when standing and facing +z, y up, z forward, the
floor at y = 0. A frame is a rotation whose columns are the part's own x, y and z.

Lengths are those of a natural adult of 1.72 m. Legs, hip height, head and foot follow the
segment ratios of Drillis and Contini (1966, in Winter, Biomechanics and Motor Control of
Human Movement): thigh 0.245, shank 0.246, ankle height 0.039, foot 0.152, chin height
0.870 of the stature. The arms follow the joint centres of de Leva (1996, mean of women and
men): upper arm 0.160, forearm 0.153, hand 0.105.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Frame = NDArray[np.float64]

STATURE_M = 1.72
THIGH_M = 0.245 * STATURE_M
SHANK_M = 0.246 * STATURE_M
ANKLE_HEIGHT_M = 0.039 * STATURE_M
UPPER_ARM_M = 0.160 * STATURE_M
FOREARM_M = 0.153 * STATURE_M
HAND_M = 0.105 * STATURE_M  # wrist to the tip of the longest finger
HIP_HALF_M = 0.088
SHOULDER_HALF_M = 0.170

JOINTS_MIDDLE = ("pelvis", "lumbar", "waist", "chest", "neck", "head")
JOINTS_SIDE = ("hip", "knee", "ankle", "heel", "ball", "toe", "shoulder", "elbow", "wrist")
FRAMES_MIDDLE = ("pelvis", "lumbar", "chest", "neck", "head")
FRAMES_SIDE = ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
SIDES = ("l", "r")

# Where a joint lies in the frame of the part before it. `x` is for the left side and is
# mirrored for the right. The head joint is the middle of the head, 0.112 m below its top.
PELVIS_TO_LUMBAR = (0.0, 0.105, -0.010)  # pelvis frame
PELVIS_TO_HIP = (HIP_HALF_M, -0.020, 0.0)  # pelvis frame
LUMBAR_TO_WAIST = (0.0, 0.095, 0.0)  # lumbar frame
WAIST_TO_CHEST = (0.0, 0.170, 0.0)  # chest frame
CHEST_TO_NECK = (0.0, 0.145, -0.015)  # chest frame
CHEST_TO_SHOULDER = (SHOULDER_HALF_M, 0.078, -0.012)  # chest frame
NECK_TO_HEAD = (0.0, 0.160, 0.022)  # head frame; the neck frame is half-way from the chest
ANKLE_TO_HEEL = (0.0, -0.042, -0.045)  # foot frame; each has its radius of flesh around it
ANKLE_TO_BALL = (0.0, -0.047, 0.115)
ANKLE_TO_TOE = (0.0, -0.053, 0.172)

# Half the thickness of the body at a joint or along a part, metres: what lies on the mat
# and what a hand holds. The drawing follows these, so that contacts look like contacts.
RADIUS_M: Mapping[str, float] = {
    "hip": 0.088,  # the top of the thigh; toward the knee it tapers evenly
    "knee": 0.052,
    "calf": 0.050,  # 0.30 of the way from knee to ankle, 0.012 m behind the line
    "ankle": 0.036,
    "heel": 0.025,
    "ball": 0.020,
    "toe": 0.014,
    "shoulder": 0.054,
    "elbow": 0.037,
    "wrist": 0.025,
    "palm": 0.014,  # half the thickness of the hand
    "neck": 0.052,
}


@dataclass(frozen=True)
class PosedBody:
    """One body in one moment.

    `joints`: metres in the world; pelvis lumbar waist chest neck head and, with `_l` and
    `_r`, hip knee ankle heel ball toe shoulder elbow wrist. `frames`: pelvis lumbar chest
    neck head and, with `_l` and `_r`, thigh shank foot upper_arm forearm (y from the far end
    toward the trunk, z to the front), foot (z toward the toes) and hand (x across, y along
    the fingers, z out of the palm; the right thumb lies toward +x, the left toward -x).
    `grips`: "l" and "r", 0 an open hand to 1 a closed one.
    """

    joints: Mapping[str, Vector]
    frames: Mapping[str, Frame]
    grips: Mapping[str, float]


def vector(values: tuple[float, float, float]) -> Vector:
    """The tuple as an array of floats."""
    return np.array(values, dtype=np.float64)


def mirrored(values: tuple[float, float, float], side: str) -> Vector:
    """A left-side offset for `side` ("l" or "r")."""
    x, y, z = values
    return vector((x if side == "l" else -x, y, z))


def rest_body() -> PosedBody:
    """The body standing straight on the floor, arms hanging, palms toward the thighs."""
    upright = np.eye(3)
    joints: dict[str, Vector] = {}
    frames: dict[str, Frame] = dict.fromkeys(FRAMES_MIDDLE, upright)
    hip_height = ANKLE_HEIGHT_M + SHANK_M + THIGH_M
    joints["pelvis"] = vector((0.0, hip_height - PELVIS_TO_HIP[1], 0.0))
    joints["lumbar"] = joints["pelvis"] + vector(PELVIS_TO_LUMBAR)
    joints["waist"] = joints["lumbar"] + vector(LUMBAR_TO_WAIST)
    joints["chest"] = joints["waist"] + vector(WAIST_TO_CHEST)
    joints["neck"] = joints["chest"] + vector(CHEST_TO_NECK)
    joints["head"] = joints["neck"] + vector(NECK_TO_HEAD)
    for side in SIDES:
        hip = joints["pelvis"] + mirrored(PELVIS_TO_HIP, side)
        ankle = hip - vector((0.0, THIGH_M + SHANK_M, 0.0))
        shoulder = joints["chest"] + mirrored(CHEST_TO_SHOULDER, side)
        joints[f"hip_{side}"] = hip
        joints[f"knee_{side}"] = hip - vector((0.0, THIGH_M, 0.0))
        joints[f"ankle_{side}"] = ankle
        joints[f"heel_{side}"] = ankle + vector(ANKLE_TO_HEEL)
        joints[f"ball_{side}"] = ankle + vector(ANKLE_TO_BALL)
        joints[f"toe_{side}"] = ankle + vector(ANKLE_TO_TOE)
        joints[f"shoulder_{side}"] = shoulder
        joints[f"elbow_{side}"] = shoulder - vector((0.0, UPPER_ARM_M, 0.0))
        joints[f"wrist_{side}"] = shoulder - vector((0.0, UPPER_ARM_M + FOREARM_M, 0.0))
        for name in FRAMES_SIDE:
            frames[f"{name}_{side}"] = upright
        fingers = vector((0.0, -1.0, 0.0))
        palm = vector((-1.0 if side == "l" else 1.0, 0.0, 0.0))
        frames[f"hand_{side}"] = np.stack([np.cross(fingers, palm), fingers, palm], axis=1)
    return PosedBody(joints, frames, {"l": 0.2, "r": 0.2})
