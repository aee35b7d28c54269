from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose, Manual, Phase
from stretchcoach.core.content.sides import Sides
from tests.core.builders import (
    a_step,
    a_timeline,
    an_exercise,
    known,
    lines,
)
from tests.core.session.timelines import written


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
