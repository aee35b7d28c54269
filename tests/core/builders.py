"""Short ways to say what a test is about; all that is not said is ordinary."""

from __future__ import annotations

from collections.abc import Iterable

from stretchcoach.core.content.dose import Auto, Dose
from stretchcoach.core.content.exercise import EXERCISE_FORMAT, Exercise, Instructions, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    ROUTINE_FORMAT,
    Exercises,
    ExerciseStep,
    RestStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.content.terms import ExerciseKind, Position
from stretchcoach.core.session.timeline import Interval, Timeline, expand

FORTY_LETTERS = "Lie on your back, knees bent, feet flat."


def an_exercise(
    id: str = "knee-hug",
    name: str = "Knee hug",
    *,
    sides: Sides = Sides.EACH,
    position: Position = Position.SUPINE,
    dose: Dose = Dose(hold_ms=30_000),
    cues: tuple[str, ...] = (),
    setup: str = FORTY_LETTERS,
    move: str = "Draw the knee in.",
    figure_side: Side = Side.RIGHT,
    stop: str = "",
    easier: str | None = None,
    harder: str | None = None,
) -> Exercise:
    return Exercise(
        format=EXERCISE_FORMAT,
        id=id,
        name=name,
        position=position,
        kind=ExerciseKind.STRETCH,
        sides=sides,
        targets=Targets((Muscle.PIRIFORMIS,)),
        instructions=Instructions(setup, move, "In the buttock.", "Pulling.", stop),
        figure_side=figure_side,
        dose=dose,
        cues=cues,
        easier=easier,
        harder=harder,
    )


def a_silent_exercise(
    id: str = "knee-hug",
    *,
    sides: Sides = Sides.EACH,
    position: Position = Position.SUPINE,
    dose: Dose = Dose(hold_ms=30_000),
) -> Exercise:
    """An exercise of which there is nothing to be heard."""
    return an_exercise(id, sides=sides, position=position, dose=dose, setup="", move="")


def known(*exercises: Exercise) -> Exercises:
    return {exercise.id: exercise for exercise in exercises}


def a_routine(*steps: Step, defaults: RoutineDefaults = RoutineDefaults()) -> Routine:
    return Routine(
        format=ROUTINE_FORMAT, id="evening", title="Evening", steps=steps, defaults=defaults
    )


def a_step(
    dose: Dose = Dose(), exercise: str = "knee-hug", *, get_ready_ms: int | Auto | None = 0
) -> ExerciseStep:
    """A step without a get-ready, so that a test sees only what it is about."""
    plain = ExerciseStep(exercise=exercise, get_ready_ms=get_ready_ms)
    return dose_onto(plain, dose)


def dose_onto(step: ExerciseStep, dose: Dose) -> ExerciseStep:
    merged = dose.over(step)
    assert isinstance(merged, ExerciseStep)
    return merged


def a_rest(rest_s: int = 20) -> RestStep:
    return RestStep(rest_ms=rest_s * 1000)


def a_timeline(
    *steps: Step,
    exercises: Exercises | None = None,
    affected: AffectedSide = AffectedSide.NONE,
    defaults: RoutineDefaults = RoutineDefaults(),
) -> Timeline:
    """`steps` written out; without `exercises` there is one, the knee hug."""
    routine = a_routine(*steps, defaults=defaults)
    return expand(routine, exercises or known(an_exercise()), Profile(affected))


def lines(intervals: Iterable[Interval]) -> list[str]:
    """Intervals as text: kind, seconds, side, set.rep and label, where there are any."""
    return [_line(interval) for interval in intervals]


def _line(interval: Interval) -> str:
    words = [interval.kind.value]
    words.append("-" if interval.duration_ms is None else f"{interval.duration_ms / 1000:g}")
    if interval.side is not None:
        words.append(interval.side.value)
    if interval.set_no is not None:
        words.append(f"{interval.set_no}.{interval.rep_no or '-'}")
    if interval.label:
        words.append(repr(interval.label))
    return " ".join(words)
