"""What may be done with a step that asks for caution."""

from __future__ import annotations

from enum import Enum


class StepChoice(Enum):
    """What a person wants done with a step that was flagged."""

    LEAVE_OUT = "leave-out"
    EASIER = "easier"
    KEEP = "keep"
