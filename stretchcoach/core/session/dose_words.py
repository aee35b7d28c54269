"""A step and its dose as people read them: “2 × 30 s each side”, “3 on the right”."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stretchcoach.core.content.dose import Manual
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.side_words import on_the_side
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trc, trn
from stretchcoach.core.language.time_words import short_time_words, time_range_words
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import Latitude, SideDose


def step_title(planned: PlannedStep) -> str:
    return planned.exercise.name if planned.exercise else tr("Rest")


def dose_words(planned: PlannedStep, *, as_written: bool = False) -> str:
    """The dose of a step in words, for the side that is not the affected one.

    With what the person chose within ranges; `as_written` has the ranges themselves.
    """
    if not planned.turns:
        return ""
    amounts = _Amounts(planned.plain_dose, _ranges(planned, as_written, affected=False))
    if planned.sides is Sides.EACH:
        return _work_words(amounts, tr("each side"))
    if planned.sides is Sides.ALTERNATE:
        return tr("{dose}, side to side", dose=_work_words(amounts))
    if isinstance(planned.sides, Side):
        return _work_words(amounts, on_the_side(planned.sides))
    return _work_words(amounts)


def affected_dose_words(
    planned: PlannedStep, *, as_written: bool = False, anybody: bool = False
) -> str:
    """What differs on the affected side, such as “3 on the right”; "" where nothing does.

    For `anybody` it says “3 on the affected side” instead of the side.
    """
    if not planned.turns:
        return ""
    plain = _Amounts(planned.plain_dose, _ranges(planned, as_written, affected=False))
    for side, dose in planned.turns:
        if side is None or not planned.affected.includes(side):
            continue
        where = tr("on the affected side") if anybody else on_the_side(side)
        amounts = _Amounts(dose, _ranges(planned, as_written, affected=True))
        if amounts == plain:
            continue
        if amounts.but_for_sets == plain.but_for_sets:
            return tr("{sets} {on_the_side}", sets=amounts.sets, on_the_side=where)
        words = _work_words(amounts)
        if words != _work_words(plain):  # they do not tell the rests
            return tr("{dose} {on_the_side}", dose=words, on_the_side=where)
    return ""


def written_dose_words(planned: PlannedStep) -> str:
    """All of the dose, ranges as they are written: “2–4 × 30 s each side, 5 on the right”."""
    parts = (dose_words(planned, as_written=True), affected_dose_words(planned, as_written=True))
    return ", ".join(filter(None, parts))


def load_words(planned: PlannedStep) -> tuple[str, ...]:
    """With what and how hard, as far as the step says it: “yellow band”, “effort about 4 of 10”."""
    step = planned.step
    return load_and_effort(step.load, step.effort) if isinstance(step, ExerciseStep) else ()


def load_and_effort(load: str, effort: str) -> tuple[str, ...]:
    """Both in words, as far as they are said."""
    effort = tr("effort {how_much}", how_much=effort) if effort else ""
    return tuple(words for words in (load, effort) if words)


def field_words(latitude: Latitude) -> str:
    """What a range is of."""
    return {
        "sets": tr("Sets"),
        "reps": tr("Reps"),
        "hold_ms": trc("amount", "Hold"),
        "pace_ms": trc("amount", "Each rep"),
        "time_ms": trc("amount", "Each set"),
    }[latitude.field]


def range_words(latitude: Latitude) -> str:
    """A range as it is written: “15–30 s”, “2–4”, “3–5 breaths”."""
    low, high = latitude.range.low, latitude.range.high
    if latitude.in_breaths:
        return tr("{low}–{high} breaths", low=low, high=high)
    if latitude.field.endswith("_ms"):
        return time_range_words(low, high)
    return tr("{low}–{high}", low=low, high=high)


def value_words(latitude: Latitude, value: int) -> str:
    """A value of a range: “20 s”, “3”, “4 breaths”."""
    if latitude.in_breaths:
        return trn("{n} breath", "{n} breaths", value)
    return short_time_words(value) if latitude.field.endswith("_ms") else str(value)


Ranges = Mapping[str, Latitude]


def _ranges(planned: PlannedStep, as_written: bool, *, affected: bool) -> Ranges:
    """By field, the ranges to be shown for a side; an affected one has its own and the others."""
    if not as_written:
        return {}
    own = sorted(planned.latitudes, key=_is_affected)
    return {one.field: one for one in own if affected or not one.affected}


def _is_affected(latitude: Latitude) -> bool:
    return latitude.affected


@dataclass(frozen=True)
class _Amounts:
    """The numbers of a dose in words, in `ranges` as they are written."""

    dose: SideDose
    ranges: Ranges

    @property
    def sets(self) -> str:
        return self._range("sets") or str(self.dose.sets)

    @property
    def but_for_sets(self) -> tuple[SideDose, Ranges]:
        """All that is told beside the sets."""
        ranges = {field: one for field, one in self.ranges.items() if field != "sets"}
        return replace(self.dose, sets=0), ranges

    @property
    def several_sets(self) -> bool:
        return self.dose.sets > 1 or "sets" in self.ranges

    @property
    def several_reps(self) -> bool:
        return self.dose.reps > 1 or "reps" in self.ranges

    @property
    def reps(self) -> str:
        if "reps" in self.ranges:
            return tr("{range} reps", range=self._range("reps"))
        return trn("{n} rep", "{n} reps", self.dose.reps)

    @property
    def hold(self) -> str:
        if self.dose.hold_breaths is not None:
            breaths = trn("{n} breath", "{n} breaths", self.dose.hold_breaths)
            return self._range("hold_ms") or breaths
        return self.time("hold_ms", self.dose.hold_ms or 0)

    def time(self, field: str, time_ms: int) -> str:
        return self._range(field) or short_time_words(time_ms)

    def _range(self, field: str) -> str:
        return range_words(self.ranges[field]) if field in self.ranges else ""


def _work_words(amounts: _Amounts, where: str = "") -> str:
    """“2 × 30 s each side”, “12 reps each side, 4 s a rep”: `where` follows the amount."""
    dose = amounts.dose
    amount, detail = amounts.reps, ""
    if dose.time_ms is not None:
        amount, detail = amounts.time("time_ms", dose.time_ms), tr("moving")
    elif dose.pace_ms is Manual.MANUAL:
        detail = tr("at your own pace")
    elif isinstance(dose.pace_ms, int):
        detail = tr("{time} a rep", time=amounts.time("pace_ms", dose.pace_ms))
    elif dose.rep is not None:
        rep_ms = sum(phase.for_ms for phase in dose.rep)
        detail = tr("{time} a rep, in phases", time=short_time_words(rep_ms))
    elif amounts.several_reps:
        detail = tr("hold {time}", time=amounts.hold)
    else:
        amount = amounts.hold
    if amounts.several_sets or not detail:
        # Translators: sets times seconds or reps, such as “2 × 30 s” or “3 × 10 reps”.
        amount = tr("{sets} × {amount}", sets=amounts.sets, amount=amount)
    # Translators: what stands in front of a place, such as “2 × 30 s” “each side”.
    amount = tr("{amount} {where}", amount=amount, where=where) if where else amount
    return f"{amount}, {detail}" if detail else amount
