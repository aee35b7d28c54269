from __future__ import annotations

import pytest

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.language.fold import fold
from stretchcoach.core.library.routine_facts import Place, RoutineFacts
from stretchcoach.core.library.routine_search import (
    Needs,
    Vocabulary,
    Where,
    Wish,
    fits,
    in_first_line,
    needs,
    where_done,
)


def facts(
    *places: Place,
    equipment: tuple[Equipment, ...] = (),
    total_s: int = 300,
    one_side_s: int | None = None,
) -> RoutineFacts:
    one_side_s = total_s if one_side_s is None else one_side_s
    times = (total_s * 1000, one_side_s * 1000, one_side_s * 1000)
    nobody, one, both = times
    return RoutineFacts(
        "id", "Title", 1, nobody, one, one, both, False, places, equipment, "", None, "title"
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


def test_words_that_stand_nowhere_are_corrected() -> None:
    vocabulary = Vocabulary(("figure four\npigeon", "knee hug"))
    words = ("figre", "fuor", "pige", "hgu", "nothing")
    assert vocabulary.corrected(words) == ("figure", "four", "pige", "hgu", "nothing")
    assert Vocabulary(()).corrected(("word",)) == ("word",)


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
        ((Place.STANDING, Place.FLOOR), Where.LYING),
        ((Place.LYING, Place.CHAIR), Where.LYING),
        ((Place.STANDING, Place.CHAIR), Where.CHAIR),
        ((Place.STANDING,), Where.STANDING),
    ],
)
def test_where_a_routine_is_done_is_what_asks_most(places: tuple[Place, ...], where: Where) -> None:
    assert where_done(facts(*places)) is where
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
    assert fits(facts(total_s=total_s), Wish(minutes=5), AffectedSide.NONE) is fitting


def test_the_time_that_counts_is_that_of_the_person() -> None:
    longer = facts(total_s=300, one_side_s=400)
    assert fits(longer, Wish(minutes=5), AffectedSide.NONE)
    assert not fits(longer, Wish(minutes=5), AffectedSide.LEFT)


@pytest.mark.parametrize(
    ("words", "first"),
    [((), True), (("hips",), True), (("open", "hips"), True), (("knee",), False),
     (("hips", "knee"), False)],
)  # fmt: skip
def test_words_in_the_first_line(words: tuple[str, ...], first: bool) -> None:
    assert in_first_line("open hips\nknee hug", words) is first
