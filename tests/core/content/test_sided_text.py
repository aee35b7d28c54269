"""Texts that say one thing on the right and another on the left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.sided_text import for_side, is_whole, names_a_side, seen_on
from stretchcoach.core.content.sides import Side
from tests.core.builders import an_exercise

WORDS = st.text(st.characters(exclude_characters="()|"))


def test_each_side_has_its_words() -> None:
    text = "Cross the (right|left) ankle over the (left|right) knee."
    assert for_side(text, Side.RIGHT) == "Cross the right ankle over the left knee."
    assert for_side(text, Side.LEFT) == "Cross the left ankle over the right knee."


def test_words_of_any_language_and_none_at_all() -> None:
    assert for_side("Das (rechte|linke) Bein(, das obere|).", Side.LEFT) == "Das linke Bein."


@pytest.mark.parametrize("text", ["Breathe out (slowly).", "one | two", "(a|b", "", "()"])
def test_other_parentheses_stay(text: str) -> None:
    assert not names_a_side(text)
    assert for_side(text, Side.LEFT) == for_side(text, Side.RIGHT) == text


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_stands_around_stays(before: str, right: str, left: str, after: str) -> None:
    text = f"{before}({right}|{left}){after}"
    assert names_a_side(text)
    assert for_side(text, Side.RIGHT) == f"{before}{right}{after}"
    assert for_side(text, Side.LEFT) == f"{before}{left}{after}"


@pytest.mark.parametrize("text", ["", "Lie down (slowly).", "The (right|left) foot(, the sole|)."])
def test_a_text_is_whole_when_each_bar_parts_two_sides(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize("text", ["a|b", "(a|b", "a|b)", "(a|b|c)", "(a|b) or | c", "((a)|b)"])
def test_a_bar_that_parts_nothing_would_be_read_out(text: str) -> None:
    assert not is_whole(text)


def test_an_exercise_is_seen_on_a_side_in_all_its_texts() -> None:
    hug = an_exercise(
        setup="Bring up the (right|left) knee.", cues=("The (right|left) one", "Rest")
    )
    how = replace(hug.instructions, stop="Stop if the (right|left) groin pinches.")
    hug = replace(hug, alt="The (right|left) knee is up.", instructions=how)
    left = seen_on(hug, Side.LEFT)
    assert left.instructions.setup == "Bring up the left knee."
    assert left.instructions.stop == "Stop if the left groin pinches."
    assert left.instructions.move == how.move
    assert (left.alt, left.cues) == ("The left knee is up.", ("The left one", "Rest"))
    assert seen_on(left, Side.RIGHT) == left


@pytest.mark.parametrize("side", list(Side))
def test_where_no_side_works_it_is_seen_as_in_its_picture(side: Side) -> None:
    hug = replace(an_exercise(), alt="The (right|left) knee.", figure_side=side)
    assert seen_on(hug, None) == seen_on(hug, side)
