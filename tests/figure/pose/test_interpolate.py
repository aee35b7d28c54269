from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.pose import Contact, Keyframe, Pose
from stretchcoach.core.content.pose_terms import BodyPosition, Part, Place, Whose
from stretchcoach.figure.body.joints import COUNT, INDEX
from stretchcoach.figure.body.kinematics import Array, bodies, to_values
from stretchcoach.figure.pose.check import problems_of
from stretchcoach.figure.pose.interpolate import blend, eased, frames, in_between, moments
from stretchcoach.figure.pose.pose_to_bodies import Solved, solve
from tests.figure.poses import CHAIR, MAT, bridge, figure_4, plain


@pytest.fixture(scope="module")
def lifted() -> Solved:
    return solve(bridge())


def test_the_ends_are_the_keyframes(lifted: Solved) -> None:
    assert in_between(lifted, 0.0) is lifted.frames[0]
    assert in_between(lifted, 1.0) is lifted.frames[1]
    assert in_between(lifted, 7.0) is lifted.frames[1]


def test_the_way_is_even_and_slow_at_both_ends(lifted: Solved) -> None:
    heights = [moment.body.joints["pelvis"][1] for moment in moments(lifted, 9)]
    rises = np.diff(heights)
    assert (rises > -0.002).all()
    assert rises[0] < rises[4] / 2
    assert rises[-1] < rises[4] / 2


def test_feet_stand_still_all_the_way(lifted: Solved) -> None:
    heel = lifted.frames[0].body.joints["heel_r"]
    for moment in moments(lifted, 6):
        np.testing.assert_allclose(moment.body.joints["heel_r"], heel, atol=0.008)


def test_what_touches_at_both_ends_touches_between() -> None:
    solved = solve(figure_4())
    middle = in_between(solved, 0.5)
    assert "ankle r" in middle.contacts
    assert "hand r" not in middle.contacts  # from the floor to the thigh it must let go
    body = bodies(middle.values[None, :], middle.goal.base)
    for touch in middle.goal.touches:
        assert np.abs(touch.gaps(body)).max() < 0.01
    assert 0.0 < middle.body.grips["r"] < solved.frames[1].body.grips["r"]


@pytest.mark.parametrize(
    ("hold", "kept"),
    [
        (Contact(put=Part.HAND, on=Place.THIGH, along=80), ["hand l", "hand r"]),
        (Contact(put=Part.HAND, on=Place.THIGH, of=Whose.WORKING), ["hand r"]),
        (Contact(put=Part.HAND, on=Place.THIGH, of=Whose.OPPOSITE), []),
    ],
)
def test_a_hand_slides_on_one_thigh_but_lets_go_on_its_way_to_the_other(
    hold: Contact, kept: list[str]
) -> None:
    start = Keyframe(name="start", position=BodyPosition.SEATED)
    pose = Pose(keyframes=(start, Keyframe(name="hold", contacts=(hold,))), props=(CHAIR,))
    middle = in_between(solve(pose), 0.5)
    assert sorted(key for key in middle.contacts if key.startswith("hand")) == kept
    if hold.along is not None:
        assert middle.contacts["hand r"].contact.along == pytest.approx(70)  # from 60


def test_many_keyframes_are_passed_one_by_one() -> None:
    start, hold = bridge().keyframes
    solved = solve(Pose(keyframes=(start, hold, start), props=(MAT,)))
    assert in_between(solved, 0.5) is solved.frames[1]
    assert in_between(solved, 1.0) is solved.frames[2]


def test_a_change_of_position_is_one_smooth_movement() -> None:
    kneel = plain(BodyPosition.KNEELING, MAT).keyframes[0]
    quadruped = plain(BodyPosition.QUADRUPED, MAT).keyframes[0]
    solved = solve(Pose(keyframes=(kneel, quadruped), props=(MAT,)))
    heads = [moment.body.joints["head"] for moment in moments(solved, 9)]
    steps = np.linalg.norm(np.diff(heads, axis=0), axis=1)
    assert steps.max() < 0.3 * steps.sum()
    assert [p for p in problems_of(solved) if p.at in (0.25, 0.5, 0.75)] == []


def test_frames_are_bodies_evenly_in_time() -> None:
    found = frames(bridge(), 5)
    assert len(found) == 5
    assert found[0].joints["pelvis"][1] < found[-1].joints["pelvis"][1]


@given(st.floats(0, 1), st.floats(0, 1))
def test_easing_keeps_the_order(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= eased(low) <= eased(high) <= 1.0
    assert eased(0.0) == 0.0
    assert eased(1.0) == 1.0


@given(
    st.tuples(st.floats(-30, 120), st.floats(-40, 80), st.floats(-60, 60)),
    st.tuples(st.floats(-30, 120), st.floats(-40, 80), st.floats(-60, 60)),
    st.floats(0, 1),
)
def test_a_hip_turns_the_shortest_way(
    first: tuple[float, ...], second: tuple[float, ...], part: float
) -> None:
    """Every moment lies on one turn about one axis: the angles to both ends add up."""

    def values(angles: tuple[float, ...]) -> Array:
        names = ("hip_flexion_r", "hip_abduction_r", "hip_rotation_r")
        return to_values(dict(zip(names, angles, strict=True)))

    def thigh(row: Array) -> Array:
        frame: Array = bodies(row[None, :], np.eye(3)).frame("thigh_r")[0]
        return frame

    def turn(a: Array, b: Array) -> float:
        return float(np.arccos(np.clip((np.trace(a.T @ b) - 1) / 2, -1, 1)))

    start, end = values(first), values(second)
    between = thigh(blend(start, end, part))
    whole = turn(thigh(start), thigh(end))
    assert turn(thigh(start), between) == pytest.approx(part * whole, abs=1e-4)
    assert turn(between, thigh(end)) == pytest.approx((1 - part) * whole, abs=1e-4)


def test_everything_else_goes_evenly() -> None:
    end = np.zeros(COUNT)
    end[INDEX["knee_flexion_l"]] = 1.0
    assert blend(np.zeros(COUNT), end, 0.25)[INDEX["knee_flexion_l"]] == pytest.approx(0.25)
