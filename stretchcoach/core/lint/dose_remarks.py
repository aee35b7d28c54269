"""Doses that are far from what is known or usual, and those that were surely not meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import ExerciseKind, RemarkCode
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.lint.limits import LEAST_OF_A_HELD_GLIDE_MS
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.session.timeline import Interval, IntervalKind
from stretchcoach.core.steps.planned_step import PlannedStep


class Usual(NamedTuple):
    """Between which times a hold is nothing to speak of, in ms, and who says what is usual."""

    least_ms: int
    most_ms: int
    reason: str
    source: str


def usual_hold(kind: ExerciseKind) -> Usual | None:
    """What is said about holds of `kind`; None where a hold is no measure of it."""
    return {
        ExerciseKind.STRETCH: Usual(
            5 * SECOND_MS,
            90 * SECOND_MS,
            tr("usual are 10 to 30 s, for older adults up to 60 s"),
            tr("ACSM 2021; Bandy 1997, hamstrings: 60 s no better than 30 s"),
        ),
        ExerciseKind.RELEASE: Usual(
            10 * SECOND_MS,
            180 * SECOND_MS,
            tr("studies of rollers and balls used 30 to 120 s"),
            tr("reviews of foam rolling, 2022"),
        ),
        ExerciseKind.STRENGTH: Usual(
            SECOND_MS, 60 * SECOND_MS, tr("usual are 2 to 30 s"), tr("general practice")
        ),
        ExerciseKind.MOBILITY: Usual(
            SECOND_MS,
            60 * SECOND_MS,
            tr("usual are movements of 3 to 20 s"),
            tr("general practice"),
        ),
    }.get(kind)


def dose_remarks(planned: PlannedStep, intervals: tuple[Interval, ...]) -> Iterator[Remark]:
    """What is to be said of the dose of one step, which is written out as `intervals`."""
    if planned.exercise is None or not isinstance(planned.step, ExerciseStep):
        return
    holds = [i for i in intervals if i.kind is IntervalKind.HOLD]
    if planned.exercise.kind is ExerciseKind.GLIDE:
        yield from _held_glide(planned, planned.step, holds)
    else:
        yield from _unusual_hold(planned, planned.step, holds)
        yield from _inherited_reps(planned, planned.step)


def _held_glide(
    planned: PlannedStep, step: ExerciseStep, holds: list[Interval]
) -> Iterator[Remark]:
    longest_ms = max((i.duration_ms or 0 for i in holds), default=0)
    whole = any(not i.label for i in holds)
    if not whole and longest_ms <= LEAST_OF_A_HELD_GLIDE_MS:
        return
    fix = None
    if step.hold_ms is not None:
        edits = Edit((*planned.path, "hold"), None), Edit((*planned.path, "pace"), "5s")
        fix = Fix(tr("write “pace: 5s” instead of “hold”"), edits)
    yield remark_by_rule(
        RemarkCode.GLIDE_HELD,
        (*planned.path, "hold") if step.hold_ms is not None else planned.path,
        tr("a nerve glide is held here"),
        fix,
    )


def _unusual_hold(
    planned: PlannedStep, step: ExerciseStep, holds: list[Interval]
) -> Iterator[Remark]:
    assert planned.exercise is not None
    usual = usual_hold(planned.exercise.kind)
    times = [i.duration_ms or 0 for i in holds]
    if usual is None or not times:
        return
    plain = [i.duration_ms or 0 for i in holds if not i.label]  # a phase may be short
    place = (*planned.path, "hold") if step.hold_ms is not None else planned.path
    longest_ms, shortest_ms = max(times), min(plain, default=usual.least_ms)
    if longest_ms > usual.most_ms:
        message = tr("{time} is a very long hold", time=short_time_words(longest_ms))
    elif shortest_ms < usual.least_ms:
        message = tr("{time} is a very short hold", time=short_time_words(shortest_ms))
    else:
        return
    yield Remark(RemarkCode.UNUSUAL_HOLD, place, message, usual.reason, usual.source)


def _inherited_reps(planned: PlannedStep, step: ExerciseStep) -> Iterator[Remark]:
    """A step that holds an exercise of 10 moves has 10 holds, if nobody says how many."""
    assert planned.exercise is not None
    own = planned.exercise.dose
    named = step.kinds_of_work
    is_another = bool(named) and bool(own.kinds_of_work) and named != own.kinds_of_work
    if not is_another or step.reps is not None or not isinstance(own.reps, int) or own.reps < 2:
        return
    message = trn(
        "with “{key}”, this is done {n} time a set: that many the exercise has by itself",
        "with “{key}”, this is done {n} times a set: that many the exercise has by itself",
        own.reps,
        key=named[0],
    )
    yield Remark(
        RemarkCode.REPS_INHERITED,
        (*planned.path, named[0]),
        message,
        tr("its reps were meant for “{key}”", key=own.kinds_of_work[0]),
        fix=Fix(tr("write “reps: 1”"), (Edit((*planned.path, "reps"), "1"),)),
    )
