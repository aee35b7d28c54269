"""How long a step takes, without writing out its intervals: for thousands of routines at once.

Says the same as `timeline.intervals_of`, to the millisecond; a test holds both together.
"""

from __future__ import annotations

from typing import NamedTuple

from stretchcoach.core.content.dose import DEFAULT_REST_MS, Dose, Manual
from stretchcoach.core.content.routine import RestStep
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.timeline import PlannedStep


class StepLength(NamedTuple):
    """The time of all intervals of a step and of those in which the body works.

    `own_pace` tells that some of them last until the person says done; they count nothing.
    """

    total_ms: int
    work_ms: int
    own_pace: bool


def step_length(planned: PlannedStep) -> StepLength:
    """The length of one step; ValueError for a dose without exactly one kind of work."""
    if isinstance(planned.step, RestStep):
        return StepLength(planned.step.rest_ms, 0, False)
    if planned.sides is Sides.EACH:
        (_, first), (_, second) = planned.turns
        one, other = _sets(first, 1), _sets(second, 1)
        return StepLength(
            planned.get_ready_ms + one.total_ms + planned.switch_ms + other.total_ms,
            one.work_ms + other.work_ms,
            one.own_pace or other.own_pace,
        )
    sets = _sets(planned.turns[0][1], len(planned.turns))
    return sets._replace(total_ms=planned.get_ready_ms + sets.total_ms)


def _sets(dose: Dose, turns: int) -> StepLength:
    """All sets of a side, or of the `turns` sides that alternate, with the rests between."""
    count = dose.sets or 1
    rests_ms = (count - 1) * (DEFAULT_REST_MS if dose.rest_ms is None else dose.rest_ms)
    rep_ms = _rep_ms(dose)
    if rep_ms is None:
        return StepLength(rests_ms, 0, True)
    reps = (dose.reps or 1) * turns
    work_ms = count * reps * rep_ms
    relax_ms = count * (reps - 1) * (dose.relax_ms or 0)
    return StepLength(rests_ms + work_ms + relax_ms, work_ms, False)


def _rep_ms(dose: Dose) -> int | None:
    """The work of one rep; None at one's own pace."""
    if (dose.hold_ms is None) + (dose.pace_ms is None) + (dose.rep is None) != 2:
        raise ValueError("a dose needs exactly one of hold, pace and rep")
    if dose.rep is not None:
        return sum(phase.for_ms for phase in dose.rep)
    if isinstance(dose.pace_ms, Manual):
        return None
    return dose.hold_ms if dose.pace_ms is None else dose.pace_ms
