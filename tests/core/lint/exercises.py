"""Exercises of every kind, in every position, that the tests of the remarks share."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import ExerciseKind, Position
from tests.core.builders import an_exercise, known

HUG = replace(
    an_exercise(cues=("Breathe out",)), figure="figures/hug.webp", alt="A knee is hugged."
)
BRIDGE = replace(
    an_exercise("bridge", "Bridge", sides=Sides.BOTH, dose=Dose(reps=10, hold_ms=5_000)),
    kind=ExerciseKind.STRENGTH,
)
GLIDE = replace(
    an_exercise("glide", "Glide", position=Position.SEATED, dose=Dose(reps=5, pace_ms=5_000)),
    kind=ExerciseKind.GLIDE,
)
REST = replace(
    an_exercise("rest", "Rest", sides=Sides.BOTH, dose=Dose(hold_ms=60_000)),
    kind=ExerciseKind.REST,
)
STAND = an_exercise("stand", "Stand", position=Position.STANDING)
PRONE = an_exercise("prone", "Prone", position=Position.PRONE)
NOWHERE = replace(an_exercise("nowhere", "Nowhere"), position=None)
PIGEON = replace(an_exercise("pigeon", "Pigeon", position=Position.FLOOR), level=3)
EVERY = {
    exercise.id: exercise for exercise in (HUG, BRIDGE, GLIDE, REST, STAND, PRONE, NOWHERE, PIGEON)
}


def numbered(count: int) -> dict[str, Exercise]:
    """So many exercises, each another one."""
    return dict(known(*(an_exercise(f"number-{number}", f"N{number}") for number in range(count))))
