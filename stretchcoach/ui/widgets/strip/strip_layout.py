"""Where the intervals of a timeline stand in the strip: plain numbers, no Qt.

The intervals of one set on one side are one block; a rest is a bar; get ready and switch are
dots. Blocks and bars are to scale with each other; dots and gaps are not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline

DOT_PX = 5.0
GAP_PX = 5.0
STEP_GAP_PX = 14.0
MANUAL_MS = 30_000  # how wide a block is whose time only the person knows
MOST_FOR_GAPS = 0.45  # of the width; many intervals share this


class Shape(Enum):
    BLOCK = "block"
    BAR = "bar"
    DOT = "dot"


@dataclass(frozen=True)
class StripItem:
    """One shape of the strip: the intervals `first` to `last`, at `x` with `width` px."""

    shape: Shape
    first: int
    last: int
    step_no: int
    side: Side | None
    set_no: int | None
    x: float = 0.0
    width: float = 0.0
    duration_ms: int = 0

    @property
    def end(self) -> float:
        return self.x + self.width


def group(timeline: Timeline) -> tuple[StripItem, ...]:
    """The shapes of `timeline` in order, still without a place."""
    items: list[StripItem] = []
    for index, interval in enumerate(timeline.intervals):
        shape = _shape(interval.kind)
        if items and shape is Shape.BLOCK and _continues(timeline, items[-1], interval):
            items[-1] = _longer(items[-1], index, interval)
            continue
        duration = MANUAL_MS if interval.duration_ms is None else interval.duration_ms
        items.append(
            StripItem(
                shape,
                index,
                index,
                interval.step_no,
                _block_side(timeline, interval),
                interval.set_no,
                duration_ms=duration,
            )
        )
    return tuple(items)


def lay_out(timeline: Timeline, width: float, scale: float = 1.0) -> tuple[StripItem, ...]:
    """The shapes with their places in a strip of `width` px; `scale` enlarges dots and gaps."""
    items = group(timeline)
    if not items or width <= 0:
        return ()
    gaps = [0.0, *(_gap(a, b) for a, b in pairwise(items))]
    dots = sum(DOT_PX for item in items if item.shape is Shape.DOT)
    fixed = (sum(gaps) + dots) * scale
    shrink = scale * min(1.0, MOST_FOR_GAPS * width / fixed) if fixed else scale
    total_ms = sum(item.duration_ms for item in items if item.shape is not Shape.DOT)
    room = width - (sum(gaps) + dots) * shrink
    per_ms = room / total_ms if total_ms else 0.0
    placed, x = [], 0.0
    for item, gap in zip(items, gaps, strict=True):
        x += gap * shrink
        wide = DOT_PX * shrink if item.shape is Shape.DOT else item.duration_ms * per_ms
        placed.append(replace(item, x=x, width=wide))
        x += wide
    return tuple(placed)


def item_at(items: tuple[StripItem, ...], x: float) -> int | None:
    """Which shape is at `x`, or the nearest one; None in an empty strip."""
    if not items:
        return None

    def away(position: int) -> float:
        item = items[position]
        return max(item.x - x, x - item.end, 0.0)

    return min(range(len(items)), key=away)


def item_of(items: tuple[StripItem, ...], interval: int) -> int | None:
    """Which shape holds the interval with this index."""
    for position, item in enumerate(items):
        if item.first <= interval <= item.last:
            return position
    return None


def step_places(items: tuple[StripItem, ...]) -> tuple[tuple[int, float], ...]:
    """The number of each step and the middle of its shapes."""
    spans: dict[int, tuple[float, float]] = {}
    for item in items:
        begin, _ = spans.get(item.step_no, (item.x, 0.0))
        spans[item.step_no] = (begin, item.end)
    return tuple((step_no, (begin + end) / 2) for step_no, (begin, end) in spans.items())


def _shape(kind: IntervalKind) -> Shape:
    if kind is IntervalKind.REST:
        return Shape.BAR
    if kind in (IntervalKind.GET_READY, IntervalKind.SWITCH):
        return Shape.DOT
    return Shape.BLOCK


def _continues(timeline: Timeline, block: StripItem, interval: Interval) -> bool:
    """Whether `interval` belongs to the set that `block` shows; relaxing belongs to its set."""
    if block.shape is not Shape.BLOCK or block.step_no != interval.step_no:
        return False
    if interval.set_no is not None and interval.set_no != block.set_no:
        return False
    return block.side is _block_side(timeline, interval)


def _block_side(timeline: Timeline, interval: Interval) -> Side | None:
    """Sides that take turns rep by rep share a block, which then has no side."""
    alternate = timeline.step_of(interval).sides is Sides.ALTERNATE
    return None if alternate else interval.side


def _longer(item: StripItem, last: int, interval: Interval) -> StripItem:
    duration = MANUAL_MS if interval.duration_ms is None else interval.duration_ms
    return replace(item, last=last, duration_ms=item.duration_ms + duration)


def _gap(before: StripItem, after: StripItem) -> float:
    return GAP_PX if before.step_no == after.step_no else STEP_GAP_PX
