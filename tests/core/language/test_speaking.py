"""How long a calm voice needs, and what of a text it can say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.language import i18n
from stretchcoach.core.language.speaking import (
    SPEAKING_START_MS,
    first_that_fits,
    letters_a_second,
    sentences,
    sentences_that_fit,
    speaking_ms,
)


class Saying(i18n.SourceText):
    """A language that says how fast it is read."""

    def __init__(self, pace: str) -> None:
        self._pace = pace

    def pgettext(self, context: str, message: str) -> str:
        return self._pace if context == "letters a second" else message


@pytest.fixture(autouse=True)
def _english_after() -> Iterator[None]:
    yield
    i18n.use(i18n.SourceText())


def test_an_english_voice_reads_fourteen_letters_a_second() -> None:
    assert speaking_ms("x" * 28) == SPEAKING_START_MS + 2_000
    assert speaking_ms("x") == SPEAKING_START_MS + 71


def test_another_language_says_its_own_pace() -> None:
    i18n.use(Saying("7"))
    assert speaking_ms("x" * 28) == SPEAKING_START_MS + 4_000


@pytest.mark.parametrize("nonsense", ["", "0", "-3", "12.5", "fourteen", "⟦14⟧"])
def test_a_pace_that_is_no_number_is_that_of_english(nonsense: str) -> None:
    i18n.use(Saying(nonsense))
    assert letters_a_second() == 14


def test_a_sentence_that_would_run_over_is_not_begun() -> None:
    assert sentences_that_fit("Lie down. Bend your knees. Breathe.", 2500) == (
        "Lie down. Bend your knees."
    )
    assert sentences_that_fit("Lie down.", 900) == ""
    assert first_that_fits(("Lie down.", "Lie"), 900) == "Lie"
    assert first_that_fits(("Lie down.", "Lie"), 100) == ""


def test_sentences_end_in_other_writing_too() -> None:
    assert sentences("Lie down. Breathe!") == ["Lie down.", "Breathe!"]
    assert sentences("躺下。膝盖弯曲。") == ["躺下。", "膝盖弯曲。"]
    assert sentences("") == []


@given(st.text(), st.integers(0, 10_000))
def test_what_fits_is_the_start_of_the_text_and_fits(text: str, window_ms: int) -> None:
    said = sentences_that_fit(text, window_ms)
    assert " ".join(sentences(text)).startswith(said)
    assert not said or speaking_ms(said) <= window_ms
