"""A fault: what `core` finds wrong in a file that could be read."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.steps.side_dose import Path


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where: the path of keys and indices in the file.

    Whoever read the file knows the line and the column that belong to it.
    """

    path: Path
    message: str
