from __future__ import annotations

import pytest

from stretchcoach.ui.widgets.strip.strip_fill import StripFill
from stretchcoach.ui.widgets.strip.strip_layout import StripItem, group
from tests.core.builders import a_rest, a_step, a_timeline
from tests.ui.small_session import figure_4_timeline

LEFT = 1


@pytest.fixture
def fill() -> StripFill:
    return StripFill(figure_4_timeline())


def item_of(fill: StripFill, index: int) -> StripItem:
    return next(item for item in group(fill.timeline) if item.first <= index <= item.last)


def test_it_fills_with_the_time(fill: StripFill) -> None:
    left = item_of(fill, LEFT)
    fill.run(LEFT, 20_000, 20_000)
    assert fill.played(left) == 0
    fill.run(LEFT, 5_000, 20_000)
    assert fill.played(left) == pytest.approx(0.75)
    assert fill.played(item_of(fill, LEFT + 2)) == 0


def test_time_that_is_added_leaves_it_as_it_is_and_fills_the_rest_more_slowly(
    fill: StripFill,
) -> None:
    left = item_of(fill, LEFT)
    fill.run(LEFT, 20_000, 20_000)
    fill.run(LEFT, 10_000, 20_000)
    fill.run(LEFT, 20_000, 30_000)
    assert fill.played(left) == pytest.approx(0.5)
    fill.run(LEFT, 10_000, 30_000)
    assert fill.played(left) == pytest.approx(0.75)
    fill.run(LEFT, 0, 30_000)
    assert fill.played(left) == 1


def test_time_that_is_taken_away_fills_the_rest_faster(fill: StripFill) -> None:
    left = item_of(fill, LEFT)
    fill.run(LEFT, 20_000, 20_000)
    fill.run(LEFT, 15_000, 20_000)
    fill.run(LEFT, 5_000, 10_000)
    assert fill.played(left) == pytest.approx(0.25)
    fill.run(LEFT, 0, 10_000)
    assert fill.played(left) == 1


def test_at_ones_own_pace_nothing_fills(fill: StripFill) -> None:
    fill.run(LEFT, None, None)
    assert fill.played(item_of(fill, LEFT)) == 0


def test_all_reps_of_a_set_fill_one_shape() -> None:
    fill = StripFill(figure_4_timeline(reps=2, relax_ms=0))
    left = item_of(fill, LEFT)
    assert left.last == LEFT + 1
    fill.run(LEFT + 1, 10_000, 20_000)
    assert fill.played(left) == pytest.approx(0.75)


def test_of_two_times_in_an_interval_the_longer_one_counts(fill: StripFill) -> None:
    left = item_of(fill, LEFT)
    assert fill.held(left) == 0
    fill.mark_held(LEFT, 10_000)
    fill.mark_held(LEFT, 2_000)
    assert fill.held(left) == pytest.approx(0.5)
    fill.mark_held(LEFT, 30_000)
    assert fill.held(left) == 1


def test_a_pause_is_never_left_out() -> None:
    fill = StripFill(a_timeline(a_rest(), a_step()))
    assert fill.held(item_of(fill, 0)) == 1
