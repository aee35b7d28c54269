"""Texts that say one thing on the right and another on the left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.sided_text import for_side, names_a_side
from stretchcoach.core.content.sides import Side

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
