"""How far long work is, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stretchcoach.core.language.work_words import (
    diary_words,
    pack_words,
    page_words,
    report_words,
    shared_words,
    sheet_words,
)

ALL = (sheet_words, page_words, pack_words, report_words, shared_words, diary_words)


@pytest.mark.parametrize("words", ALL)
def test_each_says_what_is_made_and_how_far_it_is(words: Callable[[int], str]) -> None:
    assert words(0).endswith(": 0 % done.")
    assert words(42).endswith(": 42 % done.")


def test_no_two_are_alike() -> None:
    assert len({words(7) for words in ALL}) == len(ALL)
