"""How long a calm voice needs for a text, and what of it can be said in a given time.

How many letters are read in a second is a property of the language: one of short words with
many letters is read faster than one whose signs are whole syllables. Its catalogue says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from stretchcoach.core.language.i18n import trc
from stretchcoach.core.language.units import SECOND_MS

ENGLISH_LETTERS_A_SECOND = 14
SPEAKING_START_MS = 300
SENTENCE_ENDS = re.compile(r"(?<=[.!?…]) +|(?<=[。！？]) *")


def letters_a_second() -> int:
    """How many letters, spaces included, a calm voice reads in a second."""
    # Translators: a number: how many letters and spaces a calm voice reads aloud in a second in
    # your language. Take the time of a paragraph read slowly. The times to get ready follow it.
    said = trc("letters a second", "14")
    return int(said) if said.isdecimal() and int(said) else ENGLISH_LETTERS_A_SECOND


def speaking_ms(text: str) -> int:
    """How long an ordinary voice needs for `text`."""
    return SPEAKING_START_MS + round(len(text) * SECOND_MS / letters_a_second())


def first_that_fits(texts: Iterable[str], window_ms: int) -> str:
    """The first of `texts` that an ordinary voice can say in time, or ""."""
    return next((text for text in texts if speaking_ms(text) <= window_ms), "")


def sentences(text: str) -> list[str]:
    """The sentences of `text`, none of them empty."""
    return [sentence for sentence in SENTENCE_ENDS.split(text.strip()) if sentence]


def sentences_that_fit(text: str, window_ms: int) -> str:
    """As many whole sentences from the start of `text` as an ordinary voice can say."""
    said = ""
    for sentence in sentences(text):
        longer = f"{said} {sentence}".strip()
        if speaking_ms(longer) > window_ms:
            break
        said = longer
    return said
