from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose import Part, Still, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.skeleton import PosedBody, rest_body
from stretchcoach.figure.draw.arrow import CASING, FILL, HEAD, LEAST, Way, painted, placed, ways
from stretchcoach.figure.draw.camera import Camera, framed

NOBODY = np.zeros((75, 100), np.float32)
ASPECT = 4.0 / 3.0


def moved(joint: str, by: tuple[float, float, float]) -> list[PosedBody]:
    """Nine moments in which one joint goes evenly, and nothing else moves."""
    rest = rest_body()
    return [
        PosedBody(
            {**rest.joints, joint: rest.joints[joint] + np.array(by) * part},
            rest.frames,
            rest.grips,
        )
        for part in np.linspace(0.0, 1.0, 9)
    ]


def front() -> Camera:
    return framed(0.0, 0.0, [(point, 0.13) for point in rest_body().joints.values()])


def test_the_arrow_follows_what_moves_most() -> None:
    (way,) = ways(moved("knee_r", (0.0, 0.3, 0.0)), front(), Still(), Side.RIGHT)
    first, last = way.points[0], way.points[-1]
    assert abs(first[0] - last[0]) < 0.01
    assert last[1] < first[1] - 0.1  # up is a smaller number


def test_hands_count_less_than_what_they_hold() -> None:
    bodies = [
        PosedBody({**knee.joints, "wrist_r": hand.joints["wrist_r"]}, knee.frames, knee.grips)
        for knee, hand in zip(
            moved("knee_r", (0.0, 0.2, 0.0)), moved("wrist_r", (0.3, 0.0, 0.0)), strict=True
        )
    ]
    (way,) = ways(bodies, front(), Still(), Side.RIGHT)
    assert abs(way.points[-1][0] - way.points[0][0]) < 0.01


def test_a_named_part_is_followed_instead() -> None:
    bodies = moved("knee_r", (0.0, 0.3, 0.0))
    (head,) = ways(bodies, front(), Still(of=Part.HEAD), Side.RIGHT)
    assert head.length() < 1e-6
    assert placed(head, NOBODY, ASPECT) is None
    both = ways(bodies, front(), Still(of=Part.SHIN, side=Which.BOTH), Side.RIGHT)
    assert sorted(way.length() > 0.1 for way in both) == [False, True]


@pytest.mark.parametrize("side", Side)
def test_the_working_side_is_that_of_the_picture(side: Side) -> None:
    bodies = moved("knee_l", (0.0, 0.3, 0.0))
    (way,) = ways(bodies, front(), Still(of=Part.KNEE), side)
    assert (way.length() > 0.1) == (side is Side.LEFT)
    (other,) = ways(bodies, front(), Still(of=Part.KNEE, side=Which.OTHER), side)
    assert (other.length() > 0.1) == (side is Side.RIGHT)


def test_arrows_can_be_left_out() -> None:
    assert ways(moved("knee_r", (0.0, 0.3, 0.0)), front(), Still(arrow=False), Side.RIGHT) == []


def straight(length: float) -> Way:
    return Way(np.stack([np.linspace(0.0, length, 28), np.zeros(28)], axis=1), 0.03)


def test_a_small_movement_has_an_arrow_that_can_be_seen() -> None:
    line = placed(straight(0.01), NOBODY, ASPECT)
    assert line is not None
    assert np.linalg.norm(line[-1] - line[0]) == pytest.approx(LEAST, rel=0.01)


def test_a_small_movement_with_a_turn_has_a_straight_arrow() -> None:
    turn = np.linspace(0.0, np.pi, 28)
    hook = np.stack([0.01 * turn, 0.004 * np.sin(turn)], axis=1)
    line = placed(Way(hook, 0.03), NOBODY, ASPECT)
    assert line is not None
    assert np.ptp(line[:, 1]) < 1e-6
    assert line[-1, 0] > line[0, 0]


def test_a_short_arrow_beside_a_hook_points_where_the_part_ends() -> None:
    turn = np.linspace(0.0, 1.5 * np.pi, 28)
    hook = np.stack([0.002 * turn, 0.012 * np.cos(turn) - 0.02 * turn / turn[-1]], axis=1)
    busy = NOBODY.copy()
    busy[:, 45:56] = 1.0  # the way itself is covered
    line = placed(Way(hook, 0.03), busy, ASPECT)
    assert line is not None
    way, drawn = hook[-1] - hook[0], line[-1] - line[0]
    assert way @ drawn > 0.98 * np.linalg.norm(way) * np.linalg.norm(drawn)


def test_it_stays_in_the_picture_even_over_the_body() -> None:
    busy = NOBODY.copy()
    busy[:73] = 1.0  # the body leaves only the lowest rows free
    way = Way(straight(0.3).points + np.array([0.0, 0.33]), 0.03)
    line = placed(way, busy, ASPECT)
    assert line is not None
    assert line[:, 1].max() + HEAD < 0.5 / ASPECT


def test_a_heel_is_followed_at_the_ankle() -> None:
    bodies = moved("ankle_r", (0.0, 0.2, 0.0))
    (way,) = ways(bodies, front(), Still(of=Part.HEEL), Side.RIGHT)
    assert way.length() > 0.05


def test_it_lies_beside_the_body() -> None:
    busy = NOBODY.copy()
    busy[33:43] = 1.0  # a limb along the way
    line = placed(straight(0.3), busy, ASPECT)
    assert line is not None
    assert abs(line[14, 1]) > 0.04


@pytest.mark.parametrize(("weight", "beside"), [(0.35, False), (1.0, True)])
def test_it_rather_lies_on_the_body_than_far_away_but_not_on_a_face(
    weight: float, beside: bool
) -> None:
    busy = np.zeros((75, 100), np.float32)
    busy[30:45] = weight  # so wide that the next free place is far from the way
    line = placed(straight(0.3), busy, ASPECT)
    assert line is not None
    assert bool(abs(line[14, 1]) > 0.05) is beside


def test_it_points_along_the_way() -> None:
    picture = painted([straight(0.3).points], 400, 300)
    seen = picture[..., 3] > 128
    rows = seen.sum(axis=0)
    columns = np.flatnonzero(rows)
    assert 195 <= columns[0] <= 205
    assert 315 <= columns[-1] <= 325
    assert rows[columns[-1] - 16] > 2 * rows[columns[0] + 16]  # the head is the wider end


def test_it_is_told_from_a_light_and_from_a_dark_ground() -> None:
    picture = painted([straight(0.3).points], 400, 300)
    inside, edge = picture[150, 240], picture[150, 200 + 112]
    assert tuple(inside[:3]) == FILL
    assert 60 < np.dot(inside[:3], (0.3, 0.59, 0.11)) < 140
    assert picture[150, 100, 3] == 0
    assert np.dot(CASING, (0.3, 0.59, 0.11)) > 240
    assert edge[3] > 0


def test_an_arrow_beside_the_picture_is_no_error() -> None:
    line = straight(0.3).points + np.array([3.0, 0.0])
    assert not painted([line], 40, 30).any()
