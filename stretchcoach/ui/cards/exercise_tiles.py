"""The cards of exercises, made from all that is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import targets_words
from stretchcoach.core.content.term_words import equipment_word, position_word
from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.exercise_search import exercise_text, place_of
from stretchcoach.core.language.fold import fold
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.ui.cards.tiles import ExerciseTile


def exercise_tiles(shelf: Shelf) -> tuple[ExerciseTile, ...]:
    """The exercises of `shelf` by name; this reads them where they were not read yet."""
    cards = (card for card in shelf.cards if card.facts is not None)
    used = Counter(name for card in cards if card.facts for name in set(card.facts.exercises))
    known = shelf.known
    tiles = [
        exercise_tile(exercise, known.pictures.get(exercise.id), used[exercise.id])
        for exercise in known.localized_exercises.values()
    ]
    return tuple(sorted(tiles, key=_folded_name))


def exercise_tile(exercise: Exercise, picture: Path | None, in_routines: int = 0) -> ExerciseTile:
    """The card of one exercise."""
    pictures = (str(still_beside(picture)),) if picture else ()
    position = exercise.position
    return ExerciseTile(
        id=exercise.id,
        name=exercise.name,
        level=exercise.level,
        muscles=targets_words(exercise.targets) if exercise.targets.primary else "",
        about=_about(position, exercise.equipment),
        place=place_of(position) if position else None,
        position=position,
        equipment=exercise.equipment,
        pictures=pictures,
        in_routines=in_routines,
        text=exercise_text(exercise),
    )


def _about(position: Position | None, things: Collection[Equipment]) -> str:
    where = position_word(position) if position else ""
    with_what = ", ".join(map(equipment_word, things))
    return "  ·  ".join(part for part in (where, with_what) if part)


def _folded_name(tile: ExerciseTile) -> str:
    return fold(tile.name)
