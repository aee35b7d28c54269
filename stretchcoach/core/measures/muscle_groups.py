"""Muscles put together as people count their minutes."""

from __future__ import annotations

from enum import Enum
from functools import cache

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.i18n import tr


class MuscleGroup(Enum):
    DEEP_ROTATORS = "deep rotators"
    GLUTEALS = "gluteals"
    HAMSTRINGS = "hamstrings"
    HIP_FLEXORS = "hip flexors"
    INNER_THIGH = "inner thigh"
    CALVES = "calves"
    LOW_BACK = "low back"
    TRUNK = "trunk"


_GROUP = {
    Muscle.PIRIFORMIS: MuscleGroup.DEEP_ROTATORS,
    Muscle.DEEP_ROTATORS: MuscleGroup.DEEP_ROTATORS,
    Muscle.GLUTEUS_MAXIMUS: MuscleGroup.GLUTEALS,
    Muscle.GLUTEUS_MEDIUS: MuscleGroup.GLUTEALS,
    Muscle.GLUTEUS_MINIMUS: MuscleGroup.GLUTEALS,
    Muscle.HAMSTRINGS: MuscleGroup.HAMSTRINGS,
    Muscle.HIP_FLEXORS: MuscleGroup.HIP_FLEXORS,
    Muscle.QUADRICEPS: MuscleGroup.HIP_FLEXORS,
    Muscle.ADDUCTORS: MuscleGroup.INNER_THIGH,
    Muscle.CALF: MuscleGroup.CALVES,
    Muscle.LUMBAR_EXTENSORS: MuscleGroup.LOW_BACK,
    Muscle.OBLIQUES: MuscleGroup.TRUNK,
    Muscle.ABDOMINALS: MuscleGroup.TRUNK,
    Muscle.LATS: MuscleGroup.TRUNK,
}

# A glide slides a nerve and a rest rests: neither is time for a muscle.
COUNTED_KINDS = frozenset(ExerciseKind) - {ExerciseKind.GLIDE, ExerciseKind.REST}


@cache
def groups_of(muscles: tuple[Muscle, ...]) -> frozenset[MuscleGroup]:
    """The groups of `muscles`, each once."""
    return frozenset(_GROUP[muscle] for muscle in muscles)


def group_word(group: MuscleGroup) -> str:
    return {
        MuscleGroup.DEEP_ROTATORS: tr("Deep rotators"),
        MuscleGroup.GLUTEALS: tr("Gluteals"),
        MuscleGroup.HAMSTRINGS: tr("Hamstrings"),
        MuscleGroup.HIP_FLEXORS: tr("Hip flexors"),
        MuscleGroup.INNER_THIGH: tr("Inner thigh"),
        MuscleGroup.CALVES: tr("Calves"),
        MuscleGroup.LOW_BACK: tr("Low back"),
        MuscleGroup.TRUNK: tr("Trunk"),
    }[group]
