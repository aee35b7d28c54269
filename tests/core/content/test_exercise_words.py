from __future__ import annotations

from stretchcoach.core.content.exercise import Targets
from stretchcoach.core.content.exercise_words import muscle_word, targets_words
from stretchcoach.core.content.muscle import Muscle


def test_every_muscle_has_a_word_of_its_own() -> None:
    words = [muscle_word(muscle) for muscle in Muscle]
    assert all(words)
    assert len(set(words)) == len(words)


def test_the_muscles_of_an_exercise() -> None:
    primary = (Muscle.PIRIFORMIS, Muscle.DEEP_ROTATORS)
    assert targets_words(Targets(primary)) == "Piriformis, deep rotators"
    both = Targets(primary, (Muscle.HAMSTRINGS,))
    assert targets_words(both) == "Piriformis, deep rotators. Also: hamstrings"
