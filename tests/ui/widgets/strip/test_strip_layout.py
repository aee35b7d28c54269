from __future__ import annotations

from itertools import pairwise

import pytest

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.ui.widgets.strip.strip_layout import (
    DOT_PX,
    Shape,
    group,
    item_at,
    item_of,
    lay_out,
    step_places,
)
from stretchcoach.ui.widgets.strip.strip_words import Progress, describe
from tests.ui.widgets.sample_routine import (
    alternating_timeline,
    manual_timeline,
    sample_timeline,
)


def shapes(step_no: int) -> str:
    letter = {Shape.BLOCK: "B", Shape.BAR: "-", Shape.DOT: "."}
    items = [item for item in group(sample_timeline()) if item.step_no == step_no]
    return "".join(
        letter[item.shape] + (item.side.value[0].upper() if item.side else "") for item in items
    )


def test_a_set_is_a_block_a_rest_a_bar_and_the_rest_dots() -> None:
    assert shapes(1) == ".B"
    assert shapes(2) == ".LBL-LBL.RBR-RBR-RBR"
    assert shapes(3) == "-"
    assert shapes(5) == ".B-B"


def test_sides_that_take_turns_share_a_block_without_a_side() -> None:
    items = group(alternating_timeline())
    assert [item.shape for item in items] == [Shape.DOT, Shape.BLOCK, Shape.BAR, Shape.BLOCK]
    assert items[1].side is None


def test_the_shapes_hold_every_interval_once() -> None:
    timeline = sample_timeline()
    items = group(timeline)
    held = [index for item in items for index in range(item.first, item.last + 1)]
    assert held == list(range(len(timeline.intervals)))
    assert sum(item.duration_ms for item in items) == timeline.total_ms


@pytest.mark.parametrize("width", [120.0, 480.0, 1200.0, 3800.0])
def test_they_fill_the_width_in_order_without_touching(width: float) -> None:
    items = lay_out(sample_timeline(), width)
    assert items[0].x == 0
    assert items[-1].end == pytest.approx(width)
    assert all(a.end < b.x for a, b in pairwise(items))
    assert all(item.width > 0 for item in items)


def test_blocks_and_bars_are_to_scale() -> None:
    items = [item for item in lay_out(sample_timeline(), 1200) if item.shape is not Shape.DOT]
    scale = items[0].width / items[0].duration_ms
    assert all(item.width == pytest.approx(item.duration_ms * scale) for item in items)


def test_dots_keep_their_size_where_there_is_room() -> None:
    dots = [item for item in lay_out(sample_timeline(), 1200) if item.shape is Shape.DOT]
    assert {item.width for item in dots} == {DOT_PX}


def test_an_interval_at_ones_own_pace_has_a_width() -> None:
    assert all(item.width > 0 for item in lay_out(manual_timeline(), 600))


def test_no_width_has_no_shapes() -> None:
    assert lay_out(sample_timeline(), 0) == ()
    assert item_at((), 5) is None


def test_a_place_finds_its_shape_or_the_nearest() -> None:
    items = lay_out(sample_timeline(), 1200)
    for position, item in enumerate(items):
        assert item_at(items, item.x + item.width / 2) == position
    assert item_at(items, -50) == 0
    assert item_at(items, 5000) == len(items) - 1
    gap = (items[3].end + items[4].x) / 2
    assert item_at(items, gap - 0.1) == 3
    assert item_at(items, gap + 0.1) == 4


def test_an_interval_finds_its_shape() -> None:
    items = lay_out(sample_timeline(), 1200)
    assert item_of(items, items[4].last) == 4
    assert item_of(items, -1) is None
    assert item_of(items, 10_000) is None


def test_each_step_has_its_number_once_in_the_middle() -> None:
    items = lay_out(sample_timeline(), 1200)
    places = step_places(items)
    assert [step_no for step_no, _ in places] == [1, 2, 3, 4, 5, 6, 7]
    rest = next(item for item in items if item.step_no == 3)
    assert dict(places)[3] == pytest.approx(rest.x + rest.width / 2)


def test_a_shape_in_words() -> None:
    timeline = sample_timeline()
    items = group(timeline)
    right = next(item for item in items if item.side is Side.RIGHT and item.set_no == 2)
    words = describe(timeline, right, Progress.NOW, AffectedSide.RIGHT)
    assert words == "Step 2, Lying figure four, Right side, your affected side, set 2, 30 s, now"
    rest = next(item for item in items if item.step_no == 3)
    assert describe(timeline, rest, Progress.DONE, AffectedSide.RIGHT) == "Step 3, rest, 20 s, done"
    dot = items[0]
    words = describe(timeline, dot, Progress.TO_COME, AffectedSide.NONE)
    assert words == "Step 1, get ready: Knee rocks, 10 s, to come"


def test_a_pace_of_ones_own_in_words() -> None:
    timeline = manual_timeline()
    block = next(item for item in group(timeline) if item.shape is Shape.BLOCK)
    words = describe(timeline, block, Progress.TO_COME, AffectedSide.NONE)
    assert "until you say done" in words
