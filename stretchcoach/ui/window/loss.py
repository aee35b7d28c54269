"""What would be lost if the window closed now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stretchcoach.files.bench.drafts import Draft


@dataclass(frozen=True)
class Loss:
    """The `draft` of what is called `title`, as it could not be kept, and the `reason` why."""

    title: str
    draft: Draft
    reason: str


MayLose = Callable[[Loss], bool]
"""Whether the person has given it up; else they are asked."""
