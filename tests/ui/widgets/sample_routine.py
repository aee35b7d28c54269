"""A routine of all shapes: a movement, two sides with one more set, a rest, alternating reps."""

from __future__ import annotations

from stretchcoach.core.content.dose import DoseChange, Manual
from stretchcoach.core.content.exercise import EXERCISE_FORMAT, Exercise, Instructions, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    ROUTINE_FORMAT,
    ExerciseStep,
    RestStep,
    Routine,
    RoutineDefaults,
)
from stretchcoach.core.content.sides import AffectedSide, SideOrder, Sides
from stretchcoach.core.content.terms import ExerciseKind, Position
from stretchcoach.core.session.timeline import Timeline, expand

S = 1000


def _exercise(id_: str, name: str, sides: Sides, position: Position = Position.SUPINE) -> Exercise:
    return Exercise(
        format=EXERCISE_FORMAT,
        id=id_,
        name=name,
        position=position,
        kind=ExerciseKind.STRETCH,
        sides=sides,
        targets=Targets(primary=(Muscle.PIRIFORMIS,)),
        instructions=Instructions(setup="Lie down.", move="Move.", feel="Feel.", avoid="Pain."),
    )


EXERCISES = {
    "rock": _exercise("rock", "Knee rocks", Sides.BOTH),
    "four": _exercise("four", "Lying figure four", Sides.EACH),
    "clam": _exercise("clam", "Clamshell", Sides.EACH, Position.SIDE),
    "bridge": _exercise("bridge", "Bridge", Sides.BOTH),
    "march": _exercise("march", "Marching", Sides.ALTERNATE),
    "seated": _exercise("seated", "Seated figure four", Sides.EACH, Position.SEATED),
    "still": _exercise("still", "Lie still and breathe", Sides.BOTH),
}


def sample_timeline(affected: AffectedSide = AffectedSide.RIGHT) -> Timeline:
    steps = (
        ExerciseStep(exercise="rock", get_ready_ms=10 * S, reps=10, pace_ms=6 * S),
        ExerciseStep(exercise="four", sets=2, hold_ms=30 * S, affected=DoseChange(sets=3)),
        RestStep(rest_ms=20 * S),
        ExerciseStep(exercise="clam", reps=12, pace_ms=4 * S),
        ExerciseStep(
            exercise="bridge", sets=2, reps=10, hold_ms=5 * S, relax_ms=2 * S, rest_ms=30 * S
        ),
        ExerciseStep(exercise="seated", sets=2, hold_ms=30 * S),
        ExerciseStep(exercise="still", hold_ms=60 * S),
    )
    return _expand(steps, affected)


def alternating_timeline() -> Timeline:
    steps = (ExerciseStep(exercise="march", sets=2, reps=4, hold_ms=5 * S, relax_ms=2 * S),)
    return _expand(steps, AffectedSide.NONE)


def manual_timeline() -> Timeline:
    return _expand((ExerciseStep(exercise="clam", pace_ms=Manual.MANUAL),), AffectedSide.LEFT)


def _expand(steps: tuple[ExerciseStep | RestStep, ...], affected: AffectedSide) -> Timeline:
    routine = Routine(
        format=ROUTINE_FORMAT,
        id="sample",
        title="Deep hip rotators",
        steps=steps,
        defaults=RoutineDefaults(order=SideOrder.AFFECTED_LAST),
    )
    return expand(routine, EXERCISES, Profile(affected))
