from __future__ import annotations

import numpy as np

from stretchcoach.figure.signs.strokes import CASING, FILL, Points, Stroke, evenly, painted


def straight(length: float) -> Points:
    return np.stack([np.linspace(0.0, length, 28), np.zeros(28)], axis=1)


def test_it_points_along_the_way() -> None:
    picture = painted([(Stroke(straight(0.3)),)], 400, 300)
    seen = picture[..., 3] > 128
    rows = seen.sum(axis=0)
    columns = np.flatnonzero(rows)
    assert 195 <= columns[0] <= 205
    assert 315 <= columns[-1] <= 325
    assert rows[columns[-1] - 16] > 2 * rows[columns[0] + 16]  # the head is the wider end


def test_it_is_told_from_a_light_and_from_a_dark_ground() -> None:
    picture = painted([(Stroke(straight(0.3)),)], 400, 300)
    inside, edge = picture[150, 240], picture[150, 200 + 112]
    assert tuple(inside[:3]) == FILL
    assert 60 < np.dot(inside[:3], (0.3, 0.59, 0.11)) < 140
    assert picture[150, 100, 3] == 0
    assert np.dot(CASING, (0.3, 0.59, 0.11)) > 240
    assert edge[3] > 0


def test_an_arrow_beside_the_picture_is_no_error() -> None:
    line = straight(0.3) + np.array([3.0, 0.0])
    assert not painted([(Stroke(line),)], 40, 30).any()


def test_two_heads_are_alike() -> None:
    picture = painted([(Stroke(straight(0.3), 0.0075, two_heads=True),)], 400, 300)
    rows = (picture[..., 3] > 128).sum(axis=0)
    columns = np.flatnonzero(rows)
    left, right = rows[columns[0] + 14], rows[columns[-1] - 14]
    assert left == right > 1.5 * rows[columns.mean().astype(int)]


def test_what_is_paler_lies_behind() -> None:
    across = np.stack([np.full(9, 0.15), np.linspace(-0.1, 0.1, 9)], axis=1)
    sign = (Stroke(straight(0.3), head=0.0), Stroke(across, head=0.0, strength=0.3))
    picture = painted([sign], 400, 300)
    assert tuple(picture[150, 260, :3]) == FILL
    assert 60 < picture[125, 260, 3] < 100


def test_a_line_is_cut_into_even_steps() -> None:
    corner = np.array([[0.0, 0.0], [0.3, 0.0], [0.3, 0.1]])
    steps = np.linalg.norm(np.diff(evenly(corner, 5), axis=0), axis=1)
    assert steps.max() - steps.min() < 1e-9
