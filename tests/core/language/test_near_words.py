"""Near words are found among thousands, and not looked for without end."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.language.near_words import LONGEST, MOST_LOOKED_UP, NearWords

KNOWN = ["pigeon", "knee-hug", "figure-4-supine", "figure-4-wall", "cat-cow", "90-90"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("knee-hugg", "knee-hug"),
        ("pidgeon", "pigeon"),
        ("figure4-supine", "figure-4-supine"),
        ("catcow", "cat-cow"),
        ("90 90", "90-90"),
        ("xyz", ""),
        ("", ""),
        ("figure-4-supine" * 20, ""),
    ],
)
def test_the_nearest_known_word_is_offered(word: str, near: str) -> None:
    assert NearWords(KNOWN).nearest(word) == near
    sentence = f"did you mean “{near}”?" if near else ""
    assert NearWords(KNOWN).did_you_mean(word) == sentence


def test_without_known_words_none_is_near() -> None:
    assert NearWords([]).nearest("pigeon") == ""
    assert NearWords(["a" * (LONGEST + 1)]).nearest("a" * LONGEST) == ""


letters = st.text("abcde-", min_size=4, max_size=12)


@given(letters, st.lists(letters, max_size=8, unique=True))
def test_it_is_as_near_as_that_of_the_standard_library(word: str, known: list[str]) -> None:
    near = NearWords(known).nearest(word)
    slow = get_close_matches(word, known, n=1, cutoff=0.75)
    if slow:  # those that share hardly a pair of letters with the word are not meant
        assert SequenceMatcher(b=word, a=near).ratio() >= SequenceMatcher(b=word, a=slow[0]).ratio()


class Counted(list[str]):
    """Words that count how often they are gone through."""

    gone_through = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        self.gone_through += 1
        return super().__iter__()


def test_a_file_of_nothing_but_wrong_words_is_not_helped_with_each() -> None:
    known = Counted(f"exercise-{n}" for n in range(500))
    near = NearWords(known)
    found = [near.nearest(f"exercize-{n}") for n in range(200)]
    assert all(found[:MOST_LOOKED_UP])
    assert not any(found[MOST_LOOKED_UP:])
    assert near.nearest("exercize-3") == found[3]
    assert known.gone_through == 1
