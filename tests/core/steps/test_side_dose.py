"""Ranges and breaths: the lower end, unless the person chose otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Breaths, Dose, DoseChange, Range
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
)
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.steps.side_dose import Latitude
from tests.core.builders import (
    a_rest,
    a_routine,
    a_step,
    a_timeline,
    an_exercise,
    known,
    lines,
)


def chosen_lines(step: ExerciseStep, profile: Profile, sides: Sides = Sides.BOTH) -> list[str]:
    exercises = known(an_exercise(sides=sides))
    return lines(expand(a_routine(step), exercises, profile).intervals)


def test_a_range_starts_at_its_lower_end() -> None:
    step = a_step(Dose(sets=Range(2, 4), reps=Range(1, 3), hold_ms=Range(15_000, 30_000)))
    assert chosen_lines(step, Profile()) == ["hold 15 1.1", "rest 10", "hold 15 2.1"]
    assert chosen_lines(a_step(Dose(pace_ms=Range(3000, 5000))), Profile()) == ["move 3 1.1"]
    assert chosen_lines(a_step(Dose(time_ms=Range(3000, 5000))), Profile()) == ["move 3 1.-"]


def test_what_was_chosen_within_a_range_holds() -> None:
    step = a_step(Dose(sets=Range(1, 4), hold_ms=Range(15_000, 30_000)))
    picks = (("evening/knee-hug/1/hold_ms", 20_000), ("evening/knee-hug/1/sets", 2))
    assert chosen_lines(step, Profile(picks=picks)) == ["hold 20 1.1", "rest 10", "hold 20 2.1"]


@pytest.mark.parametrize("value", [14_000, 31_000, 0])
def test_what_lies_outside_of_a_range_was_never_chosen(value: int) -> None:
    step = a_step(Dose(hold_ms=Range(15_000, 30_000)))
    picks = (("evening/knee-hug/1/hold_ms", value), ("other/knee-hug/1/hold_ms", 20_000))
    assert chosen_lines(step, Profile(picks=picks)) == ["hold 15 1.1"]


def test_each_side_may_have_its_own_range() -> None:
    change = DoseChange(sets=2, hold_ms=Range(40_000, 60_000))
    step = replace(a_step(Dose(hold_ms=Range(15_000, 30_000))), affected=change)
    picks = (
        ("evening/knee-hug/1/hold_ms", 25_000),
        ("evening/knee-hug/1/affected.hold_ms", 50_000),
    )
    assert chosen_lines(step, Profile(AffectedSide.RIGHT, picks=picks), Sides.EACH) == [
        "hold 25 left 1.1", "switch 8 right",
        "hold 50 right 1.1", "rest 10 right", "hold 50 right 2.1",
    ]  # fmt: skip


def test_a_choice_stays_with_its_step_when_other_steps_come_and_go() -> None:
    ranged = a_step(Dose(hold_ms=Range(15_000, 30_000)))
    other = a_step(Dose(), "bridge")
    exercises = known(an_exercise(), an_exercise("bridge", sides=Sides.BOTH))
    picks = (("evening/knee-hug/2/hold_ms", 20_000),)
    for steps in (
        (ranged, ranged),
        (other, ranged, a_rest(5), other, ranged),
        (replace(ranged, enabled=False), ranged),
        (RepeatStep(repeat=3, steps=(other, ranged)), RepeatStep(repeat=2, steps=(ranged,))),
        (RepeatStep(repeat=1, steps=(ranged, RepeatStep(repeat=2, steps=(a_rest(1), ranged)))),),
    ):
        timeline = expand(a_routine(*steps), exercises, Profile(picks=picks))
        hugs = [p.plain_dose.hold_ms for p in timeline.steps if p.latitudes]
        assert set(hugs[-1:]) == {20_000}
        assert set(hugs[:1]) == ({15_000} if len(steps) != 2 or steps[0].enabled else {20_000})


def test_a_breath_is_ten_seconds_unless_the_person_breathes_otherwise() -> None:
    step = a_step(Dose(hold_ms=Breaths(5)))
    assert chosen_lines(step, Profile()) == ["hold 50 1.1"]
    assert chosen_lines(step, Profile(breath_ms=8_000)) == ["hold 40 1.1"]


def test_breaths_may_be_a_range_and_are_chosen_as_breaths() -> None:
    step = a_step(Dose(hold_ms=Breaths(Range(3, 5))))
    picks = (("evening/knee-hug/1/hold_ms", 4),)
    assert chosen_lines(step, Profile()) == ["hold 30 1.1"]
    assert chosen_lines(step, Profile(breath_ms=8_000, picks=picks)) == ["hold 32 1.1"]


def test_a_step_tells_the_ranges_that_are_left_to_the_person() -> None:
    dose = Dose(sets=Range(2, 4), hold_ms=Breaths(Range(3, 5)))
    [step] = a_timeline(a_step(dose)).steps
    assert step.latitudes == (
        Latitude("evening/knee-hug/1/sets", "sets", Range(2, 4), 2),
        Latitude("evening/knee-hug/1/hold_ms", "hold_ms", Range(3, 5), 3, in_breaths=True),
    )
    assert a_timeline(a_step()).steps[0].latitudes == ()


@pytest.mark.parametrize(
    ("field", "low", "high", "chosen", "values"),
    [
        ("sets", 2, 4, 2, (2, 3, 4)),
        ("hold_ms", 15_000, 30_000, 15_000, (15_000, 20_000, 25_000, 30_000)),
        ("hold_ms", 15_000, 32_000, 18_000, (15_000, 18_000, 20_000, 25_000, 30_000, 32_000)),
        ("pace_ms", 3_000, 5_000, 4_000, (3_000, 4_000, 5_000)),
        ("time_ms", 60_000, 180_000, 60_000, tuple(range(60_000, 180_001, 15_000))),
    ],
)
def test_what_one_chooses_from(
    field: str, low: int, high: int, chosen: int, values: tuple[int, ...]
) -> None:
    latitude = Latitude("key", field, Range(low, high), chosen)
    assert latitude.values == values
    assert latitude.has_room is (chosen < high)


def test_breaths_are_chosen_one_by_one() -> None:
    latitude = Latitude("key", "hold_ms", Range(3, 5), 3, in_breaths=True)
    assert latitude.values == (3, 4, 5)


def test_a_choice_stays_with_a_step_whose_exercise_is_done_in_an_easier_form() -> None:
    ranged = a_step(Dose(hold_ms=Range(15_000, 30_000)))
    easier = replace(ranged, exercise="easy", instead_of="knee-hug")
    exercises = known(an_exercise(), an_exercise("easy"))
    picks = (("evening/knee-hug/1/hold_ms", 25_000), ("evening/knee-hug/2/hold_ms", 20_000))
    timeline = expand(a_routine(easier, ranged), exercises, Profile(picks=picks))
    assert [step.plain_dose.hold_ms for step in timeline.steps] == [25_000, 20_000]


def test_ranges_that_nobody_does_are_not_left_to_the_person() -> None:
    change = DoseChange(hold_ms=Range(40_000, 60_000))
    step = replace(a_step(Dose(hold_ms=Range(15_000, 30_000))), affected=change)
    for affected, fields in (
        (AffectedSide.NONE, [False]),
        (AffectedSide.LEFT, [True, False]),
        (AffectedSide.BOTH, [True]),
    ):
        [planned] = a_timeline(step, affected=affected).steps
        assert [latitude.affected for latitude in planned.latitudes] == fields


def test_the_upper_ends_are_the_most_that_a_routine_can_be() -> None:
    step = a_step(Dose(sets=Range(1, 2), hold_ms=Range(15_000, 30_000)))
    picks = (("evening/knee-hug/1/hold_ms", 20_000),)
    most = Profile(picks=picks, upper_ends=True)
    assert chosen_lines(step, most) == ["hold 30 1.1", "rest 10", "hold 30 2.1"]
