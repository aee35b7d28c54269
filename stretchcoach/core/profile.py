"""Profile: what the program knows of the person that a routine is written out for."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.sides import AffectedSide


@dataclass(frozen=True)
class Profile:
    affected: AffectedSide = AffectedSide.NONE


NOBODY = Profile()
