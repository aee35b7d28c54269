"""Where things stand in a chart, in px: pure arithmetic, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stretchcoach.core.diary.period import is_missed
from stretchcoach.core.diary.stats import CalendarDay
from stretchcoach.core.language.units import MINUTE_MS

# From how many minutes held a day has the second and the third shade.
SECOND_SHADE_MS, THIRD_SHADE_MS = 5 * MINUTE_MS, 10 * MINUTE_MS
DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Box:
    """A place in a chart, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True)
class ValueScale:
    """Values from 0 at the bottom of `box` to `most` at its top."""

    box: Box
    most: float
    step: float

    def y(self, value: float) -> float:
        return self.box.bottom - self.box.height * value / self.most

    @property
    def ticks(self) -> tuple[float, ...]:
        return tuple(self.step * n for n in range(round(self.most / self.step) + 1))


def minutes_scale(box: Box, most_ms: float) -> ValueScale:
    """A scale in minutes that holds `most_ms`, with two to five steps that are easy to read."""
    minutes = max(most_ms / MINUTE_MS, 10.0)
    step = next((one for one in (5, 10, 20, 30, 60, 120) if minutes / one <= 4), 0)
    step = step or 60 * (-(-int(minutes) // 240))
    return ValueScale(box, step * -(-minutes // step), step)


@dataclass(frozen=True)
class Bars:
    """The two bars of a week, side by side."""

    left: Box
    right: Box
    slot: Box


def week_bars(scale: ValueScale, weeks: Sequence[tuple[int, int]]) -> tuple[Bars, ...]:
    """A pair of bars for each pair of times in ms, across the whole width of the scale."""
    box = scale.box
    pitch = box.width / max(1, len(weeks))
    wide = min(pitch * 0.36, 28.0)
    gap = min(pitch * 0.06, 3.0)
    bars = []
    for number, (left_ms, right_ms) in enumerate(weeks):
        middle = box.x + pitch * (number + 0.5)
        left = _bar(scale, middle - gap / 2 - wide, wide, left_ms)
        right = _bar(scale, middle + gap / 2, wide, right_ms)
        bars.append(Bars(left, right, Box(box.x + pitch * number, box.y, pitch, box.height)))
    return tuple(bars)


def _bar(scale: ValueScale, x: float, wide: float, held_ms: int) -> Box:
    top = scale.y(held_ms / MINUTE_MS)
    return Box(x, top, wide, scale.box.bottom - top)


def every_nth(count: int, room_px: float, label_px: float) -> int:
    """Of `count` labels in `room_px`, show only each n-th, so that they do not touch."""
    pitch = room_px / max(1, count)
    nth = 1
    while pitch * nth < label_px and nth < count:
        nth += 1
    return nth


def apart(wanted: Sequence[float], least: float) -> tuple[float, ...]:
    """The heights `wanted`, moved just so far that two are at least `least` apart."""
    if len(wanted) != 2 or abs(wanted[0] - wanted[1]) >= least:
        return tuple(wanted)
    middle = sum(wanted) / 2
    sign = 1 if wanted[0] >= wanted[1] else -1
    return (middle + sign * least / 2, middle - sign * least / 2)


@dataclass(frozen=True)
class Cell:
    """A day of the calendar. `shade` is 0 for nothing, then 1 to 3."""

    box: Box
    day: CalendarDay
    shade: int
    is_missed: bool
    is_coming: bool
    is_today: bool


def calendar_cells(
    box: Box, days: Sequence[CalendarDay], today: date, begun: date | None, most_px: float
) -> tuple[Cell, ...]:
    """A column a week and a row a weekday. No cell is higher than `most_px`, or twice as wide."""
    weeks = max(1, -(-len(days) // DAYS_OF_WEEK))
    pitch_x = min(box.width / weeks, 2 * most_px + 5)
    pitch_y = min(box.height / DAYS_OF_WEEK, most_px + 5)
    gap_x, gap_y = min(5.0, pitch_x * 0.2), min(5.0, pitch_y * 0.2)
    return tuple(
        Cell(
            box=Box(
                box.x + pitch_x * (number // DAYS_OF_WEEK),
                box.y + pitch_y * (number % DAYS_OF_WEEK),
                pitch_x - gap_x,
                pitch_y - gap_y,
            ),
            day=day,
            shade=shade_of(day),
            is_missed=is_missed(day, begun, today),
            is_coming=day.is_planned and day.day > today,
            is_today=day.day == today,
        )
        for number, day in enumerate(days)
    )


def shade_of(day: CalendarDay) -> int:
    """0 for nothing, then 1 to 3 by the minutes held."""
    if day.held_ms <= 0:
        return 0
    return 1 + (day.held_ms >= SECOND_SHADE_MS) + (day.held_ms >= THIRD_SHADE_MS)


def month_columns(days: Sequence[CalendarDay]) -> tuple[tuple[int, int], ...]:
    """The columns whose week belongs to another month than the one before, with that month.

    A week belongs to the month of its Thursday.
    """
    found: list[tuple[int, int]] = []
    for column in range(len(days) // DAYS_OF_WEEK):
        month = days[column * DAYS_OF_WEEK + 3].day.month
        if not found or found[-1][1] != month:
            found.append((column, month))
    return tuple(found)


def time_share(moment: float, first: float, last: float) -> float:
    """How far `moment` lies between `first` and `last`, 0 to 1."""
    return min(1.0, max(0.0, (moment - first) / (last - first))) if last > first else 0.0
