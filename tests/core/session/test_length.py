from __future__ import annotations

import pytest
from hypothesis import given

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.length import step_length
from stretchcoach.core.session.timeline import intervals_of, plan
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.core.strategies import LIBRARY, affected_sides, routines


@given(routines(), affected_sides)
def test_it_says_what_the_intervals_say(routine: Routine, affected: AffectedSide) -> None:
    for planned in plan(routine, LIBRARY, Profile(affected)):
        intervals = list(intervals_of(planned))
        length = step_length(planned)
        assert length.total_ms == sum(i.duration_ms or 0 for i in intervals)
        assert length.work_ms == sum(i.duration_ms or 0 for i in intervals if i.kind.is_work)
        assert length.own_pace is any(i.duration_ms is None for i in intervals)


@pytest.mark.parametrize("dose", [Dose(), Dose(hold_ms=5_000, pace_ms=5_000)])
def test_a_dose_that_is_not_clear_has_no_length(dose: Dose) -> None:
    exercises = known(an_exercise(dose=dose))
    [planned] = plan(a_routine(a_step()), exercises, NOBODY)
    with pytest.raises(ValueError, match="exactly one"):
        step_length(planned)
