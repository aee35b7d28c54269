from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose, Phase
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.landing import (
    after_block,
    exercise_before,
    exercise_start,
    landing_before,
    landing_of,
    next_exercise_index,
    next_side_index,
)
from stretchcoach.core.session.timeline import IntervalKind, Timeline
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known, lines

PHASES = (Phase("Ease in", 3000), Phase("Press", 2000))


@pytest.fixture
def two_steps() -> Timeline:
    step = a_step(Dose(sets=2), get_ready_ms=5000)
    timeline = a_timeline(step, a_rest(20), step)
    assert lines(timeline.intervals)[:10] == [
        "get-ready 5 left", "hold 30 left 1.1", "rest 10 left", "hold 30 left 2.1",
        "switch 8 right", "hold 30 right 1.1", "rest 10 right", "hold 30 right 2.1",
        "rest 20", "get-ready 5 left",
    ]  # fmt: skip
    return timeline


def test_one_lands_on_the_lead_in_of_a_hold(two_steps: Timeline) -> None:
    landings = [landing_of(two_steps, index) for index in range(10)]
    assert landings == [0, 0, 2, 2, 4, 4, 6, 6, 8, 9]


def test_a_plain_rest_before_it_is_no_lead_in() -> None:
    timeline = a_timeline(a_rest(20), a_step())
    assert landing_of(timeline, 1) == 1


def test_a_set_without_lead_in_is_landed_on_itself() -> None:
    timeline = a_timeline(a_step(Dose(hold_ms=3000, reps=2)))
    assert landing_of(timeline, 0) == 0
    assert landing_of(timeline, 1) == 0


def test_in_the_middle_of_phases_and_reps_one_lands_before_the_first() -> None:
    step = a_step(Dose(rep=PHASES, reps=2, relax_ms=1000), get_ready_ms=5000)
    timeline = a_timeline(step)
    assert lines(timeline.intervals)[:7] == [
        "get-ready 5 left", "hold 3 left 1.1 'Ease in'", "hold 2 left 1.1 'Press'", "relax 1 left",
        "hold 3 left 1.2 'Ease in'", "hold 2 left 1.2 'Press'", "switch 8 right",
    ]  # fmt: skip
    assert [landing_of(timeline, index) for index in range(7)] == [0, 0, 0, 0, 0, 0, 6]


# Forth


def test_the_next_is_the_next_set_or_side_and_out_of_a_pause_the_work(two_steps: Timeline) -> None:
    following = [after_block(two_steps, index) for index in range(10)]
    assert following == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_all_reps_of_a_set_are_left_at_once() -> None:
    step = a_step(Dose(hold_ms=3000, reps=3, relax_ms=1000, sets=2, rest_ms=10_000))
    timeline = a_timeline(step)
    assert lines(timeline.intervals)[4:7] == ["hold 3 left 1.3", "rest 10 left", "hold 3 left 2.1"]
    assert {after_block(timeline, index) for index in range(5)} == {5}
    assert after_block(timeline, 5) == 6
    assert after_block(timeline, len(timeline.intervals) - 1) == len(timeline.intervals)


def test_sets_without_a_rest_between_them_are_two() -> None:
    timeline = a_timeline(a_step(Dose(hold_ms=3000, sets=2, reps=2, rest_ms=0, relax_ms=0)))
    assert lines(timeline.intervals)[1:3] == ["hold 3 left 1.2", "hold 3 left 2.1"]
    assert after_block(timeline, 0) == 2
    assert landing_of(timeline, 3) == 2


def test_sides_without_a_switch_between_them_are_two() -> None:
    timeline = a_timeline(replace(a_step(Dose(hold_ms=3000)), switch_ms=0))
    assert lines(timeline.intervals) == ["hold 3 left 1.1", "hold 3 right 1.1"]
    assert after_block(timeline, 0) == 1


def test_sides_that_take_turns_are_one_set() -> None:
    step = a_step(Dose(hold_ms=3000, reps=2, relax_ms=1000, sets=2))
    timeline = a_timeline(step, exercises=known(an_exercise(sides=Sides.ALTERNATE)))
    rest = next(n for n, i in enumerate(timeline.intervals) if i.kind is IntervalKind.REST)
    assert {after_block(timeline, index) for index in range(rest)} == {rest}
    assert {landing_of(timeline, index) for index in range(rest)} == {0}


def test_the_next_exercise_is_that_after_a_plain_rest(two_steps: Timeline) -> None:
    following = {next_exercise_index(two_steps, index) for index in range(9)}
    assert following == {9}
    assert next_exercise_index(two_steps, 9) == len(two_steps.intervals)


def test_back_by_exercises_goes_to_where_one_begins(two_steps: Timeline) -> None:
    assert {exercise_start(two_steps, index) for index in range(8)} == {0}
    assert exercise_start(two_steps, 8) == 8
    assert exercise_start(two_steps, 12) == 9
    assert exercise_before(two_steps, 12) == 0
    assert exercise_before(two_steps, 8) == 0
    assert exercise_before(two_steps, 3) == 0


def test_the_landing_before_is_that_of_the_work_before(two_steps: Timeline) -> None:
    landings = [landing_before(two_steps, index) for index in range(11)]
    assert landings == [0, 0, 0, 0, 2, 2, 4, 4, 6, 6, 6]


def test_the_next_side_is_the_switch_and_then_the_next_step(two_steps: Timeline) -> None:
    following = [next_side_index(two_steps, index) for index in range(10)]
    assert following == [4, 4, 4, 4, 8, 8, 8, 8, 9, 13]


def test_after_the_last_side_comes_the_end() -> None:
    timeline = a_timeline(a_step())
    assert next_side_index(timeline, 2) == 3


@pytest.mark.parametrize("sides", [Sides.ALTERNATE, Sides.BOTH])
def test_where_no_side_stands_alone_the_whole_step_is_left(sides: Sides) -> None:
    step = a_step(Dose(hold_ms=3000, reps=2, relax_ms=1000, sets=2))
    timeline = a_timeline(step, a_rest(), exercises=known(an_exercise(sides=sides)))
    last = len(timeline.intervals) - 1
    assert {next_side_index(timeline, index) for index in range(last)} == {last}
