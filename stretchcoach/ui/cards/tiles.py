"""What a card stands for: a file of a routine, or an exercise."""

from __future__ import annotations

from typing import NamedTuple

from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.language.fold import fold
from stretchcoach.files.library.cards import LibraryCard


class ExerciseTile(NamedTuple):
    """The card of an exercise. `in_routines` is how many have it."""

    id: str
    name: str
    level: int
    muscles: str
    about: str
    place: Place | None
    position: Position | None
    equipment: tuple[Equipment, ...]
    pictures: tuple[str, ...]
    in_routines: int
    text: str


Tile = LibraryCard | ExerciseTile


def key_of(tile: Tile) -> str:
    """What stays the same while its words change: the file, or the id of an exercise."""
    return tile.id if isinstance(tile, ExerciseTile) else tile.path


def text_of(tile: Tile) -> str:
    """What a search looks at, folded, the title on the first line."""
    if isinstance(tile, ExerciseTile):
        return tile.text
    text = tile.facts.search_text if tile.facts else fold(tile.name) + "\n"
    return f"{text}\n{fold(tile.client)}" if tile.client else text
