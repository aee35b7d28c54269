"""What a step says otherwise of how much is done and of the times between, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from stretchcoach.core.content.dose import Breaths, DoseChange, Manual, Range
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.side_words import order_word
from stretchcoach.core.content.sides import SideOrder
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.session.dose_words import dose_words, load_words, range_words, value_words
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import Latitude

Amount = int | Range | Breaths | Manual | None


@dataclass(frozen=True)
class _Fact:
    """One thing that a step says. It is another only where both what is `written` and the `words`
    are others: what merely follows from other steps is no change of this one."""

    what: str
    written: object
    words: str


def dose_changes(old: PlannedStep, new: PlannedStep, named: str) -> Iterator[str]:
    """A sentence for each difference; both do the same exercise, or both are plain rests.

    `named` is the step, such as “Step 2, Bridge”.
    """
    for before, after in zip(_facts(old), _facts(new), strict=True):
        if before.written != after.written and before.words != after.words:
            what = tr("{step}, {what}", step=named, what=after.what) if after.what else named
            yield tr("{step}: {new} instead of {old}.",
                     step=what, new=after.words, old=before.words)  # fmt: skip
    if _means_other_sides(old, new):
        yield tr("{step}: it is for another side where one is affected.", step=named)


def _facts(planned: PlannedStep) -> Iterator[_Fact]:
    step = planned.step
    if not isinstance(step, ExerciseStep) or planned.exercise is None:
        yield _Fact("", step.rest_ms, short_time_words(step.rest_ms or 0))
        return
    amount = ", ".join((dose_words(planned, as_written=True), *load_words(planned)))
    yield _Fact("", amount, amount)
    dose, usual = planned.plain_dose, planned.exercise.dose
    phases = ", ".join(
        tr("{phase} {time}", phase=planned.said(phase.say, planned.first_side),
           time=short_time_words(phase.for_ms))
        for phase in dose.rep or ()
    )  # fmt: skip
    yield _Fact(tr("the phases of a rep"), phases, phases or tr("none"))
    yield _Fact(_what("rest_ms"), dose.rest_ms, short_time_words(dose.rest_ms))
    relax_ms = usual.relax_ms if step.relax_ms is None else step.relax_ms
    yield _Fact(_what("relax_ms"), relax_ms, short_time_words(dose.relax_ms))
    written = planned.switch_ms, step.switch_ms
    switch = short_time_words(dose.turn_ms or planned.switch_ms)
    yield _Fact(tr("time to change sides"), written, switch)
    get_ready = short_time_words(planned.get_ready_ms)
    yield _Fact(tr("time to get ready"), step.get_ready_ms, get_ready)
    yield _Fact(tr("order of the sides"), step.order, _order(step.order))
    change = step.affected or DoseChange()
    for field in fields(DoseChange):
        what = tr("{what} on the affected side", what=_what(field.name))
        value: Amount = getattr(change, field.name)
        yield _Fact(what, value, _amount_words(field.name, value))


def _means_other_sides(old: PlannedStep, new: PlannedStep) -> bool:
    """Whether they differ in the sides, though not for this person."""
    if old.sides is not new.sides:
        return False  # the dose tells it
    return _sides(old) is not _sides(new)


def _sides(planned: PlannedStep) -> object:
    step, exercise = planned.step, planned.exercise
    own = step.sides if isinstance(step, ExerciseStep) else None
    return own or (exercise and exercise.sides)


def _what(field: str) -> str:
    return {
        "sets": trc("of a step", "sets"),
        "reps": trc("of a step", "reps"),
        "hold_ms": trc("of a step", "hold"),
        "pace_ms": trc("of a step", "each rep"),
        "time_ms": trc("of a step", "each set"),
        "relax_ms": tr("pause between two reps"),
        "rest_ms": tr("rest between two sets"),
    }[field]


def _order(order: SideOrder | None) -> str:
    return tr("as in the whole routine") if order is None else order_word(order)


def _amount_words(field: str, value: Amount) -> str:
    """An amount as it is written for the affected side."""
    if value is None:
        return tr("as on the other side")
    if isinstance(value, Manual):
        return tr("at your own pace")
    in_breaths = isinstance(value, Breaths)
    count = value.count if isinstance(value, Breaths) else value
    if isinstance(count, Range):
        return range_words(Latitude("", field, count, count.low, in_breaths))
    return value_words(Latitude("", field, Range(count, count), count, in_breaths), count)
