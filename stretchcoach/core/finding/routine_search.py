"""Finding routines: by words, and by the time, the place and the things one has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.finding.everyday_words import EverydayWords, Group
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS

if TYPE_CHECKING:
    from stretchcoach.core.language.near_words import NearWords

MINUTES = (5, 10, 15)
# “15 minutes” is what people call anything that rounds to it.
GRACE_MS = 30 * SECOND_MS
# What stands in most rooms is no equipment that one would have to fetch.
FURNITURE = frozenset((Equipment.CHAIR, Equipment.WALL, Equipment.TABLE, Equipment.BED))
SHORTEST_CORRECTED = 4
LIKE_ENOUGH = 0.74  # of two words, from 0 to 1: nothing is found rather than anything
LIKE_AT_ALL = 0.6
NOT_FOUND = 9  # a rank behind all others
MOST_WORDS = 20_000
MOST_MISTYPED = 1_000  # while the same texts are searched


class Where(Enum):
    """Where a routine begins."""

    LYING = "lying"
    CHAIR = "chair"
    STANDING = "standing"


_BEGINS = {
    Place.LYING: Where.LYING,
    Place.FLOOR: Where.LYING,
    Place.CHAIR: Where.CHAIR,
    Place.STANDING: Where.STANDING,
}


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


def where_it_begins(facts: RoutineFacts) -> Where | None:
    """Where one gets into the first position; None for a routine of rests."""
    return _BEGINS[facts.places[0]] if facts.places else None


def needs(facts: RoutineFacts, thing: Needs) -> bool:
    """Whether `thing` is needed; NONE when there is nothing to fetch."""
    return has_thing(facts.equipment, thing)


def has_thing(equipment: Collection[Equipment], thing: Needs) -> bool:
    """Whether `thing` is among `equipment`; NONE when there is nothing to fetch."""
    if thing is Needs.NONE:
        return FURNITURE.issuperset(equipment)
    return Equipment(thing.value) in equipment


def fits(facts: RoutineFacts, wish: Wish, affected: AffectedSide) -> bool:
    """Whether the choices of `wish` are met; its words are not looked at."""
    if wish.minutes is not None and not lasts(
        min(facts.shortest_ms, facts.total_for(affected)), wish.minutes
    ):
        return False
    if wish.where is not None and where_it_begins(facts) is not wish.where:
        return False
    return wish.needs is None or needs(facts, wish.needs)


def exercise_fits(place: Place | None, equipment: Collection[Equipment], wish: Wish) -> bool:
    """Whether an exercise meets the choices of `wish`; none does where a time is wished, for it
    has none of its own."""
    if wish.minutes is not None:
        return False
    if wish.where is not None and (place is None or _BEGINS[place] is not wish.where):
        return False
    return wish.needs is None or has_thing(equipment, wish.needs)


def lasts(time_ms: int, minutes: int) -> bool:
    """Whether a time is at most what people call `minutes`."""
    return time_ms <= minutes * MINUTE_MS + GRACE_MS


def is_shortened(facts: RoutineFacts, wish: Wish, affected: AffectedSide) -> bool:
    """Whether it fits into the minutes of `wish` only when something is left out."""
    return wish.minutes is not None and not lasts(facts.total_for(affected), wish.minutes)


class Found(NamedTuple):
    """The numbers of the texts that have the words, those that name them further up first.

    `rank` is how far up the first of them does: 0 in its title, 1 in the line below, which says
    what it is for, 2 further down; NOT_FOUND where there is none.
    """

    numbers: list[int]
    rank: int


class WordSearch:
    """Finds `texts`, each folded and with its title on the first line, by the words typed."""

    def __init__(self, texts: Sequence[str], everyday: EverydayWords) -> None:
        self._texts = texts
        self._everyday = everyday
        self._vocabulary = Vocabulary(texts, everyday)

    def corrected(self, words: Iterable[str]) -> tuple[str, ...]:
        """`words` as they were probably meant."""
        return self._vocabulary.corrected(words)

    def groups(self, words: Iterable[str]) -> tuple[Group, ...]:
        """What to look for in each text, see `EverydayWords.groups`."""
        return self._everyday.groups(self.corrected(words))

    def nearest(self, words: Iterable[str]) -> str:
        """`words` with the nearest known one in the place of each unknown one, however little
        it is like it; "" where nothing is near, or nothing unknown."""
        words = tuple(words)
        near = self._vocabulary.nearest(words)
        return " ".join(near) if near != words else ""

    def find(self, among: Iterable[int], groups: Collection[Group]) -> Found:
        """Which of the texts with the numbers `among`, in order, have all of `groups`."""
        rest = _having(among, self._texts, groups)
        ranked = []
        for heads in (self._titles, self._heads):
            ranked.append(_having(rest, heads, groups))
            if named := set(ranked[-1]):
                rest = [number for number in rest if number not in named]
        ranked.append(rest)
        best = next((rank for rank, numbers in enumerate(ranked) if numbers), NOT_FOUND)
        return Found([number for numbers in ranked for number in numbers], best)

    @cached_property
    def _titles(self) -> list[str]:
        return [text[: text.find("\n")] for text in self._texts]

    @cached_property
    def _heads(self) -> list[str]:
        """The titles with the line below."""
        ends = [text.find("\n", text.find("\n") + 1) for text in self._texts]
        return [text[:end] for text, end in zip(self._texts, ends, strict=True)]


def _having(among: Iterable[int], texts: Sequence[str], groups: Iterable[Group]) -> list[int]:
    """The numbers of those of `texts` in which a part of each of `groups` stands.

    Part by part over all, for there may be ten thousand at a keystroke.
    """
    numbers = list(among)
    for group in groups:
        first, *others = group
        having = {number for number in numbers if first in texts[number]}
        rest = numbers if len(having) < len(numbers) else []
        for part in others:
            rest = [number for number in rest if number not in having]
            having.update([number for number in rest if part in texts[number]])
        if len(having) < len(numbers):
            numbers = [number for number in numbers if number in having]
    return numbers


class Vocabulary:
    """The words that some folded texts have, and the everyday ones, for who mistypes one."""

    def __init__(self, texts: Collection[str], everyday: EverydayWords) -> None:
        self._texts = texts
        self._everyday = everyday

    def corrected(self, words: Iterable[str]) -> tuple[str, ...]:
        """`words`, with the nearest known one in the place of each that stands in no text."""
        return self._with(words, LIKE_ENOUGH)

    def nearest(self, words: Iterable[str]) -> tuple[str, ...]:
        """The same where a word may be less like the known one: to offer, not to take it."""
        return self._with(words, LIKE_AT_ALL)

    def _with(self, words: Iterable[str], like: float) -> tuple[str, ...]:
        return tuple(word if self._is_there(word) else self._near(word, like) for word in words)

    def _is_there(self, word: str) -> bool:
        if self._everyday.knows(word):
            return True
        for text in self._texts:  # noqa: SIM110  asked ten thousand times a keystroke
            if word in text:
                return True
        return False

    def _near(self, word: str, like: float) -> str:
        if len(word) < SHORTEST_CORRECTED:
            return word
        if like not in self._nears:
            from stretchcoach.core.language.near_words import NearWords  # few searches need it

            self._nears[like] = NearWords(self._words, like, MOST_MISTYPED)
        return self._nears[like].nearest(word) or word

    @cached_property
    def _nears(self) -> dict[float, NearWords]:
        return {}

    @cached_property
    def _words(self) -> list[str]:
        words = {word: None for text in self._texts for word in text.split()}
        return [*list(words)[:MOST_WORDS], *self._everyday.words]
