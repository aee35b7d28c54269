"""A short routine and what is needed to run it without any time passing."""

from __future__ import annotations

from stretchcoach.core.content.exercise import EXERCISE_FORMAT, Exercise, Instructions, Targets
from stretchcoach.core.content.routine import ROUTINE_FORMAT, ExerciseStep, Routine
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import ExerciseKind, Position
from stretchcoach.core.session.timeline import Timeline, expand

FIGURE_4 = Exercise(
    format=EXERCISE_FORMAT,
    id="figure-4",
    name="Lying figure four",
    position=Position.SUPINE,
    kind=ExerciseKind.STRETCH,
    sides=Sides.EACH,
    targets=Targets(primary=()),
    instructions=Instructions(
        setup="Lie on your back.",
        move="Cross the (right|left) ankle.",
        feel="Deep.",
        avoid="Haste.",
        stop="Ease off if the (right|left) knee hurts.",
    ),
    alt="The (right|left) ankle lies on the knee.",
    cues=("Tailbone heavy", "Breathe out and soften"),
)
GET_READY, LEFT, SWITCH, RIGHT = 0, 1, 2, 3


def figure_4_timeline(reps: int | None = None, relax_ms: int | None = None) -> Timeline:
    """Get ready 10 s, hold left 20 s, switch 8 s, hold right 20 s; more with more `reps`."""
    step = ExerciseStep(
        exercise="figure-4",
        get_ready_ms=10_000,
        hold_ms=20_000,
        sets=1,
        reps=reps,
        relax_ms=relax_ms,
    )
    routine = Routine(format=ROUTINE_FORMAT, id="short", title="Short", steps=(step,))
    return expand(routine, {"figure-4": FIGURE_4})
