"""Exercises are found by id, name and other names, whatever the case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.exercise import ExerciseTranslation
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep
from stretchcoach.core.library.exercise_names import (
    ExerciseNames,
    links_with_ids,
    unknown_exercise,
    with_ids,
)
from tests.core.builders import a_rest, a_routine, an_exercise, known

FIGURE_4 = replace(
    an_exercise("figure-4", "Lying figure four"),
    also_known_as=("Reclined pigeon", "Étoile"),
    translations={"de": ExerciseTranslation(name="Liegende Vier", also_known_as=("Taube",))},
)
SEATED = replace(an_exercise("figure-4-seated", "Seated figure four"), also_known_as=("Pigeon",))
PIGEON = an_exercise("pigeon", "Half pigeon")
HALF = replace(an_exercise("half", "Half Pigeon"), also_known_as=("reclined  PIGEON",))
NAMES = ExerciseNames(known(FIGURE_4, SEATED, PIGEON))
MORE = ExerciseNames(known(FIGURE_4, SEATED, PIGEON, HALF))


@pytest.mark.parametrize(
    "word",
    [
        *("figure-4", "Figure-4", "Lying figure four", "LYING  figure\tfour", "reclined pigeon"),
        *("etoile", "Liegende Vier", "taube"),
    ],
)
def test_any_of_the_names_means_the_exercise(word: str) -> None:
    assert NAMES.find(word) == ("figure-4",)
    assert NAMES.knows(word)


def test_an_id_means_that_exercise_alone() -> None:
    assert NAMES.find("Pigeon") == NAMES.find("pigeon") == ("pigeon",)


def test_a_name_of_two_means_both() -> None:
    assert MORE.find("half pigeon") == ("pigeon", "half")
    assert MORE.find("Reclined pigeon") == ("figure-4", "half")


def test_what_looks_like_an_id_is_none() -> None:
    assert NAMES.find("figure‑4") == ()
    assert not NAMES.knows("figure\u00ad-4")


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("Lying figur four",
         "no exercise is called “Lying figur four” - did you mean “Lying figure four”?"),
        ("figure_4", "no exercise is called “figure_4” - did you mean “figure-4”?"),
        ("zebra", "no exercise is called “zebra” - known are those of `stretchcoach list "
                  "--exercises`"),
        ("Half pigeon",
         "several exercises are called “Half pigeon” - write one of their ids: pigeon, half"),
    ],
)  # fmt: skip
def test_what_is_said_about_a_name_that_means_none_or_several(word: str, message: str) -> None:
    assert unknown_exercise(word, MORE) == message


def test_of_very_many_only_some_are_listed() -> None:
    many = ExerciseNames(known(*(an_exercise(f"e-{n}", "Same") for n in range(9))))
    assert unknown_exercise("same", many).endswith("e-0, e-1, e-2, e-3, e-4, e-5, …")


def test_a_routine_gets_the_ids_that_its_names_mean() -> None:
    inner = (ExerciseStep(exercise="HALF PIGEON"), a_rest())
    routine = a_routine(
        ExerciseStep(exercise="figure-4"),
        ExerciseStep(exercise="Seated Figure Four"),
        RepeatStep(repeat=2, steps=inner),
        ExerciseStep(exercise="unknown"),
    )
    found = with_ids(routine, NAMES)
    assert found.steps == (
        ExerciseStep(exercise="figure-4"),
        ExerciseStep(exercise="figure-4-seated"),
        RepeatStep(repeat=2, steps=(ExerciseStep(exercise="pigeon"), a_rest())),
        ExerciseStep(exercise="unknown"),
    )
    assert with_ids(found, NAMES) is found
    assert with_ids(routine, MORE).steps[2] == routine.steps[2]


def test_easier_and_harder_ones_may_be_named_too() -> None:
    linked = replace(FIGURE_4, easier="seated figure four", harder="Half pigeon")
    found = links_with_ids(linked, NAMES)
    assert (found.easier, found.harder) == ("figure-4-seated", "pigeon")
    assert links_with_ids(found, NAMES) is found
    assert links_with_ids(FIGURE_4, NAMES) is FIGURE_4


def test_a_translation_may_leave_the_name_and_give_other_names() -> None:
    bridge = replace(
        an_exercise("bridge", "Bridge"),
        translations={"de": ExerciseTranslation(also_known_as=("Beckenheben",))},
    )
    names = ExerciseNames(known(bridge))
    assert names.find("beckenheben") == ("bridge",)
    assert names.did_you_mean("beckenhebn") != ""
