"""Every rule of the timeline, with exact intervals, and all of them against an oracle."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import sampled_from

from stretchcoach.core.content.dose import Dose, DoseChange, Manual, Phase
from stretchcoach.core.content.exercise import Position
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS, Profile
from stretchcoach.core.content.routine import (
    Auto,
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
)
from stretchcoach.core.content.sides import AffectedSide, Side, SideOrder, Sides
from stretchcoach.core.session.timeline import IntervalKind, expand
from tests.core.builders import (
    a_rest,
    a_routine,
    a_step,
    a_timeline,
    an_exercise,
    known,
    lines,
)
from tests.core.oracle import Row, timeline_by_the_book
from tests.core.strategies import LIBRARY, affected_sides, routines

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


# Rule 2: getting ready.


def get_ready_ms(*positions: Position, between: tuple[RestStep, ...] = ()) -> int | None:
    """The automatic get-ready of the last of exercises in these positions."""
    exercises = known(
        *(an_exercise(p.value, position=p, dose=Dose(hold_ms=1000)) for p in positions)
    )
    *before, last = [ExerciseStep(exercise=position.value) for position in positions]
    timeline = a_timeline(*before, *between, last, exercises=exercises)
    first = next(i for i in timeline.intervals if i.step_no == len(timeline.steps))
    return first.duration_ms


def test_a_get_ready_names_the_side_that_comes_first() -> None:
    step = ExerciseStep(exercise="knee-hug", order=SideOrder.RIGHT_FIRST, get_ready_ms=7000)
    assert written(step)[0] == "get-ready 7 right"
    assert written(step, sides=Sides.ALTERNATE)[0] == "get-ready 7 right"
    assert written(step, sides=Sides.BOTH)[0] == "get-ready 7"


def test_getting_ready_for_the_first_exercise_takes_10_seconds() -> None:
    assert get_ready_ms(Position.STANDING) == 10_000
    assert get_ready_ms(Position.SUPINE, between=(a_rest(),)) == 10_000


def test_getting_ready_in_the_same_position_takes_5_seconds_also_after_a_rest() -> None:
    assert get_ready_ms(Position.SUPINE, Position.SUPINE) == 5_000
    assert get_ready_ms(Position.SEATED, Position.SEATED, between=(a_rest(),)) == 5_000


@pytest.mark.parametrize("floor", [p for p in Position if p.on_floor])
@pytest.mark.parametrize("up", [Position.SEATED, Position.STANDING])
def test_getting_down_to_the_floor_or_up_takes_15_seconds(floor: Position, up: Position) -> None:
    assert get_ready_ms(floor, up) == 15_000
    assert get_ready_ms(up, floor) == 15_000


def test_any_other_change_of_position_takes_10_seconds() -> None:
    assert get_ready_ms(Position.SUPINE, Position.PRONE) == 10_000
    assert get_ready_ms(Position.SEATED, Position.STANDING) == 10_000


def test_the_floor_is_where_the_design_says() -> None:
    assert {position.value for position in Position if position.on_floor} == {
        "supine", "prone", "side", "quadruped", "kneeling", "floor",
    }  # fmt: skip


def test_an_exercise_that_is_off_is_not_the_one_before() -> None:
    exercises = known(an_exercise("a", position=Position.STANDING), an_exercise("b"))
    off = ExerciseStep(exercise="a", enabled=False)
    timeline = a_timeline(off, ExerciseStep(exercise="b"), exercises=exercises)
    assert lines(timeline.intervals)[0] == "get-ready 10 left"


def test_a_get_ready_of_nothing_is_no_interval() -> None:
    assert written(a_step(get_ready_ms=0))[0] == "hold 30 left 1.1"


def test_the_step_decides_on_get_ready_then_the_routine() -> None:
    routine_says = RoutineDefaults(get_ready_ms=3000)
    own = a_timeline(a_step(get_ready_ms=4000), defaults=routine_says)
    auto = a_timeline(a_step(get_ready_ms=Auto.AUTO), defaults=routine_says)
    silent = a_timeline(a_step(get_ready_ms=None), defaults=routine_says)
    first = [lines(timeline.intervals)[0] for timeline in (own, auto, silent)]
    assert first == ["get-ready 4 left", "get-ready 10 left", "get-ready 3 left"]


def test_a_person_may_have_more_time_to_get_ready() -> None:
    slow = Profile(extra_get_ready_ms=5_000)
    steps = (
        a_step(get_ready_ms=None),
        a_step(get_ready_ms=7_000),
        a_step(get_ready_ms=0),
        a_rest(20),
    )
    routine, exercises = a_routine(*steps), known(an_exercise())
    plain, longer = expand(routine, exercises), expand(routine, exercises, slow)
    ready = [i.duration_ms for i in longer.intervals if i.kind is IntervalKind.GET_READY]
    assert ready == [15_000, 12_000]
    assert longer.total_ms == plain.total_ms + 10_000
    assert len(longer.intervals) == len(plain.intervals)


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


def test_alternating_sides_take_turns_rep_by_rep_without_a_switch() -> None:
    assert written(a_step(Dose(hold_ms=3000, reps=2, sets=2)), sides=Sides.ALTERNATE) == [
        "hold 3 left 1.1", "hold 3 right 1.1", "hold 3 left 1.2", "hold 3 right 1.2",
        "rest 10",
        "hold 3 left 2.1", "hold 3 right 2.1", "hold 3 left 2.2", "hold 3 right 2.2",
    ]  # fmt: skip


def test_the_switch_lasts_what_the_step_says_then_the_routine() -> None:
    routine_says = RoutineDefaults(switch_ms=6000)
    own = ExerciseStep(exercise="knee-hug", get_ready_ms=0, switch_ms=5000)
    none = ExerciseStep(exercise="knee-hug", get_ready_ms=0, switch_ms=0)
    seen = [
        lines(a_timeline(step, defaults=routine_says).intervals)[1]
        for step in (own, a_step(), none)
    ]
    assert seen == ["switch 5 right", "switch 6 right", "hold 30 right 1.1"]


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
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, affected=change)
    assert lines(a_timeline(step, affected=RIGHT).intervals) == [
        "hold 30 left 1.1", "switch 8 right",
        "move 3 right 1.1", "relax 1 right", "move 3 right 1.2", "rest 4 right",
        "move 3 right 2.1", "relax 1 right", "move 3 right 2.2",
    ]  # fmt: skip


# The whole.


def test_the_totals_are_the_sums_of_the_intervals() -> None:
    timeline = a_timeline(a_step(get_ready_ms=Auto.AUTO), a_rest(20))
    assert timeline.total_ms == 10_000 + 30_000 + 8_000 + 30_000 + 20_000
    assert [timeline.step_ms(1), timeline.step_ms(2)] == [78_000, 20_000]


def test_time_at_ones_own_pace_counts_nothing() -> None:
    timeline = a_timeline(a_step(Dose(pace_ms=Manual.MANUAL)))
    assert timeline.total_ms == 8_000


def test_an_interval_knows_its_step_and_a_step_the_dose_of_each_side() -> None:
    step = ExerciseStep(exercise="knee-hug", affected=DoseChange(sets=3))
    timeline = a_timeline(a_rest(), step, affected=RIGHT)
    planned = timeline.step_of(timeline.intervals[-1])
    assert planned.step is step
    assert (planned.dose(Side.LEFT).sets, planned.dose(Side.RIGHT).sets) == (None, 3)
    assert planned.dose(None) == planned.dose(Side.LEFT)
    assert timeline.steps[0].first_side is None


def test_an_unknown_exercise_is_refused() -> None:
    with pytest.raises(KeyError):
        expand(a_routine(ExerciseStep(exercise="unknown")), {})


@given(routine=routines(), affected=affected_sides, extra_ms=sampled_from(EXTRA_GET_READY_MS))
@settings(max_examples=200)
def test_two_implementations_agree_to_the_millisecond(
    routine: Routine, affected: AffectedSide, extra_ms: int
) -> None:
    timeline = expand(routine, LIBRARY, Profile(affected, extra_ms))
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
    assert rows == timeline_by_the_book(routine, LIBRARY, affected.value, extra_ms)
