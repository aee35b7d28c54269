"""Finding routines: by words, and by the time, the place and the things one has."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS
from stretchcoach.core.library.routine_facts import Place, RoutineFacts

if TYPE_CHECKING:
    from stretchcoach.core.language.near_words import NearWords

MINUTES = (5, 10, 15)
# “15 minutes” is what people call anything that rounds to it.
GRACE_MS = 30 * SECOND_MS
# What stands in most rooms is no equipment that one would have to fetch.
FURNITURE = frozenset((Equipment.CHAIR, Equipment.WALL, Equipment.TABLE, Equipment.BED))
SHORTEST_CORRECTED = 4
LIKE_ENOUGH = 0.74  # of two words, from 0 to 1: nothing is found rather than anything
MOST_WORDS = 20_000
MOST_MISTYPED = 1_000  # while the same texts are searched


class Where(Enum):
    """Where a routine is done: by the place that asks most of a person."""

    LYING = "lying"
    CHAIR = "chair"
    STANDING = "standing"


class Needs(Enum):
    """What has to be at hand."""

    NONE = "none"
    MAT = "mat"
    STRAP = "strap"


class Wish(NamedTuple):
    """What the person looks for; None and "" ask for nothing."""

    text: str = ""
    minutes: int | None = None
    where: Where | None = None
    needs: Needs | None = None

    @property
    def filters(self) -> bool:
        """Whether any of the choices beside the words is made."""
        return self.minutes is not None or self.where is not None or self.needs is not None

    @property
    def words(self) -> tuple[str, ...]:
        """The words to look for, folded; their order does not matter."""
        return tuple(fold(self.text).split())


def where_done(facts: RoutineFacts) -> Where:
    """Lying as soon as one has to get down to the floor, standing when one never sits."""
    if Place.LYING in facts.places or Place.FLOOR in facts.places:
        return Where.LYING
    return Where.CHAIR if Place.CHAIR in facts.places else Where.STANDING


def needs(facts: RoutineFacts, thing: Needs) -> bool:
    """Whether `thing` is needed; NONE when there is nothing to fetch."""
    if thing is Needs.NONE:
        return FURNITURE.issuperset(facts.equipment)
    return Equipment(thing.value) in facts.equipment


def fits(facts: RoutineFacts, wish: Wish, affected: AffectedSide) -> bool:
    """Whether the choices of `wish` are met; its words are not looked at."""
    most_ms = None if wish.minutes is None else wish.minutes * MINUTE_MS + GRACE_MS
    if most_ms is not None and facts.total_for(affected) > most_ms:
        return False
    if wish.where is not None and where_done(facts) is not wish.where:
        return False
    return wish.needs is None or needs(facts, wish.needs)


class Vocabulary:
    """The words that some folded texts have, for who mistypes one."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts = texts

    def corrected(self, words: Iterable[str]) -> tuple[str, ...]:
        """`words`, with the nearest known one in the place of each that stands in no text."""
        return tuple(word if self._is_there(word) else self._nearest(word) for word in words)

    def _is_there(self, word: str) -> bool:
        for text in self._texts:  # noqa: SIM110  asked ten thousand times a keystroke
            if word in text:
                return True
        return False

    def _nearest(self, word: str) -> str:
        return (len(word) >= SHORTEST_CORRECTED and self._near.nearest(word)) or word

    @cached_property
    def _near(self) -> NearWords:
        from stretchcoach.core.language.near_words import NearWords  # few searches need it

        words = {word: None for text in self._texts for word in text.split()}
        return NearWords(list(words)[:MOST_WORDS], LIKE_ENOUGH, MOST_MISTYPED)


def in_first_line(text: str, words: Iterable[str]) -> bool:
    """Whether all of `words` stand in the first line of `text`, which is the title."""
    end = text.find("\n")
    for word in words:  # noqa: SIM110  asked ten thousand times a keystroke
        if text.find(word, 0, end) < 0:
            return False
    return True
