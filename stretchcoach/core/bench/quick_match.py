"""Which exercises the words of a quick line may mean, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Exercises
from stretchcoach.core.finding.exercise_search import exercise_names, exercise_text
from stretchcoach.core.language.fold import fold

MOST = 8
_APART = re.compile(r"[\W_]+")
_INSIDE = str.maketrans("", "", "'’")  # “child's” is one word
_DIGITS = {"1": "one", "2": "two", "3": "three", "4": "four"}


class _Known(NamedTuple):
    exercise: Exercise
    names: tuple[tuple[str, ...], ...]
    terms: tuple[str, ...]


class QuickMatch:
    """Looks through `exercises`; made anew when those change."""

    def __init__(self, exercises: Exercises) -> None:
        self._exercises = exercises

    def find(self, words: Sequence[str], most: int = MOST) -> tuple[Exercise, ...]:
        """Those in which each word begins a word of a name, an id or a term. Without words none.

        In front stand those whose name begins so, then those with fewer other words.
        """
        wanted = [part for word in words for part in _parts(word)]
        if not wanted:
            return ()
        ranked = [
            (rank, at) for at, known in enumerate(self._known) if (rank := _rank(known, wanted))
        ]
        return tuple(self._known[at].exercise for _, at in sorted(ranked)[:most])

    @cached_property
    def numbered(self) -> frozenset[str]:
        """Names of two words of which the second is a number."""
        found = set()
        for exercise in self._exercises.values():
            for name in (exercise.id, *exercise_names(exercise)):
                parts = _parts(name)
                found |= {f"{one} {two}" for one, two in pairwise(parts) if two.isdecimal()}
        return frozenset(found)

    @cached_property
    def _known(self) -> tuple[_Known, ...]:
        return tuple(map(_known, self._exercises.values()))


def _known(exercise: Exercise) -> _Known:
    names = (*exercise_names(exercise), exercise.id)
    terms = exercise_text(exercise).split("\n", 2)
    return _Known(exercise, tuple(map(_parts, names)), _parts(terms[2]) if len(terms) > 2 else ())


def _parts(text: str) -> tuple[str, ...]:
    """The words of a text, as they are compared: without hyphens and apostrophes."""
    return tuple(_APART.sub(" ", fold(text).translate(_INSIDE)).split())


def _rank(known: _Known, wanted: Sequence[str]) -> tuple[int, int, int] | None:
    """How far it is from what is wanted, as something to sort by; None where it does not fit."""
    best = min(
        (found for at, name in enumerate(known.names) if (found := _in_name(at, name, wanted))),
        default=None,
    )
    if best is not None:
        return best
    everything = {part for name in known.names for part in name} | set(known.terms)
    if all(any(_begins(word, part) for word in everything) for part in wanted):
        return 2, len(known.names[0]), 0
    return None


def _in_name(at: int, name: Sequence[str], wanted: Sequence[str]) -> tuple[int, int, int] | None:
    places = [_place(name, part) for part in wanted]
    found = [place for place in places if place is not None]
    if len(found) < len(wanted):
        return None
    return min(at, 1), len(name), found[0]


def _place(name: Sequence[str], part: str) -> int | None:
    return next((at for at, word in enumerate(name) if _begins(word, part)), None)


def _begins(word: str, part: str) -> bool:
    return word.startswith(part) or word == _DIGITS.get(part)
