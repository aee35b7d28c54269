"""The phases of a session as people read them: the present one, and what comes next."""

from __future__ import annotations

from stretchcoach.core.content.side_words import small_side_title, small_side_word
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trc, trn
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.session.events import PauseReason
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline


def phase_word(kind: IntervalKind) -> str:
    """The phase as one word or two, as it stands in the ring."""
    return {
        IntervalKind.GET_READY: tr("Get ready"),
        IntervalKind.HOLD: tr("Hold"),
        IntervalKind.RELAX: tr("Relax"),
        IntervalKind.MOVE: tr("Move"),
        IntervalKind.REST: tr("Rest"),
        IntervalKind.SWITCH: tr("Switch sides"),
    }[kind]


def _coming_phase(kind: IntervalKind) -> str:
    """The phase inside “Next: …”, where English has a small letter."""
    return {
        IntervalKind.GET_READY: trc("coming up", "get ready"),
        IntervalKind.HOLD: trc("coming up", "hold"),
        IntervalKind.RELAX: trc("coming up", "relax"),
        IntervalKind.MOVE: trc("coming up", "move"),
        IntervalKind.REST: trc("coming up", "rest"),
        IntervalKind.SWITCH: trc("coming up", "switch sides"),
    }[kind]


def interval_word(interval: Interval) -> str:
    """The phase of `interval`: what a phase of a rep says of itself, else the kind."""
    return interval.label or phase_word(interval.kind)


def exercise_title(timeline: Timeline, interval: Interval) -> str:
    """The name of what is really done in `interval`, or Rest."""
    exercise = timeline.exercise_of(interval)
    return exercise.name if exercise else phase_word(IntervalKind.REST)


def pause_words(reason: PauseReason) -> str:
    """Why the clock stands, where the person did not stop it; "" where they did."""
    return {
        PauseReason.SLEPT: tr("The computer was asleep. The clock waits where it was."),
        PauseReason.STALLED: tr("The program stood still. The clock waits where it was."),
        PauseReason.ENDING: tr("The computer was about to end everything. The clock waits here."),
    }.get(reason, "")


def next_words(timeline: Timeline, index: int) -> str:
    """What comes after interval `index`: “rest 10 s, then set 3”; "" after the last."""
    following = timeline.intervals[index + 1 : index + 3]
    if not following:
        return ""
    coming = following[0]
    if coming.kind in (IntervalKind.REST, IntervalKind.RELAX) and len(following) > 1:
        pause = trc("coming up", "{phase} {time}", phase=_coming_phase(coming.kind),
                    time=short_time_words(coming.duration_ms or 0))  # fmt: skip
        return tr("{first}, then {second}", first=pause,
                  second=_coming(timeline, following[1], coming))  # fmt: skip
    return _coming(timeline, coming, timeline.intervals[index])


def work_words(timeline: Timeline, work: Interval) -> str:
    """What is done in a set that begins with the interval `work`: “hold 30 s”, “12 reps”."""
    if work.label:
        return work.label
    reps = timeline.step_of(work).dose(work.side).reps or 1
    if work.duration_ms is None:
        return trn("{n} rep at your own pace", "{n} reps at your own pace", reps)
    time = short_time_words(work.duration_ms)
    if work.kind is IntervalKind.HOLD:
        hold = tr("hold {time}", time=time)
        return hold if reps == 1 else trn("{n} rep, {hold}", "{n} reps, {hold}", reps, hold=hold)
    if work.rep_no is None:
        return tr("move for {time}", time=time)
    return trn("{n} rep, {time}", "{n} reps, {time} each", reps, time=time)


def _coming(timeline: Timeline, coming: Interval, here: Interval) -> str:
    """What `coming` is to someone who is in `here`."""
    if coming.step_no != here.step_no:
        name = exercise_title(timeline, coming)
        return f"{name}, {small_side_word(coming.side)}" if coming.side else name
    if coming.kind is IntervalKind.SWITCH and coming.side is not None:
        return tr("switch to the left") if coming.side is Side.LEFT else tr("switch to the right")
    new_set = (coming.set_no or 1) > 1 and coming.set_no != here.set_no
    if new_set and coming.rep_no in (1, None):
        return tr("set {n}", n=coming.set_no)
    takes_turns = timeline.step_of(coming).sides is Sides.ALTERNATE
    if takes_turns and coming.side is not None and here.kind is not IntervalKind.GET_READY:
        return small_side_title(coming.side)
    if (coming.rep_no or 1) > 1 and not coming.label:
        return tr("rep {n}", n=coming.rep_no)
    return work_words(timeline, coming) if coming.kind.is_work else _coming_phase(coming.kind)
