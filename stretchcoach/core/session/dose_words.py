"""A step and its dose as people read them: “2 × 30 s each side”, “3 on the right”."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Manual
from stretchcoach.core.content.side_words import on_the_side
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import SideDose


def step_title(planned: PlannedStep) -> str:
    return planned.exercise.name if planned.exercise else tr("Rest")


def dose_words(planned: PlannedStep) -> str:
    """The dose of a step in words, for the side that is not the affected one."""
    if not planned.turns:
        return ""
    dose = planned.plain_dose
    if planned.sides is Sides.EACH:
        return _work_words(dose, tr("each side"))
    if planned.sides is Sides.ALTERNATE:
        return tr("{dose}, side to side", dose=_work_words(dose))
    if isinstance(planned.sides, Side):
        return _work_words(dose, on_the_side(planned.sides))
    return _work_words(dose)


def affected_dose_words(planned: PlannedStep) -> str:
    """What differs on the affected side, such as “3 on the right”; "" where nothing does."""
    plain = planned.plain_dose if planned.turns else None
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


def _work_words(dose: SideDose, where: str = "") -> str:
    """“2 × 30 s each side”, “12 reps each side, 4 s a rep”: `where` follows the amount."""
    amount = trn("{n} rep", "{n} reps", dose.reps)
    detail = ""
    if dose.time_ms is not None:
        amount, detail = short_time_words(dose.time_ms), tr("moving")
    elif dose.pace_ms is Manual.MANUAL:
        detail = tr("at your own pace")
    elif isinstance(dose.pace_ms, int):
        detail = tr("{time} a rep", time=short_time_words(dose.pace_ms))
    elif dose.rep is not None:
        rep_ms = sum(phase.for_ms for phase in dose.rep)
        detail = tr("{time} a rep, in phases", time=short_time_words(rep_ms))
    elif dose.reps > 1:
        detail = tr("hold {time}", time=short_time_words(dose.hold_ms or 0))
    else:
        amount = short_time_words(dose.hold_ms or 0)
    if dose.sets > 1 or not detail:
        # Translators: sets times seconds or reps, such as “2 × 30 s” or “3 × 10 reps”.
        amount = tr("{sets} × {amount}", sets=dose.sets, amount=amount)
    # Translators: what stands in front of a place, such as “2 × 30 s” “each side”.
    amount = tr("{amount} {where}", amount=amount, where=where) if where else amount
    return f"{amount}, {detail}" if detail else amount
