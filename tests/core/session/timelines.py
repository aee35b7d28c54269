from __future__ import annotations

from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RestStep,
)
from stretchcoach.core.content.sides import AffectedSide, Sides
from tests.core.builders import (
    a_timeline,
    an_exercise,
    known,
    lines,
)

LEFT, RIGHT = AffectedSide.LEFT, AffectedSide.RIGHT


BOTH, NONE = AffectedSide.BOTH, AffectedSide.NONE


def written(*steps: ExerciseStep | RestStep | RepeatStep, sides: Sides = Sides.EACH) -> list[str]:
    """The intervals of `steps` where the knee hug has `sides`."""
    return lines(a_timeline(*steps, exercises=known(an_exercise(sides=sides))).intervals)
