from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.body.flesh import CONE, CONES, Ends, Flesh, colliding_pairs, cone_gaps
from stretchcoach.figure.body.joints import COUNT
from stretchcoach.figure.body.kinematics import bodies, to_values
from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.pose.nearest_body import box_gaps, floor_gaps


def two_cones(offset: tuple[float, float, float], turned: bool) -> Ends:
    """One cone along x from -1 to 1 and another, moved by `offset`, along x or z."""
    axis = np.array([0.0, 0.0, 1.0] if turned else [1.0, 0.0, 0.0])
    first, moved = np.array([1.0, 0.0, 0.0]), np.array(offset)
    a = np.array([[-first, moved - axis]])
    b = np.array([[first, moved + axis]])
    return Ends(a, b, np.array([0.1, 0.2]), np.array([0.1, 0.2]))


@pytest.mark.parametrize(
    ("offset", "turned", "gap"),
    [
        ((0.0, 0.5, 0.0), False, 0.2),  # side by side
        ((0.0, 0.5, 0.0), True, 0.2),  # crossed
        ((2.5, 0.0, 0.0), False, 0.2),  # end to end
        ((0.0, 0.2, 0.0), True, -0.1),  # sunk into each other
    ],
)
def test_the_gap_between_two_cones(
    offset: tuple[float, float, float], turned: bool, gap: float
) -> None:
    found = cone_gaps(two_cones(offset, turned), np.array([0]), np.array([1]))
    assert found[0, 0] == pytest.approx(gap, abs=1e-6)


def test_the_gap_to_a_box_and_to_the_floor() -> None:
    ends = two_cones((0.0, 0.5, 0.0), False)
    box = PropShape(
        PropKind.BOX, np.array([0.0, 1.2, 0.0]), np.eye(3), (0.3, 0.1, 0.3), PropMaterial.WOOD
    )
    np.testing.assert_allclose(box_gaps(ends, box), [[1.0, 0.4]], atol=1e-9)
    np.testing.assert_allclose(floor_gaps(ends), [[-0.1, 0.3]], atol=1e-9)


def test_nothing_of_the_standing_body_collides_with_itself() -> None:
    flesh = Flesh()
    hanging = to_values({"shoulder_abduction_l": 10, "shoulder_abduction_r": 10})
    ends = flesh.ends(bodies(hanging[None, :], np.eye(3)))
    gaps = cone_gaps(ends, flesh.pair_numbers[:, 0], flesh.pair_numbers[:, 1])
    assert gaps.min() > -0.005


def test_neighbours_do_not_collide_and_strangers_do() -> None:
    pairs = {frozenset(pair) for pair in colliding_pairs()}
    assert frozenset(("thigh_l", "shank_l")) not in pairs
    assert frozenset(("forearm_r", "hand_r")) not in pairs
    assert frozenset(("thigh_l", "shank_r")) in pairs
    assert frozenset(("hand_l", "chest")) in pairs
    assert len(CONE) == len(CONES)


def test_the_body_is_the_same_on_both_sides() -> None:
    ends = Flesh().ends(bodies(np.zeros((1, COUNT)), np.eye(3)))
    for part, number in CONE.items():
        if part.endswith("_l"):
            twin = CONE[part[:-1] + "r"]
            np.testing.assert_allclose(ends.a[0, number] * [-1, 1, 1], ends.a[0, twin])
            assert ends.ra[number] == ends.ra[twin]
