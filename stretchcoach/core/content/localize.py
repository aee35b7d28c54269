"""Exercises and routines in the person's language, field by field as far as they are translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from stretchcoach.core.content.exercise import Exercise, ExerciseTranslation, Instructions
from stretchcoach.core.content.routine import Routine

T = TypeVar("T")


def localized(exercise: Exercise, languages: Sequence[str]) -> Exercise:
    """`exercise` in the first of `languages` that has each of its texts, else as it is written.

    Languages are codes such as `de`, `de_AT` or `pt-br`; of a region without texts those of its
    language are taken.
    """
    found = list(_translations(exercise.translations, languages))
    if not found:
        return exercise
    instructions = [t.instructions for t in found if t.instructions is not None]
    words = _said(found, ("name", "also_known_as", "alt", "cues"))
    how = _said(instructions, tuple(field.name for field in fields(Instructions)))
    return replace(exercise, **words, instructions=replace(exercise.instructions, **how))


def localized_routine(routine: Routine, languages: Sequence[str]) -> Routine:
    """`routine` in the first of `languages` that has each of its texts, else as it is written."""
    found = list(_translations(routine.translations, languages))
    return replace(routine, **_said(found, ("title", "goal", "for_", "note")))


def translations_left(
    exercise: Exercise, changes: Mapping[str, Any]
) -> Mapping[str, ExerciseTranslation]:
    """The translations of `exercise` that still hold when a routine changes some of its fields.

    What is said anew is no longer what was translated.
    """
    stale = {"name", "also_known_as", "alt", "instructions", "cues"} & changes.keys()
    if not stale:
        return exercise.translations
    return {
        language: replace(translation, **dict.fromkeys(stale))
        for language, translation in exercise.translations.items()
    }


def _said(translations: Iterable[Any], names: tuple[str, ...]) -> dict[str, Any]:
    """What the first of `translations` that says anything says, by field."""
    said: dict[str, Any] = {}
    for translation in translations:
        for name in names:
            value = getattr(translation, name)
            if value is not None:
                said.setdefault(name, value)
    return said


def _translations(known: Mapping[str, T], languages: Sequence[str]) -> Iterator[T]:
    for language in languages:
        code = language.lower().replace("_", "-")
        for name in dict.fromkeys((code, code.partition("-")[0])):
            if name == "en":  # what is written: all that comes after it is wanted less
                return
            if name in known:
                yield known[name]
