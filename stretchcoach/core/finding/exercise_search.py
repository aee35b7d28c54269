"""What a search looks at of an exercise: its names, and the terms that stand for it."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import muscle_word
from stretchcoach.core.content.term_words import equipment_word, position_word
from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.language.fold import fold

_PLACES = {
    Position.SUPINE: Place.LYING,
    Position.PRONE: Place.LYING,
    Position.SIDE: Place.LYING,
    Position.FLOOR: Place.FLOOR,
    Position.KNEELING: Place.FLOOR,
    Position.QUADRUPED: Place.FLOOR,
    Position.SEATED: Place.CHAIR,
    Position.STANDING: Place.STANDING,
}
# What one has at hand anyway is not what an exercise is looked for by.
_AT_HAND = frozenset((Equipment.MAT, Equipment.CHAIR, Equipment.WALL, Equipment.TABLE))


def place_of(position: Position) -> Place:
    """Where the body is, as coarsely as it matters when one chooses."""
    return _PLACES[position]


def exercise_text(exercise: Exercise) -> str:
    """What is searched of an exercise, its name on the first line, other names on the second;
    folded."""
    others = " ".join(exercise.also_known_as)
    return fold("\n".join((exercise.name, others, *dict.fromkeys(terms_of(exercise)))))


def exercise_names(exercise: Exercise) -> tuple[str, ...]:
    """What people call it."""
    return (exercise.name, *exercise.also_known_as)


def terms_of(exercise: Exercise) -> Iterator[str]:
    """Muscles, position, kind and things, each as files write it and as people read it.

    The everyday words of a search lead to what files write: that is the same in all languages.
    """
    for muscle in (*exercise.targets.primary, *exercise.targets.secondary):
        yield muscle.value
        yield muscle_word(muscle)
    if exercise.position:
        yield exercise.position.value
        yield position_word(exercise.position)
    yield exercise.kind.value
    for thing in exercise.equipment:
        if thing not in _AT_HAND:
            yield equipment_word(thing)
