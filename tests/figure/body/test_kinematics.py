from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.figure.body import skeleton
from stretchcoach.figure.body.joints import NAMES, is_length
from stretchcoach.figure.body.kinematics import posed, to_angles, to_values
from stretchcoach.figure.body.skeleton import PosedBody, Vector, rest_body

GRIPS = {"l": 0.2, "r": 0.2}
UP, FORWARD, LEFT = np.eye(3)[1], np.eye(3)[2], np.eye(3)[0]


def body_with(**angles: float) -> PosedBody:
    return posed(to_values(angles), np.eye(3), GRIPS)


def outward(side: str) -> Vector:
    direction: Vector = LEFT if side == "l" else -LEFT
    return direction


def test_at_zero_the_body_stands_as_at_rest() -> None:
    rest = rest_body()
    body = body_with(pelvis_y_m=float(rest.joints["pelvis"][1]))
    assert set(body.joints) == set(rest.joints)
    assert set(body.frames) == set(rest.frames)
    for name, point in rest.joints.items():
        np.testing.assert_allclose(body.joints[name], point, atol=1e-12)
    for name, frame in rest.frames.items():
        np.testing.assert_allclose(body.frames[name], frame, atol=1e-12)


def test_the_resting_body_stands_on_the_floor_and_has_its_stature() -> None:
    rest = rest_body()
    for side in skeleton.SIDES:
        for part in ("heel", "ball", "toe"):
            lowest = rest.joints[f"{part}_{side}"][1] - skeleton.RADIUS_M[part]
            assert lowest == pytest.approx(0.0, abs=0.001)
    assert rest.joints["head"][1] + 0.112 == pytest.approx(skeleton.STATURE_M, abs=0.03)


@pytest.mark.parametrize("side", ["l", "r"])
class TestSigns:
    def moved(self, joint: str, side: str, **angles: float) -> Vector:
        """How far the joint of `side` moves from where it rests."""
        named = {f"{name}_{side}": value for name, value in angles.items()}
        point = body_with(**named).joints[f"{joint}_{side}"]
        return point - body_with().joints[f"{joint}_{side}"]

    def test_hip_flexion_takes_the_knee_forward(self, side: str) -> None:
        moved = self.moved("knee", side, hip_flexion=90)
        assert moved @ FORWARD == pytest.approx(skeleton.THIGH_M)
        assert moved @ UP == pytest.approx(skeleton.THIGH_M)

    def test_hip_abduction_takes_the_knee_outward(self, side: str) -> None:
        assert self.moved("knee", side, hip_abduction=30) @ outward(side) == pytest.approx(
            skeleton.THIGH_M / 2
        )

    def test_abduction_of_a_flexed_hip_takes_the_knee_outward(self, side: str) -> None:
        moved = self.moved("knee", side, hip_flexion=90, hip_abduction=30)
        assert moved @ outward(side) == pytest.approx(skeleton.THIGH_M / 2)
        assert moved @ UP == pytest.approx(skeleton.THIGH_M)

    def test_external_rotation_turns_the_toes_outward(self, side: str) -> None:
        assert self.moved("toe", side, hip_rotation=40) @ outward(side) > 0.05

    def test_external_rotation_of_a_bent_leg_takes_the_foot_inward(self, side: str) -> None:
        bent = {"hip_flexion": 90.0, "knee_flexion": 90.0}
        straight = self.moved("ankle", side, **bent)
        turned = self.moved("ankle", side, hip_rotation=40, **bent)
        assert (turned - straight) @ outward(side) < -0.2

    def test_knee_flexion_takes_the_foot_backward(self, side: str) -> None:
        assert self.moved("ankle", side, knee_flexion=90) @ FORWARD == pytest.approx(
            -skeleton.SHANK_M
        )

    def test_dorsiflexion_lifts_the_toes(self, side: str) -> None:
        assert self.moved("toe", side, ankle_flexion=20) @ UP > 0.04

    def test_inversion_turns_the_sole_inward(self, side: str) -> None:
        sole = -body_with(**{f"ankle_inversion_{side}": 20.0}).frames[f"foot_{side}"][:, 1]
        assert sole @ outward(side) < -0.3

    def test_shoulder_and_elbow(self, side: str) -> None:
        assert self.moved("elbow", side, shoulder_flexion=90) @ FORWARD == pytest.approx(
            skeleton.UPPER_ARM_M
        )
        assert self.moved("elbow", side, shoulder_abduction=90) @ outward(side) == pytest.approx(
            skeleton.UPPER_ARM_M
        )
        assert self.moved("wrist", side, elbow_flexion=90) @ FORWARD == pytest.approx(
            skeleton.FOREARM_M
        )
        turned = self.moved("wrist", side, elbow_flexion=90, shoulder_rotation=30)
        assert turned @ outward(side) > 0.1

    def test_supination_turns_the_palm_forward(self, side: str) -> None:
        hand = body_with(**{f"forearm_rotation_{side}": 90.0}).frames[f"hand_{side}"]
        np.testing.assert_allclose(hand[:, 2], FORWARD, atol=1e-9)

    def test_wrist(self, side: str) -> None:
        rest = body_with().frames[f"hand_{side}"]
        flexed = body_with(**{f"wrist_flexion_{side}": 40.0}).frames[f"hand_{side}"]
        assert flexed[:, 1] @ rest[:, 2] > 0.6
        radial = body_with(**{f"wrist_deviation_{side}": 20.0}).frames[f"hand_{side}"]
        assert radial[:, 1] @ FORWARD > 0.3  # the thumb's side, since the thumb is in front


def test_the_trunk_bends_and_turns_toward_the_working_side_which_is_the_right() -> None:
    assert body_with(spine_flexion=40).joints["head"] @ FORWARD > 0.2
    assert body_with(spine_side_bend=20).joints["head"] @ LEFT < -0.1
    assert body_with(spine_rotation=30).frames["chest"][:, 2] @ LEFT < -0.4
    assert body_with(pelvis_turn=30).frames["pelvis"][:, 2] @ LEFT < -0.4
    assert body_with(pelvis_tilt=30).frames["pelvis"][:, 1] @ FORWARD > 0.4
    assert body_with(neck_flexion=30).frames["head"][:, 2] @ UP < -0.4


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-120, 120), min_size=len(NAMES), max_size=len(NAMES)))
def test_bones_keep_their_length_and_frames_stay_rotations(degrees: list[float]) -> None:
    angles = {
        name: 0.0 if is_length(name) else value for name, value in zip(NAMES, degrees, strict=True)
    }
    body = posed(to_values(angles), np.eye(3), GRIPS)
    bones = (
        ("hip", "knee", skeleton.THIGH_M),
        ("knee", "ankle", skeleton.SHANK_M),
        ("shoulder", "elbow", skeleton.UPPER_ARM_M),
        ("elbow", "wrist", skeleton.FOREARM_M),
    )
    for side in skeleton.SIDES:
        for first, second, length in bones:
            bone = body.joints[f"{first}_{side}"] - body.joints[f"{second}_{side}"]
            assert np.linalg.norm(bone) == pytest.approx(length)
    for frame in body.frames.values():
        np.testing.assert_allclose(frame @ frame.T, np.eye(3), atol=1e-9)
        assert np.linalg.det(frame) == pytest.approx(1.0)


def test_values_and_angles_say_the_same() -> None:
    angles = {name: 0.01 * number for number, name in enumerate(NAMES)}
    assert to_angles(to_values(angles)) == pytest.approx(angles)
