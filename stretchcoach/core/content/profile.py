"""Profile: what the program knows of the person that a routine is written out for."""

from __future__ import annotations

from typing import NamedTuple

from stretchcoach.core.content.sides import AffectedSide

# What a person may choose; the diary finds out by trying which of them a session had.
EXTRA_GET_READY_MS = (0, 5_000, 10_000, 15_000)
BREATH_MS = 10_000
SLOWEST_BREATH_MS = 20_000


class Profile(NamedTuple):
    """`extra_get_ready_ms` is added to every time to get ready that is not 0.

    `breath_ms` is one breath, in and out. `picks` are what the person has chosen within ranges,
    by the keys of `steps.side_dose`; with `upper_ends` all ranges are at the most they allow.
    """

    affected: AffectedSide = AffectedSide.NONE
    extra_get_ready_ms: int = 0
    breath_ms: int = BREATH_MS
    picks: tuple[tuple[str, int], ...] = ()
    upper_ends: bool = False


NOBODY = Profile()
