from __future__ import annotations

from datetime import date

import pytest

from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.ui.cards.sections import (
    Arranged,
    Heading,
    by_place,
    by_use,
    found_by_search,
    heading_words,
)
from stretchcoach.ui.cards.tiles import Tile
from tests.ui.cards.shelves import a_broken_card, a_card, an_exercise_tile

DAYS = [date(2026, 3, day) for day in range(1, 9)]
ALL = [a_card(name) for name in ("One", "Two", "Three", "Four", "Five")]
OWN = a_card("Mine", own=True)


def parts(arranged: Arranged) -> list[tuple[Heading, list[str]]]:
    tiles, found = list(arranged.tiles), []
    for section in arranged.sections:
        found.append((section.heading, [tile.name for tile in tiles[: section.size]]))
        del tiles[: section.size]
    assert tiles == []
    return found


def test_who_is_new_sees_all_routines_without_a_heading() -> None:
    assert parts(by_use(ALL[:2], (), {})) == [(Heading.NONE, ["One", "Two"])]
    assert parts(by_use([OWN], (), {})) == [(Heading.NONE, ["Mine"])]
    assert parts(by_use([], (), {})) == []


def test_favourites_then_what_was_done_lately_then_ones_own_then_the_rest() -> None:
    last_days = {"two": DAYS[1], "three": DAYS[3], "one": DAYS[5]}
    arranged = by_use([a_broken_card(), OWN, *ALL], {"one"}, last_days)
    assert parts(arranged) == [
        (Heading.FAVOURITES, ["One"]),
        (Heading.RECENT, ["Three", "Two"]),
        (Heading.OWN, ["evening-hips.yaml", "Mine"]),
        (Heading.ALL, ["Four", "Five"]),
    ]


def test_each_client_has_a_section_behind_ones_own() -> None:
    anna = a_card("For Anna", own=True)._replace(client="Anna")
    bert = a_card("For Bert", own=True)._replace(client="Bert")
    arranged = by_use([OWN, anna, bert, *ALL[:1]], {"for-anna"}, {"for-bert": DAYS[1]})
    assert parts(arranged) == [
        (Heading.OWN, ["Mine"]),
        (Heading.CLIENT, ["For Anna"]),
        (Heading.CLIENT, ["For Bert"]),
        (Heading.ALL, ["One"]),
    ]
    assert [section.words for section in arranged.sections] == [
        "Your own routines",
        "Anna",
        "Bert",
        "All routines",
    ]


def test_lately_is_a_row_of_cards_the_newest_first() -> None:
    last_days = {name.lower(): DAYS[n] for n, name in enumerate(("One", "Two", "Three", "Four"))}
    recent = parts(by_use(ALL, (), {**last_days, "gone": DAYS[7]}))[0]
    assert recent == (Heading.RECENT, ["Four", "Three", "Two"])


def test_what_a_search_finds_has_headings_where_it_is_both() -> None:
    routines: list[Tile] = [*ALL[:1]]
    exercises: list[Tile] = [an_exercise_tile("Pigeon")]
    assert parts(found_by_search(routines, [])) == [(Heading.NONE, ["One"])]
    assert parts(found_by_search([], exercises)) == [(Heading.NONE, ["Pigeon"])]
    assert parts(found_by_search([], [])) == []
    both = [(Heading.ROUTINES, ["One"]), (Heading.EXERCISES, ["Pigeon"])]
    assert parts(found_by_search(routines, exercises)) == both
    assert parts(found_by_search(routines, exercises, exercises_first=True)) == both[::-1]


def test_exercises_by_place() -> None:
    tiles = [an_exercise_tile("March", Place.CHAIR), an_exercise_tile("Bridge", Place.LYING),
             an_exercise_tile("Any", None)]  # fmt: skip
    assert parts(by_place(tiles)) == [
        (Heading.LYING, ["Bridge"]),
        (Heading.CHAIR, ["March"]),
        (Heading.NONE, ["Any"]),
    ]


@pytest.mark.parametrize("heading", Heading)
def test_every_heading_has_words(heading: Heading) -> None:
    assert bool(heading_words(heading)) is (heading is not Heading.NONE)
