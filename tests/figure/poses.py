"""Poses that several tests use."""

from __future__ import annotations

from stretchcoach.core.content.pose import Ball, Contact, Keyframe, Limbs, Pose, Prop, PropName
from stretchcoach.core.content.pose_terms import BodyPosition, Face, Part, Place, Which, Whose

MAT, CHAIR = Prop(kind=PropName.MAT), Prop(kind=PropName.CHAIR)

HANDS_BEHIND_OTHER_THIGH = Contact(
    put=Part.HAND, on=Place.THIGH, of=Whose.OTHER, at=Face.BACK, along=65
)
ANKLE_ON_THIGH = Contact(
    put=Part.ANKLE, side=Which.WORKING, on=Place.THIGH, at=Face.FRONT, along=88
)


def figure_4() -> Pose:
    start = Keyframe(
        name="start",
        position=BodyPosition.HOOK_LYING,
        working=Limbs(hip=Ball(flexion=75, abduction=30, rotation=55), knee=110),
        contacts=(ANKLE_ON_THIGH,),
    )
    hold = Keyframe(
        name="hold",
        other=Limbs(hip=Ball(flexion=95), knee=95),
        working=Limbs(hip=Ball(flexion=122, abduction=28, rotation=62), knee=115),
        contacts=(HANDS_BEHIND_OTHER_THIGH,),
    )
    return Pose(keyframes=(start, hold), props=(MAT,))


def bridge() -> Pose:
    hold = Keyframe(
        name="hold",
        both=Limbs(hip=Ball(flexion=0)),
        contacts=(
            Contact(put=Part.PELVIS, on=Place.NOTHING),
            Contact(put=Part.FOOT, on=Place.FLOOR),
        ),
    )
    start = Keyframe(
        name="start",
        position=BodyPosition.HOOK_LYING,
        contacts=(Contact(put=Part.FOOT, on=Place.FLOOR),),
    )
    return Pose(keyframes=(start, hold), props=(MAT,))


def plain(position: BodyPosition, *props: Prop, **first: object) -> Pose:
    """The position and nothing else; `first` are further fields of the first keyframe."""
    start = Keyframe(name="start", position=position, **first)  # type: ignore[arg-type]
    return Pose(keyframes=(start, Keyframe(name="hold")), props=props)
