from __future__ import annotations

from hypothesis import given

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.length import most_intervals, step_length
from stretchcoach.core.session.timeline import intervals_of
from stretchcoach.core.steps.planned_step import plan
from tests.core.strategies import LIBRARY, affected_sides, routines


@given(routines(), affected_sides)
def test_it_says_what_the_intervals_say(routine: Routine, affected: AffectedSide) -> None:
    for planned in plan(routine, LIBRARY, Profile(affected)):
        intervals = list(intervals_of(planned))
        length = step_length(planned)
        assert length.total_ms == sum(i.duration_ms or 0 for i in intervals)
        assert length.work_ms == sum(i.duration_ms or 0 for i in intervals if i.kind.is_work)
        assert length.own_pace is any(i.duration_ms is None for i in intervals)
        assert len(intervals) <= most_intervals(planned)
