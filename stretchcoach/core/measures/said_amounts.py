"""What a text says about how long something is held, and how often it is done.

“Hold for 20 to 30 seconds”, “a 30-second hold”, “ten times”. Only what is surely meant so is
taken: “three times a day” and “after 30 seconds” say nothing about a hold or a set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS

_FIRST_OF_TENS = 20


@dataclass(frozen=True)
class SaidAmount:
    """From `low` to `high`: milliseconds of a hold, or a count where not `is_time`. `words` are
    those of the text."""

    low: int
    high: int
    is_time: bool
    words: str

    def fits(self, low: int, high: int) -> bool:
        """Whether something from `low` to `high` is meant by it."""
        return self.low <= high and low <= self.high


class AmountWords(NamedTuple):
    """The words beside a number in the language in use, each a list with commas."""

    second: str
    minute: str
    hold: str
    times: str
    often: str
    to: str
    ones: str
    tens: str


def amount_words() -> AmountWords:
    return AmountWords(
        # Translators: lists with commas; words beside a number in a text about a stretch.
        tr("second, seconds, sec, secs, s"),
        tr("minute, minutes, min, mins"),
        tr("hold, holds, held, holding"),
        tr("times, reps, repetitions"),
        # Translators: what follows a count that is none of a set: “three times a day”.
        tr("a day, a week, daily, more"),
        tr("to, or"),
        # Translators: the numbers from 1 to 12 in words, and then 20, 30, 40, 50 and 60.
        tr("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve"),
        tr("twenty, thirty, forty, fifty, sixty"),
    )


# A routine is read anew at every pause of whoever writes it, and hardly a text is another.
@lru_cache(maxsize=4096)
def said_amounts(text: str, words: AmountWords) -> tuple[SaidAmount, ...]:
    """The times of holds that `text` names, then how often something is done, where that is not
    so often a day."""
    reader = _reader(words)
    return (*reader.holds(text), *reader.counts(text))


@lru_cache(maxsize=4)
def _reader(words: AmountWords) -> _Reader:
    return _Reader(words)


class _Reader:
    def __init__(self, words: AmountWords) -> None:
        ones, tens = words.ones.split(", "), words.tens.split(", ")
        self._numbers = {fold(word): at for at, word in enumerate(ones, start=1)}
        for at, word in enumerate(tens):
            self._numbers[fold(word)] = _FIRST_OF_TENS + 10 * at
        self._minutes = {fold(word) for word in words.minute.split(", ")}
        number = rf"\d{{1,3}}|{_any(', '.join(self._numbers))}"
        amount = rf"(?P<low>{number})(\s*(?:-|–|{_any(words.to)})\s*(?P<high>{number}))?"
        timed = rf"(?P<amount>{amount}[\s-]*(?P<unit>{_any(f'{words.second}, {words.minute}')}))"
        hold = rf"(?:{_any(words.hold)})"
        # Between “hold” and the time nothing else may be counted, and no sentence may end.
        between = r"[^.;:!?\d]{0,24}?"
        self._after_hold = _pattern(rf"\b{hold}\b{between}\b{timed}\b")
        self._before_hold = _pattern(rf"\b{timed}[\s-]+{hold}\b")
        self._count = _pattern(
            rf"\b(?P<amount>{amount}\s+(?:{_any(words.times)}))\b(?!\s+(?:{_any(words.often)})\b)"
        )

    def holds(self, text: str) -> Iterator[SaidAmount]:
        for pattern in (self._after_hold, self._before_hold):
            for match in pattern.finditer(text):
                is_minutes = fold(match["unit"]) in self._minutes
                yield self._said(match, MINUTE_MS if is_minutes else SECOND_MS, is_time=True)

    def counts(self, text: str) -> Iterator[SaidAmount]:
        for match in self._count.finditer(text):
            yield self._said(match, 1, is_time=False)

    def _said(self, match: re.Match[str], unit: int, *, is_time: bool) -> SaidAmount:
        one = self._number(match["low"])
        other = self._number(match["high"]) if match["high"] else one
        low, high = sorted((one * unit, other * unit))
        return SaidAmount(low, high, is_time, match["amount"].strip())

    def _number(self, word: str) -> int:
        return int(word) if word.isdecimal() else self._numbers[fold(word)]


def _any(listed: str) -> str:
    words = sorted(listed.split(", "), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
