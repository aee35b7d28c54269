"""The drawn person: the solids that dress a posed body. Offsets and radii in metres.

The sizes follow the skeleton's table of radii where a contact can be seen, and the eye
elsewhere: smooth, a little slender, with no age, sex or face that would distract.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from stretchcoach.figure.hands import foot, hand
from stretchcoach.figure.skeleton import SIDES, Frame, PosedBody, Vector
from stretchcoach.figure.solids import Group, Joint, Kind, Material, Profile, Solid

CLOTH_M = 0.006  # how far cloth stands off the skin at a hem
SLEEVE_PART = 0.60  # of the upper arm
SHORTS_PART = 0.70  # of the thigh

SKIN, SHIRT, SHORTS, HAIR = Material.SKIN, Material.SHIRT, Material.SHORTS, Material.HAIR


def of_side(left: Group, side: str) -> Group:
    """The group of a limb for "l" or "r", from that of the left one."""
    return left if side == "l" else Group(left + 1)


class Part:
    """Writes solids in the frame of one part of the body. +x is outward on both sides."""

    def __init__(self, origin: Vector, frame: Frame, group: Group, outward: float = 1.0) -> None:
        self.origin = origin
        self.frame = frame
        self.group = group
        self.outward = outward

    def at(self, x: float, y: float, z: float) -> Vector:
        point: Vector = self.origin + self.frame @ np.array([x * self.outward, y, z])
        return point

    def direction(self, x: float, y: float, z: float) -> Vector:
        vector: Vector = self.frame @ np.array([x * self.outward, y, z])
        unit: Vector = vector / np.linalg.norm(vector)
        return unit

    def ellipsoid(
        self,
        centre: tuple[float, float, float],
        half: tuple[float, float, float],
        material: Material,
        blend: float,
        clip: tuple[Vector, float] | None = None,
    ) -> Solid:
        return Solid(
            Kind.ELLIPSOID,
            self.at(*centre),
            material,
            self.group,
            frame=self.frame,
            half=half,
            blend_m=blend,
            clip=clip,
        )

    def cone(
        self,
        a: Vector,
        b: Vector,
        r1: float,
        r2: float,
        material: Material,
        blend: float,
        clip: tuple[Vector, float] | None = None,
    ) -> Solid:
        return Solid(
            Kind.CONE, a, material, self.group, b=b, r1=r1, r2=r2, blend_m=blend, clip=clip
        )

    def limb(
        self,
        length: float,
        profile: Profile,
        material: Material,
        blend: float,
        more: float = 0.0,
        top: float = 1.0,
    ) -> Solid:
        """A limb from the origin down the frame's y, `more` thicker than its profile."""
        thick = [(wide + more, front + more, back + more) for wide, front, back in profile]
        return Solid(
            Kind.LIMB,
            self.origin,
            material,
            self.group,
            r1=length,
            r2=top,
            frame=self.frame,
            blend_m=blend,
            profile=thick,
        )


def beyond(normal: Vector, point: Vector) -> tuple[Vector, float]:
    """A cut through `point` that takes away the side to which `normal` points."""
    return normal, float(normal @ point)


def mix(a: Vector, b: Vector, part: float) -> Vector:
    """The point `part` of the way from a to b."""
    point: Vector = a * (1.0 - part) + b * part
    return point


def body_solids(body: PosedBody) -> list[Solid]:
    """The whole person."""
    solids = [*_trunk(body), *_shoulders(body), *_head(body)]
    for side in SIDES:
        solids += _thigh(body, side)
        solids += _shank(body, side)
        solids += foot(body, side)
        solids += _upper_arm(body, side)
        solids += _forearm(body, side)
        solids += hand(body, side)
    return solids


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
            (Group.SHANK_L, Group.THIGH_L, knee, 0.10, 0.008 + 0.017 * knee_bend),
            (Group.FOOT_L, Group.SHANK_L, ankle, 0.09, 0.016),
            (Group.UPPER_ARM_L, Group.TORSO, shoulder, 0.15, 0.046),
            (Group.FOREARM_L, Group.UPPER_ARM_L, elbow, 0.08, 0.003 + 0.015 * elbow_bend),
            (Group.HAND_L, Group.FOREARM_L, wrist, 0.07, 0.012),
            (Group.FINGERS_L, Group.HAND_L, palm, 0.09, 0.012),
        )
        for group, parent, centre, radius, blend in chain:
            above = parent if parent is Group.TORSO else of_side(parent, side)
            joints.append(Joint(of_side(group, side), above, centre, radius, blend))
    return joints


def _bend(above: Vector, joint: Vector, below: Vector) -> float:
    """0 for a straight joint, 1 for one bent by a right angle or more."""
    one, two = joint - above, below - joint
    cosine = float(one @ two) / float(np.linalg.norm(one) * np.linalg.norm(two) + 1e-9)
    return min(1.0, 1.0 - cosine)


def _waistline(body: PosedBody) -> tuple[Vector, float]:
    part = Part(body.joints["pelvis"], body.frames["pelvis"], Group.TORSO)
    return beyond(part.direction(0.0, -1.0, 0.0), part.at(0.0, 0.030, 0.0))


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
    line = _waistline(body)
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
    collar = beyond(up, neck.at(0.0, 0.004, 0.0))
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
        neck.cone(neck.at(0.0, -0.05, -0.010), skull, 0.047, 0.043, SKIN, 0.03),
        head.ellipsoid((0.0, 0.026, -0.010), (0.072, 0.086, 0.090), SKIN, 0.03),
        head.ellipsoid((0.0, -0.026, 0.016), (0.058, 0.074, 0.068), SKIN, 0.04),
        head.ellipsoid((0.0, -0.076, 0.046), (0.028, 0.022, 0.024), SKIN, 0.05),
        nose,
    ]
    for sign in (1.0, -1.0):
        head.outward = neck.outward = sign
        solids.append(head.ellipsoid((0.0755, -0.006, -0.012), (0.009, 0.027, 0.016), SKIN, 0.006))
        top, root = head.at(0.045, -0.045, -0.022), neck.at(0.012, -0.035, 0.026)
        solids.append(neck.cone(top, root, 0.018, 0.012, SKIN, 0.03))
    return solids + _hair(Part(j["head"], body.frames["head"], Group.HAIR))


def _hair(head: Part) -> list[Solid]:
    line = beyond(head.direction(0.0, -0.56, 0.83), head.at(0.0, 0.082, 0.066))
    return [
        head.ellipsoid((0.0, 0.032, -0.016), (0.080, 0.090, 0.093), HAIR, 0.0, line),
        head.ellipsoid((0.0, -0.022, -0.044), (0.062, 0.058, 0.050), HAIR, 0.03, line),
        head.ellipsoid((0.0, 0.100, -0.076), (0.036, 0.034, 0.034), HAIR, 0.014),
    ]


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


def _thigh(body: PosedBody, side: str) -> list[Solid]:
    j = body.joints
    hip, knee = j[f"hip_{side}"], j[f"knee_{side}"]
    outward = 1.0 if side == "l" else -1.0
    group = of_side(Group.THIGH_L, side)
    part = Part(hip, body.frames[f"thigh_{side}"], group, outward)
    pelvis = Part(j["pelvis"], body.frames["pelvis"], group, outward)
    length = float(np.linalg.norm(knee - hip))
    hem = beyond(part.direction(0.0, -1.0, 0.0), part.at(0.0, -length * SHORTS_PART, 0.0))
    seat, under = pelvis.at(0.074, -0.052, -0.046), part.at(0.0, -0.13, -0.014)
    shorts = part.limb(length, THIGH_PROFILE, SHORTS, 0.006, CLOTH_M)
    return [
        part.limb(length, THIGH_PROFILE, SKIN, 0.0),
        part.cone(seat, under, 0.074, 0.066, SHORTS, 0.05),
        replace(shorts, clip=hem),
    ]


def _shank(body: PosedBody, side: str) -> list[Solid]:
    j = body.joints
    knee, ankle = j[f"knee_{side}"], j[f"ankle_{side}"]
    outward = 1.0 if side == "l" else -1.0
    frame = body.frames[f"shank_{side}"]
    part = Part(knee, frame, of_side(Group.SHANK_L, side), outward)
    return [part.limb(float(np.linalg.norm(ankle - knee)), SHANK_PROFILE, SKIN, 0.0)]


def _upper_arm(body: PosedBody, side: str) -> list[Solid]:
    j = body.joints
    shoulder, elbow = j[f"shoulder_{side}"], j[f"elbow_{side}"]
    outward = 1.0 if side == "l" else -1.0
    frame = body.frames[f"upper_arm_{side}"]
    part = Part(shoulder, frame, of_side(Group.UPPER_ARM_L, side), outward)
    length = float(np.linalg.norm(elbow - shoulder))
    hem = beyond(part.direction(0.0, -1.0, 0.0), part.at(0.0, -length * SLEEVE_PART, 0.0))
    sleeve = part.limb(length, UPPER_ARM_PROFILE, SHIRT, 0.006, CLOTH_M, 0.68)
    return [part.limb(length, UPPER_ARM_PROFILE, SKIN, 0.0, 0.0, 0.68), replace(sleeve, clip=hem)]


def _forearm(body: PosedBody, side: str) -> list[Solid]:
    j = body.joints
    elbow, wrist = j[f"elbow_{side}"], j[f"wrist_{side}"]
    outward = 1.0 if side == "l" else -1.0
    frame = body.frames[f"forearm_{side}"]
    part = Part(elbow, frame, of_side(Group.FOREARM_L, side), outward)
    return [part.limb(float(np.linalg.norm(wrist - elbow)), FOREARM_PROFILE, SKIN, 0.0)]
