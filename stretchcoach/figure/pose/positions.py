"""How each position holds the body before a pose says anything: the physiotherapist's
starting positions, with what rests on what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from stretchcoach.core.content.pose import Contact
from stretchcoach.core.content.pose_terms import BodyPosition, Direction, Part, Place, Which, Whose
from stretchcoach.figure.body.skeleton import Frame


@dataclass(frozen=True)
class Start:
    """A position: the pelvis in the room, first angles, what rests where.

    `legs` and `arms` are dropped on a side for which the pose says something itself.
    """

    base: Frame
    height_m: float
    trunk: tuple[Contact, ...] = ()
    legs: tuple[Contact, ...] = ()
    arms: tuple[Contact, ...] = ()
    both: Mapping[str, float] = field(default_factory=dict)  # degrees, on both sides
    working: Mapping[str, float] = field(default_factory=dict)
    other: Mapping[str, float] = field(default_factory=dict)
    middle: Mapping[str, float] = field(default_factory=dict)


def _turn(axis: str, degrees: float) -> Frame:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    i, j, k = {"x": (0, 1, 2), "y": (1, 2, 0), "z": (2, 0, 1)}[axis]
    frame = np.zeros((3, 3))
    frame[i, i], frame[j, j], frame[k, k] = 1.0, c, c
    frame[j, k], frame[k, j] = -s, s
    return frame


def _on_floor(*parts: Part, side: Which = Which.BOTH) -> tuple[Contact, ...]:
    return tuple(Contact(put=part, on=Place.FLOOR, side=side) for part in parts)


_ON_BACK = _on_floor(Part.PELVIS, Part.UPPER_BACK, Part.HEAD)
_HANDS_DOWN = _on_floor(Part.HAND)
_HANDS_ON_THIGHS = (Contact(put=Part.HAND, on=Place.THIGH, along=60),)


def _on_side(under: Which, above: Which) -> tuple[tuple[Contact, ...], tuple[Contact, ...]]:
    """Legs and arms of someone lying on the side: legs stacked, the head on the lower arm."""
    legs = (
        *_on_floor(Part.KNEE, Part.ANKLE, side=under),
        Contact(put=Part.KNEE, side=above, on=Place.KNEE),
        Contact(put=Part.ANKLE, side=above, on=Place.ANKLE),
    )
    arms = (
        *_on_floor(Part.FOREARM, side=under),
        Contact(put=Part.HAND, side=above, on=Place.FLOOR, ahead=35),
    )
    return legs, arms


_LEGS_ON_OTHER, _ARMS_ON_OTHER = _on_side(Which.OTHER, Which.WORKING)
_LEGS_ON_WORKING, _ARMS_ON_WORKING = _on_side(Which.WORKING, Which.OTHER)
_LOWER_ARM = {"shoulder_flexion": 110.0, "elbow_flexion": 90.0}
_UPPER_ARM = {"shoulder_flexion": 45.0, "elbow_flexion": 60.0}
_STACKED = {"hip_flexion": 20.0, "knee_flexion": 30.0}


def _head_on(whose: Whose) -> Contact:
    return Contact(put=Part.HEAD, on=Place.UPPER_ARM, of=whose)


_FEET_FLAT = (Contact(put=Part.FOOT, on=Place.FLOOR, pointing=Direction.FORWARD),)
_ARMS_BESIDE = {"shoulder_abduction": 13.0, "elbow_flexion": 10.0, "forearm_rotation": -40.0}
_ARMS_HANGING = {"shoulder_abduction": 7.0, "elbow_flexion": 12.0}
_SUPINE, _PRONE = _turn("x", -90), _turn("x", 90)
_POINTED = {"ankle_flexion": -55.0}

STARTS: Mapping[BodyPosition, Start] = {
    BodyPosition.SUPINE: Start(
        _SUPINE,
        0.13,
        trunk=_ON_BACK,
        legs=_on_floor(Part.HEEL),
        arms=_HANDS_DOWN,
        both={**_ARMS_BESIDE, "hip_abduction": 5.0, "ankle_flexion": -15.0, "hip_rotation": 12.0},
    ),
    BodyPosition.HOOK_LYING: Start(
        _SUPINE,
        0.13,
        trunk=_ON_BACK,
        legs=_FEET_FLAT,
        arms=_HANDS_DOWN,
        both={**_ARMS_BESIDE, "hip_flexion": 45.0, "knee_flexion": 90.0},
    ),
    BodyPosition.PRONE: Start(
        _PRONE,
        0.11,
        trunk=_on_floor(Part.PELVIS, Part.CHEST, Part.HEAD),
        legs=_on_floor(Part.KNEE, Part.INSTEP),
        arms=_on_floor(Part.FOREARM),
        both={**_POINTED, "shoulder_flexion": 130.0, "shoulder_abduction": 40.0}
        | {"elbow_flexion": 100.0},
    ),
    BodyPosition.SIDE_ON_OTHER: Start(
        _turn("z", -90),
        0.18,
        trunk=(*_on_floor(Part.PELVIS, Part.CHEST), _head_on(Whose.OTHER)),
        legs=_LEGS_ON_OTHER,
        arms=_ARMS_ON_OTHER,
        both=_STACKED,
        other=_LOWER_ARM,
        working=_UPPER_ARM,
    ),
    BodyPosition.SIDE_ON_WORKING: Start(
        _turn("z", 90),
        0.18,
        trunk=(*_on_floor(Part.PELVIS, Part.CHEST), _head_on(Whose.WORKING)),
        legs=_LEGS_ON_WORKING,
        arms=_ARMS_ON_WORKING,
        both=_STACKED,
        working=_LOWER_ARM,
        other=_UPPER_ARM,
    ),
    BodyPosition.SEATED: Start(
        np.eye(3),
        0.58,
        trunk=(Contact(put=Part.BUTTOCK, on=Place.SEAT),),
        legs=_FEET_FLAT,
        arms=_HANDS_ON_THIGHS,
        both={"hip_flexion": 88.0, "hip_abduction": 6.0, "knee_flexion": 90.0}
        | {"shoulder_flexion": 20.0, "elbow_flexion": 50.0},
    ),
    BodyPosition.LONG_SITTING: Start(
        np.eye(3),
        0.13,
        trunk=_on_floor(Part.BUTTOCK),
        legs=_on_floor(Part.HEEL),
        arms=_HANDS_ON_THIGHS,
        both={"hip_flexion": 88.0, "shoulder_flexion": 25.0, "elbow_flexion": 40.0},
    ),
    BodyPosition.HEEL_SITTING: Start(
        np.eye(3),
        0.25,
        legs=_on_floor(Part.KNEE, Part.INSTEP),
        arms=_HANDS_ON_THIGHS,
        both={"hip_flexion": 80.0, "knee_flexion": 145.0, **_POINTED}
        | {"shoulder_flexion": 20.0, "elbow_flexion": 50.0},
    ),
    BodyPosition.STANDING: Start(
        np.eye(3), 0.93, legs=_FEET_FLAT, both={**_ARMS_HANGING, "hip_abduction": 3.0}
    ),
    BodyPosition.KNEELING: Start(
        np.eye(3),
        0.50,
        legs=_on_floor(Part.KNEE, Part.INSTEP),
        both={**_ARMS_HANGING, **_POINTED, "knee_flexion": 90.0},
    ),
    BodyPosition.HALF_KNEELING: Start(
        np.eye(3),
        0.50,
        legs=(
            *_on_floor(Part.KNEE, Part.INSTEP, side=Which.WORKING),
            Contact(put=Part.FOOT, on=Place.FLOOR, side=Which.OTHER, pointing=Direction.FORWARD),
        ),
        both=_ARMS_HANGING,
        working={"knee_flexion": 90.0, **_POINTED},
        other={"hip_flexion": 90.0, "knee_flexion": 90.0},
    ),
    BodyPosition.QUADRUPED: Start(
        _PRONE,
        0.50,
        legs=_on_floor(Part.KNEE, Part.INSTEP),
        arms=(Contact(put=Part.HAND, on=Place.FLOOR, pointing=Direction.FORWARD),),
        both={"hip_flexion": 90.0, "knee_flexion": 90.0, **_POINTED}
        | {"shoulder_flexion": 90.0, "elbow_flexion": 5.0, "wrist_flexion": -75.0},
        middle={"neck_flexion": -5.0},
    ),
}
