from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose, DoseChange, Phase
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RoutineDefaults,
)
from stretchcoach.core.content.sides import AffectedSide, OneSide, Side, SideOrder, Sides
from stretchcoach.core.session.timeline import expand
from tests.core.builders import (
    a_routine,
    a_step,
    a_timeline,
    an_exercise,
    known,
    lines,
)
from tests.core.session.timelines import BOTH, LEFT, NONE, RIGHT, written


def test_both_sides_together_are_done_once_without_a_side() -> None:
    assert written(a_step(Dose(sets=2)), sides=Sides.BOTH) == [
        "hold 30 1.1", "rest 10", "hold 30 2.1",
    ]  # fmt: skip


def test_each_side_gets_all_its_sets_before_the_switch() -> None:
    assert written(a_step(Dose(sets=2))) == [
        "hold 30 left 1.1", "rest 10 left", "hold 30 left 2.1",
        "switch 8 right",
        "hold 30 right 1.1", "rest 10 right", "hold 30 right 2.1",
    ]  # fmt: skip


def test_alternating_sides_take_turns_rep_by_rep() -> None:
    assert written(a_step(Dose(pace_ms=3000, reps=2, sets=2)), sides=Sides.ALTERNATE) == [
        "move 3 left 1.1", "move 3 right 1.1", "move 3 left 1.2", "move 3 right 1.2",
        "rest 10",
        "move 3 left 2.1", "move 3 right 2.1", "move 3 left 2.2", "move 3 right 2.2",
    ]  # fmt: skip


def test_alternating_holds_leave_time_to_change_sides() -> None:
    assert written(a_step(Dose(hold_ms=5000, reps=2, sets=2)), sides=Sides.ALTERNATE) == [
        "hold 5 left 1.1", "switch 3 right", "hold 5 right 1.1", "switch 3 left",
        "hold 5 left 1.2", "switch 3 right", "hold 5 right 1.2",
        "rest 10",
        "hold 5 left 2.1", "switch 3 right", "hold 5 right 2.1", "switch 3 left",
        "hold 5 left 2.2", "switch 3 right", "hold 5 right 2.2",
    ]  # fmt: skip
    phases = Dose(rep=(Phase("In", 2000), Phase("Out", 1000)))
    assert written(a_step(phases), sides=Sides.ALTERNATE) == [
        "hold 2 left 1.1 'In'", "hold 1 left 1.1 'Out'", "switch 3 right",
        "hold 2 right 1.1 'In'", "hold 1 right 1.1 'Out'",
    ]  # fmt: skip


def test_how_long_alternating_holds_take_to_change_sides_is_said_by_the_step_alone() -> None:
    exercise = an_exercise(
        sides=Sides.ALTERNATE, dose=Dose(hold_ms=5000, switch_ms=7000, get_ready_ms=0)
    )
    seen = [
        lines(
            a_timeline(
                a_step(Dose(switch_ms=said)),
                exercises=known(exercise),
                defaults=RoutineDefaults(switch_ms=9000),
            ).intervals
        )[1]
        for said in (None, 4000, 0)
    ]
    assert seen == ["switch 3 right", "switch 4 right", "hold 5 right 1.1"]


def test_the_switch_lasts_what_the_step_says_then_the_routine_then_the_exercise() -> None:
    routine_says, silent = RoutineDefaults(switch_ms=6000), RoutineDefaults()
    exercises = known(an_exercise(dose=Dose(hold_ms=30_000, switch_ms=12_000)))
    seen = [
        lines(a_timeline(step, defaults=defaults, exercises=exercises).intervals)[1]
        for step, defaults in (
            (a_step(Dose(switch_ms=5000)), routine_says),
            (a_step(), routine_says),
            (a_step(Dose(switch_ms=0)), routine_says),
            (a_step(), silent),
        )
    ]
    assert seen == ["switch 5 right", "switch 6 right", "hold 30 right 1.1", "switch 12 right"]
    assert written(a_step())[1] == "switch 8 right"


@pytest.mark.parametrize(
    ("sides", "affected", "worked"),
    [
        (OneSide.LEFT, RIGHT, ["left"]),
        (OneSide.RIGHT, NONE, ["right"]),
        (OneSide.AFFECTED, RIGHT, ["right"]),
        (OneSide.AFFECTED, LEFT, ["left"]),
        (OneSide.OTHER, RIGHT, ["left"]),
        (OneSide.OTHER, LEFT, ["right"]),
        (OneSide.AFFECTED, NONE, ["left", "right"]),
        (OneSide.AFFECTED, BOTH, ["left", "right"]),
        (OneSide.OTHER, NONE, ["left", "right"]),
        (OneSide.OTHER, BOTH, ["left", "right"]),
    ],
)
def test_a_step_may_be_for_one_side_alone(
    sides: OneSide, affected: AffectedSide, worked: list[str]
) -> None:
    step = ExerciseStep(exercise="knee-hug", sides=sides, sets=2, get_ready_ms=3000)
    for exercise_sides in Sides:
        exercises = known(an_exercise(sides=exercise_sides))
        expected = [f"get-ready 3 {worked[0]}"]
        for side in worked:
            expected += ["switch 8 right"] * (len(expected) > 1)
            expected += [f"hold 30 {side} 1.1", f"rest 10 {side}", f"hold 30 {side} 2.1"]
        timeline = a_timeline(step, exercises=exercises, affected=affected)
        assert lines(timeline.intervals) == expected


def test_the_affected_side_of_the_routine_wins_over_that_of_the_person() -> None:
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, affected=DoseChange(hold_ms=40_000))
    last = RoutineDefaults(order=SideOrder.AFFECTED_LAST)
    routine = replace(a_routine(step, defaults=last), affected=LEFT)
    for person in AffectedSide:
        timeline = expand(routine, known(an_exercise()), Profile(person))
        assert lines(timeline.intervals) == [
            "hold 30 right 1.1", "switch 8 left", "hold 40 left 1.1",
        ]  # fmt: skip
    unhurt = replace(routine, affected=NONE)
    assert lines(expand(unhurt, known(an_exercise()), Profile(RIGHT)).intervals) == [
        "hold 30 left 1.1", "switch 8 right", "hold 30 right 1.1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "affected", "first"),
    [
        (SideOrder.LEFT_FIRST, RIGHT, Side.LEFT),
        (SideOrder.RIGHT_FIRST, LEFT, Side.RIGHT),
        (SideOrder.AFFECTED_FIRST, LEFT, Side.LEFT),
        (SideOrder.AFFECTED_FIRST, RIGHT, Side.RIGHT),
        (SideOrder.AFFECTED_LAST, LEFT, Side.RIGHT),
        (SideOrder.AFFECTED_LAST, RIGHT, Side.LEFT),
        (SideOrder.AFFECTED_FIRST, NONE, Side.LEFT),
        (SideOrder.AFFECTED_FIRST, BOTH, Side.LEFT),
        (SideOrder.AFFECTED_LAST, NONE, Side.LEFT),
        (SideOrder.AFFECTED_LAST, BOTH, Side.LEFT),
        (SideOrder.RIGHT_FIRST, NONE, Side.RIGHT),
        (None, RIGHT, Side.LEFT),
    ],
)
def test_which_side_comes_first(
    order: SideOrder | None, affected: AffectedSide, first: Side
) -> None:
    for step, defaults in (
        (ExerciseStep(exercise="knee-hug", order=order), RoutineDefaults()),
        (ExerciseStep(exercise="knee-hug"), RoutineDefaults(order=order)),
    ):
        timeline = a_timeline(step, defaults=defaults, affected=affected)
        sides = [i.side for i in timeline.intervals]
        assert sides == [first, first, first.other, first.other]


def test_the_order_of_the_step_wins_over_the_routine() -> None:
    step = ExerciseStep(exercise="knee-hug", order=SideOrder.RIGHT_FIRST)
    timeline = a_timeline(step, defaults=RoutineDefaults(order=SideOrder.LEFT_FIRST))
    assert timeline.steps[0].first_side is Side.RIGHT


def test_a_step_may_say_how_the_sides_are_used() -> None:
    step = ExerciseStep(exercise="knee-hug", sides=Sides.BOTH, get_ready_ms=0)
    assert written(step) == ["hold 30 1.1"]
