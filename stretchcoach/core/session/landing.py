"""Where one lands when one moves by hand in a timeline.

People think in sets: "next" is the next set or side, not the next of twelve reps, and nobody
wants to be thrown into the middle of a hold. So one moves from block to block: the work of one
set on one side is a block, with all that lies between its reps; a pause between sets, sides and
steps is one of its own. Back, and a click on the strip, land on the lead-in of the work: the
get-ready, switch or rest right before it.
"""

from __future__ import annotations

from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline


def landing_of(timeline: Timeline, index: int) -> int:
    """The index to land on for interval `index`: the lead-in of its set, or the set itself."""
    start = index
    while start > 0 and _are_one_block(timeline, start - 1, start):
        start -= 1
    before = start - 1
    if before >= 0 and _leads_in(timeline.intervals[before], timeline.intervals[start]):
        return before
    return start


def landing_before(timeline: Timeline, index: int) -> int:
    """The landing of the last work before interval `index`; the very start if none is."""
    for earlier in range(index - 1, -1, -1):
        if timeline.intervals[earlier].kind.is_work:
            return landing_of(timeline, earlier)
    return 0


def after_block(timeline: Timeline, index: int) -> int:
    """The first interval after the set, or the pause, that interval `index` belongs to."""
    last = len(timeline.intervals) - 1
    while index < last and _are_one_block(timeline, index, index + 1):
        index += 1
    return index + 1


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


def next_exercise_index(timeline: Timeline, index: int) -> int:
    """The first interval of the exercise after that of `index`, or one past the last.

    A plain rest that stands between two exercises is passed over.
    """
    here = timeline.intervals[index].step_no
    for later in range(index + 1, len(timeline.intervals)):
        there = timeline.intervals[later]
        if there.step_no != here and there.exercise is not None:
            return later
    return len(timeline.intervals)


def exercise_start(timeline: Timeline, index: int) -> int:
    """The first interval of the exercise, or of the plain rest, that `index` belongs to."""
    step_no = timeline.intervals[index].step_no
    while index > 0 and timeline.intervals[index - 1].step_no == step_no:
        index -= 1
    return index


def exercise_before(timeline: Timeline, index: int) -> int:
    """The first interval of the exercise before that of `index`; the very start if none is."""
    for earlier in range(exercise_start(timeline, index) - 1, -1, -1):
        if timeline.intervals[earlier].exercise is not None:
            return exercise_start(timeline, earlier)
    return 0


def _are_one_block(timeline: Timeline, index: int, following: int) -> bool:
    """Whether two neighbours belong to the work of one set."""
    here, there = timeline.intervals[index], timeline.intervals[following]
    if here.step_no != there.step_no:
        return False
    if not (_within_a_set(timeline, here) and _within_a_set(timeline, there)):
        return False
    if timeline.step_of(here).sides is not Sides.ALTERNATE and here.side is not there.side:
        return False
    return None in (here.set_no, there.set_no) or here.set_no == there.set_no


def _within_a_set(timeline: Timeline, interval: Interval) -> bool:
    """Work, or what lies between two reps."""
    in_turn = timeline.step_of(interval).sides is Sides.ALTERNATE
    between = interval.kind is IntervalKind.SWITCH and in_turn
    return interval.kind.is_work or interval.kind is IntervalKind.RELAX or between


def _leads_in(before: Interval, work: Interval) -> bool:
    return work.kind.is_work and not before.kind.is_work and before.step_no == work.step_no
