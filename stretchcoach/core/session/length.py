"""How long a step takes, without writing out its intervals: for thousands of routines at once.

Says the same as `timeline.intervals_of`, to the millisecond; a test holds both together.
"""

from __future__ import annotations

from typing import NamedTuple

from stretchcoach.core.content.dose import Manual
from stretchcoach.core.content.routine import RestStep
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import SideDose


class StepLength(NamedTuple):
    """The time of all intervals of a step and of those in which the body works.

    `own_pace` tells that some of them last until the person says done; they count nothing.
    """

    total_ms: int
    work_ms: int
    own_pace: bool


def step_length(planned: PlannedStep, sets_less: int = 0) -> StepLength:
    """The length of one step, or of it with fewer sets on each side, of which one always stays."""
    if isinstance(planned.step, RestStep):
        return StepLength(planned.step.rest_ms, 0, False)
    if planned.sides is Sides.EACH:
        (_, first), (_, second) = planned.turns
        one, other = _sets(first, 1, sets_less), _sets(second, 1, sets_less)
        return StepLength(
            planned.get_ready_ms + one.total_ms + planned.switch_ms + other.total_ms,
            one.work_ms + other.work_ms,
            one.own_pace or other.own_pace,
        )
    sets = _sets(planned.turns[0][1], len(planned.turns), sets_less)
    return sets._replace(total_ms=planned.get_ready_ms + sets.total_ms)


def most_intervals(planned: PlannedStep) -> int:
    """No step has more intervals than this; some have fewer."""
    count = 2  # to get ready, to change sides
    for _, dose in planned.turns:
        phases = 1 if dose.rep is None else len(dose.rep)
        count += dose.sets * (1 + dose.reps * (phases + 2))
    return count


def _sets(dose: SideDose, turns: int, less: int) -> StepLength:
    """All sets of a side, or of the `turns` sides that alternate, with the rests between."""
    count = max(1, dose.sets - less)
    rests_ms = (count - 1) * dose.rest_ms
    set_ms = dose.time_ms
    if set_ms is None:
        rep_ms = _rep_ms(dose)
        if rep_ms is None:
            return StepLength(rests_ms, 0, True)
        reps = dose.reps * turns
        set_ms = reps * rep_ms
        rests_ms += count * (reps - 1) * (dose.relax_ms + dose.turn_ms)
    work_ms = count * set_ms
    return StepLength(rests_ms + work_ms, work_ms, False)


def _rep_ms(dose: SideDose) -> int | None:
    """The work of one rep; None at one's own pace."""
    if dose.rep is not None:
        return sum(phase.for_ms for phase in dose.rep)
    if isinstance(dose.pace_ms, Manual):
        return None
    return dose.hold_ms if dose.pace_ms is None else dose.pace_ms
