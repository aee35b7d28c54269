"""Where there is no time to change legs, or to get from the floor to one's feet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep, RestStep, Routine
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.lint.limits import LEAST_TO_GET_UP_MS, LEAST_TO_SWITCH_MS
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import Path


def time_remarks(routine: Routine, timeline: Timeline) -> Iterator[Remark]:
    """What is to be said of the times between what is done."""
    by_step = {no: list(own) for no, own in groupby(timeline.intervals, attrgetter("step_no"))}
    before: Exercise | None = None
    rested_ms = 0
    for planned in timeline.steps:
        if isinstance(planned.step, RestStep):
            rested_ms += planned.step.rest_ms
            continue
        assert planned.exercise is not None
        if before is not None:
            yield from _no_time_to_get_up(routine, planned, before, rested_ms)
        yield from _no_time_to_switch(routine, planned, by_step[planned.step_no])
        before, rested_ms = planned.exercise, 0


def _no_time_to_get_up(
    routine: Routine, planned: PlannedStep, before: Exercise, rested_ms: int
) -> Iterator[Remark]:
    assert planned.exercise is not None
    now, then = planned.exercise.position, before.position
    if now is None or then is None or now.on_floor is then.on_floor:
        return
    if rested_ms + planned.get_ready_ms >= LEAST_TO_GET_UP_MS:
        return
    message = (
        tr("{time} is too short to get down to the floor", time=_time(planned.get_ready_ms))
        if now.on_floor
        else tr("{time} is too short to get up from the floor", time=_time(planned.get_ready_ms))
    )
    said = _said_at(routine, planned, "get_ready")
    fix = _leave_out(said) if said else None
    yield remark_by_rule(RemarkCode.NO_TIME_TO_GET_READY, said or planned.path, message, fix)


def _no_time_to_switch(
    routine: Routine, planned: PlannedStep, own: list[Interval]
) -> Iterator[Remark]:
    if planned.sides is Sides.EACH:
        short = planned.switch_ms < LEAST_TO_SWITCH_MS
    else:
        short = planned.sides is Sides.ALTERNATE and _holds_change_at_once(own)
    if short:
        said = _said_at(routine, planned, "switch")
        yield remark_by_rule(
            RemarkCode.NO_TIME_TO_SWITCH,
            said or planned.path,
            tr("there is no time to change sides"),
            _leave_out(said) if said else None,
        )


def _holds_change_at_once(intervals: list[Interval]) -> bool:
    held = [i.side if i.kind is IntervalKind.HOLD else None for i in intervals]
    return any(one and other and one is not other for one, other in pairwise(held))


def _said_at(routine: Routine, planned: PlannedStep, key: str) -> Path | None:
    """Where `key` is said: in the step or among the routine's defaults; None for neither."""
    assert isinstance(planned.step, ExerciseStep)
    if getattr(planned.step, f"{key}_ms") is not None:
        return (*planned.path, key)
    return ("defaults", key) if getattr(routine.defaults, f"{key}_ms") is not None else None


def _leave_out(said: Path) -> Fix:
    return Fix(tr("leave out “{key}”", key=said[-1]), (Edit(said, None),))


def _time(duration_ms: int) -> str:
    return short_time_words(duration_ms)
