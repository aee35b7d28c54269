"""Where one lands when one moves by hand in a timeline.

Nobody wants to be thrown into the middle of a hold: back, and a click on the strip, land on
the lead-in of the work, the get-ready, switch, rest or relax right before it.
"""

from __future__ import annotations

from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.timeline import Interval, Timeline


def landing_of(timeline: Timeline, index: int) -> int:
    """The index to land on for interval `index`: its lead-in, or itself if it has none."""
    intervals = timeline.intervals
    if not intervals[index].kind.is_work:
        return index
    start = _rep_start(timeline, index)
    before = start - 1
    if before >= 0 and _leads_in(intervals[before], intervals[start]):
        return before
    return start


def landing_before(timeline: Timeline, index: int) -> int:
    """The landing of the last work before interval `index`; the very start if none is."""
    for earlier in range(index - 1, -1, -1):
        if timeline.intervals[earlier].kind.is_work:
            return landing_of(timeline, earlier)
    return 0


def next_side_index(timeline: Timeline, index: int) -> int:
    """The first interval after `index` of another step or side, or one past the last.

    Where the sides take turns rep by rep, no side can be left without the other: there it is
    another step.
    """
    here = timeline.intervals[index]
    one_by_one = timeline.step_of(here).sides is Sides.EACH
    for later in range(index + 1, len(timeline.intervals)):
        there = timeline.intervals[later]
        if there.step_no != here.step_no or (one_by_one and there.side is not here.side):
            return later
    return len(timeline.intervals)


def _rep_start(timeline: Timeline, index: int) -> int:
    """The first phase of the rep that interval `index` belongs to."""
    rep = _rep_of(timeline.intervals[index])
    while index > 0 and _rep_of(timeline.intervals[index - 1]) == rep:
        index -= 1
    return index


def _rep_of(interval: Interval) -> tuple[object, ...]:
    return (interval.kind, interval.step_no, interval.side, interval.set_no, interval.rep_no)


def _leads_in(before: Interval, work: Interval) -> bool:
    return not before.kind.is_work and before.step_no == work.step_no
