"""The drawn person: the solids that dress a posed body. Offsets and radii in metres.

The sizes follow the skeleton's table of radii where a contact can be seen, and the eye
elsewhere: smooth, a little slender, with no age, sex or face that would distract.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from stretchcoach.figure.body.face import face
from stretchcoach.figure.body.feet import foot
from stretchcoach.figure.body.hands import hand
from stretchcoach.figure.body.limbs import forearm, shank, thigh, upper_arm
from stretchcoach.figure.body.part import (
    HAIR,
    SHIRT,
    SHORTS,
    SKIN,
    Part,
    beyond,
    mix,
    of_side,
    waistline,
)
from stretchcoach.figure.body.skeleton import SIDES, PosedBody, Vector
from stretchcoach.figure.body.solids import Group, Joint, Material, Shirt, Solid

SHIRT_LOOSE_M = 0.010


def body_solids(body: PosedBody, props: Sequence[Solid] = ()) -> list[Solid]:
    """The whole person. Hands close round the body and round `props`."""
    solids = [*_trunk(body), *_shoulders(body), *_head(body)]
    for side in SIDES:
        solids += thigh(body, side)
        solids += shank(body, side)
        solids += foot(body, side)
        solids += upper_arm(body, side)
        solids += forearm(body, side)
    return solids + [
        solid for side in SIDES for solid in hand(body, side, _others(solids, props, side))
    ]


def _others(solids: Sequence[Solid], props: Sequence[Solid], side: str) -> list[Solid]:
    """What a hand can hold: all but its own arm, and the strap, round which it is a fist."""
    own = {of_side(Group.UPPER_ARM_L, side), of_side(Group.FOREARM_L, side)}
    return [
        solid
        for solid in (*solids, *props)
        if solid.group not in own and solid.material is not Material.STRAP
    ]


def body_joints(body: PosedBody) -> list[Joint]:
    """Where the parts of the person flow into each other: softly when bent, less when straight."""
    j = body.joints
    joints = [
        Joint(Group.HEAD, Group.TORSO, j["neck"], 0.12, 0.02),
        Joint(Group.HAIR, Group.HEAD, j["head"], 0.3, 0.003),
    ]
    for side in SIDES:
        hip, knee, ankle = (j[f"{name}_{side}"] for name in ("hip", "knee", "ankle"))
        shoulder, elbow, wrist = (j[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist"))
        palm = wrist + body.frames[f"hand_{side}"] @ np.array([0.0, 0.08, 0.0])
        hip_bend = _bend(j["lumbar"], hip, knee)
        knee_bend, elbow_bend = _bend(hip, knee, ankle), _bend(shoulder, elbow, wrist)
        chain = (
            (Group.THIGH_L, Group.TORSO, hip, 0.19, 0.032 + 0.016 * hip_bend),
            (Group.SHANK_L, Group.THIGH_L, knee, 0.10, 0.001 + 0.024 * knee_bend),
            (Group.FOOT_L, Group.SHANK_L, ankle, 0.09, 0.016),
            (Group.UPPER_ARM_L, Group.TORSO, shoulder, 0.15, 0.046),
            (Group.FOREARM_L, Group.UPPER_ARM_L, elbow, 0.08, 0.0006 + 0.018 * elbow_bend),
            (Group.HAND_L, Group.FOREARM_L, wrist, 0.07, 0.012),
            (Group.FINGERS_L, Group.HAND_L, palm, 0.09, 0.012),
        )
        for group, parent, centre, radius, blend in chain:
            above = parent if parent is Group.TORSO else of_side(parent, side)
            joints.append(Joint(of_side(group, side), above, centre, radius, blend))
    return joints


def body_shirt(body: PosedBody) -> Shirt:
    """The T-shirt, not tucked in."""
    return Shirt(waistline(body), SHIRT_LOOSE_M)


def _bend(above: Vector, joint: Vector, below: Vector) -> float:
    """0 for a straight joint, 1 for one bent by a right angle or more."""
    one, two = joint - above, below - joint
    cosine = float(one @ two) / float(np.linalg.norm(one) * np.linalg.norm(two) + 1e-9)
    return min(1.0, 1.0 - cosine)


def _trunk(body: PosedBody) -> list[Solid]:
    j, f = body.joints, body.frames
    pelvis = Part(j["pelvis"], f["pelvis"], Group.TORSO)
    lumbar = Part(j["lumbar"], f["lumbar"], Group.TORSO)
    waist = Part(j["waist"], f["lumbar"], Group.TORSO)
    chest = Part(j["chest"], f["chest"], Group.TORSO)
    solids = [
        pelvis.ellipsoid((0.0, 0.0, 0.002), (0.151, 0.126, 0.090), SHIRT, 0.05),
        lumbar.ellipsoid((0.0, 0.0, 0.014), (0.112, 0.115, 0.078), SHIRT, 0.05),
        waist.ellipsoid((0.0, 0.0, 0.010), (0.099, 0.130, 0.072), SHIRT, 0.06),
        chest.ellipsoid((0.0, -0.035, -0.002), (0.128, 0.155, 0.086), SHIRT, 0.07),
        chest.ellipsoid((0.0, 0.025, -0.028), (0.118, 0.088, 0.072), SHIRT, 0.05),
    ]
    for sign in (1.0, -1.0):
        pelvis.outward = chest.outward = sign
        solids.append(
            pelvis.ellipsoid((0.070, -0.048, -0.048), (0.078, 0.092, 0.074), SHIRT, 0.045)
        )
        solids.append(chest.ellipsoid((0.056, -0.004, 0.050), (0.064, 0.066, 0.040), SHIRT, 0.05))
        solids.append(chest.ellipsoid((0.085, 0.0, -0.050), (0.050, 0.100, 0.040), SHIRT, 0.05))
    line = waistline(body)
    return [replace(solid, clip=line, beyond=SHORTS) for solid in solids]


def _shoulders(body: PosedBody) -> list[Solid]:
    j = body.joints
    chest = Part(j["chest"], body.frames["chest"], Group.TORSO)
    neck = Part(j["neck"], body.frames["neck"], Group.TORSO)
    solids = []
    for side, sign in zip(SIDES, (1.0, -1.0), strict=True):
        chest.outward = neck.outward = sign
        shoulder = j[f"shoulder_{side}"]
        inner = chest.at(0.035, 0.078, -0.022)
        solids.append(chest.cone(inner, mix(inner, shoulder, 0.80), 0.050, 0.040, SHIRT, 0.05))
        top = neck.at(0.020, -0.002, -0.016)
        slope = mix(top, shoulder, 0.75) + chest.direction(0.0, -1.0, 0.0) * 0.012
        solids.append(chest.cone(top, slope, 0.031, 0.034, SHIRT, 0.05))
        breast = chest.at(0.030, 0.060, 0.026)
        solids.append(chest.cone(breast, mix(breast, shoulder, 0.72), 0.044, 0.038, SHIRT, 0.05))
    chest.outward = neck.outward = 1.0
    up = neck.direction(0.0, 0.90, 0.44)
    collar = beyond(up, neck.at(0.0, -0.012, 0.0))
    solids.append(
        chest.cone(
            neck.at(0.0, -0.05, -0.006),
            neck.at(0.0, 0.05, 0.004),
            0.064,
            0.049,
            SHIRT,
            0.02,
            collar,
        )
    )
    return solids


def _head(body: PosedBody) -> list[Solid]:
    j = body.joints
    neck = Part(j["neck"], body.frames["neck"], Group.HEAD)
    head = Part(j["head"], body.frames["head"], Group.HEAD)
    skull = head.at(0.0, -0.035, -0.014)
    nose = head.cone(
        head.at(0.0, 0.008, 0.078), head.at(0.0, -0.020, 0.0885), 0.006, 0.0082, SKIN, 0.024
    )
    solids = [
        neck.cone(neck.at(0.0, -0.05, -0.010), skull, 0.046, 0.041, SKIN, 0.03),
        head.ellipsoid((0.0, 0.026, -0.010), (0.072, 0.086, 0.090), SKIN, 0.03),
        head.ellipsoid((0.0, -0.026, 0.016), (0.058, 0.074, 0.068), SKIN, 0.04),
        head.ellipsoid((0.0, -0.076, 0.046), (0.028, 0.022, 0.024), SKIN, 0.05),
        nose,
    ]
    for sign in (1.0, -1.0):
        head.outward = neck.outward = sign
        solids += _ear(head)
        top, root = head.at(0.038, -0.050, -0.016), neck.at(0.012, -0.035, 0.026)
        solids.append(neck.cone(top, root, 0.016, 0.012, SKIN, 0.03))
    solids += face(head)
    return solids + _hair(Part(j["head"], body.frames["head"], Group.HAIR))


def _ear(head: Part) -> list[Solid]:
    """A shell with a rim from its root up and round to the lobe."""
    shell = head.ellipsoid((0.0735, -0.003, -0.010), (0.0060, 0.024, 0.0145), SKIN, 0.006)
    turns = np.radians(np.linspace(-65.0, 190.0, 10))
    rim = [
        head.at(0.0790 - 0.004 * np.cos(turn / 1.3 + 0.9), 0.024 * np.cos(turn) - 0.003, z)
        for turn, z in zip(turns, -0.0105 - 0.0145 * np.sin(turns), strict=True)
    ]
    bones = [head.cone(a, b, 0.0036, 0.0036, SKIN, 0.0005) for a, b in pairwise(rim)]
    lobe = head.ellipsoid((0.0755, -0.026, -0.006), (0.005, 0.006, 0.006), SKIN, 0.004)
    return [shell, *bones, lobe]


def _hair(head: Part) -> list[Solid]:
    line = beyond(head.direction(0.0, -0.56, 0.83), head.at(0.0, 0.082, 0.066))
    return [
        head.ellipsoid((0.0, 0.032, -0.016), (0.080, 0.090, 0.093), HAIR, 0.0, line),
        head.ellipsoid((0.0, -0.022, -0.044), (0.062, 0.058, 0.050), HAIR, 0.03, line),
        head.ellipsoid((0.0, 0.100, -0.076), (0.036, 0.034, 0.034), HAIR, 0.014),
    ]
