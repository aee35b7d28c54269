from __future__ import annotations

import numpy as np

from stretchcoach.core.content.pose_terms import Direction, Part
from stretchcoach.figure.signs.breathe import breathe
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import Points, Sign
from stretchcoach.figure.signs.tracked import Scene
from tests.figure.signs.bodies import EMPTY, front, ground, moved, scene

FROM_THE_SIDE = scene(moved("head", (0.0, 0.0, 0.0)), camera=front(0.0, 90.0))
FROM_AHEAD = scene(moved("head", (0.0, 0.0, 0.0)))


def arcs(of: Scene, on: Ground = EMPTY, toward: Direction | None = None) -> Sign:
    return breathe(Part.LOWER_BACK, of, on, toward)[:3]


def air(of: Scene, on: Ground = EMPTY) -> Sign:
    return breathe(Part.LOWER_BACK, of, on)[3:]


def middle(sign: Sign) -> Points:
    place: Points = np.concatenate([stroke.line for stroke in sign]).mean(axis=0)
    return place


def test_the_arcs_widen_outward_and_get_fainter() -> None:
    sign = arcs(FROM_THE_SIDE)
    joints = FROM_THE_SIDE.hold.joints
    (belly,), _ = FROM_THE_SIDE.camera.projected([joints["waist"]])
    away = [float(np.linalg.norm(stroke.line.mean(axis=0) - belly)) for stroke in sign]
    wide = [float(np.ptp(stroke.line, axis=0).max()) for stroke in sign]
    assert away == sorted(away)
    assert wide == sorted(wide)
    strengths = [stroke.strength for stroke in sign]
    assert strengths == sorted(strengths, reverse=True)
    assert all(stroke.head == 0.0 for stroke in sign)
    # Seen from the left side, the front is on the left.
    assert all(stroke.line.mean(axis=0)[0] < belly[0] for stroke in sign)


def test_the_chest_breathes_higher_than_the_belly() -> None:
    belly, chest = (
        breathe(part, FROM_THE_SIDE, EMPTY)[0].line.mean(axis=0)
        for part in (Part.PELVIS, Part.CHEST)
    )
    assert chest[1] < belly[1] - 0.02


def test_from_ahead_they_rise() -> None:
    sign = arcs(FROM_AHEAD)
    assert sign[-1].line[:, 1].mean() < sign[0].line[:, 1].mean()


def test_they_turn_away_from_what_they_would_hide() -> None:
    free = arcs(FROM_THE_SIDE)
    busy = np.zeros((75, 100))
    low = free[-1].line[:, 1].mean()
    busy[int((low + 0.375) * 100) :] = 1.0
    turned = arcs(FROM_THE_SIDE, ground(busy))
    assert turned[-1].line[:, 1].mean() < low


def test_they_stand_on_the_side_that_is_named() -> None:
    (waist,), _ = FROM_THE_SIDE.camera.projected([FROM_THE_SIDE.hold.joints["waist"]])
    assert middle(arcs(FROM_THE_SIDE))[0] < waist[0] - 0.02
    assert middle(arcs(FROM_THE_SIDE, toward=Direction.BACKWARD))[0] > waist[0] + 0.02
    assert middle(arcs(FROM_THE_SIDE, toward=Direction.UP))[1] < waist[1] - 0.02


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
