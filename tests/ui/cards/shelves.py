"""Shelves of cards that need no files."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.language.fold import fold
from stretchcoach.files.library.card_library import Exercises, Shelf
from stretchcoach.files.library.cards import BrokenPlace, LibraryCard
from stretchcoach.ui.cards.tiles import ExerciseTile
from tests.core.facts import some_facts

BROKEN = BrokenPlace(14, 5, "“hodl” is not known here", "    hodl: 30s", "    sets: 2")


def a_card(
    name: str,
    *,
    minutes: int = 5,
    affected_minutes: int | None = None,
    places: tuple[Place, ...] = (Place.LYING,),
    equipment: tuple[Equipment, ...] = (Equipment.MAT,),
    words: str = "",
    own: bool = False,
    own_pace: bool = False,
    pictures: tuple[str, ...] = (),
    shortest_minutes: int | None = None,
    purpose: str = "",
) -> LibraryCard:
    """The card of a routine with this title; its id is the title in small letters."""
    facts = some_facts(
        name,
        minutes=minutes,
        one_side_minutes=affected_minutes,
        shortest_minutes=shortest_minutes,
        level=2,
        own_pace=own_pace,
        places=places,
        equipment=equipment,
        figure_position=Position.SUPINE,
        words=words,
        purpose=purpose,
    )
    return LibraryCard(f"/routines/{facts.id}.yaml", own, facts, pictures)


def a_broken_card(path: str = "/routines/evening-hips.yaml", problems: int = 3) -> LibraryCard:
    return LibraryCard(path, True, None, (), problems, BROKEN)


def a_shelf(*cards: LibraryCard) -> Shelf:
    return Shelf(cards, Exercises([], Path("/assets")))


def an_exercise_tile(
    name: str, place: Place | None = Place.LYING, *, words: str = ""
) -> ExerciseTile:
    """The card of an exercise; its id is the name in small letters."""
    return ExerciseTile(
        id=name.lower().replace(" ", "-"),
        name=name,
        level=1,
        muscles="Piriformis",
        about="On the back  ·  Mat",
        place=place,
        position=Position.SUPINE,
        equipment=(Equipment.MAT,),
        pictures=(),
        in_routines=2,
        text=fold(f"{name}\n\n{words}"),
    )
