from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import sampled_from

from stretchcoach.core.content.dose import Auto, Dose, DoseChange, Manual
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS, Profile
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
)
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
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
from tests.core.session.timelines import BOTH, LEFT, NONE, RIGHT, written
from tests.core.strategies import LIBRARY, affected_sides, breaths_ms, picks, routines


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
