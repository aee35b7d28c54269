"""Choosing an exercise: by words, by filters, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.bench.picking import (
    NO_FILTERS,
    ExercisePicker,
    Filters,
    client_cautions,
    easier_and_harder,
)
from stretchcoach.core.content.exercise import Exercise, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.terms import Caution, Equipment, ExerciseKind, Position
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from tests.core.builders import an_exercise

FIGURE_FOUR = replace(
    an_exercise("figure-4", "Lying figure four", easier="figure-4-wall"),
    also_known_as=("reclined pigeon",),
    equipment=(Equipment.MAT,),
    cautions=(Caution.KNEE, Caution.PREGNANCY),
)
ON_A_CHAIR = replace(
    an_exercise("seated", "Figure four on a chair", position=Position.SEATED, harder="figure-4"),
    equipment=(Equipment.CHAIR,),
    level=2,
)
BRIDGE = replace(
    an_exercise("bridge", "Bridge"),
    kind=ExerciseKind.STRENGTH,
    targets=Targets((Muscle.GLUTEUS_MAXIMUS,), (Muscle.HAMSTRINGS,)),
    level=2,
)
ALL = {one.id: one for one in (FIGURE_FOUR, ON_A_CHAIR, BRIDGE)}


def found(text: str = "", filters: Filters = NO_FILTERS) -> list[str]:
    return [one.id for one in ExercisePicker(ALL).find(text, filters)]


def test_without_a_wish_all_are_there_by_name() -> None:
    assert found() == ["bridge", "seated", "figure-4"]
    assert found("  ") == ["bridge", "seated", "figure-4"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("figure", ["seated", "figure-4"]),
        ("PIGEON", ["figure-4"]),
        ("hamstrings", ["bridge"]),
        ("buttock figure", ["seated", "figure-4"]),
        ("briege", ["bridge"]),
        ("xyzzy", []),
    ],
)
def test_words_look_in_names_other_names_and_muscles(text: str, ids: list[str]) -> None:
    assert found(text) == ids


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(position=Position.SUPINE), ["bridge", "figure-4"]),
        (Filters(target=MuscleGroup.DEEP_ROTATORS), ["seated", "figure-4"]),
        (Filters(target=MuscleGroup.HAMSTRINGS), []),  # those that help are not what it is for
        (Filters(equipment=Equipment.CHAIR), ["seated"]),
        (Filters(kind=ExerciseKind.STRENGTH), ["bridge"]),
        (Filters(level=2), ["bridge", "seated"]),
        (Filters(level=2, position=Position.SEATED), ["seated"]),
    ],
)
def test_each_filter_leaves_what_fits(filters: Filters, ids: list[str]) -> None:
    assert found("", filters) == ids


def test_words_and_filters_count_together() -> None:
    assert found("figure", Filters(position=Position.SUPINE)) == ["figure-4"]


def test_what_of_its_cautions_the_client_has() -> None:
    assert client_cautions(FIGURE_FOUR, [Caution.WRIST, Caution.KNEE]) == (Caution.KNEE,)
    assert client_cautions(FIGURE_FOUR, []) == ()


def test_easier_and_harder_are_known_from_either_side() -> None:
    assert easier_and_harder(FIGURE_FOUR, ALL) == (ON_A_CHAIR, None)
    assert easier_and_harder(ON_A_CHAIR, ALL) == (None, FIGURE_FOUR)
    wall: Exercise = replace(BRIDGE, id="figure-4-wall", easier="bridge")
    everything = {**ALL, wall.id: wall}
    assert easier_and_harder(FIGURE_FOUR, everything) == (wall, None)
    assert easier_and_harder(BRIDGE, everything) == (None, wall)
