"""Texts that name another time or another number than is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from stretchcoach.core.content.dose import Breaths, Dose, Range
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import BREATH_MS
from stretchcoach.core.content.routine import ExerciseStep, RestStep, Routine
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.measures.said_amounts import (
    AmountWords,
    SaidAmount,
    amount_words,
    said_amounts,
)
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.planned_step import PlannedStep, whole_dose
from stretchcoach.core.steps.side_dose import Path


class Counted(NamedTuple):
    """What is done: the times of the holds in ms, and how often, each from and to."""

    holds: tuple[tuple[int, int], ...]
    counts: tuple[tuple[int, int], ...]


def text_remarks(routine: Routine, timeline: Timeline) -> Iterator[Remark]:
    """The notes of the steps and the texts of their exercises against the doses."""
    words = amount_words()
    for planned in timeline.steps:
        step, exercise = planned.step, planned.exercise
        if isinstance(step, RestStep) or exercise is None:
            continue
        counted = _counted(planned, routine)
        if wrong := _contradiction(step.note, words, counted):
            yield _at_note(planned, step, wrong, counted)
        for text in _texts_of(exercise):
            if wrong := _contradiction(text, words, counted):
                yield _at_dose(planned, step, wrong, counted)
                break


def dose_text_remarks(exercise: Exercise, path: Path = ()) -> Iterator[Remark]:
    """The texts of an exercise against the dose that it has by itself."""
    if not exercise.dose.kinds_of_work:
        return
    counted, words = _counted_of((exercise.dose,)), amount_words()
    for name, text in _named_texts(exercise):
        if wrong := _contradiction(text, words, counted):
            message = _message(wrong, counted)
            yield remark_by_rule(RemarkCode.TEXT_AND_TIME, (*path, *name), message)


def _named_texts(exercise: Exercise) -> Iterator[tuple[Path, str]]:
    how = exercise.instructions
    for field in fields(how):
        yield ("instructions", field.name), getattr(how, field.name)
    for number, cue in enumerate(exercise.cues):
        yield ("cues", number), cue


def _texts_of(exercise: Exercise) -> list[str]:
    return [text for _, text in _named_texts(exercise)]


def _contradiction(text: str, words: AmountWords, counted: Counted) -> SaidAmount | None:
    """The first amount in `text` that is not what is counted."""
    return next((said for said in said_amounts(text, words) if not _fits(said, counted)), None)


def _fits(said: SaidAmount, counted: Counted) -> bool:
    real = counted.holds if said.is_time else counted.counts
    return not real or any(said.fits(low, high) for low, high in real)


def _counted(planned: PlannedStep, routine: Routine) -> Counted:
    assert planned.exercise is not None
    assert isinstance(planned.step, ExerciseStep)
    dose = whole_dose(planned.step, planned.exercise, routine.defaults)
    change = planned.step.affected
    return _counted_of((dose,) if change is None else (dose, change.over(dose)))


def _counted_of(doses: tuple[Dose, ...]) -> Counted:
    holds: list[tuple[int, int]] = []
    counts: list[tuple[int, int]] = []
    for dose in doses:
        holds += _holds(dose)
        sets, reps = _span(dose.sets), _span(dose.reps)
        if dose.time_ms is None:
            counts += [sets, reps, (sets[0] * reps[0], sets[1] * reps[1])]
    return Counted(tuple(holds), tuple(counts))


def _holds(dose: Dose) -> Iterator[tuple[int, int]]:
    if dose.hold_ms is not None:
        low, high = _span(dose.hold_ms)
        breath = BREATH_MS if isinstance(dose.hold_ms, Breaths) else 1
        yield low * breath, high * breath
    for phase in dose.rep or ():
        yield phase.for_ms, phase.for_ms


def _span(value: int | Range | Breaths | None) -> tuple[int, int]:
    if isinstance(value, Breaths):
        return _span(value.count)
    if isinstance(value, Range):
        return value.low, value.high
    return (1, 1) if value is None else (value, value)


def _at_note(
    planned: PlannedStep, step: ExerciseStep, said: SaidAmount, counted: Counted
) -> Remark:
    """With the amount of the note as a fix, where that is one number of a plain hold."""
    path = (*planned.path, "note")
    fix = None
    if said.is_time and step.rep is None and said.low == said.high and len(counted.holds) == 1:
        seconds = f"{said.low // SECOND_MS}s"
        edit = Edit((*planned.path, "hold"), seconds)
        fix = Fix(tr("write “hold: {time}”", time=seconds), (edit,))
    return remark_by_rule(RemarkCode.TEXT_AND_TIME, path, _message(said, counted), fix)


def _at_dose(
    planned: PlannedStep, step: ExerciseStep, said: SaidAmount, counted: Counted
) -> Remark:
    keys = ("hold", "rep") if said.is_time else ("reps", "sets")
    own = [key for key in keys if getattr(step, f"{key}_ms" if key == "hold" else key) is not None]
    path = (*planned.path, *own[:1])
    return remark_by_rule(RemarkCode.TEXT_AND_TIME, path, _message(said, counted))


def _message(said: SaidAmount, counted: Counted) -> str:
    if said.is_time:
        low, _ = counted.holds[0]
        real = short_time_words(low)
        return tr("the text says “{said}”, the hold is {real}", said=said.words, real=real)
    real = " × ".join(str(low) for low, _ in counted.counts[:2] if low > 1) or "1"
    return tr("the text says “{said}”, and it is done {real} times", said=said.words, real=real)
