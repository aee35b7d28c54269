from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose_terms import Direction, Part
from stretchcoach.figure.signs.breathe import RISE_LONG, breathe
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import Points, Sign, length_of
from stretchcoach.figure.signs.tracked import Scene
from tests.figure.signs.bodies import EMPTY, front, ground, moved, scene

FROM_THE_SIDE = scene(moved("head", (0.0, 0.0, 0.0)), camera=front(0.0, 90.0))
FROM_AHEAD = scene(moved("head", (0.0, 0.0, 0.0)))


def rising(of: Scene, on: Ground = EMPTY, toward: Direction | None = None) -> Sign:
    return breathe(Part.LOWER_BACK, of, on, toward)[:1]


def air(of: Scene, on: Ground = EMPTY) -> Sign:
    return breathe(Part.LOWER_BACK, of, on)[1:]


def middle(sign: Sign) -> Points:
    place: Points = np.concatenate([stroke.line for stroke in sign]).mean(axis=0)
    return place


def test_the_belly_rises_and_sinks_away_from_the_body() -> None:
    (arrow,) = rising(FROM_THE_SIDE)
    assert arrow.two_heads
    assert arrow.head > 0.0
    (belly,), _ = FROM_THE_SIDE.camera.projected([FROM_THE_SIDE.hold.joints["waist"]])
    # Seen from the left side, the front is on the left.
    assert belly[0] > arrow.line[0][0] > arrow.line[-1][0]
    assert length_of(arrow.line) == pytest.approx(RISE_LONG)


def test_the_chest_breathes_higher_than_the_belly() -> None:
    belly, chest = (
        breathe(part, FROM_THE_SIDE, EMPTY)[0].line.mean(axis=0)
        for part in (Part.PELVIS, Part.CHEST)
    )
    assert chest[1] < belly[1] - 0.02


def test_from_ahead_it_points_up() -> None:
    (arrow,) = rising(FROM_AHEAD)
    assert arrow.line[-1][1] < arrow.line[0][1] - 0.05


def test_it_turns_away_from_what_it_would_hide() -> None:
    free = rising(FROM_THE_SIDE)
    busy = np.zeros((75, 100))
    low = free[-1].line[:, 1].mean()
    busy[int((low + 0.375) * 100) :] = 1.0
    turned = rising(FROM_THE_SIDE, ground(busy))
    assert turned[-1].line[:, 1].mean() < low


def test_it_stands_on_the_side_that_is_named() -> None:
    (waist,), _ = FROM_THE_SIDE.camera.projected([FROM_THE_SIDE.hold.joints["waist"]])
    assert middle(rising(FROM_THE_SIDE))[0] < waist[0] - 0.02
    assert middle(rising(FROM_THE_SIDE, toward=Direction.BACKWARD))[0] > waist[0] + 0.02
    assert middle(rising(FROM_THE_SIDE, toward=Direction.UP))[1] < waist[1] - 0.02


def test_air_leaves_the_mouth_before_the_face() -> None:
    (head,), _ = FROM_THE_SIDE.camera.projected([FROM_THE_SIDE.hold.joints["head"]])
    waves = air(FROM_THE_SIDE)
    assert len(waves) == 3
    assert all(stroke.line[:, 0].max() < head[0] - 0.02 for stroke in waves)
    assert abs(middle(waves)[1] - head[1]) < 0.05


def test_air_of_a_face_that_looks_at_the_viewer_goes_past_its_chin() -> None:
    (head,), _ = FROM_AHEAD.camera.projected([FROM_AHEAD.hold.joints["head"]])
    waves = air(FROM_AHEAD)
    assert middle(waves)[1] > head[1] + 0.04
    assert abs(middle(waves)[0] - head[0]) < 0.02


def test_air_turns_away_from_what_it_would_hide() -> None:
    free = middle(air(FROM_THE_SIDE))
    busy = np.zeros((75, 100))
    busy[int((free[1] + 0.375) * 100) :] = 1.0
    assert middle(air(FROM_THE_SIDE, ground(busy)))[1] < free[1] - 0.01
