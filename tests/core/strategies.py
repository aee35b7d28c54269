"""Random doses, steps, routines and timelines, all of them without faults."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from stretchcoach.core.content.dose import Auto, Breaths, Dose, DoseChange, Manual, Phase, Range
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import AffectedSide, OneSide, Side, SideOrder, Sides
from stretchcoach.core.content.terms import Position
from stretchcoach.core.session.timeline import Timeline, expand
from tests.core.builders import a_routine, an_exercise

# One exercise of each kind of sides in each of four positions, with four sorts of dose.
LIBRARY: dict[str, Exercise] = {
    f"{sides.value}-{position.value}": an_exercise(
        f"{sides.value}-{position.value}",
        f"{sides.value} {position.value}".title(),
        sides=sides,
        position=position,
        dose=dose,
        cues=("Breathe out and soften", "Tailbone heavy"),
        stop="Ease off if the (right|left) hip pinches.",
        setup=setup,
        figure_side=figure_side,
    )
    for sides in Sides
    for position, figure_side, setup, dose in (
        (
            Position.SUPINE,
            Side.RIGHT,
            "Lie on your (right side, slowly and with care|left side). (A pillow helps.)",
            Dose(hold_ms=Range(20_000, 30_000), sets=2, rest_ms=15_000),
        ),
        (
            Position.KNEELING,
            Side.LEFT,
            "Kneel.",
            Dose(pace_ms=4_000, reps=3, relax_ms=1_000, get_ready_ms=20_500, switch_ms=4_000),
        ),
        (
            Position.STANDING,
            Side.LEFT,
            "Stand on the (right|left (which is the other one)) leg, (near a wall|by a chair).",
            Dose(rep=(Phase("In", 5_000), Phase("Press", 6_000)), reps=2, get_ready_ms=13_000),
        ),
        (
            Position.SEATED,
            Side.RIGHT,
            "Sit at the front of a chair (a firm one) and let the (right|left) hand rest. " * 3,
            Dose(time_ms=Range(30_000, 60_000), sets=Range(1, 3), get_ready_ms=Auto.AUTO),
        ),
    )
}

# And one that says no more than it must.
LIBRARY["bare"] = replace(
    an_exercise("bare", "Bare", sides=Sides.BOTH, setup="", dose=Dose(hold_ms=9_000)), position=None
)

affected_sides = st.sampled_from(AffectedSide)
work_ms = st.one_of(st.integers(1, 70).map(lambda s: s * 1_000), st.integers(1_000, 40_000))
pause_ms = st.integers(0, 20_000)
numbers = st.integers(1, 3)
ranges = st.builds(Range, st.integers(1, 2), st.integers(3, 4))
work_ranges = st.builds(Range, st.just(5_000), st.integers(6_000, 9_000))
amounts = numbers | ranges
breaths = st.builds(Breaths, amounts)
breaths_ms = st.integers(4, 20).map(lambda s: s * 1_000)
say = st.sampled_from(["Ease the (right|left) knee in", "Let go"])
phases = st.lists(st.builds(Phase, say, work_ms), min_size=1, max_size=3).map(tuple)


T = TypeVar("T")


def _maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


@st.composite
def _work(draw: st.DrawFn, kinds: tuple[str, ...]) -> dict[str, Any]:
    """At most one of the kinds of work that a dose may name."""
    work = draw(st.sampled_from(["", *kinds]))
    lengths = {
        "hold_ms": work_ms | work_ranges | breaths,
        "pace_ms": work_ms | work_ranges | st.just(Manual.MANUAL),
        "time_ms": work_ms | work_ranges,
        "rep": phases,
    }
    return {work: draw(lengths[work])} if work else {}


@st.composite
def dose_changes(draw: st.DrawFn) -> DoseChange:
    return DoseChange(
        sets=draw(_maybe(amounts)),
        reps=draw(_maybe(amounts)),
        relax_ms=draw(_maybe(pause_ms)),
        rest_ms=draw(_maybe(pause_ms)),
        **draw(_work(("hold_ms", "pace_ms", "time_ms"))),
    )


@st.composite
def exercise_steps(draw: st.DrawFn) -> ExerciseStep:
    exercise = LIBRARY[draw(st.sampled_from(sorted(LIBRARY)))]
    sides = draw(st.none() | st.sampled_from(Sides) | st.sampled_from(OneSide))
    one_by_one = (sides or exercise.sides) is Sides.EACH
    return ExerciseStep(
        exercise=exercise.id,
        sides=sides,
        order=draw(st.none() | st.sampled_from(SideOrder)),
        get_ready_ms=draw(_maybe(pause_ms) | st.just(Auto.AUTO)),
        switch_ms=draw(_maybe(pause_ms)),
        affected=draw(st.none() | dose_changes()) if one_by_one else None,
        note=draw(st.sampled_from(["", "", "Slowly.", "Hold on with your (left|right) hand."])),
        enabled=draw(st.sampled_from([True, True, True, False])),
        sets=draw(_maybe(amounts)),
        reps=draw(_maybe(amounts)),
        relax_ms=draw(_maybe(pause_ms)),
        rest_ms=draw(_maybe(pause_ms)),
        **draw(_work(("hold_ms", "pace_ms", "time_ms", "rep"))),
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
    affected = draw(st.none() | st.none() | affected_sides)
    return replace(a_routine(*steps, defaults=draw(defaults)), affected=affected)


DECIDED = ("sets", "reps", "hold_ms", "pace_ms", "time_ms")


@st.composite
def picks(draw: st.DrawFn) -> dict[tuple[str, int, str], int]:
    """Choices within ranges, in them and out of them: by exercise, number of its step, field."""
    keys = st.tuples(
        st.sampled_from(sorted(LIBRARY)),
        st.integers(1, 2),
        st.sampled_from([f"{where}{name}" for where in ("", "affected.") for name in DECIDED]),
    )
    values = st.integers(1, 5) | st.sampled_from([5_000, 7_000, 25_000, 45_000])
    return draw(st.dictionaries(keys, values, max_size=40))


timelines: st.SearchStrategy[Timeline] = st.builds(
    lambda routine, affected: expand(routine, LIBRARY, Profile(affected)),
    routines(),
    affected_sides,
).filter(lambda timeline: timeline.intervals)
