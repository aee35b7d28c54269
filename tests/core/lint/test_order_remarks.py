"""Changes of position, and the order that saves them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Step
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.order_remarks import order_remarks
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.measures.better_order import better_order, changes_of, units_of
from tests.core.builders import a_rest, a_routine
from tests.core.lint.exercises import EVERY

LETTERS = {
    "h": "knee-hug",
    "s": "stand",
    "p": "prone",
    "n": "nowhere",
    "g": "glide",
    "f": "pigeon",
    "r": "rest",
}


def steps(letters: str) -> list[Step]:
    """A step a letter; a dot is a rest."""
    return [
        a_rest() if letter == "." else ExerciseStep(exercise=LETTERS[letter]) for letter in letters
    ]


def found(*given: Step) -> list[Remark]:
    return list(order_remarks(a_routine(*given), EVERY))


def test_getting_down_and_up_again_is_told_with_the_better_order() -> None:
    [remark] = found(*steps("hshs"))
    assert (remark.code, remark.path) == (RemarkCode.MANY_CHANGES, ("steps", 1))
    assert remark.message == "one gets down to the floor or up 3 times"
    assert remark.reason == "in another order 1 time is enough"
    assert remark.fix
    assert remark.fix.order == (0, 2, 1, 3)


def test_many_turns_on_the_floor_are_told_too() -> None:
    [remark] = found(*steps("hphphp"))
    assert remark.message == "the position changes 5 times"
    assert remark.reason == "in another order 1 change is enough"
    assert remark.fix
    assert remark.fix.order == (0, 2, 4, 1, 3, 5)


def test_a_sensible_order_is_left_alone() -> None:
    for letters in ("hhpp", "shp", "hph", "hsr", "sghpf", "hgh", "hn", "", "r"):
        assert found(*steps(letters or ".")) == []


def test_rests_stay_behind_what_they_follow_and_a_rest_at_the_end_stays_last() -> None:
    [remark] = found(*steps(".h.s.h.sr"))
    assert remark.fix
    assert remark.fix.order == (0, 1, 2, 5, 6, 3, 4, 7, 8)


def test_a_block_stays_whole_and_what_is_off_goes_along() -> None:
    off = ExerciseStep(exercise="prone", enabled=False)
    block = RepeatStep(repeat=2, steps=(ExerciseStep(exercise="knee-hug"), a_rest()))
    hug, stand = steps("hs")
    [remark] = found(hug, off, stand, block, stand)
    assert remark.fix
    assert remark.fix.order == (0, 1, 3, 2, 4)


def test_no_order_is_proposed_that_would_be_worse() -> None:
    up_and_down = RepeatStep(repeat=1, steps=tuple(steps("hs")))
    down_and_up = RepeatStep(repeat=1, steps=tuple(steps("sh")))
    assert found(up_and_down, down_and_up, up_and_down, down_and_up) == []


@given(st.text(alphabet=".hspngfr", max_size=12))
def test_a_better_order_has_all_steps_once_and_no_more_changes(letters: str) -> None:
    units = units_of(a_routine(*steps(letters + "h")), EVERY)
    better = better_order(units)
    numbers = [number for unit in better for number in unit.numbers]
    assert sorted(numbers) == list(range(len(letters) + 1))
    assert better[0] == units[0]
    assert changes_of(better).up_or_down <= max(1, changes_of(units).up_or_down)
    for remark in found(*steps(letters + "h")):
        assert remark.fix
        assert list(remark.fix.order) == numbers


@given(st.text(alphabet="hspgfr", min_size=1, max_size=10))
def test_what_was_put_in_order_is_not_told_again(letters: str) -> None:
    given = steps(letters)
    for remark in found(*given):
        assert remark.fix
        assert found(*(given[number] for number in remark.fix.order)) == []


def test_steps_keep_their_order_within_a_position() -> None:
    units = units_of(a_routine(*steps("hfhsh")), EVERY)
    assert [unit.numbers[0] for unit in better_order(units)] == [0, 2, 4, 1, 3]
    assert better_order(()) == ()


def test_a_routine_of_rests_has_nothing_to_order() -> None:
    assert found(a_rest(), replace(a_rest(), enabled=False)) == []
