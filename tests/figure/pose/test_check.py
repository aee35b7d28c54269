from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.pose import (
    Allowed,
    Ball,
    Contact,
    Keyframe,
    Limbs,
    PictureRule,
    Pose,
    Prop,
    PropName,
)
from stretchcoach.core.content.pose_terms import BodyPosition, Part, Place, Whose
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.joints import INDEX
from stretchcoach.figure.pose.check import PoseProblem, ProblemKind, check_pose, problems_of
from stretchcoach.figure.pose.pose_to_bodies import Solved, solve
from tests.figure.poses import CHAIR, MAT, bridge, figure_4, plain

CLEARANCE = ProblemKind.CLEARANCE


def kinds(problems: list[PoseProblem]) -> set[ProblemKind]:
    return {problem.kind for problem in problems}


def shifted(solved: Solved, name: str, by: float) -> Solved:
    """The same pose with one value of its last keyframe changed after solving."""
    last = solved.frames[-1]
    values = last.values.copy()
    values[INDEX[name]] += by
    return replace(solved, frames=(solved.frames[0], replace(last, values=values)))


@pytest.mark.parametrize("side", Side)
def test_good_poses_have_no_problems(side: Side) -> None:
    for pose in (figure_4(), bridge(), plain(BodyPosition.SEATED, CHAIR)):
        assert check_pose(pose, side) == []


def test_a_body_that_is_too_low_sinks_into_the_floor_and_leaves_its_contacts() -> None:
    low = shifted(solve(bridge()), "pelvis_y_m", -0.03)
    problems = problems_of(low, between=0)
    assert kinds(problems) >= {ProblemKind.SINKS, ProblemKind.CONTACT}
    assert all(problem.at == 1.0 for problem in problems)
    assert any("floor" in problem.message for problem in problems)


def test_a_body_that_is_too_high_floats() -> None:
    high = shifted(solve(bridge()), "pelvis_y_m", 0.03)
    assert kinds(problems_of(high, between=0)) == {ProblemKind.CONTACT}


def test_a_body_in_the_chair_sinks_into_it() -> None:
    low = shifted(solve(plain(BodyPosition.SEATED, CHAIR)), "pelvis_y_m", -0.04)
    assert any("wood" in problem.message for problem in problems_of(low, between=0))


def test_a_leg_in_the_other_leg_is_found() -> None:
    crossed = shifted(solve(plain(BodyPosition.STANDING, MAT)), "hip_abduction_r", -0.35)
    messages = [problem.message for problem in problems_of(crossed, between=0)]
    assert any("(working)" in m and "(other)" in m and "overlap" in m for m in messages)


def test_an_angle_beyond_the_normal_range_is_named_with_its_value() -> None:
    pose = plain(BodyPosition.STANDING, MAT, working=Limbs(hip=Ball(flexion=160)))
    messages = [p.message for p in check_pose(pose, Side.RIGHT) if p.kind is ProblemKind.GIVEN]
    assert messages
    assert "hip flexion (working) 160" in messages[0]
    assert "130" in messages[0]


def test_a_contact_out_of_reach_is_named() -> None:
    floating = Contact(put=Part.HAND, on=Place.FOOT, of=Whose.SAME)
    straight = plain(BodyPosition.STANDING, MAT, contacts=(floating,))
    messages = [p.message for p in check_pose(straight, Side.RIGHT)]
    assert any(message.startswith("working hand on foot: off by") for message in messages)


def test_a_pose_that_does_not_fit_together_is_one_problem() -> None:
    nowhere = Pose(keyframes=(Keyframe(name="start"), Keyframe(name="hold")))
    (problem,) = check_pose(nowhere, Side.RIGHT)
    assert problem.kind is ProblemKind.POSE


def test_a_shin_beside_the_leg_of_a_chair_is_found_and_can_be_allowed() -> None:
    beside = Prop(kind=PropName.CHAIR, ahead=14, out=26)
    pose = plain(BodyPosition.STANDING, beside)
    messages = [p.message for p in check_pose(pose, Side.RIGHT, 0) if p.kind is CLEARANCE]
    assert any("shank (working) is only" in message for message in messages)
    reason = Allowed(rule=PictureRule.CLEARANCE, because="The chair stands beside the leg.")
    assert not any(
        problem.kind is CLEARANCE
        for problem in check_pose(replace(pose, allow=(reason,)), Side.RIGHT, 0)
    )
    far = plain(BodyPosition.STANDING, Prop(kind=PropName.CHAIR, ahead=14, out=60))
    assert not any(problem.kind is CLEARANCE for problem in check_pose(far, Side.RIGHT, 0))
