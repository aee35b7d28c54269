from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose import (
    Ball,
    Camera,
    Contact,
    Keyframe,
    Limbs,
    Pelvis,
    Pose,
    Prop,
    PropName,
)
from stretchcoach.core.content.pose_terms import BodyPosition, Direction, Part, Place, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.joints import INDEX
from stretchcoach.figure.body.kinematics import bodies
from stretchcoach.figure.body.props import PropKind, PropMaterial
from stretchcoach.figure.body.skeleton import RADIUS_M, SIDES
from stretchcoach.figure.pose.check import problems_of
from stretchcoach.figure.pose.contacts import PoseError
from stretchcoach.figure.pose.pose_to_bodies import solve
from tests.figure.poses import ANKLE_ON_THIGH, CHAIR, MAT, bridge, figure_4, plain


@pytest.mark.parametrize("position", BodyPosition)
def test_every_position_lies_sits_or_stands_by_itself(position: BodyPosition) -> None:
    solved = solve(plain(position, CHAIR if position is BodyPosition.SEATED else MAT))
    assert problems_of(solved, between=0) == []


def test_hook_lying_has_both_feet_flat_on_the_floor() -> None:
    body = solve(plain(BodyPosition.HOOK_LYING, MAT)).frames[0].body
    for side in SIDES:
        assert body.joints[f"heel_{side}"][1] == pytest.approx(RADIUS_M["heel"], abs=0.003)
        assert body.joints[f"ball_{side}"][1] == pytest.approx(RADIUS_M["ball"], abs=0.003)
        np.testing.assert_allclose(body.frames[f"foot_{side}"][:, 1], [0, 1, 0], atol=0.1)
    assert body.joints["knee_l"][1] > 0.4


def test_figure_four_puts_the_ankle_on_the_other_thigh_and_the_hands_behind_it() -> None:
    hold = solve(figure_4()).frames[1]
    joints, frames = hold.body.joints, hold.body.frames
    thigh = joints["knee_l"] - joints["hip_l"]
    along = (joints["ankle_r"] - joints["hip_l"]) @ thigh / (thigh @ thigh)
    assert 0.8 < along < 0.95
    front = frames["thigh_l"][:, 2]
    assert (joints["ankle_r"] - joints["knee_l"]) @ front > 0.04
    for side in SIDES:
        palm = joints[f"wrist_{side}"] + 0.085 * frames[f"hand_{side}"][:, 1]
        assert (palm - joints["hip_l"]) @ front < -0.03
        assert hold.body.grips[side] > 0.3


def test_feet_stay_where_they_stand_when_the_pelvis_lifts() -> None:
    start, hold = (frame.body.joints for frame in solve(bridge()).frames)
    for name in ("heel_l", "heel_r", "ball_l", "ball_r"):
        np.testing.assert_allclose(start[name], hold[name], atol=0.006)
    assert hold["pelvis"][1] > start["pelvis"][1] + 0.1


def test_the_left_picture_is_the_mirror_of_the_right() -> None:
    right, left = (solve(figure_4(), side) for side in (Side.RIGHT, Side.LEFT))
    for one, other in zip(right.frames, left.frames, strict=True):
        for name, point in one.body.joints.items():
            twin = name[:-1] + {"l": "r", "r": "l"}[name[-1]] if name[-2] == "_" else name
            np.testing.assert_allclose(other.body.joints[twin], point * [-1, 1, 1])
        for frame in other.body.frames.values():
            assert np.linalg.det(frame) == pytest.approx(1.0)
    assert left.view.yaw_deg == -right.view.yaw_deg


def test_the_camera_looks_from_the_working_side() -> None:
    hook = plain(BodyPosition.HOOK_LYING, MAT)
    pose = Pose(keyframes=hook.keyframes, camera=Camera(yaw=90, centre=(10, 20, 30), span=120))
    view = solve(pose, Side.RIGHT).view
    assert view.yaw_deg == -90  # the right side of someone who faces +z is at -x
    assert view.centre is not None
    np.testing.assert_allclose(view.centre, [-0.1, 0.2, 0.3])
    assert view.span_m == pytest.approx(1.2)


def test_tipping_the_pelvis_bends_the_hips_and_keeps_the_feet() -> None:
    first = Keyframe(
        name="start",
        position=BodyPosition.SEATED,
        both=Limbs(hip=Ball(flexion=88), knee=90),
        contacts=(Contact(put=Part.FOOT, on=Place.FLOOR),),
    )
    hold = Keyframe(name="hold", pelvis=Pelvis(tilt=25))
    start, leaning = solve(Pose(keyframes=(first, hold), props=(CHAIR,))).frames
    assert leaning.angles["hip_flexion_r"] > start.angles["hip_flexion_r"] + 15
    np.testing.assert_allclose(
        leaning.body.joints["heel_r"], start.body.joints["heel_r"], atol=0.006
    )


def test_a_strap_runs_from_hand_to_hand_round_the_foot() -> None:
    pose = plain(
        BodyPosition.HOOK_LYING,
        MAT,
        Prop(kind=PropName.STRAP, around=Part.FOOT),
        working=Limbs(hip=Ball(flexion=75), knee=20),
        contacts=(Contact(put=Part.HAND, on=Place.STRAP),),
    )
    frame = solve(pose).frames[0]
    strap = next(shape for shape in frame.props if shape.material is PropMaterial.STRAP)
    assert strap.kind is PropKind.POLYLINE
    assert strap.points is not None
    distances = np.linalg.norm(strap.points - frame.body.joints["ball_r"], axis=1)
    assert distances.min() < 0.08
    for side in SIDES:
        wrist = frame.body.joints[f"wrist_{side}"]
        assert np.linalg.norm(strap.points - wrist, axis=1).min() < 0.12
        assert frame.body.grips[side] > 0.9


def test_a_strap_leaves_the_thigh_for_the_hands_without_cutting_into_it() -> None:
    pose = plain(
        BodyPosition.HOOK_LYING,
        MAT,
        Prop(kind=PropName.STRAP, around=Part.THIGH),
        working=Limbs(hip=Ball(flexion=90), knee=90),
        contacts=(Contact(put=Part.HAND, on=Place.STRAP),),
    )
    body, props = (frame := solve(pose).frames[0]).body, frame.props
    strap = next(shape for shape in props if shape.material is PropMaterial.STRAP)
    assert strap.points is not None
    local = (strap.points - body.joints["hip_r"]) @ body.frames["thigh_r"]
    shares = np.linspace(0, 1, 20)[:, None, None]
    stretches = (local[:-1] * (1 - shares) + local[1:] * shares)[:, 1:-1]  # without the tails
    assert np.hypot(stretches[..., 0], stretches[..., 2]).min() > 0.07
    assert local[:, 2].min() < -0.07  # behind the thigh


def test_a_hand_that_holds_the_strap_alone_has_both_its_ends_round_the_ankle() -> None:
    pose = plain(
        BodyPosition.PRONE,
        MAT,
        Prop(kind=PropName.STRAP, around=Part.ANKLE),
        working=Limbs(
            hip=Ball(flexion=0), knee=100, shoulder=Ball(flexion=-40, abduction=10), elbow=20
        ),
        contacts=(Contact(put=Part.HAND, side=Which.WORKING, on=Place.STRAP, along=60),),
    )
    frame = solve(pose).frames[0]
    strap = next(shape for shape in frame.props if shape.material is PropMaterial.STRAP)
    assert strap.points is not None
    wrist = frame.body.joints["wrist_r"]
    assert np.linalg.norm(strap.points[[1, -2]] - wrist, axis=1).max() < 0.12
    ankle, shank = frame.body.joints["ankle_r"], frame.body.frames["shank_r"]
    local = (strap.points[2:-2] - ankle) @ shank  # the loop, without the ends
    assert local[:, 2].max() > RADIUS_M["ankle"]  # in front of the ankle, where it can draw
    assert local[:, 2].min() > -0.01
    assert frame.body.grips["r"] > 0.9


def test_a_ball_is_held_between_the_buttock_and_the_wall() -> None:
    pose = plain(
        BodyPosition.STANDING,
        Prop(kind=PropName.WALL, ahead=-15),
        Prop(kind=PropName.BALL),
        contacts=(
            Contact(put=Part.FOOT, on=Place.FLOOR, pointing=Direction.FORWARD, ahead=25),
            Contact(put=Part.BUTTOCK, side=Which.WORKING, on=Place.BALL),
        ),
    )
    frame = solve(pose).frames[0]
    ball = next(shape for shape in frame.props if shape.kind is PropKind.SPHERE)
    assert ball.centre[2] - ball.size[0] == pytest.approx(-0.15, abs=0.005)
    assert ball.centre[0] < -0.05  # on the outer half of the working buttock
    assert ball.centre[1] > frame.body.joints["hip_r"][1]  # and on its upper half


@pytest.mark.parametrize("along", [20, 65])
def test_a_roller_lies_where_along_the_thigh_the_contact_says(along: int) -> None:
    pose = plain(
        BodyPosition.SIDE_ON_WORKING,
        Prop(kind=PropName.ROLLER, turn=90),
        working=Limbs(hip=Ball(flexion=0, abduction=0), knee=0),
        contacts=(
            Contact(put=Part.PELVIS, on=Place.NOTHING),
            Contact(put=Part.THIGH, side=Which.WORKING, on=Place.ROLLER, along=along),
        ),
    )
    frame = solve(pose).frames[0]
    roller = next(shape for shape in frame.props if shape.material is PropMaterial.ROLLER)
    hip, knee = frame.body.joints["hip_r"], frame.body.joints["knee_r"]
    there = hip + (knee - hip) * along / 100
    assert np.allclose(roller.centre[[0, 2]], there[[0, 2]], atol=0.01)
    assert roller.centre[1] < there[1]


def test_a_contact_with_something_that_is_not_there_is_said() -> None:
    pose = plain(BodyPosition.HOOK_LYING, contacts=(Contact(put=Part.FOOT, on=Place.WALL),))
    with pytest.raises(PoseError, match="wall"):
        solve(pose)
    pose = plain(BodyPosition.HOOK_LYING, contacts=(Contact(put=Part.HAND, on=Place.STRAP),))
    with pytest.raises(PoseError, match="strap"):
        solve(pose)


def test_the_first_keyframe_must_name_a_position() -> None:
    nowhere = Keyframe(name="start", contacts=(ANKLE_ON_THIGH,))
    with pytest.raises(PoseError, match="position"):
        solve(Pose(keyframes=(nowhere, Keyframe(name="hold"))))


def test_hands_on_a_table_lie_on_it_and_not_beside_it() -> None:
    pose = plain(
        BodyPosition.STANDING,
        Prop(kind=PropName.TABLE, ahead=40),
        contacts=(Contact(put=Part.HAND, on=Place.TABLE),),
    )
    frame = solve(pose).frames[0]
    for side in SIDES:
        palm = frame.body.joints[f"wrist_{side}"] + 0.085 * frame.body.frames[f"hand_{side}"][:, 1]
        assert palm[1] == pytest.approx(0.9 + RADIUS_M["palm"], abs=0.005)
        assert palm[2] > 0.41
    assert problems_of(solve(pose), between=0) == []


def test_a_contact_on_the_far_side_of_a_limb_is_a_fault() -> None:
    solved = solve(figure_4())
    (touch,) = (t for t in solved.frames[0].goal.touches if t.part == "ankle r")
    start = solved.frames[0]
    assert touch.faults(bodies(start.values[None, :], start.goal.base)) == []
    turned = start.values.copy()
    turned[INDEX["hip_rotation_l"]] += np.pi  # the front of the thigh looks away
    assert "touches another face of it" in touch.faults(bodies(turned[None, :], start.goal.base))


def test_a_foot_that_moves_touches_elsewhere() -> None:
    stay = Contact(put=Part.FOOT, on=Place.FLOOR)
    start = Keyframe(name="start", position=BodyPosition.HOOK_LYING, contacts=(stay,))
    hold = Keyframe(
        name="hold",
        both=Limbs(knee=60),
        contacts=(Contact(put=Part.FOOT, on=Place.FLOOR, moves=True),),
    )
    first, last = (
        frame.body.joints["heel_r"]
        for frame in solve(Pose(keyframes=(start, hold), props=(MAT,))).frames
    )
    assert last[2] - first[2] > 0.2
    assert last[1] == pytest.approx(RADIUS_M["heel"], abs=0.003)
