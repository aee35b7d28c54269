"""Profile: what the program knows of the person that a routine is written out for."""

from __future__ import annotations

from typing import NamedTuple

from stretchcoach.core.content.sides import AffectedSide

# What a person may choose; the diary finds out by trying which of them a session had.
EXTRA_GET_READY_MS = (0, 5_000, 10_000, 15_000)


class Profile(NamedTuple):
    """`extra_get_ready_ms` is added to every time to get ready that is not 0."""

    affected: AffectedSide = AffectedSide.NONE
    extra_get_ready_ms: int = 0


NOBODY = Profile()
