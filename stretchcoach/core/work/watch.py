"""Hearing how far a long piece of work is, and leaving it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

# Hears which share is done, 0 to 1; what it raises ends the work and leaves all as it was.
Watch = Callable[[float], None]

One = TypeVar("One")


def unwatched(_share: float) -> None:
    """Nobody wants to know."""


def part_of(watch: Watch, first: float, last: float) -> Watch:
    """For a piece of the work that goes from the share `first` to `last` of the whole."""

    def watch_part(share: float) -> None:
        watch(first + (last - first) * share)

    return watch_part


def watched(parts: Sequence[One], watch: Watch) -> Iterator[One]:
    """Each of `parts`; `watch` hears before each how many are done."""
    for number, one in enumerate(parts):
        watch(number / len(parts))
        yield one
