from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.stills.dashes import Manner, dashed, is_hole, outlines

SIZE = (400, 300)
ALL = Manner(share=0.0)
EVERYWHERE = np.ones((300, 400), np.float32)


def a_disc() -> np.ndarray:
    y, x = np.mgrid[0:150, 0:200]
    disc: np.ndarray = (x - 100) ** 2 + (y - 75) ** 2 < 50**2
    return disc


def test_the_outline_runs_round_the_mask() -> None:
    (loop,) = outlines(a_disc())
    away = np.linalg.norm(loop - (100.5, 75.5), axis=1)
    assert abs(away.mean() - 50) < 1.0
    assert np.ptp(away) < 3.0


def test_each_piece_and_each_hole_has_its_outline() -> None:
    mask = np.zeros((20, 20), np.bool_)
    mask[2:12, 2:12] = True
    mask[5:8, 5:8] = False
    mask[14:18, 14:18] = True
    mask[18, 18] = True  # touches the piece before at a corner
    loops = outlines(mask)
    assert sum(len(loop) for loop in loops) == 4 * 10 + 4 * 3 + 4 * 4 + 4
    assert sorted(map(is_hole, loops)) == [False] * (len(loops) - 1) + [True]
    assert not outlines(np.zeros((5, 5), np.bool_))


def test_holes_and_scraps_have_no_dashes() -> None:
    scrap = np.zeros((150, 200), np.bool_)
    scrap[60:70, 60:70] = True
    assert not dashed(scrap, EVERYWHERE, SIZE, ALL)[..., 3].any()
    inside = np.zeros((300, 400), np.float32)
    inside[20:280, 20:380] = 1.0
    assert not dashed(~a_disc(), inside, SIZE, ALL)[..., 3].any()


def test_the_outline_is_drawn_in_dashes() -> None:
    picture = dashed(a_disc(), EVERYWHERE, SIZE, ALL)
    angles = np.radians(np.arange(0.0, 360.0, 0.5))
    ring = [(200.0 + r * np.cos(angles), 150.0 + r * np.sin(angles)) for r in (99, 100, 101)]
    on = np.max([picture[y.astype(int), x.astype(int), 3] for x, y in ring], axis=0) > 60
    assert 0.3 < on.mean() < 0.75
    assert (np.diff(on.astype(int)) == 1).sum() > 40


def test_nothing_is_drawn_where_it_may_not() -> None:
    allowed = EVERYWHERE.copy()
    allowed[:, :200] = 0.0
    picture = dashed(a_disc(), allowed, SIZE, ALL)
    assert not picture[:, :195, 3].any()
    assert picture[:, 205:, 3].any()


@pytest.mark.parametrize(("height", "some"), [(12, False), (120, True)])
def test_a_few_dashes_alone_are_left_out(height: int, some: bool) -> None:
    allowed = np.zeros((300, 400), np.float32)
    allowed[150 - height // 2 : 150 + height // 2, 200:] = 1.0
    assert bool(dashed(a_disc(), allowed, SIZE, ALL)[..., 3].any()) is some


def test_one_edge_alone_is_left_out() -> None:
    allowed = EVERYWHERE.copy()
    allowed[:, :240] = 0.0
    assert dashed(a_disc(), allowed, SIZE, ALL)[..., 3].any()
    assert not dashed(a_disc(), allowed, SIZE, Manner())[..., 3].any()
    assert dashed(a_disc(), EVERYWHERE, SIZE, Manner())[..., 3].any()
