"""What the session page shows for an interval, decided without a widget."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.dose_words import dose_words
from stretchcoach.core.session.phase_words import next_words, phase_word
from stretchcoach.core.session.timeline import Interval, IntervalKind, PlannedStep
from stretchcoach.ui.running.performance import Performance

BREATHING_FROM_MS = 10_000


@dataclass(frozen=True)
class IntervalView:
    """One interval on the page. `exercise` is what is pictured, `side` its side."""

    resting: bool
    phase: str
    exercise: Exercise | None
    side: Side | None
    side_text: str
    affected: bool
    dose: str
    cue: str
    set_no: int | None
    sets: int
    coming: str
    breathes: bool


def interval_view(
    performance: Performance, coach: Coach, index: int, easier: Exercise | None = None
) -> IntervalView:
    """The view of interval `index`; `easier` is shown in the place of its exercise."""
    interval = performance.timeline.intervals[index]
    if interval.kind is IntervalKind.REST:
        return _rest_view(performance, index, interval)
    planned = performance.timeline.step_of(interval)
    exercise = easier or planned.exercise
    dose = planned.dose(interval.side)
    return IntervalView(
        resting=False,
        phase=phase_word(interval.kind),
        exercise=exercise,
        side=interval.side,
        side_text=_side_text(planned, interval.side),
        affected=performance.affected.includes(interval.side),
        dose="",
        cue=_cue(planned, exercise, coach, index, interval),
        set_no=interval.set_no,
        sets=dose.sets or 1,
        coming=_coming(performance, index),
        breathes=_breathes(interval),
    )


def _rest_view(performance: Performance, index: int, interval: Interval) -> IntervalView:
    """A rest shows, large, what comes after it."""
    planned = performance.next_step(index) or performance.timeline.step_of(interval)
    side = _next_side(performance, index)
    within = planned.step_no == interval.step_no
    first = planned.sides is Sides.EACH and not within
    text = _side_text(planned, side)
    if side is not None and first:
        text = tr("Left side first") if side is Side.LEFT else tr("Right side first")
    exercise = planned.exercise
    return IntervalView(
        resting=True,
        phase=phase_word(interval.kind),
        exercise=exercise,
        side=side,
        side_text=text,
        affected=performance.affected.includes(side),
        dose=_next_set(performance, index) if within else dose_words(planned),
        cue=exercise.instructions.setup if exercise and not within else "",
        set_no=None,
        sets=0,
        coming="",
        breathes=False,
    )


def _next_side(performance: Performance, index: int) -> Side | None:
    for interval in performance.timeline.intervals[index + 1 :]:
        if interval.kind.is_work:
            return interval.side
    return None


def _next_set(performance: Performance, index: int) -> str:
    for interval in performance.timeline.intervals[index + 1 :]:
        if interval.set_no is not None:
            sets = performance.timeline.step_of(interval).dose(interval.side).sets or 1
            return tr("Set {n} of {total}", n=interval.set_no, total=sets)
    return ""


def _side_text(planned: PlannedStep, side: Side | None) -> str:
    if side is not None:
        return side_title(side)
    return tr("Both sides") if planned.exercise is not None else ""


def _cue(
    planned: PlannedStep,
    exercise: Exercise | None,
    coach: Coach,
    index: int,
    interval: Interval,
) -> str:
    if interval.label:
        return interval.label
    if exercise is None:
        return ""
    if interval.kind.is_work:
        own = exercise is planned.exercise
        return coach.reminder(index) if own else exercise.instructions.move
    note = planned.step.note if isinstance(planned.step, ExerciseStep) else ""
    if interval.kind is IntervalKind.GET_READY:
        return "\n".join(text for text in (exercise.instructions.setup, note) if text)
    return exercise.instructions.move if interval.kind is IntervalKind.SWITCH else ""


def _coming(performance: Performance, index: int) -> str:
    words = next_words(performance.timeline, index)
    return tr("Next: {what}", what=words) if words else tr("Then you are done")


def _breathes(interval: Interval) -> bool:
    """A guide through the breath makes sense in holds that last longer than one."""
    long_enough = (interval.duration_ms or 0) >= BREATHING_FROM_MS
    return interval.kind is IntervalKind.HOLD and long_enough
