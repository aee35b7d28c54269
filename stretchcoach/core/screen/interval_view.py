"""What is shown of an interval while one is in it, the same in a window and on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import how_words
from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.dose_words import affected_dose_words, dose_words, load_words
from stretchcoach.core.session.phase_words import interval_word, next_words
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from stretchcoach.core.steps.planned_step import PlannedStep

BREATHING_FROM_MS = 10_000


@dataclass(frozen=True)
class Rep:
    """Which rep of how many is done."""

    number: int
    total: int


@dataclass(frozen=True)
class IntervalView:
    """One interval on the screen. `exercise` is what is pictured, as it is on `side`.

    `above` stands above its name: its dose with load and effort, or in a rest what comes. `note`
    is the word to the client of the step; it stays for all of it. A rep is either the large thing
    in the ring or stands below it.
    """

    phase: str
    exercise: Exercise | None
    side: Side | None
    side_text: str
    affected: bool
    above: str
    cue: str
    note: str
    set_no: int | None = None
    sets: int = 1
    rep_in_ring: Rep | None = None
    rep_below: Rep | None = None
    coming: str = ""
    breathes: bool = False
    at_hold: bool = False


def interval_view(
    timeline: Timeline, affected: AffectedSide, coach: Coach, index: int
) -> IntervalView:
    """The view of interval `index` of `timeline`, which `coach` speaks of."""
    interval = timeline.intervals[index]
    if interval.kind is IntervalKind.REST:
        return _rest_view(timeline, affected, index, interval)
    planned = timeline.step_of(interval)
    rep = _rep(planned, interval)
    counts = interval.kind is IntervalKind.MOVE
    return IntervalView(
        phase=_phase(planned, interval),
        exercise=_shown(timeline, interval),
        side=interval.side,
        side_text=_side_text(planned, interval.side),
        affected=affected.includes(interval.side),
        above=_dose(planned),
        cue=_cue(timeline, coach, index),
        note=planned.note_on(interval.side),
        set_no=interval.set_no,
        sets=planned.dose(interval.side).sets or 1,
        rep_in_ring=rep if counts else None,
        rep_below=None if counts else rep,
        coming=_coming(timeline, index),
        breathes=_breathes(interval),
        at_hold=interval.kind.is_work,
    )


def _rest_view(
    timeline: Timeline, affected: AffectedSide, index: int, interval: Interval
) -> IntervalView:
    """A rest shows what comes after it."""
    coming = _next_work(timeline, index) or interval
    planned = timeline.step_of(coming)
    within = planned.step_no == interval.step_no
    text = _side_text(planned, coming.side)
    if coming.side is not None and planned.sides is Sides.EACH and not within:
        text = tr("Left side first") if coming.side is Side.LEFT else tr("Right side first")
    exercise = _shown(timeline, coming)
    return IntervalView(
        phase=interval_word(interval),
        exercise=exercise,
        side=coming.side,
        side_text=text,
        affected=affected.includes(coming.side),
        above=_what_comes(planned, coming, within=within),
        cue=exercise.instructions.setup if exercise else "",
        note=planned.note_on(coming.side),
        at_hold=True,
    )


def _next_work(timeline: Timeline, index: int) -> Interval | None:
    following = timeline.intervals[index + 1 :]
    return next((interval for interval in following if interval.kind.is_work), None)


def _shown(timeline: Timeline, interval: Interval) -> Exercise | None:
    """What is really done, with its words for the side."""
    exercise = timeline.exercise_of(interval)
    return seen_on(exercise, interval.side) if exercise else None


def _phase(planned: PlannedStep, interval: Interval) -> str:
    reps = planned.dose(interval.side).reps or 1
    if interval.duration_ms is None and reps > 1:
        return trn("{n} rep", "{n} reps", reps)
    return interval_word(interval)


def _rep(planned: PlannedStep, interval: Interval) -> Rep | None:
    reps = planned.dose(interval.side).reps or 1
    return Rep(interval.rep_no, reps) if interval.rep_no is not None and reps > 1 else None


def _dose(planned: PlannedStep) -> str:
    parts = (dose_words(planned), affected_dose_words(planned), *load_words(planned))
    return ", ".join(part for part in parts if part)


def _what_comes(planned: PlannedStep, coming: Interval, *, within: bool) -> str:
    what = _dose(planned)
    if within and coming.set_no is not None:
        sets = planned.dose(coming.side).sets or 1
        what = tr("set {n} of {total}", n=coming.set_no, total=sets)
    return tr("Next: {what}", what=what) if what else tr("Next")


def _side_text(planned: PlannedStep, side: Side | None) -> str:
    if side is not None:
        return side_title(side)
    return tr("Both sides") if planned.exercise is not None else ""


def _cue(timeline: Timeline, coach: Coach, index: int) -> str:
    """One cue at a time; all of how it is done while there is time to read it."""
    interval = timeline.intervals[index]
    if interval.kind is IntervalKind.RELAX:
        return coach.script.reminder(index - 1)
    if interval.kind.is_work:
        return coach.script.reminder(index)
    exercise = coach.script.exercise(index)
    return how_words(exercise) if exercise else ""


def _coming(timeline: Timeline, index: int) -> str:
    words = next_words(timeline, index)
    return tr("Next: {what}", what=words) if words else tr("Then you are done")


def _breathes(interval: Interval) -> bool:
    """A guide through the breath makes sense in holds that last longer than one."""
    long_enough = (interval.duration_ms or 0) >= BREATHING_FROM_MS
    return interval.kind is IntervalKind.HOLD and long_enough
