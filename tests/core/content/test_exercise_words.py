from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.exercise import Instructions, Targets
from stretchcoach.core.content.exercise_words import how_words, muscle_word, targets_words
from stretchcoach.core.content.muscle import Muscle
from tests.core.builders import an_exercise


def test_how_it_is_done_is_told_as_far_as_it_is_said() -> None:
    hug = an_exercise(setup="Lie down.")
    assert how_words(hug) == "Lie down. Draw the knee in."
    assert how_words(replace(hug, instructions=Instructions(move="March."))) == "March."
    assert how_words(replace(hug, instructions=Instructions(feel="Everywhere."))) == ""


def test_every_muscle_has_a_word_of_its_own() -> None:
    words = [muscle_word(muscle) for muscle in Muscle]
    assert all(words)
    assert len(set(words)) == len(words)


def test_the_muscles_of_an_exercise() -> None:
    primary = (Muscle.PIRIFORMIS, Muscle.DEEP_ROTATORS)
    assert targets_words(Targets(primary)) == "Piriformis, deep rotators"
    both = Targets(primary, (Muscle.HAMSTRINGS,))
    assert targets_words(both) == "Piriformis, deep rotators. Also: hamstrings"
