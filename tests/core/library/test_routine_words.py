from __future__ import annotations

from datetime import date

import pytest

from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.core.library.routine_words import (
    last_done_words,
    level_words,
    places_words,
    things_words,
)
from tests.core.facts import some_facts


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((), ""),
        ((Place.LYING,), "Lying"),
        ((Place.FLOOR,), "On the floor"),
        ((Place.CHAIR,), "Chair"),
        ((Place.STANDING,), "Standing"),
        ((Place.LYING, Place.CHAIR), "Lying, then a chair"),
        ((Place.STANDING, Place.LYING, Place.FLOOR), "Standing, then on the floor"),
        ((Place.CHAIR, Place.STANDING, Place.LYING), "Chair, then standing, then lying"),
        ((Place.LYING, Place.FLOOR), "On the floor"),
    ],
)
def test_where(places: tuple[Place, ...], words: str) -> None:
    assert places_words(places) == words


def facts(places: tuple[Place, ...], *equipment: Equipment) -> RoutineFacts:
    return some_facts(places=places, equipment=equipment)


@pytest.mark.parametrize(
    ("equipment", "words"),
    [
        ((), "Nothing else needed"),
        ((Equipment.CHAIR,), "Nothing else needed"),
        ((Equipment.MAT,), "Mat"),
        ((Equipment.CHAIR, Equipment.WALL), "Chair, wall"),
        (
            tuple(Equipment),
            "Mat, chair, wall, strap, soft ball, cushion, table or counter, band, "
            "step, low stool, bed, foam roller",
        ),
    ],
)
def test_what_is_needed_on_a_chair(equipment: tuple[Equipment, ...], words: str) -> None:
    assert things_words(facts((Place.CHAIR,), *equipment)) == words


def test_a_chair_that_nobody_sits_on_is_named() -> None:
    assert things_words(facts((Place.LYING,), Equipment.CHAIR)) == "Chair"


def test_level() -> None:
    assert level_words(2) == "Level 2"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "Not done yet"),
        (date(2026, 3, 1), "Last done today"),
        (date(2026, 2, 28), "Last done yesterday"),
        (date(2026, 2, 25), "Last done 4 days ago"),
        (date(2026, 3, 2), "Last done today"),
    ],
)
def test_when(day: date | None, words: str) -> None:
    assert last_done_words(day, date(2026, 3, 1)) == words
