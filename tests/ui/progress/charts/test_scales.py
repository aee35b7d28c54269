"""Where things stand in the charts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.diary.stats import CalendarDay
from stretchcoach.ui.progress.charts.scales import (
    Box,
    apart,
    calendar_cells,
    every_nth,
    minutes_scale,
    month_columns,
    shade_of,
    time_share,
    week_bars,
)

BOX = Box(30, 10, 400, 200)
MONDAY = date(2026, 8, 31)
MINUTE_MS = 60_000
times = st.integers(0, 20 * 60 * MINUTE_MS)


def days(count: int, planned: bool = False) -> list[CalendarDay]:
    return [CalendarDay(MONDAY + timedelta(n), 0, 0, planned) for n in range(count)]


@given(times)
def test_a_scale_holds_the_most_in_few_steps(most_ms: int) -> None:
    scale = minutes_scale(BOX, most_ms)
    assert scale.most >= most_ms / MINUTE_MS
    assert scale.y(0) == BOX.bottom
    assert scale.y(scale.most) == pytest.approx(BOX.y)
    assert 2 <= len(scale.ticks) <= 6
    assert scale.ticks[-1] == scale.most


@given(st.lists(st.tuples(times, times), min_size=1, max_size=60))
def test_bars_stay_in_the_scale_and_apart(weeks: list[tuple[int, int]]) -> None:
    scale = minutes_scale(BOX, max(max(pair) for pair in weeks))
    bars = week_bars(scale, weeks)
    flat = [box for pair in bars for box in (pair.left, pair.right)]
    assert flat[0].x >= BOX.x
    assert flat[-1].right <= BOX.right + 1e-6
    for one, other in pairwise(flat):
        assert one.right < other.x + 1e-9
    for box, held_ms in zip(flat, (ms for pair in weeks for ms in pair), strict=True):
        assert box.bottom == pytest.approx(BOX.bottom)
        assert box.y >= BOX.y - 1e-6
        assert box.height == pytest.approx(200 * held_ms / MINUTE_MS / scale.most)


@given(st.integers(1, 60), st.floats(10, 2000), st.floats(1, 200))
def test_labels_do_not_touch(count: int, room_px: float, label_px: float) -> None:
    nth = every_nth(count, room_px, label_px)
    assert 1 <= nth <= count
    assert nth == count or room_px / count * nth >= label_px


def test_two_labels_are_moved_just_so_far() -> None:
    assert apart([100, 104], 20) == (92, 112)
    assert apart([104, 100], 20) == (112, 92)
    assert apart([100, 100], 20) == (110, 90)
    assert apart([100, 130], 20) == (100, 130)
    assert apart([100], 20) == (100,)
    assert apart([], 20) == ()


@pytest.mark.parametrize("weeks", [4, 12, 52])
def test_a_column_a_week_and_a_row_a_weekday(weeks: int) -> None:
    cells = calendar_cells(BOX, days(7 * weeks), MONDAY, MONDAY, 30)
    assert len({cell.box.x for cell in cells}) == weeks
    assert len({cell.box.y for cell in cells}) == 7
    assert cells[7].box.y == cells[0].box.y
    assert all(cell.box.right <= BOX.right and cell.box.bottom <= BOX.bottom for cell in cells)
    assert all(cell.box.height <= 30 and cell.box.width <= 60 for cell in cells)


def test_what_a_day_looks_like() -> None:
    today = MONDAY + timedelta(2)
    cells = calendar_cells(BOX, days(7, planned=True), today, MONDAY + timedelta(1), 30)
    assert [cell.is_missed for cell in cells] == [False, True, *[False] * 5]
    assert [cell.is_today for cell in cells] == [False, False, True, *[False] * 4]
    assert [cell.is_coming for cell in cells] == [*[False] * 3, *[True] * 4]


@pytest.mark.parametrize(
    ("minutes", "shade"), [(0, 0), (0.1, 1), (4.9, 1), (5, 2), (9.9, 2), (10, 3), (90, 3)]
)
def test_darker_where_more_was_held(minutes: float, shade: int) -> None:
    assert shade_of(CalendarDay(MONDAY, 1, round(minutes * MINUTE_MS), False)) == shade


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    assert month_columns(days(84)) == ((0, 9), (4, 10), (9, 11))
    assert month_columns([]) == ()


def test_a_share_of_time_is_bounded() -> None:
    assert [time_share(moment, 10, 20) for moment in (5, 10, 15, 25)] == [0, 0, 0.5, 1]
    assert time_share(5, 5, 5) == 0
