from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from stretchcoach.core.content.dose import Breaths, Dose, DoseChange, Manual, Phase, Range
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, RestStep, Routine, Step
from stretchcoach.core.content.sides import AffectedSide, OneSide, Sides
from stretchcoach.core.library.exercise_links import link_faults
from stretchcoach.core.library.fault import Fault
from stretchcoach.core.library.validate import (
    MAX_STEPS,
    exercise_faults,
    faults_together,
    routine_faults,
    surely_fit,
    written_out_count,
)
from stretchcoach.core.steps.planned_step import plan
from stretchcoach.core.steps.side_dose import Path
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known
from tests.core.strategies import LIBRARY, affected_sides, routines

HUG = ExerciseStep(exercise="knee-hug")


def told(faults: Iterable[Fault]) -> list[tuple[Path, str]]:
    return [(fault.path, fault.message) for fault in faults]


# Exercises.


def test_an_ordinary_exercise_has_no_faults() -> None:
    assert exercise_faults(an_exercise(easier="a", harder="b")) == ()


def test_an_exercise_gives_one_kind_of_work() -> None:
    exercise = an_exercise(dose=Dose(hold_ms=1000, pace_ms=1000, rep=(Phase("In", 1000),)))
    assert told(exercise_faults(exercise)) == [
        (("dose",), "only one of hold and pace and rep can be given")
    ]


@pytest.mark.parametrize("key", ["easier", "harder"])
def test_an_exercise_is_not_its_own_variant(key: str) -> None:
    exercise = an_exercise(
        easier="knee-hug" if key == "easier" else None,
        harder="knee-hug" if key == "harder" else None,
    )
    assert told(exercise_faults(exercise)) == [((key,), f"an exercise cannot be its own {key} one")]
    assert link_faults(known(exercise)) == {}


# Routines.


def faults_of(*steps: ExerciseStep | RestStep | RepeatStep) -> list[tuple[Path, str]]:
    return told(routine_faults(a_routine(*steps), known(an_exercise())))


def test_an_ordinary_routine_has_no_faults() -> None:
    change = DoseChange(sets=3)
    assert faults_of(ExerciseStep(exercise="knee-hug", affected=change), a_rest()) == []


def test_blocks_of_blocks_of_nothing_are_not_gone_through_for_ever() -> None:
    """Each of the levels made it fifty times as long; with fourteen it never ended."""
    step: Step = replace(a_rest(), enabled=False)
    for _ in range(14):
        step = RepeatStep(repeat=50, steps=(step,))
    assert faults_of(step) == [(("steps",), "nothing is left to do: every step is switched off")]


@pytest.mark.parametrize(("sets", "too_many"), [(10, False), (20, True)])
def test_the_intervals_of_a_routine_are_bounded(sets: int, too_many: bool) -> None:
    """Short holds: 10 sets of 100 reps on two sides are 4,000, without the pauses."""
    work = ExerciseStep(exercise="knee-hug", sets=sets, reps=100, hold_ms=1000, relax_ms=1000)
    text = "with this step the routine has more than 5000 intervals"
    expected = [(("steps", 1), text)] if too_many else []
    assert faults_of(a_rest(), work) == expected


def test_exactly_as_many_intervals_as_are_allowed_are_none_too_many() -> None:
    """What is surely not exceeded is more than what there is; then they are counted."""
    block = RepeatStep(repeat=50, steps=tuple([a_rest(1)] * 9))
    work = ExerciseStep(
        exercise="knee-hug", sets=20, reps=100, hold_ms=1000, relax_ms=0, rest_ms=0,
        get_ready_ms=0, switch_ms=0,
    )  # fmt: skip
    few = ExerciseStep(exercise="knee-hug", sets=5, reps=55, hold_ms=1000, rest_ms=0,
                       relax_ms=0, get_ready_ms=0, switch_ms=0)  # fmt: skip
    assert faults_of(block, work, few) == []  # 450 + 4000 + 550
    assert [path for path, _ in faults_of(block, work, few, a_rest())] == [("steps", 3)]


def test_of_a_routine_without_steps_nothing_more_is_said() -> None:
    assert faults_of() == []


def test_an_unknown_exercise_is_named_with_what_is_near() -> None:
    block = RepeatStep(repeat=2, steps=(a_rest(), ExerciseStep(exercise="knee-hugs")))
    assert faults_of(block, ExerciseStep(exercise="xyz")) == [
        (
            ("steps", 0, "steps", 1, "exercise"),
            "no exercise is called “knee-hugs” - did you mean “knee-hug”?",
        ),
        (
            ("steps", 1, "exercise"),
            "no exercise is called “xyz” - known are those of `stretchcoach list --exercises`",
        ),
    ]


def test_a_step_gives_one_kind_of_work() -> None:
    step = ExerciseStep(exercise="knee-hug", hold_ms=1000, pace_ms=Manual.MANUAL)
    assert faults_of(step) == [(("steps", 0), "only one of hold and pace can be given")]


def test_a_change_for_the_affected_side_gives_one_kind_of_work() -> None:
    change = DoseChange(hold_ms=1000, pace_ms=1000)
    step = ExerciseStep(exercise="knee-hug", affected=change)
    assert faults_of(step) == [(("steps", 0, "affected"), "only one of hold and pace can be given")]


@pytest.mark.parametrize("sides", [Sides.ALTERNATE, Sides.BOTH])
def test_only_an_exercise_of_one_side_then_the_other_has_an_affected_one(sides: Sides) -> None:
    step = ExerciseStep(exercise="knee-hug", sides=sides, affected=DoseChange(sets=3))
    assert faults_of(step) == [
        (
            ("steps", 0, "affected"),
            "“affected” needs an exercise that does one side, then the other (sides: each)",
        )
    ]


def test_somebody_must_say_how_long() -> None:
    exercises = known(an_exercise(dose=Dose(sets=2)))
    assert told(routine_faults(a_routine(HUG), exercises)) == [
        (
            ("steps", 0),
            "say how long: one of hold, pace, time or rep - the exercise has none of its own",
        )
    ]


def test_a_faulty_exercise_is_named_where_it_is_used() -> None:
    exercises = known(an_exercise(dose=Dose(hold_ms=1000, pace_ms=1000)))
    assert told(routine_faults(a_routine(HUG), exercises)) == [
        (
            ("steps", 0, "exercise"),
            "the dose of this exercise is not clear: it gives hold and pace",
        )
    ]
    assert routine_faults(a_routine(a_step(Dose(hold_ms=1000))), exercises) == ()


def test_nothing_to_do_is_a_fault() -> None:
    off = ExerciseStep(exercise="knee-hug", enabled=False)
    assert faults_of(off) == [(("steps",), "nothing is left to do: every step is switched off")]


def test_steps_are_counted_without_being_written_out() -> None:
    block = RepeatStep(repeat=50, steps=(RepeatStep(repeat=50, steps=(HUG, a_rest())),))
    for _ in range(20):
        block = RepeatStep(repeat=50, steps=(block,))
    assert written_out_count((block,)) == 2 * 50**22
    assert faults_of(block) == [(("steps",), "written out, this has more than 500 steps")]
    assert faults_of(*[a_rest(1)] * MAX_STEPS) == []
    assert faults_of(replace(block, enabled=False), HUG) == []  # yields nothing


def test_four_hours_are_enough() -> None:
    hour = RepeatStep(repeat=6, steps=(RestStep(rest_ms=600_000),))
    assert faults_of(*[hour] * 4) == []
    assert faults_of(*[hour] * 4, a_rest(1)) == [
        (("steps", 4), "with this step the routine lasts more than 4 hours")
    ]


def test_four_hours_count_for_the_side_that_takes_longest() -> None:
    long = ExerciseStep(
        exercise="knee-hug", hold_ms=1000, affected=DoseChange(hold_ms=600_000, sets=13)
    )
    assert faults_of(long) == [(("steps", 0), "with this step the routine lasts more than 4 hours")]


@given(routine=routines())
@settings(max_examples=50)
def test_what_has_no_faults_can_be_written_out(routine: Routine) -> None:
    found = {fault.message for fault in routine_faults(routine, LIBRARY)}
    assert found <= {
        "nothing is left to do: every step is switched off",
        "nothing is left to do: no step takes any time",
    }


def test_a_rest_of_no_time_is_not_called_switched_off() -> None:
    none = replace(a_rest(), rest_ms=0)
    assert faults_of(none) == [(("steps",), "nothing is left to do: no step takes any time")]
    assert faults_of(none, a_rest()) == []


def fits(*steps: Step, affected: AffectedSide = AffectedSide.RIGHT) -> bool:
    routine, exercises = a_routine(*steps), known(an_exercise())
    return surely_fit(tuple(plan(routine, exercises, Profile(affected))))


def test_what_surely_fits() -> None:
    assert fits(HUG, a_rest())
    assert not fits()
    assert not fits(RestStep(rest_ms=0))
    hours = RepeatStep(repeat=6, steps=(RestStep(rest_ms=600_000),))
    assert fits(*[hours] * 3)
    assert not fits(*[hours] * 4)  # four hours to the second may be more with other words
    assert not fits(ExerciseStep(exercise="knee-hug", sets=20, reps=100, hold_ms=1000), HUG, HUG)
    assert not fits(*[a_rest(1)] * (MAX_STEPS + 1))


@pytest.mark.parametrize(
    "step",
    [
        replace(HUG, affected=DoseChange(sets=3)),
        replace(HUG, sides=OneSide.AFFECTED),
        replace(HUG, sides=OneSide.OTHER),
        replace(HUG, sets=Range(2, 4)),
        replace(HUG, hold_ms=Breaths(5)),
    ],
)
def test_what_depends_on_the_person_is_not_told(step: ExerciseStep) -> None:
    assert not fits(HUG, step)
    assert fits(HUG, replace(step, affected=None, sides=None, sets=2, hold_ms=9_000))


@given(routine=routines(), affected=affected_sides)
@settings(max_examples=50)
def test_what_surely_fits_is_within_the_limits(routine: Routine, affected: AffectedSide) -> None:
    steps = tuple(plan(routine, LIBRARY, Profile(affected)))
    if surely_fit(steps):
        assert faults_together(routine, LIBRARY) == ()
