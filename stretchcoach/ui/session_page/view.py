"""What the session page shows for an interval, decided without a widget."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import how_words
from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sided_text import seen_on
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
    """One interval on the page. `exercise` is what is pictured, as it is on `side`.

    `note` is the word to the client of the step; it stays for all of it.
    """

    resting: bool
    phase: str
    exercise: Exercise | None
    side: Side | None
    side_text: str
    affected: bool
    dose: str
    cue: str
    note: str
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
    shown = easier or planned.exercise
    exercise = seen_on(shown, interval.side) if shown else None
    dose = planned.dose(interval.side)
    return IntervalView(
        resting=False,
        phase=phase_word(interval.kind),
        exercise=exercise,
        side=interval.side,
        side_text=_side_text(planned, interval.side),
        affected=performance.affected.includes(interval.side),
        dose="",
        cue=_easier_cue(interval, exercise) if easier else _cue(coach, index, interval, exercise),
        note=planned.note_on(interval.side),
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
    exercise = seen_on(planned.exercise, side) if planned.exercise else None
    return IntervalView(
        resting=True,
        phase=phase_word(interval.kind),
        exercise=exercise,
        side=side,
        side_text=text,
        affected=performance.affected.includes(side),
        dose=_next_set(performance, index) if within else dose_words(planned),
        cue=exercise.instructions.setup if exercise and not within else "",
        note=planned.note_on(side),
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


def _cue(coach: Coach, index: int, interval: Interval, exercise: Exercise | None) -> str:
    """One cue at a time; all of how it is done while there is time to read it."""
    if interval.label:
        return interval.label
    if exercise is None:
        return ""
    if interval.kind is IntervalKind.RELAX:
        return coach.script.reminder(index - 1)
    return coach.script.reminder(index) if interval.kind.is_work else how_words(exercise)


def _easier_cue(interval: Interval, exercise: Exercise | None) -> str:
    """The coach's cues are about another exercise: the easier one tells how it is done."""
    if exercise is None:
        return ""
    return exercise.instructions.move if interval.kind.is_work else how_words(exercise)


def _coming(performance: Performance, index: int) -> str:
    words = next_words(performance.timeline, index)
    return tr("Next: {what}", what=words) if words else tr("Then you are done")


def _breathes(interval: Interval) -> bool:
    """A guide through the breath makes sense in holds that last longer than one."""
    long_enough = (interval.duration_ms or 0) >= BREATHING_FROM_MS
    return interval.kind is IntervalKind.HOLD and long_enough
