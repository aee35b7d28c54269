from __future__ import annotations

import pytest

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.finding.everyday_words import EverydayWords
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.core.finding.routine_search import (
    NOT_FOUND,
    Needs,
    Where,
    Wish,
    WordSearch,
    exercise_fits,
    fits,
    is_shortened,
    needs,
    where_it_begins,
)
from stretchcoach.core.language.fold import fold
from tests.core.facts import some_facts


def facts(
    *places: Place, equipment: tuple[Equipment, ...] = (), minutes: float = 5, shortest: float = 5
) -> RoutineFacts:
    return some_facts(
        places=places, equipment=equipment, minutes=minutes, shortest_minutes=min(shortest, minutes)
    )


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Figure FOUR", "figure four"),
        ("Hüfte", "hufte"),
        ("Straße", "strasse"),
        ("épée", "epee"),
        ("Łydka", "lydka"),
        ("Søvn Ældre Cœur", "sovn aeldre coeur"),
        ("đùi", "dui"),
        ("ISPARTA ısı", "isparta isi"),
        ("hip\u00adflexor\u200b", "hipflexor"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def search_in(*texts: str) -> WordSearch:
    return WordSearch(texts, EverydayWords())


def test_words_that_stand_nowhere_are_corrected() -> None:
    search = search_in("figure four\npigeon", "knee hug\nhamstrings")
    words = ("figre", "fuor", "pige", "hgu", "hamstrng", "nothing")
    corrected = ("figure", "four", "pige", "hgu", "hamstrings", "nothing")
    assert search.corrected(words) == corrected
    assert search_in().corrected(("zzzz",)) == ("zzzz",)


def test_everyday_words_are_known_and_corrected_to() -> None:
    search = search_in("open hips\n\ngluteus maximus")
    assert search.corrected(("buttock", "butock")) == ("buttock", "buttock")
    assert search.find([0], search.groups(("butock",))).numbers == [0]
    knees = search_in("knees\n\n")
    assert knees.find([0], knees.groups(("buttock",))) == ([], NOT_FOUND)


def test_what_is_offered_may_be_less_like_what_was_typed() -> None:
    search = search_in("figure four\npigeon")
    assert search.corrected(("pxgexn",)) == ("pxgexn",)
    assert search.nearest(("four", "pxgexn")) == "four pigeon"
    assert search.nearest(("four", "xylophone")) == ""
    assert search.nearest(("four",)) == ""


@pytest.mark.parametrize(
    ("words", "rank"),
    [(("hips",), 0), (("hips", "open"), 0), (("runners",), 1), (("open", "runners"), 1),
     (("hug",), 2), (("open", "hug"), 2), (("hips", "frog"), NOT_FOUND)],
)  # fmt: skip
def test_how_far_up_the_words_stand(words: tuple[str, ...], rank: int) -> None:
    groups = [(word,) for word in words]
    found = search_in("open hips\nfor runners\nknee hug").find([0], groups)
    assert found == ([0] if rank < NOT_FOUND else [], rank)


def test_those_that_name_the_words_further_up_come_first() -> None:
    search = search_in("one\n\nhips", "two\nhips\n", "three\n\nhips", "open hips\n\n", "five\n\n")
    assert search.find(range(5), [("hips", "legs")]) == ([3, 1, 0, 2], 0)
    assert search.find([0, 1], [("hips",)]) == ([1, 0], 1)
    assert search.find(range(5), [("legs", "five"), ("five",)]) == ([4], 0)


def test_the_words_of_a_wish_are_folded() -> None:
    assert Wish("  Hüfte  KNEE ").words == ("hufte", "knee")
    assert Wish().words == ()


@pytest.mark.parametrize(
    ("wish", "filters"),
    [
        (Wish("knee"), False),
        (Wish(minutes=5), True),
        (Wish(where=Where.CHAIR), True),
        (Wish(needs=Needs.NONE), True),
    ],
)
def test_words_are_no_filter(wish: Wish, filters: bool) -> None:
    assert wish.filters is filters


@pytest.mark.parametrize(
    ("places", "where"),
    [
        ((Place.LYING,), Where.LYING),
        ((Place.FLOOR, Place.STANDING), Where.LYING),
        ((Place.STANDING, Place.FLOOR), Where.STANDING),
        ((Place.CHAIR, Place.LYING), Where.CHAIR),
        ((Place.STANDING,), Where.STANDING),
        ((), None),
    ],
)
def test_a_routine_is_found_by_where_it_begins(
    places: tuple[Place, ...], where: Where | None
) -> None:
    assert where_it_begins(facts(*places)) is where
    for other in Where:
        assert fits(facts(*places), Wish(where=other), AffectedSide.NONE) is (other is where)


@pytest.mark.parametrize(
    ("equipment", "thing", "needed"),
    [
        ((), Needs.NONE, True),
        ((Equipment.CHAIR, Equipment.WALL), Needs.NONE, True),
        ((Equipment.CHAIR, Equipment.MAT), Needs.NONE, False),
        ((Equipment.CHAIR, Equipment.MAT), Needs.MAT, True),
        ((Equipment.MAT,), Needs.STRAP, False),
        ((Equipment.MAT, Equipment.STRAP), Needs.STRAP, True),
    ],
)
def test_what_is_needed(equipment: tuple[Equipment, ...], thing: Needs, needed: bool) -> None:
    assert needs(facts(equipment=equipment), thing) is needed
    assert fits(facts(equipment=equipment), Wish(needs=thing), AffectedSide.NONE) is needed


@pytest.mark.parametrize(("total_s", "fitting"), [(299, True), (330, True), (331, False)])
def test_a_time_fits_when_it_rounds_to_the_minutes(total_s: int, fitting: bool) -> None:
    found = facts(minutes=total_s / 60, shortest=99)
    assert fits(found, Wish(minutes=5), AffectedSide.NONE) is fitting


def test_what_can_be_shortened_to_a_time_fits_and_tells_so() -> None:
    long = facts(minutes=14, shortest=5.4)
    wish = Wish(minutes=5)
    assert fits(long, wish, AffectedSide.NONE)
    assert is_shortened(long, wish, AffectedSide.NONE)
    assert not fits(facts(minutes=14, shortest=5.6), wish, AffectedSide.NONE)
    assert not is_shortened(facts(minutes=5), wish, AffectedSide.NONE)
    assert not is_shortened(long, Wish(), AffectedSide.NONE)


def test_the_time_that_counts_is_that_of_the_person() -> None:
    longer = some_facts(minutes=5, one_side_minutes=7, shortest_minutes=6)
    assert fits(longer, Wish(minutes=5), AffectedSide.NONE)
    assert not fits(longer, Wish(minutes=5), AffectedSide.LEFT)


@pytest.mark.parametrize(
    ("place", "wish", "found"),
    [
        (Place.LYING, Wish(), True),
        (Place.LYING, Wish(where=Where.LYING), True),
        (Place.CHAIR, Wish(where=Where.LYING), False),
        (None, Wish(where=Where.LYING), False),
        (None, Wish(), True),
        (Place.LYING, Wish(minutes=5), False),
        (Place.LYING, Wish(needs=Needs.MAT), True),
        (Place.LYING, Wish(needs=Needs.STRAP), False),
    ],
)
def test_exercises_are_chosen_by_where_and_what_they_need(
    place: Place | None, wish: Wish, found: bool
) -> None:
    assert exercise_fits(place, (Equipment.MAT,), wish) is found
