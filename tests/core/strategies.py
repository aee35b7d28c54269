"""Random doses, steps, routines and timelines, all of them without faults."""

from __future__ import annotations

from hypothesis import strategies as st

from stretchcoach.core.content.dose import Dose, DoseChange, Manual, Phase
from stretchcoach.core.content.exercise import Exercise, Position
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    Auto,
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import AffectedSide, SideOrder, Sides
from stretchcoach.core.session.timeline import Timeline, expand
from tests.core.builders import a_routine, an_exercise

# One exercise of each kind of sides in each of three positions, with three sorts of dose.
LIBRARY: dict[str, Exercise] = {
    f"{sides.value}-{position.value}": an_exercise(
        f"{sides.value}-{position.value}",
        f"{sides.value} {position.value}".title(),
        sides=sides,
        position=position,
        dose=dose,
        cues=("Breathe out and soften", "Tailbone heavy"),
        stop="Ease off if the (right|left) hip pinches.",
    )
    for sides in Sides
    for position, dose in (
        (Position.SUPINE, Dose(hold_ms=30_000, sets=2, rest_ms=15_000)),
        (Position.KNEELING, Dose(pace_ms=4_000, reps=3, relax_ms=1_000)),
        (Position.STANDING, Dose(rep=(Phase("In", 5_000), Phase("Press", 6_000)), reps=2)),
    )
}

affected_sides = st.sampled_from(AffectedSide)
work_ms = st.one_of(st.integers(1, 70).map(lambda s: s * 1_000), st.integers(1_000, 40_000))
pause_ms = st.integers(0, 20_000)
numbers = st.integers(1, 3)
phases = st.lists(st.builds(Phase, st.sampled_from(["Ease in", "Let go"]), work_ms), min_size=1,
                  max_size=3).map(tuple)  # fmt: skip


def _maybe(values: st.SearchStrategy[int]) -> st.SearchStrategy[int | None]:
    return st.none() | values


@st.composite
def dose_changes(draw: st.DrawFn) -> DoseChange:
    work = draw(st.sampled_from([None, "hold_ms", "pace_ms"]))
    return DoseChange(
        sets=draw(_maybe(numbers)),
        reps=draw(_maybe(numbers)),
        relax_ms=draw(_maybe(pause_ms)),
        rest_ms=draw(_maybe(pause_ms)),
        hold_ms=draw(work_ms) if work == "hold_ms" else None,
        pace_ms=draw(work_ms | st.just(Manual.MANUAL)) if work == "pace_ms" else None,
    )


@st.composite
def exercise_steps(draw: st.DrawFn) -> ExerciseStep:
    exercise = LIBRARY[draw(st.sampled_from(sorted(LIBRARY)))]
    sides = draw(st.none() | st.sampled_from(Sides))
    work = draw(st.sampled_from([None, "hold_ms", "pace_ms", "rep"]))
    one_by_one = (sides or exercise.sides) is Sides.EACH
    return ExerciseStep(
        exercise=exercise.id,
        sides=sides,
        order=draw(st.none() | st.sampled_from(SideOrder)),
        get_ready_ms=draw(_maybe(pause_ms) | st.just(Auto.AUTO)),
        switch_ms=draw(_maybe(pause_ms)),
        affected=draw(st.none() | dose_changes()) if one_by_one else None,
        enabled=draw(st.sampled_from([True, True, True, False])),
        sets=draw(_maybe(numbers)),
        reps=draw(_maybe(numbers)),
        relax_ms=draw(_maybe(pause_ms)),
        rest_ms=draw(_maybe(pause_ms)),
        hold_ms=draw(work_ms) if work == "hold_ms" else None,
        pace_ms=draw(work_ms | st.just(Manual.MANUAL)) if work == "pace_ms" else None,
        rep=draw(phases) if work == "rep" else None,
    )


rest_steps = st.builds(RestStep, rest_ms=pause_ms, enabled=st.sampled_from([True, True, False]))
plain_steps: st.SearchStrategy[Step] = st.one_of(exercise_steps(), exercise_steps(), rest_steps)
repeat_steps = st.builds(
    RepeatStep,
    repeat=numbers,
    steps=st.lists(plain_steps, min_size=1, max_size=2).map(tuple),
    enabled=st.booleans(),
)
defaults = st.builds(
    RoutineDefaults,
    get_ready_ms=_maybe(pause_ms) | st.just(Auto.AUTO),
    switch_ms=_maybe(pause_ms),
    rest_ms=_maybe(pause_ms),
    order=st.none() | st.sampled_from(SideOrder),
)


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    steps = draw(st.lists(plain_steps | repeat_steps, min_size=1, max_size=4))
    return a_routine(*steps, defaults=draw(defaults))


timelines: st.SearchStrategy[Timeline] = st.builds(
    lambda routine, affected: expand(routine, LIBRARY, Profile(affected)),
    routines(),
    affected_sides,
).filter(lambda timeline: timeline.intervals)
