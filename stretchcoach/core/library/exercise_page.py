"""What a page, or a listing in the terminal, says of an exercise: titles with their texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import targets_words
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr


class Section(NamedTuple):
    """A title and what stands below it: one text, or the points of a list."""

    title: str
    texts: tuple[str, ...]
    is_list: bool = False


def how_to(exercise: Exercise, side: Side | None = None) -> tuple[Section, ...]:
    """How `exercise` is done with `side`, by default that of its picture; what is not said
    is left out."""
    exercise = seen_on(exercise, side)
    how = exercise.instructions
    cautions = (caution_words(caution) for caution in exercise.cautions)
    ask_first = [tr("{label}. {meaning}", label=w.label, meaning=w.meaning) for w in cautions]
    return _said(
        (
            Section(tr("Set up"), (how.setup,)),
            Section(tr("Move"), (how.move,)),
            Section(tr("Feel it"), (how.feel,)),
            Section(tr("Avoid"), (how.avoid,)),
            Section(tr("Ease off"), (how.stop,)),
            Section(tr("Cues"), exercise.cues, is_list=True),
            Section(tr("Ask a health professional first with"), tuple(ask_first), is_list=True),
        )
    )


def about(exercise: Exercise, names: Mapping[str, str]) -> tuple[Section, ...]:
    """What else is known of `exercise`; `names` has those of others by id."""
    return _said(
        (
            Section(tr("Muscles"), (targets_words(exercise.targets),)),
            Section(tr("Easier"), (names.get(exercise.easier or "", ""),)),
            Section(tr("Harder"), (names.get(exercise.harder or "", ""),)),
            Section(tr("Also called"), (", ".join(exercise.also_known_as),)),
            Section(tr("Sources"), exercise.sources, is_list=True),
        )
    )


def _said(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if any(section.texts))
