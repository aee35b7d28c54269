"""The known word that a wrong one was probably meant to be.

Built for thousands of known words: they are sorted by the pairs of letters in them, and only
those that share some with the wrong word are compared with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from stretchcoach.core.language.i18n import tr

ALIKE = 0.6  # from 0, nothing in common, to 1, the same
LONGEST = 80
# A file with more wrong words than this has another problem than misspelling.
MOST_LOOKED_UP = 20
MOST_COMPARED = 24


class NearWords:
    """Knows the words of `known` and finds near ones for the first `most` that are asked for."""

    def __init__(
        self, known: Collection[str], alike: float = ALIKE, most: int = MOST_LOOKED_UP
    ) -> None:
        self._known = known
        self._alike = alike
        self._most = most
        self._found: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        """The known word that is most like `word`; "" when none is, or when asked too often."""
        if word not in self._found:
            if len(self._found) >= self._most or len(word) > LONGEST:
                return ""
            self._found[word] = self._look_up(word)
        return self._found[word]

    def did_you_mean(self, word: str) -> str:
        """A sentence that offers the nearest known word, or "" when none is near."""
        near = self.nearest(word)
        return tr("did you mean “{word}”?", word=near) if near else ""

    def _look_up(self, word: str) -> str:
        shared = Counter(
            known for pair in set(_pairs(word)) for known in self._by_pair.get(pair, ())
        )
        matcher = SequenceMatcher(b=word)
        best, best_ratio = "", self._alike
        for known, _ in shared.most_common(MOST_COMPARED):
            matcher.set_seq1(known)
            ratio = matcher.ratio()
            if ratio > best_ratio or (ratio == best_ratio and not best):
                best, best_ratio = known, ratio
        return best

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self._known:
            if len(word) <= LONGEST:
                for pair in set(_pairs(word)):
                    found.setdefault(pair, []).append(word)
        return found


def _pairs(word: str) -> Iterator[str]:
    """Each letter with the one behind it; beginning and end count as letters."""
    framed = f" {word} "
    return (framed[place : place + 2] for place in range(len(framed) - 1))
