"""The smallest parts: sides, doses laid over each other, names of fields."""

from __future__ import annotations

import pytest
from hypothesis import given

from stretchcoach.core.content.dose import Dose, DoseChange, Manual, Phase
from stretchcoach.core.content.fields import file_key
from stretchcoach.core.content.side_words import order_word
from stretchcoach.core.content.sides import AffectedSide, Side, SideOrder
from tests.core.strategies import dose_changes


def test_the_other_side_is_the_other_one() -> None:
    assert (Side.LEFT.other, Side.RIGHT.other) == (Side.RIGHT, Side.LEFT)


@pytest.mark.parametrize(
    ("affected", "included"),
    [
        (AffectedSide.LEFT, [Side.LEFT]),
        (AffectedSide.RIGHT, [Side.RIGHT]),
        (AffectedSide.BOTH, [Side.LEFT, Side.RIGHT]),
        (AffectedSide.NONE, []),
    ],
)
def test_what_the_affected_side_includes(affected: AffectedSide, included: list[Side]) -> None:
    assert [side for side in Side if affected.includes(side)] == included
    assert not affected.includes(None)


def test_what_is_not_said_stays_as_it_was() -> None:
    base = Dose(sets=2, hold_ms=1000, rest_ms=5000)
    assert DoseChange(sets=3).over(base) == Dose(sets=3, hold_ms=1000, rest_ms=5000)


def test_one_kind_of_work_replaces_another() -> None:
    base = Dose(rep=(Phase("In", 1000),), reps=3)
    changed = DoseChange(pace_ms=Manual.MANUAL).over(base)
    assert changed == Dose(pace_ms=Manual.MANUAL, reps=3)
    assert base.kinds_of_work == ("rep",)
    assert changed.kinds_of_work == ("pace",)


@given(change=dose_changes(), base=dose_changes())
def test_laying_a_change_over_a_dose_twice_is_laying_it_once(
    change: DoseChange, base: DoseChange
) -> None:
    once = change.over(base.over(Dose()))
    assert change.over(once) == once


@pytest.mark.parametrize(
    ("name", "key"),
    [("get_ready_ms", "get_ready"), ("for_", "for"), ("for_ms", "for"), ("id", "id")],
)
def test_the_key_in_a_file_has_no_unit(name: str, key: str) -> None:
    assert file_key(name) == key


def test_each_order_of_the_sides_has_words_of_its_own() -> None:
    words = [order_word(order) for order in SideOrder]
    assert len(set(words)) == len(words)
    assert "Left first" in words
