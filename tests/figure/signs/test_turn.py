from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose_terms import Part, Which
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.turn import BEHIND, OPEN, opened, turn, turn_deg
from tests.figure.signs.bodies import EMPTY, front, scene, turned


def test_a_turn_is_measured_about_the_part() -> None:
    assert turn_deg(Part.CHEST, "", turned("chest", 40.0)) == pytest.approx(40.0, abs=0.1)
    assert turn_deg(Part.CHEST, "", turned("chest", -25.0)) == pytest.approx(-25.0, abs=0.1)
    assert turn_deg(Part.THIGH, "r", turned("thigh_r", 30.0)) == pytest.approx(30.0, abs=0.1)
    assert turn_deg(Part.THIGH, "l", turned("thigh_r", 30.0)) == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize("part", [Part.SHIN, Part.CALF])
def test_a_turn_of_the_lower_leg_is_its_own_and_not_that_of_the_thigh(part: Part) -> None:
    assert turn_deg(part, "r", turned("shank_r", 30.0)) == pytest.approx(30.0, abs=0.1)
    assert turn_deg(part, "r", turned("thigh_r", 30.0)) == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize("degrees", [40.0, -40.0])
def test_the_head_is_where_the_front_turns_to(degrees: float) -> None:
    one = scene(turned("chest", degrees), camera=front(15.0))
    sign = turn(Part.CHEST, "", one, EMPTY)
    tip = sign[-1].line[-1]
    assert sign[-1].head > 0.0
    # Seen from ahead, the left of the person is on the right, where a turn to the left ends.
    assert np.sign(tip[0]) == np.sign(degrees)
    assert all(stroke.head == 0.0 for stroke in sign[:-1])


def test_the_arc_runs_round_the_front_and_looks_like_a_ring() -> None:
    one = scene(turned("chest", 40.0), camera=front(20.0))
    line = np.concatenate([stroke.line for stroke in turn(Part.CHEST, "", one, EMPTY)])
    lowest = line[np.argmax(line[:, 1])]
    wide, high = np.ptp(line[:, 0]), np.ptp(line[:, 1])
    assert abs(lowest[0]) < 0.25 * wide  # its front is lower than its ends, as seen from above
    assert 0.2 < high / wide < 0.7


def test_what_is_behind_the_body_is_paler() -> None:
    one = scene(turned("chest", 40.0), camera=front(20.0))
    body = Ground(np.full((75, 100), 0.35, np.float32), np.ones((75, 100), np.bool_))
    sign = turn(Part.CHEST, "", one, body)
    assert {stroke.strength for stroke in sign} == {BEHIND, 1.0}
    assert sign[-1].strength == 1.0
    assert {stroke.strength for stroke in turn(Part.CHEST, "", one, EMPTY)} == {1.0}


def test_a_ring_is_never_seen_as_a_line() -> None:
    toward = np.array([0.0, 0.0, 1.0])
    for axis in ([0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.995, -0.0999]):
        tipped = opened(np.array(axis), toward)
        assert abs(tipped @ toward) == pytest.approx(OPEN)
        assert np.linalg.norm(tipped) == pytest.approx(1.0)
        assert tipped @ np.array(axis) > 0.9
    facing = np.array([0.0, 0.6, 0.8])
    assert opened(facing, toward) is facing


@pytest.mark.parametrize("part", Part)
def test_every_part_can_turn(part: Part) -> None:
    one = scene(turned("chest", 40.0))
    (side, *_) = one.sides_of(part, Which.WORKING)
    assert turn(part, side, one, EMPTY)
