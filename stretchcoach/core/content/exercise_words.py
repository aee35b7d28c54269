"""What an exercise says about itself, in the words of a page."""

from __future__ import annotations

from collections.abc import Iterable

from stretchcoach.core.content.exercise import Exercise, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.language.i18n import tr


def how_words(exercise: Exercise) -> str:
    """How to get there and what to do, as far as it is said."""
    how = exercise.instructions
    return " ".join(text for text in (how.setup, how.move) if text)


def targets_words(targets: Targets) -> str:
    """The muscles it is for, and those that help: “Piriformis. Also: hamstrings”."""
    primary = _list(targets.primary)
    words = primary[:1].upper() + primary[1:]
    if not targets.secondary:
        return words
    return tr("{primary}. Also: {secondary}", primary=words, secondary=_list(targets.secondary))


def _list(muscles: Iterable[Muscle]) -> str:
    return ", ".join(muscle_word(muscle) for muscle in muscles)


def muscle_word(muscle: Muscle) -> str:
    """The muscle as it stands inside a sentence."""
    return {
        Muscle.PIRIFORMIS: tr("piriformis"),
        Muscle.DEEP_ROTATORS: tr("deep rotators"),
        Muscle.GLUTEUS_MAXIMUS: tr("gluteus maximus"),
        Muscle.GLUTEUS_MEDIUS: tr("gluteus medius"),
        Muscle.GLUTEUS_MINIMUS: tr("gluteus minimus"),
        Muscle.HAMSTRINGS: tr("hamstrings"),
        Muscle.HIP_FLEXORS: tr("hip flexors"),
        Muscle.QUADRICEPS: tr("front of the thigh"),
        Muscle.ADDUCTORS: tr("inner thigh"),
        Muscle.CALF: tr("calf"),
        Muscle.LUMBAR_EXTENSORS: tr("low back"),
        Muscle.OBLIQUES: tr("side of the trunk"),
        Muscle.ABDOMINALS: tr("belly"),
        Muscle.LATS: tr("broad back muscle"),
    }[muscle]
