"""How long each muscle group is worked on each side, in a session and in a week."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from stretchcoach.core.content.sides import Side
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.measures.stretched import stretched
from stretchcoach.core.session.timeline import Timeline


@dataclass(frozen=True)
class GroupTime:
    """The time that a muscle group is stretched on each side in one session."""

    group: MuscleGroup
    left_ms: int
    right_ms: int

    @property
    def is_equal(self) -> bool:
        return self.left_ms == self.right_ms

    @property
    def longest_ms(self) -> int:
        return max(self.left_ms, self.right_ms)


def group_times(timeline: Timeline) -> tuple[GroupTime, ...]:
    """The stretched groups of `timeline`, the longest first.

    Work without a side counts for both.
    """
    totals: Counter[tuple[MuscleGroup, Side]] = Counter()
    for _, group, side, time_ms in stretched(timeline):
        totals[group, side] += time_ms
    found = [
        GroupTime(group, totals[group, Side.LEFT], totals[group, Side.RIGHT])
        for group in MuscleGroup
        if any(totals[group, side] for side in Side)
    ]
    return tuple(sorted(found, key=_longest_first))


def _longest_first(time: GroupTime) -> int:
    return -time.longest_ms
