from __future__ import annotations

import pytest

from stretchcoach.core.content.pose import Ball, Contact, Keyframe, Limbs, Pelvis
from stretchcoach.core.content.pose_terms import BodyPosition, Part, Place, Which
from stretchcoach.figure.pose.wanted_angles import ask

HOOK = BodyPosition.HOOK_LYING


def test_a_position_brings_its_contacts() -> None:
    (asked,) = ask((Keyframe(name="start", position=HOOK),))
    assert {"foot l", "foot r", "pelvis", "upper back", "head", "hand l", "hand r"} == set(
        asked.contacts
    )


@pytest.mark.parametrize(
    "start",
    [
        Keyframe(name="start", position=HOOK, working=Limbs(hip=Ball(flexion=60))),
        Keyframe(
            name="start",
            position=HOOK,
            contacts=(Contact(put=Part.ANKLE, side=Which.WORKING, on=Place.KNEE),),
        ),
    ],
)
def test_a_leg_of_which_something_is_said_leaves_the_floor(start: Keyframe) -> None:
    (asked,) = ask((start,))
    assert "foot r" not in asked.contacts  # the working side is solved as the right
    assert {"foot l", "hand l", "hand r"} <= set(asked.contacts)


def test_one_side_wins_over_both() -> None:
    both, other = Limbs(knee=90, elbow=10), Limbs(knee=40)
    (asked,) = ask((Keyframe(name="start", position=HOOK, both=both, other=other),))
    assert asked.given["knee_flexion_l"] == 40
    assert asked.given["knee_flexion_r"] == 90
    assert asked.given["elbow_flexion_l"] == 10


def test_a_later_keyframe_says_only_what_differs() -> None:
    start = Keyframe(name="start", position=HOOK, both=Limbs(knee=90, grip=0.5))
    hold = Keyframe(
        name="hold",
        working=Limbs(knee=20),
        contacts=(Contact(put=Part.HEAD, on=Place.NOTHING),),
    )
    first, last = ask((start, hold))
    assert last.position is HOOK
    assert (last.given["knee_flexion_r"], last.given["knee_flexion_l"]) == (20, 90)
    assert last.grips == {"l": 0.5, "r": 0.5}
    assert "head" in first.contacts
    assert "head" not in last.contacts


def test_a_hand_that_goes_elsewhere_leaves_where_it_was() -> None:
    start = Keyframe(
        name="start",
        position=BodyPosition.QUADRUPED,
        contacts=(Contact(put=Part.HAND, on=Place.FLOOR),),
    )
    hold = Keyframe(name="hold", contacts=(Contact(put=Part.FOREARM, on=Place.FLOOR),))
    assert "hand r" not in ask((start, hold))[1].contacts
    assert "forearm r" in ask((start, hold))[1].contacts


def test_tipping_the_pelvis_frees_the_hips_unless_they_are_named_again() -> None:
    start = Keyframe(name="start", position=HOOK, both=Limbs(hip=Ball(flexion=45)))
    tipped = Keyframe(name="hold", pelvis=Pelvis(tilt=20))
    named = Keyframe(name="hold", pelvis=Pelvis(tilt=20), both=Limbs(hip=Ball(flexion=70)))
    assert "hip_flexion_r" not in ask((start, tipped))[1].given
    assert ask((start, named))[1].given["hip_flexion_r"] == 70


def test_heights_are_given_in_centimetres() -> None:
    (asked,) = ask((Keyframe(name="start", position=HOOK, pelvis=Pelvis(height=15, ahead=-4)),))
    assert asked.given["pelvis_y_m"] == pytest.approx(0.15)
    assert asked.given["pelvis_z_m"] == pytest.approx(-0.04)
