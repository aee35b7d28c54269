"""In what order cards stand, and what is written above them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.cards.tiles import ExerciseTile, Tile

MOST_RECENT = 3  # a row of cards


class Heading(Enum):
    """What a section is; NONE has no words above it."""

    NONE = ""
    FAVOURITES = "favourites"
    RECENT = "recent"
    OWN = "own"
    CLIENT = "client"
    ALL = "all"
    ROUTINES = "routines"
    EXERCISES = "exercises"
    LYING = "lying"
    FLOOR = "floor"
    CHAIR = "chair"
    STANDING = "standing"


class Section(NamedTuple):
    """So many cards below a heading; `client` is whose they are, where it is that of a client."""

    heading: Heading
    size: int
    client: str = ""

    @property
    def words(self) -> str:
        """What is written above it; "" for nothing."""
        return self.client or heading_words(self.heading)


Groups = dict[tuple[Heading, str], list[Tile]]  # with the client, where it is one's


class Arranged(NamedTuple):
    tiles: list[Tile]
    sections: tuple[Section, ...]


def heading_words(heading: Heading) -> str:
    return {
        Heading.NONE: "",
        Heading.FAVOURITES: tr("Favourites"),
        Heading.RECENT: tr("Done lately"),
        Heading.OWN: tr("Your own routines"),
        Heading.CLIENT: tr("Clients"),
        Heading.ALL: tr("All routines"),
        Heading.ROUTINES: tr("Routines"),
        Heading.EXERCISES: tr("Exercises"),
        Heading.LYING: tr("Lying"),
        Heading.FLOOR: tr("On the floor"),
        Heading.CHAIR: tr("On a chair"),
        Heading.STANDING: tr("Standing"),
    }[heading]


def by_use(
    cards: Sequence[LibraryCard], favourites: Collection[str], last_days: Mapping[str, date]
) -> Arranged:
    """Favourites first, then what was done lately, one's own, those of each client, and the rest;
    each card once.

    Without anything before them the rest has no heading.
    """
    recent = _recent(cards, favourites, last_days)
    groups: Groups = {
        (heading, ""): [] for heading in (Heading.FAVOURITES, Heading.RECENT, Heading.OWN)
    }
    groups |= {(Heading.CLIENT, card.client): [] for card in cards if card.client}
    groups[Heading.ALL, ""] = []
    for card in cards:
        name = card.facts.id if card.facts is not None else ""
        if card.client:
            groups[Heading.CLIENT, card.client].append(card)
        elif name in favourites:
            groups[Heading.FAVOURITES, ""].append(card)
        elif name in recent:
            groups[Heading.RECENT, ""].append(card)
        else:
            groups[Heading.OWN if card.own else Heading.ALL, ""].append(card)
    groups[Heading.RECENT, ""].sort(key=_Newest(last_days))
    return _together(groups)


def found_by_search(
    routines: list[Tile], exercises: list[Tile], *, exercises_first: bool = False
) -> Arranged:
    """What a search found, with headings where it found both."""
    if not exercises or not routines:
        tiles = routines or exercises
        return Arranged(tiles, (Section(Heading.NONE, len(tiles)),) if tiles else ())
    groups = [((Heading.ROUTINES, ""), routines), ((Heading.EXERCISES, ""), exercises)]
    return _together(dict(reversed(groups) if exercises_first else groups))


def by_place(exercises: Sequence[ExerciseTile]) -> Arranged:
    """Exercises by where the body is; those that do not say it come last."""
    headings = {
        Place.LYING: Heading.LYING,
        Place.FLOOR: Heading.FLOOR,
        Place.CHAIR: Heading.CHAIR,
        Place.STANDING: Heading.STANDING,
        None: Heading.NONE,
    }
    groups: Groups = {(heading, ""): [] for heading in headings.values()}
    for tile in exercises:
        groups[headings[tile.place], ""].append(tile)
    return _together(groups)


def _together(groups: Groups) -> Arranged:
    filled = {heading: tiles for heading, tiles in groups.items() if tiles}
    if len(filled) == 1 and filled.keys() <= {(Heading.ALL, ""), (Heading.OWN, "")}:
        [tiles] = filled.values()
        return Arranged(tiles, (Section(Heading.NONE, len(tiles)),))
    return Arranged(
        [tile for tiles in filled.values() for tile in tiles],
        tuple(Section(heading, len(tiles), name) for (heading, name), tiles in filled.items()),
    )


def _recent(
    cards: Sequence[LibraryCard], favourites: Collection[str], last_days: Mapping[str, date]
) -> frozenset[str]:
    """The routines that were done last and are no favourites."""
    if not last_days:
        return frozenset()
    there = {card.facts.id for card in cards if card.facts is not None}
    done = [name for name in last_days if name in there and name not in favourites]
    newest = sorted(done, key=last_days.__getitem__, reverse=True)
    return frozenset(newest[:MOST_RECENT])


class _Newest:
    """Sorts by the day on which it was done, the newest first."""

    def __init__(self, last_days: Mapping[str, date]) -> None:
        self._last_days = last_days

    def __call__(self, tile: Tile) -> int:
        assert isinstance(tile, LibraryCard)
        assert tile.facts is not None
        return -self._last_days[tile.facts.id].toordinal()
