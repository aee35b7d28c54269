"""What the keyframes of a pose ask for, joint by joint, with what was left unsaid filled in.

The working side is "r" here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from stretchcoach.core.content.pose import Ball, Bend, Contact, Keyframe, Limbs, Pelvis
from stretchcoach.core.content.pose_terms import BodyPosition, Place
from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.pose.contacts import (
    OTHER,
    WORKING,
    Placed,
    PoseError,
    is_arm,
    is_leg,
    spread,
)
from stretchcoach.figure.pose.positions import STARTS, Start

_SINGLE_ANGLES = {
    "knee": "knee_flexion",
    "ankle": "ankle_flexion",
    "elbow": "elbow_flexion",
    "forearm": "forearm_rotation",
    "wrist": "wrist_flexion",
}


@dataclass(frozen=True)
class Asked:
    """One keyframe, complete: `given` are the angles that the pose names, in degrees."""

    name: str
    position: BodyPosition
    start: Start
    usual: Mapping[str, float]
    given: Mapping[str, float]
    grips: Mapping[str, float]
    contacts: Mapping[str, Placed]


def _three(part: str, section: Bend | Ball, suffix: str) -> dict[str, float]:
    return {
        f"{part}_{entry.name}{suffix}": getattr(section, entry.name)
        for entry in fields(section)
        if getattr(section, entry.name) is not None
    }


def _limb_angles(limbs: Limbs, side: str) -> dict[str, float]:
    angles = {
        **_three("hip", limbs.hip, f"_{side}"),
        **_three("shoulder", limbs.shoulder, f"_{side}"),
    }
    for field_name, joint in _SINGLE_ANGLES.items():
        value = getattr(limbs, field_name)
        if value is not None:
            angles[f"{joint}_{side}"] = value
    return angles


def _pelvis_angles(pelvis: Pelvis) -> dict[str, float]:
    named = {
        "pelvis_tilt": pelvis.tilt,
        "pelvis_side_tilt": pelvis.side_tilt,
        "pelvis_turn": pelvis.turn,
        "pelvis_y_m": None if pelvis.height is None else pelvis.height * 0.01,
        "pelvis_z_m": None if pelvis.ahead is None else pelvis.ahead * 0.01,
    }
    return {name: value for name, value in named.items() if value is not None}


def _given(keyframe: Keyframe) -> dict[str, float]:
    angles = _pelvis_angles(keyframe.pelvis)
    angles |= _three("spine", keyframe.spine, "")
    angles |= _three("neck", keyframe.neck, "")
    for side, own in ((WORKING, keyframe.working), (OTHER, keyframe.other)):
        angles |= _limb_angles(keyframe.both, side)
        angles |= _limb_angles(own, side)
    return angles


def _grips(keyframe: Keyframe) -> dict[str, float]:
    grips: dict[str, float] = {}
    for side, own in ((WORKING, keyframe.working), (OTHER, keyframe.other)):
        grip = keyframe.both.grip if own.grip is None else own.grip
        if grip is not None:
            grips[side] = grip
    return grips


def _usual(start: Start) -> dict[str, float]:
    angles = dict(start.middle)
    for side, own in ((WORKING, start.working), (OTHER, start.other)):
        angles |= {f"{name}_{side}": value for name, value in start.both.items()}
        angles |= {f"{name}_{side}": value for name, value in own.items()}
    return angles


def _silent(
    contacts: tuple[Contact, ...], given: Mapping[str, float], said: Mapping[str, Placed]
) -> dict[str, Placed]:
    """The position's own contacts of limbs about which the pose says nothing itself."""
    kept = {}
    for key, placed in spread(contacts).items():
        side = placed.side
        leg = is_leg(placed.contact.put)
        same_limb = is_leg if leg else is_arm
        ball = "hip" if leg else "shoulder"
        moved = any(name.startswith(ball) and name.endswith(f"_{side}") for name in given)
        touched = any(
            other.side == side and same_limb(other.contact.put) for other in said.values()
        )
        if not moved and not touched:
            kept[key] = placed
    return kept


def _contacts(
    start: Start, given: Mapping[str, float], said: Mapping[str, Placed]
) -> dict[str, Placed]:
    placed = {
        **spread(start.trunk),
        **_silent(start.legs, given, said),
        **_silent(start.arms, given, said),
        **said,
    }
    return {key: one for key, one in placed.items() if one.contact.on is not Place.NOTHING}


def _drop_lifted(first: Mapping[str, Placed], own: Mapping[str, Placed]) -> dict[str, Placed]:
    """The first keyframe's contacts that stand, less those of limbs put elsewhere.

    A hand that is put on the knee has left the floor, and so has its forearm.
    """
    kept = dict(first)
    for key, placed in first.items():
        put, side = placed.contact.put, placed.side
        for same_limb in (is_leg, is_arm):
            if same_limb(put) and any(
                new.side == side and same_limb(new.contact.put) for new in own.values()
            ):
                kept.pop(key, None)
    return kept | dict(own)


def _overlaid(first: Mapping[str, float], own: Mapping[str, float]) -> dict[str, float]:
    """The first keyframe's angles with a later one's laid over them.

    Who tips the pelvis over legs that stay where they are bends the hips: the first
    keyframe's hip angles count no longer, unless the later one says them again.
    """
    tipped = any(name.startswith("pelvis") and not name.endswith("_m") for name in own)
    kept = {
        name: value for name, value in first.items() if not (tipped and name.startswith("hip_"))
    }
    return kept | dict(own)


def ask(keyframes: tuple[Keyframe, ...]) -> tuple[Asked, ...]:
    """All keyframes, each complete. Raises PoseError when the first names no position."""
    first = keyframes[0]
    if first.position is None:
        raise PoseError(tr("The first keyframe must name a position"))
    asked: list[Asked] = []
    first_given, first_said = _given(first), spread(first.contacts)
    for number, keyframe in enumerate(keyframes):
        position = keyframe.position or first.position
        start = STARTS[position]
        own = _given(keyframe)
        given = _overlaid(first_given, own) if number else own
        said = spread(keyframe.contacts)
        if number:
            said = _drop_lifted(first_said, said)
        grips = _grips(first) | _grips(keyframe)
        contacts = _contacts(start, given, said)
        asked.append(Asked(keyframe.name, position, start, _usual(start), given, grips, contacts))
    return tuple(asked)
