"""Arms and legs with their sleeves and hems. Metres."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from stretchcoach.figure.body.part import SHIRT, SHORTS, SKIN, Part, beyond, of_side, waistline
from stretchcoach.figure.body.skeleton import PosedBody
from stretchcoach.figure.body.solids import Group, Solid

CLOTH_M = 0.006  # how far cloth stands off the skin
SLEEVE_FLARE_M = 0.011  # how much farther it would at the end of the limb
SHORTS_FLARE_M = 0.007
SLEEVE_PART = 0.60  # of the upper arm
SHORTS_PART = 0.70  # of the thigh

# Half the width, the front and the back of the limbs at seven stations from the top down.
THIGH_PROFILE = (
    (0.074, 0.078, 0.074),
    (0.0775, 0.083, 0.076),
    (0.077, 0.086, 0.072),
    (0.069, 0.079, 0.065),
    (0.060, 0.069, 0.057),
    (0.0515, 0.057, 0.049),
    (0.0490, 0.0515, 0.0460),
)
SHANK_PROFILE = (
    (0.0487, 0.0510, 0.0455),
    (0.0468, 0.0465, 0.0540),
    (0.049, 0.041, 0.062),
    (0.046, 0.038, 0.056),
    (0.038, 0.034, 0.043),
    (0.031, 0.031, 0.034),
    (0.029, 0.030, 0.031),
)
UPPER_ARM_PROFILE = (
    (0.035, 0.041, 0.041),
    (0.042, 0.046, 0.045),
    (0.040, 0.044, 0.042),
    (0.036, 0.042, 0.040),
    (0.034, 0.039, 0.037),
    (0.0335, 0.035, 0.035),
    (0.033, 0.032, 0.034),
)
FOREARM_PROFILE = (
    (0.033, 0.032, 0.034),
    (0.036, 0.034, 0.032),
    (0.036, 0.033, 0.031),
    (0.032, 0.029, 0.028),
    (0.028, 0.024, 0.024),
    (0.025, 0.021, 0.021),
    (0.024, 0.020, 0.020),
)


def thigh(body: PosedBody, side: str) -> list[Solid]:
    """The thigh in its leg of the shorts."""
    j = body.joints
    hip, knee = j[f"hip_{side}"], j[f"knee_{side}"]
    outward = 1.0 if side == "l" else -1.0
    group = of_side(Group.THIGH_L, side)
    part = Part(hip, body.frames[f"thigh_{side}"], group, outward)
    pelvis = Part(j["pelvis"], body.frames["pelvis"], group, outward)
    length = float(np.linalg.norm(knee - hip))
    hem = beyond(part.direction(0.0, -1.0, 0.0), part.at(0.0, -length * SHORTS_PART, 0.0))
    seat, under = pelvis.at(0.074, -0.052, -0.046), part.at(0.0, -0.13, -0.014)
    shorts = part.limb(length, THIGH_PROFILE, SHORTS, 0.006, CLOTH_M, flare=SHORTS_FLARE_M)
    return [
        part.limb(length, THIGH_PROFILE, SKIN, 0.0),
        replace(
            part.cone(seat, under, 0.074, 0.066, SHIRT, 0.05), clip=waistline(body), beyond=SHORTS
        ),
        replace(shorts, clip=hem),
    ]


def shank(body: PosedBody, side: str) -> list[Solid]:
    """From knee to ankle."""
    j = body.joints
    knee, ankle = j[f"knee_{side}"], j[f"ankle_{side}"]
    outward = 1.0 if side == "l" else -1.0
    frame = body.frames[f"shank_{side}"]
    part = Part(knee, frame, of_side(Group.SHANK_L, side), outward)
    return [part.limb(float(np.linalg.norm(ankle - knee)), SHANK_PROFILE, SKIN, 0.0)]


def upper_arm(body: PosedBody, side: str) -> list[Solid]:
    """The upper arm in its sleeve."""
    j = body.joints
    shoulder, elbow = j[f"shoulder_{side}"], j[f"elbow_{side}"]
    outward = 1.0 if side == "l" else -1.0
    frame = body.frames[f"upper_arm_{side}"]
    part = Part(shoulder, frame, of_side(Group.UPPER_ARM_L, side), outward)
    length = float(np.linalg.norm(elbow - shoulder))
    hem = beyond(part.direction(0.0, -1.0, 0.0), part.at(0.0, -length * SLEEVE_PART, 0.0))
    sleeve = part.limb(length, UPPER_ARM_PROFILE, SHIRT, 0.006, CLOTH_M, 0.68, SLEEVE_FLARE_M)
    return [part.limb(length, UPPER_ARM_PROFILE, SKIN, 0.0, 0.0, 0.68), replace(sleeve, clip=hem)]


def forearm(body: PosedBody, side: str) -> list[Solid]:
    """From elbow to wrist."""
    j = body.joints
    elbow, wrist = j[f"elbow_{side}"], j[f"wrist_{side}"]
    outward = 1.0 if side == "l" else -1.0
    frame = body.frames[f"forearm_{side}"]
    part = Part(elbow, frame, of_side(Group.FOREARM_L, side), outward)
    return [part.limb(float(np.linalg.norm(wrist - elbow)), FOREARM_PROFILE, SKIN, 0.0)]
