"""Every rule of the timeline, with exact intervals, and all of them against an oracle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis.strategies import sampled_from

from stretchcoach.core.content.dose import Auto, Dose, DoseChange, Manual, Phase
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS, Profile
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
)
from stretchcoach.core.content.sides import AffectedSide, OneSide, Side, SideOrder, Sides
from stretchcoach.core.session.timeline import expand
from tests.core.builders import (
    a_rest,
    a_routine,
    a_silent_exercise,
    a_step,
    a_timeline,
    an_exercise,
    known,
    lines,
)
from tests.core.oracle import Person, Row, timeline_by_the_book
from tests.core.strategies import LIBRARY, affected_sides, breaths_ms, picks, routines

LEFT, RIGHT = AffectedSide.LEFT, AffectedSide.RIGHT
BOTH, NONE = AffectedSide.BOTH, AffectedSide.NONE


def written(*steps: ExerciseStep | RestStep | RepeatStep, sides: Sides = Sides.EACH) -> list[str]:
    """The intervals of `steps` where the knee hug has `sides`."""
    return lines(a_timeline(*steps, exercises=known(an_exercise(sides=sides))).intervals)


# Rule 1: rests, blocks, and what is switched off.


def test_a_plain_rest_is_one_interval_without_side_or_exercise() -> None:
    timeline = a_timeline(a_rest(20))
    assert lines(timeline.intervals) == ["rest 20"]
    assert timeline.intervals[0].exercise is None


def test_a_rest_of_nothing_is_no_interval() -> None:
    assert written(a_rest(0)) == []


def test_a_step_that_is_off_yields_nothing_and_counts_nothing() -> None:
    off = ExerciseStep(exercise="unknown", enabled=False)
    timeline = a_timeline(off, RestStep(rest_ms=1000, enabled=False), a_rest(20))
    assert lines(timeline.intervals) == ["rest 20"]
    assert timeline.intervals[0].step_no == 1


def test_a_block_counts_as_its_steps_written_out() -> None:
    block = RepeatStep(repeat=2, steps=(a_rest(1), RepeatStep(repeat=2, steps=(a_rest(2),))))
    timeline = a_timeline(block)
    assert lines(timeline.intervals) == ["rest 1", "rest 2", "rest 2"] * 2
    assert [i.step_no for i in timeline.intervals] == [1, 2, 3, 4, 5, 6]
    outer, inner = ("steps", 0, "steps", 0), ("steps", 0, "steps", 1, "steps", 0)
    assert [step.path for step in timeline.steps] == [outer, inner, inner] * 2


def test_a_block_that_is_off_yields_nothing() -> None:
    assert written(RepeatStep(repeat=2, steps=(a_rest(1),), enabled=False), a_rest(2)) == ["rest 2"]


# Rule 3: sides.


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


# Rule 4: sets, reps, and what a rep is.


def test_a_rep_is_a_hold() -> None:
    assert written(a_step(Dose(hold_ms=45_000)), sides=Sides.BOTH) == ["hold 45 1.1"]


def test_a_rep_at_a_pace_is_a_movement() -> None:
    dose = Dose(pace_ms=6000, reps=2)
    assert written(a_step(dose), sides=Sides.BOTH) == ["move 6 1.1", "move 6 1.2"]


def test_a_set_at_ones_own_pace_is_one_movement_without_end() -> None:
    dose = Dose(pace_ms=Manual.MANUAL, reps=8, sets=2, relax_ms=2000)
    assert written(a_step(dose)) == [
        "move - left 1.-", "rest 10 left", "move - left 2.-",
        "switch 8 right",
        "move - right 1.-", "rest 10 right", "move - right 2.-",
    ]  # fmt: skip
    assert written(a_step(dose), sides=Sides.ALTERNATE) == ["move - 1.-", "rest 10", "move - 2.-"]


def test_a_rep_of_phases_is_its_phases_in_order() -> None:
    dose = Dose(rep=(Phase("Ease in", 10_000), Phase("Press", 6000)), reps=2, relax_ms=2000)
    assert written(a_step(dose), sides=Sides.BOTH) == [
        "hold 10 1.1 'Ease in'", "hold 6 1.1 'Press'",
        "relax 2",
        "hold 10 1.2 'Ease in'", "hold 6 1.2 'Press'",
    ]  # fmt: skip


def test_a_set_for_a_time_is_one_movement_whose_reps_are_not_counted() -> None:
    dose = Dose(time_ms=60_000, reps=8, sets=2, relax_ms=2000)
    assert written(a_step(dose), sides=Sides.BOTH) == ["move 60 1.-", "rest 10", "move 60 2.-"]
    assert written(a_step(Dose(time_ms=45_000))) == [
        "move 45 left 1.-", "switch 8 right", "move 45 right 1.-",
    ]  # fmt: skip
    assert written(a_step(Dose(time_ms=45_000)), sides=Sides.ALTERNATE) == ["move 45 1.-"]


def test_a_step_that_names_its_reps_alone_has_one_set() -> None:
    exercises = known(an_exercise(sides=Sides.BOTH, dose=Dose(pace_ms=4000, sets=3, reps=2)))
    seen = [
        lines(a_timeline(a_step(dose), exercises=exercises).intervals)
        for dose in (Dose(), Dose(reps=1), Dose(reps=1, sets=2))
    ]
    assert [len(intervals) for intervals in seen] == [8, 1, 3]


def test_holds_do_not_run_together() -> None:
    assert written(a_step(Dose(hold_ms=5000, reps=2)), sides=Sides.BOTH) == [
        "hold 5 1.1", "relax 2", "hold 5 1.2",
    ]  # fmt: skip
    assert written(a_step(Dose(hold_ms=5000, reps=2, relax_ms=0)), sides=Sides.BOTH) == [
        "hold 5 1.1", "hold 5 1.2",
    ]  # fmt: skip
    phases = Dose(rep=(Phase("In", 2000),), reps=2)
    assert written(a_step(phases), sides=Sides.BOTH) == ["hold 2 1.1 'In'", "hold 2 1.2 'In'"]


def test_relax_stands_between_two_reps_of_a_set_and_never_after_the_last() -> None:
    dose = Dose(hold_ms=5000, reps=2, sets=2, relax_ms=2000)
    assert written(a_step(dose), sides=Sides.BOTH) == [
        "hold 5 1.1", "relax 2", "hold 5 1.2", "rest 10", "hold 5 2.1", "relax 2", "hold 5 2.2",
    ]  # fmt: skip


def test_relax_stands_between_any_two_reps_of_alternating_sides() -> None:
    dose = Dose(hold_ms=5000, reps=2, relax_ms=2000)
    assert written(a_step(dose), sides=Sides.ALTERNATE) == [
        "hold 5 left 1.1", "relax 2", "hold 5 right 1.1", "relax 2",
        "hold 5 left 1.2", "relax 2", "hold 5 right 1.2",
    ]  # fmt: skip


def test_the_dose_of_the_step_wins_over_that_of_the_exercise() -> None:
    exercise = an_exercise(sides=Sides.BOTH, dose=Dose(hold_ms=30_000, sets=2, rest_ms=5000))
    timeline = a_timeline(a_step(Dose(hold_ms=20_000)), exercises=known(exercise))
    assert lines(timeline.intervals) == ["hold 20 1.1", "rest 5", "hold 20 2.1"]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        (Dose(pace_ms=4000), ["move 4 1.1"]),
        (Dose(pace_ms=Manual.MANUAL), ["move - 1.-"]),
        (Dose(rep=(Phase("In", 3000),)), ["hold 3 1.1 'In'"]),
        (Dose(time_ms=20_000), ["move 20 1.-"]),
    ],
)
def test_a_step_that_names_one_kind_of_work_replaces_the_other(
    dose: Dose, expected: list[str]
) -> None:
    assert written(a_step(dose), sides=Sides.BOTH) == expected


@pytest.mark.parametrize("pace_ms", [4000, Manual.MANUAL, None])
def test_a_dose_that_is_not_clear_is_refused(pace_ms: int | Manual | None) -> None:
    hold_ms = None if pace_ms is None else 30_000
    exercise = an_exercise(dose=Dose(hold_ms=hold_ms, pace_ms=pace_ms))
    with pytest.raises(ValueError, match="exactly one"):
        a_timeline(a_step(), exercises=known(exercise))


# Rule 5: rest between sets.


def test_rest_is_10_seconds_when_nobody_says_otherwise() -> None:
    assert written(a_step(Dose(sets=2)), sides=Sides.BOTH)[1] == "rest 10"


def test_rest_follows_the_step_then_the_routine_then_the_exercise() -> None:
    exercises = known(an_exercise(dose=Dose(hold_ms=1000, sets=2, rest_ms=5000)))
    routine_says = RoutineDefaults(rest_ms=6000)
    rests = [
        lines(a_timeline(step, exercises=exercises, defaults=defaults).intervals)[1]
        for step, defaults in (
            (a_step(Dose(rest_ms=7000)), routine_says),
            (a_step(), routine_says),
            (a_step(), RoutineDefaults()),
        )
    ]
    assert rests == ["rest 7 left", "rest 6 left", "rest 5 left"]


def test_a_rest_of_0_between_sets_is_no_interval() -> None:
    dose = Dose(sets=2, rest_ms=0)
    assert written(a_step(dose), sides=Sides.BOTH) == ["hold 30 1.1", "hold 30 2.1"]


# Rule 6: the affected side.


@pytest.mark.parametrize(
    ("affected", "holds"),
    [
        (LEFT, ["hold 45 left 1.1", "hold 45 left 2.1", "hold 30 right 1.1"]),
        (RIGHT, ["hold 30 left 1.1", "hold 45 right 1.1", "hold 45 right 2.1"]),
        (NONE, ["hold 30 left 1.1", "hold 30 right 1.1"]),
        (BOTH, ["hold 45 left 1.1", "hold 45 left 2.1", "hold 45 right 1.1", "hold 45 right 2.1"]),
    ],
)
def test_what_differs_on_the_affected_side_differs_there_alone(
    affected: AffectedSide, holds: list[str]
) -> None:
    step = ExerciseStep(exercise="knee-hug", affected=DoseChange(sets=2, hold_ms=45_000))
    timeline = a_timeline(step, affected=affected)
    assert [line for line in lines(timeline.intervals) if line.startswith("hold")] == holds


def test_every_value_of_the_dose_may_differ_on_the_affected_side() -> None:
    change = DoseChange(sets=2, reps=2, pace_ms=3000, relax_ms=1000, rest_ms=4000)
    timed = ExerciseStep(exercise="knee-hug", get_ready_ms=0, affected=DoseChange(time_ms=9000))
    assert lines(a_timeline(timed, affected=RIGHT).intervals)[-1] == "move 9 right 1.-"
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, affected=change)
    assert lines(a_timeline(step, affected=RIGHT).intervals) == [
        "hold 30 left 1.1", "switch 8 right",
        "move 3 right 1.1", "relax 1 right", "move 3 right 1.2", "rest 4 right",
        "move 3 right 2.1", "relax 1 right", "move 3 right 2.2",
    ]  # fmt: skip


# The whole.


def test_the_totals_are_the_sums_of_the_intervals() -> None:
    exercises = known(a_silent_exercise())
    timeline = a_timeline(a_step(get_ready_ms=Auto.AUTO), a_rest(20), exercises=exercises)
    assert timeline.total_ms == 15_000 + 30_000 + 8_000 + 30_000 + 20_000
    assert [timeline.step_ms(1), timeline.step_ms(2)] == [83_000, 20_000]


def test_time_at_ones_own_pace_counts_nothing() -> None:
    timeline = a_timeline(a_step(Dose(pace_ms=Manual.MANUAL)))
    assert timeline.total_ms == 8_000


def test_an_interval_knows_its_step_and_a_step_the_dose_of_each_side() -> None:
    step = ExerciseStep(exercise="knee-hug", affected=DoseChange(sets=3))
    timeline = a_timeline(a_rest(), step, affected=RIGHT)
    planned = timeline.step_of(timeline.intervals[-1])
    assert planned.step is step
    assert (planned.dose(Side.LEFT).sets, planned.dose(Side.RIGHT).sets) == (1, 3)
    assert planned.dose(None) == planned.dose(Side.LEFT)
    assert timeline.steps[0].first_side is None


def test_an_unknown_exercise_is_refused() -> None:
    with pytest.raises(KeyError):
        expand(a_routine(ExerciseStep(exercise="unknown")), {})


@given(
    routine=routines(),
    affected=affected_sides,
    extra_ms=sampled_from(EXTRA_GET_READY_MS),
    breath_ms=breaths_ms,
    chosen=picks(),
)
@settings(max_examples=400)
def test_two_implementations_agree_to_the_millisecond(
    routine: Routine,
    affected: AffectedSide,
    extra_ms: int,
    breath_ms: int,
    chosen: dict[tuple[str, int, str], int],
) -> None:
    kept = tuple(
        (f"evening/{name}/{number}/{field}", value)
        for (name, number, field), value in chosen.items()
    )
    timeline = expand(routine, LIBRARY, Profile(affected, extra_ms, breath_ms, kept))
    rows: list[Row] = [
        (
            i.kind.value,
            i.duration_ms,
            i.exercise,
            i.side.value if i.side else None,
            i.set_no,
            i.rep_no,
            i.label,
        )
        for i in timeline.intervals
    ]
    person = Person(affected.value, extra_ms, breath_ms, chosen)
    assert rows == timeline_by_the_book(routine, LIBRARY, person)
