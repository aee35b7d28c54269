"""An exercise as the file of a routine changes it: what is not said stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import (
    Exercise,
    ExerciseTranslation,
    Instructions,
    InstructionsTranslation,
)

_TRANSLATED = frozenset(field.name for field in fields(ExerciseTranslation))


def changed(base: Exercise, given: Mapping[str, Any]) -> Exercise:
    """`base` with the fields of `given`; of dose and instructions only what they say."""
    changes = dict(given)
    if isinstance(dose := changes.get("dose"), Dose):
        changes["dose"] = dose.over(base.dose)
    if isinstance(how := changes.get("instructions"), Instructions):
        changes["instructions"] = how.over(base.instructions)
    if "figure" in changes:  # the words of one picture are not those of another
        changes.setdefault("alt", "")
    translations = _translations(base, {**changes, **given})
    return replace(base, **{**changes, "translations": translations})


def _translations(base: Exercise, given: Mapping[str, Any]) -> Mapping[str, ExerciseTranslation]:
    """The translations that still hold, for what is said anew is no longer what was translated,
    and those that are given."""
    stale = _TRANSLATED & given.keys()
    mine: Mapping[str, ExerciseTranslation] = given.get("translations", {})
    if not stale and not mine:
        return base.translations
    left = {
        language: _without(translation, stale, given)
        for language, translation in base.translations.items()
    }
    return left | {
        language: _over(translation, left.get(language, ExerciseTranslation()))
        for language, translation in mine.items()
    }


def _without(
    translation: ExerciseTranslation, stale: frozenset[str], given: Mapping[str, Any]
) -> ExerciseTranslation:
    gone: dict[str, Any] = dict.fromkeys(stale - {"instructions"})
    if "instructions" in stale and translation.instructions is not None:
        said = [name for name, text in vars(given["instructions"]).items() if text]
        gone["instructions"] = replace(translation.instructions, **dict.fromkeys(said))
    return replace(translation, **gone)


def _over(mine: ExerciseTranslation, base: ExerciseTranslation) -> ExerciseTranslation:
    said = {name: value for name, value in vars(mine).items() if value is not None}
    if mine.instructions is not None:
        how = base.instructions or InstructionsTranslation()
        texts = {name: text for name, text in vars(mine.instructions).items() if text is not None}
        said["instructions"] = replace(how, **texts)
    return replace(base, **said)
