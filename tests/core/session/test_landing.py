from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose, Phase
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.landing import landing_before, landing_of, next_side_index
from stretchcoach.core.session.timeline import Timeline
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


def test_a_hold_without_lead_in_is_landed_on_itself() -> None:
    timeline = a_timeline(a_step(Dose(hold_ms=3000, reps=2)))
    assert landing_of(timeline, 0) == 0
    assert landing_of(timeline, 1) == 1


def test_in_the_middle_of_phases_one_lands_before_the_first() -> None:
    timeline = a_timeline(a_step(Dose(rep=PHASES, reps=2, relax_ms=1000)))
    assert landing_of(timeline, 1) == 0
    assert landing_of(timeline, 4) == 2


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
