from __future__ import annotations

import numpy as np

from stretchcoach.core.content.pose_terms import Part
from stretchcoach.figure.signs.breathe import breathe
from tests.figure.signs.bodies import EMPTY, front, ground, moved, scene

FROM_THE_SIDE = scene(moved("head", (0.0, 0.0, 0.0)), camera=front(0.0, 90.0))


def test_the_arcs_widen_outward_and_get_fainter() -> None:
    sign = breathe(Part.LOWER_BACK, FROM_THE_SIDE, EMPTY)
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
    sign = breathe(Part.LOWER_BACK, scene(moved("head", (0.0, 0.0, 0.0))), EMPTY)
    assert sign[-1].line[:, 1].mean() < sign[0].line[:, 1].mean()


def test_they_turn_away_from_what_they_would_hide() -> None:
    free = breathe(Part.LOWER_BACK, FROM_THE_SIDE, EMPTY)
    busy = np.zeros((75, 100))
    low = free[-1].line[:, 1].mean()
    busy[int((low + 0.375) * 100) :] = 1.0
    turned = breathe(Part.LOWER_BACK, FROM_THE_SIDE, ground(busy))
    assert turned[-1].line[:, 1].mean() < low
