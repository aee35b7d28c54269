"""Words in the person's language, field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose, Phase, PhaseTranslation
from stretchcoach.core.content.exercise import ExerciseTranslation, InstructionsTranslation
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RoutineTranslation,
    StepTranslation,
)
from stretchcoach.core.library.localize import localized, localized_routine
from tests.core.builders import a_rest, a_routine, an_exercise

PHASE = Phase("Press", 5_000, {"de": PhaseTranslation(say="Drücken")})
NOTE = {"de": StepTranslation(note="Langsam.")}

GERMAN = ExerciseTranslation(
    name="Knie heranziehen",
    instructions=InstructionsTranslation(setup="Leg dich hin.", feel="Im Gesäß."),
    cues=("Atme aus",),
)
AUSTRIAN = ExerciseTranslation(name="Knie herziehen")
HUG = replace(
    an_exercise(cues=("Breathe out", "Stay long")),
    also_known_as=("Knee to chest",),
    alt="A knee is hugged.",
    translations={"de": GERMAN, "de-at": AUSTRIAN, "pt-br": ExerciseTranslation(name="Joelho")},
)


def test_each_field_is_translated_as_far_as_it_can_be() -> None:
    german = localized(HUG, ("de",))
    assert german.name == "Knie heranziehen"
    assert german.cues == ("Atme aus",)
    assert german.instructions == replace(HUG.instructions, setup="Leg dich hin.", feel="Im Gesäß.")
    assert (german.also_known_as, german.alt) == (HUG.also_known_as, HUG.alt)
    assert (german.id, german.dose, german.sides) == (HUG.id, HUG.dose, HUG.sides)


def test_a_region_falls_back_to_its_language_field_by_field() -> None:
    austrian = localized(HUG, ("de_AT",))
    assert austrian.name == "Knie herziehen"
    assert austrian.instructions.setup == "Leg dich hin."
    assert localized(HUG, ("de_CH",)).name == "Knie heranziehen"


@pytest.mark.parametrize("code", ["pt-br", "pt_BR", "PT-BR"])
def test_codes_may_be_written_in_either_way(code: str) -> None:
    assert localized(HUG, (code,)).name == "Joelho"


@pytest.mark.parametrize("languages", [(), ("fr",), ("en", "de"), ("en_GB", "de"), ("pt",)])
def test_without_a_translation_it_is_as_written(languages: tuple[str, ...]) -> None:
    assert localized(HUG, languages) is HUG


def test_the_next_best_language_helps_out() -> None:
    both = localized(HUG, ("pt-BR", "de"))
    assert both.name == "Joelho"
    assert both.instructions.setup == "Leg dich hin."


def test_an_empty_list_of_cues_is_a_translation() -> None:
    exercise = replace(HUG, translations={"de": ExerciseTranslation(cues=())})
    assert localized(exercise, ("de",)).cues == ()


def test_a_routine_is_translated_in_the_same_way() -> None:
    routine = replace(
        a_routine(a_rest()),
        goal="Rest",
        for_="All",
        note="Slowly.",
        translations={"de": RoutineTranslation(title="Abends", for_="Alle")},
    )
    german = localized_routine(routine, ("de_DE", "fr"))
    assert (german.title, german.goal, german.for_, german.note) == (
        "Abends", "Rest", "Alle", "Slowly.",
    )  # fmt: skip
    assert german.steps == routine.steps
    assert localized_routine(routine, ("en", "de")) == routine


def test_notes_of_steps_and_what_phases_say_are_translated() -> None:
    rest = replace(a_rest(), note="Slowly.", translations=NOTE)
    step = ExerciseStep(exercise="hug", note="Slowly.", translations=NOTE, rep=(PHASE,))
    plain = ExerciseStep(exercise="hug", note="Small.")
    routine = a_routine(rest, RepeatStep(repeat=2, steps=(step, plain)))
    first, block = localized_routine(routine, ("de",)).steps
    assert isinstance(block, RepeatStep)
    [translated, same] = block.steps
    assert isinstance(translated, ExerciseStep)
    assert first == replace(rest, note="Langsam.")
    assert translated.note == "Langsam."
    assert [phase.say for phase in translated.rep or ()] == ["Drücken"]
    assert same == plain


def test_the_phases_of_an_exercise_are_translated() -> None:
    hug = an_exercise(dose=Dose(rep=(PHASE,)))
    [phase] = localized(hug, ("de",)).dose.rep or ()
    assert (phase.say, phase.for_ms) == ("Drücken", 5_000)
    assert localized(hug, ("fr",)) == hug
