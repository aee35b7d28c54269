"""Exercises and routines in the person's language, field by field as far as they are translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step


class Translated(Protocol):
    """A dataclass with the words of other languages beside its own."""

    @property
    def translations(self) -> Mapping[str, Any]: ...


Words = TypeVar("Words", bound=Translated)
SomeDose = TypeVar("SomeDose", bound=Dose)


def localized(exercise: Exercise, languages: Sequence[str]) -> Exercise:
    """`exercise` in the first of `languages` that has each of its texts, else as it is written.

    Languages are codes such as `de`, `de_AT` or `pt-br`; of a region without texts those of its
    language are taken.
    """
    if exercise.dose.rep is not None:
        exercise = replace(exercise, dose=localized_dose(exercise.dose, languages))
    return in_language(exercise, languages)


def localized_routine(routine: Routine, languages: Sequence[str]) -> Routine:
    """`routine` and its steps in the first of `languages` that has each of their texts."""
    if not any(_codes(languages)):
        return routine
    steps = tuple(_localized_step(step, languages) for step in routine.steps)
    return in_language(replace(routine, steps=steps), languages)


def _localized_step(step: Step, languages: Sequence[str]) -> Step:
    if isinstance(step, RepeatStep):
        return replace(step, steps=tuple(_localized_step(s, languages) for s in step.steps))
    if isinstance(step, ExerciseStep):
        return in_language(localized_dose(step, languages), languages)
    return in_language(step, languages)


def localized_dose(dose: SomeDose, languages: Sequence[str]) -> SomeDose:
    """`dose` with what its phases say in the first of `languages` that has it."""
    if dose.rep is None:
        return dose
    return replace(dose, rep=tuple(in_language(phase, languages) for phase in dose.rep))


def in_language(thing: Words, languages: Sequence[str]) -> Words:
    """`thing`, which has `translations`, with each text in the first of `languages` that has it.

    A translation is a dataclass with some of the fields of `thing`, None where it says nothing;
    a field that is itself one is laid over the one of `thing` in the same way.
    """
    known: Mapping[str, Any] = thing.translations
    found = [known[code] for code in _codes(languages) if code in known]
    for translation in reversed(found):  # the best one is laid on top
        thing = _over(thing, translation)
    return thing


def _over(thing: Any, translation: Any) -> Any:
    """`thing` with what `translation` says laid over it."""
    said: dict[str, Any] = {}
    for field in fields(translation):
        value = getattr(translation, field.name)
        if value is not None:
            inner = getattr(thing, field.name)
            said[field.name] = _over(inner, value) if is_dataclass(value) else value
    return replace(thing, **said)


def _codes(languages: Sequence[str]) -> Iterator[str]:
    """The codes as files write them, best first, up to the language that all is written in."""
    for language in languages:
        code = language.lower().replace("_", "-")
        for name in dict.fromkeys((code, code.partition("-")[0])):
            if name == "en":
                return
            yield name
