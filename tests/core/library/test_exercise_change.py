"""An exercise that the file of a routine changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import (
    Exercise,
    ExerciseTranslation,
    Instructions,
    InstructionsTranslation,
)
from stretchcoach.core.library.exercise_change import changed
from stretchcoach.core.library.localize import localized
from tests.core.builders import an_exercise

GERMAN = ExerciseTranslation(
    name="Knie heranziehen",
    instructions=InstructionsTranslation(setup="Leg dich hin.", feel="Im Gesäß."),
    alt="Ein Knie am Bauch.",
    cues=("Atme aus",),
)
HUG = replace(
    an_exercise(cues=("Breathe out",), dose=Dose(sets=3, hold_ms=30_000)),
    figure="figures/hug.webp",
    alt="A knee is hugged.",
    translations={"de": GERMAN, "pt": ExerciseTranslation(name="Joelho")},
)


def german(given: dict[str, Any]) -> Exercise:
    return localized(changed(HUG, given), ("de_AT",))


def test_what_is_not_said_stays_in_every_language() -> None:
    assert changed(HUG, {}) == HUG
    slow = changed(HUG, {"dose": Dose(hold_ms=60_000)})
    assert slow.dose == Dose(sets=3, hold_ms=60_000)
    assert slow.translations is HUG.translations


def test_one_instruction_may_change_and_the_others_stay() -> None:
    given = {"instructions": Instructions(feel="Deep in the hip.")}
    assert changed(HUG, given).instructions == replace(HUG.instructions, feel="Deep in the hip.")
    how = german(given).instructions
    assert (how.setup, how.feel) == ("Leg dich hin.", "Deep in the hip.")


def test_what_is_said_anew_is_not_translated_any_more() -> None:
    mine = german({"name": "My knee hug"})
    assert (mine.name, mine.cues) == ("My knee hug", ("Atme aus",))
    both = german({"cues": ("Slowly",), "instructions": Instructions(move="Draw.")})
    assert (both.cues, both.instructions.move) == (("Slowly",), "Draw.")


def test_translations_may_change_one_text_and_leave_the_others() -> None:
    mine = ExerciseTranslation(instructions=InstructionsTranslation(move="Zieh es heran."))
    new = german({"translations": {"de": mine}})
    assert (new.name, new.instructions.setup) == ("Knie heranziehen", "Leg dich hin.")
    assert new.instructions.move == "Zieh es heran."
    french = {"fr": ExerciseTranslation(name="Genou")}
    assert localized(changed(HUG, {"translations": french}), ("fr",)).name == "Genou"
    assert german({"translations": french}).name == "Knie heranziehen"
    named = {"name": "Hug", "translations": {"de": ExerciseTranslation(name="Umarmen")}}
    assert german(named).name == "Umarmen"
    first = {"pt": ExerciseTranslation(instructions=InstructionsTranslation(move="Puxe."))}
    assert localized(changed(HUG, {"translations": first}), ("pt",)).instructions.move == "Puxe."


def test_the_words_of_a_picture_go_with_it() -> None:
    other = {"figure": "mine.jpg"}
    assert (changed(HUG, other).alt, german(other).alt) == ("", "")
    described = changed(HUG, {**other, "alt": "My photo."})
    assert described.alt == "My photo."
