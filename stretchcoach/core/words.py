"""The product's standing words: phases, sides, times and doses as people read them."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.dose import Dose, Manual
from stretchcoach.core.i18n import tr, trc, trn
from stretchcoach.core.routine import ExerciseStep
from stretchcoach.core.sides import Side, Sides
from stretchcoach.core.term_words import equipment_word as equipment_word
from stretchcoach.core.term_words import position_word as position_word
from stretchcoach.core.time_words import clock_words as clock_words
from stretchcoach.core.time_words import short_time_words as short_time_words
from stretchcoach.core.time_words import time_words as time_words
from stretchcoach.core.timeline import Interval, IntervalKind, PlannedStep, Timeline


def side_word(side: Side) -> str:
    # Translators: the side of the body alone, as a heading or a short call.
    return trc("side", "Left") if side is Side.LEFT else trc("side", "Right")


def side_title(side: Side) -> str:
    return tr("Left side") if side is Side.LEFT else tr("Right side")


def on_the_side(side: Side) -> str:
    return tr("on the left") if side is Side.LEFT else tr("on the right")


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


def step_title(planned: PlannedStep) -> str:
    return planned.exercise.name if planned.exercise else tr("Rest")


def dose_words(planned: PlannedStep) -> str:
    """The dose of a step in words, for the side that is not the affected one."""
    if not planned.turns:
        return ""
    dose = _plain_dose(planned)
    if planned.sides is Sides.EACH:
        return _work_words(dose, tr("each side"))
    if planned.sides is Sides.ALTERNATE:
        return tr("{dose}, side to side", dose=_work_words(dose))
    return _work_words(dose)


def affected_dose_words(planned: PlannedStep) -> str:
    """What differs on the affected side, such as “3 on the right”; "" where nothing does."""
    plain = _plain_dose(planned) if planned.turns else None
    for side, dose in planned.turns:
        if side is None or plain is None or dose == plain:
            continue
        where = on_the_side(side)
        if dose == replace(plain, sets=dose.sets):
            return tr("{sets} {on_the_side}", sets=dose.sets, on_the_side=where)
        words = _work_words(dose)
        if words != _work_words(plain):  # they do not tell the rests
            return tr("{dose} {on_the_side}", dose=words, on_the_side=where)
    return ""


def next_words(timeline: Timeline, index: int) -> str:
    """What comes after interval `index`: “rest 10 s, then set 3”; "" after the last."""
    following = timeline.intervals[index + 1 : index + 3]
    if not following:
        return ""
    coming = following[0]
    if coming.kind in (IntervalKind.REST, IntervalKind.RELAX) and len(following) > 1:
        pause = trc("coming up", "{phase} {time}", phase=phase_word(coming.kind).lower(),
                    time=short_time_words(coming.duration_ms or 0))  # fmt: skip
        return tr("{first}, then {second}", first=pause,
                  second=_coming(timeline, following[1], coming))  # fmt: skip
    return _coming(timeline, coming, timeline.intervals[index])


def _coming(timeline: Timeline, coming: Interval, here: Interval) -> str:
    """What `coming` is to someone who is in `here`."""
    if coming.step_no != here.step_no:
        name = step_title(timeline.step_of(coming))
        return f"{name}, {side_word(coming.side).lower()}" if coming.side else name
    if coming.kind is IntervalKind.SWITCH and coming.side is not None:
        return tr("switch to the left") if coming.side is Side.LEFT else tr("switch to the right")
    new_set = (coming.set_no or 1) > 1 and coming.set_no != here.set_no
    if new_set and coming.rep_no in (1, None):
        return tr("set {n}", n=coming.set_no)
    takes_turns = timeline.step_of(coming).sides is Sides.ALTERNATE
    if takes_turns and coming.side is not None and here.kind is not IntervalKind.GET_READY:
        return side_word(coming.side).lower()
    if (coming.rep_no or 1) > 1 and not coming.label:
        return tr("rep {n}", n=coming.rep_no)
    return coming.label or phase_word(coming.kind).lower()


def _plain_dose(planned: PlannedStep) -> Dose:
    """The dose of the side that has nothing special; the affected one is changed."""
    affected = planned.step.affected if isinstance(planned.step, ExerciseStep) else None
    if affected is None:
        return planned.turns[0][1]
    for _, dose in planned.turns:
        if affected.over(dose) != dose:
            return dose
    return planned.turns[0][1]


def _work_words(dose: Dose, where: str = "") -> str:
    """“2 × 30 s each side”, “12 reps each side, 4 s a rep”: `where` follows the amount."""
    reps = dose.reps or 1
    amount = trn("{n} rep", "{n} reps", reps)
    detail = ""
    if dose.pace_ms is Manual.MANUAL:
        detail = tr("at your own pace")
    elif isinstance(dose.pace_ms, int):
        detail = tr("{time} a rep", time=short_time_words(dose.pace_ms))
    elif dose.rep is not None:
        rep_ms = sum(phase.for_ms for phase in dose.rep)
        detail = tr("{time} a rep, in phases", time=short_time_words(rep_ms))
    elif reps > 1:
        detail = tr("hold {time}", time=short_time_words(dose.hold_ms or 0))
    else:
        amount = short_time_words(dose.hold_ms or 0)
    if (dose.sets or 1) > 1 or not detail:
        # Translators: sets times seconds or reps, such as “2 × 30 s” or “3 × 10 reps”.
        amount = tr("{sets} × {amount}", sets=dose.sets or 1, amount=amount)
    # Translators: what stands in front of a place, such as “2 × 30 s” “each side”.
    amount = tr("{amount} {where}", amount=amount, where=where) if where else amount
    return f"{amount}, {detail}" if detail else amount
