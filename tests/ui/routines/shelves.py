"""Shelves of cards that need no files."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.language.fold import fold
from stretchcoach.core.library.routine_facts import Place, RoutineFacts
from stretchcoach.files.library.card_library import Exercises, Shelf
from stretchcoach.files.library.cards import BrokenPlace, LibraryCard

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
    picture: str = "",
) -> LibraryCard:
    """The card of a routine with this title; its id is the title in small letters."""
    times = [n * 60_000 for n in (minutes, affected_minutes or minutes, minutes)]
    facts = RoutineFacts(
        id=name.lower().replace(" ", "-"),
        title=name,
        level=2,
        total_ms=times[0],
        total_left_ms=times[1],
        total_right_ms=times[1],
        total_both_sides_ms=times[2],
        own_pace=own_pace,
        places=places,
        equipment=equipment,
        figure="",
        figure_position=Position.SUPINE,
        search_text=fold(f"{name}\n{words}"),
    )
    return LibraryCard(f"/routines/{facts.id}.yaml", own, facts, picture)


def a_broken_card(path: str = "/routines/evening-hips.yaml", problems: int = 3) -> LibraryCard:
    return LibraryCard(path, True, None, "", problems, BROKEN)


def a_shelf(*cards: LibraryCard) -> Shelf:
    return Shelf(cards, Exercises([], Path("/assets")))
