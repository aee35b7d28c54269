"""What is told of a step whose dose or whose times between are others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Auto, Breaths, Dose, DoseChange, Manual, Phase, Range
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine, RoutineDefaults
from stretchcoach.core.content.sides import AffectedSide, OneSide, SideOrder, Sides
from stretchcoach.core.content.terms import Position
from stretchcoach.core.revisions.routine_changes import Revision, routine_changes
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known

HUG = a_step()
CLAM = an_exercise("clam", "Clam")
KNOWN = known(an_exercise(), CLAM)
NOBODY = Profile()


def changes(
    before: Routine, after: Routine, exercises: Exercises = KNOWN, profile: Profile = NOBODY
) -> tuple[str, ...]:
    return routine_changes(Revision(before, KNOWN), Revision(after, exercises), profile)


def of_hug(
    before: ExerciseStep, after: ExerciseStep, affected: AffectedSide = AffectedSide.NONE
) -> tuple[str, ...]:
    told = changes(a_routine(before), a_routine(after), profile=Profile(affected))
    assert all(sentence.startswith("Step 1, Knee hug") for sentence in told)
    return tuple(sentence.removeprefix("Step 1, Knee hug") for sentence in told)


def test_a_plain_rest_has_its_lengths_and_neither_sets_nor_sides() -> None:
    before, after = (a_routine(HUG, a_rest(rest_s)) for rest_s in (20, 40))
    assert changes(before, after) == ("Step 2, Rest: 40 s instead of 20 s.",)


@pytest.mark.parametrize("affected", AffectedSide)
def test_a_dose_swallows_neither_the_affected_side_nor_the_rest(affected: AffectedSide) -> None:
    before = a_step(Dose(sets=2))
    after = replace(a_step(Dose(sets=3, rest_ms=25_000)), affected=DoseChange(sets=5))
    plain = "5" if affected is AffectedSide.BOTH else "3"
    assert of_hug(before, after, affected) == (
        f": {plain} × 30 s each side instead of 2 × 30 s each side.",
        ", rest between two sets: 25 s instead of 10 s.",
        ", sets on the affected side: 5 instead of as on the other side.",
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (DoseChange(sets=Range(2, 4)), "sets on the affected side: 2–4"),
        (DoseChange(reps=3), "reps on the affected side: 3"),
        (DoseChange(hold_ms=20_000), "hold on the affected side: 20 s"),
        (DoseChange(hold_ms=Breaths(4)), "hold on the affected side: 4 breaths"),
        (DoseChange(hold_ms=Breaths(Range(3, 5))), "hold on the affected side: 3–5 breaths"),
        (DoseChange(pace_ms=Manual.MANUAL), "each rep on the affected side: at your own pace"),
        (DoseChange(time_ms=60_000), "each set on the affected side: 1 min"),
        (DoseChange(relax_ms=4_000), "pause between two reps on the affected side: 4 s"),
        (DoseChange(rest_ms=30_000), "rest between two sets on the affected side: 30 s"),
    ],
)
def test_each_amount_of_the_affected_side(change: DoseChange, told: str) -> None:
    more = replace(HUG, affected=change)
    assert of_hug(HUG, more) == (f", {told} instead of as on the other side.",)
    assert of_hug(HUG, more, AffectedSide.LEFT) == of_hug(HUG, more)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (replace(HUG, switch_ms=20_000), "time to change sides: 20 s instead of 8 s."),
        (replace(HUG, relax_ms=5_000), "pause between two reps: 5 s instead of 2 s."),
        (
            replace(HUG, order=SideOrder.RIGHT_FIRST),
            "order of the sides: Right first instead of as in the whole routine.",
        ),
    ],
)
def test_the_times_between(step: ExerciseStep, told: str) -> None:
    assert of_hug(HUG, step) == (f", {told}",)


def test_the_time_to_get_ready() -> None:
    before, after = (replace(HUG, get_ready_ms=ms) for ms in (5_000, 9_000))
    assert of_hug(before, after) == (", time to get ready: 9 s instead of 5 s.",)
    unsaid, auto = (replace(HUG, get_ready_ms=said) for said in (None, Auto.AUTO))
    assert of_hug(unsaid, auto) == ()


def test_sides_that_take_turns_have_their_own_time_to_change() -> None:
    turns = replace(HUG, sides=Sides.ALTERNATE)
    assert of_hug(turns, replace(turns, switch_ms=8_000)) == (
        ", time to change sides: 8 s instead of 3 s.",
    )


def test_phases_are_told_where_their_sum_is_the_same() -> None:
    before, after = (
        a_step(Dose(rep=(Phase("Push", push_ms), Phase("Let go", 10_000 - push_ms))))
        for push_ms in (4_000, 6_000)
    )
    assert of_hug(before, after) == (
        ", the phases of a rep: Push 6 s, Let go 4 s instead of Push 4 s, Let go 6 s.",
    )


def test_a_side_that_follows_the_affected_one_is_told_to_whom_has_none() -> None:
    one_side = replace(HUG, sides=OneSide.AFFECTED)
    assert of_hug(HUG, one_side) == (": it is for another side where one is affected.",)
    assert of_hug(HUG, one_side, AffectedSide.LEFT) == (
        ": 1 × 30 s on the left instead of 1 × 30 s each side.",
    )


def test_nothing_is_said_of_steps_that_nobody_touched() -> None:
    steps = (a_step(exercise=name, get_ready_ms=None) for name in ("knee-hug", "clam"))
    routine = a_routine(*steps, a_rest())
    wordy = known(replace(KNOWN["knee-hug"], cues=("Slowly, " * 30,)), CLAM)
    (told,) = changes(routine, routine, wordy)
    assert told == "How to do Knee hug is said in other words."
    turned = known(replace(KNOWN["knee-hug"], position=Position.STANDING), CLAM)
    (told,) = changes(routine, routine, turned)
    assert told.startswith("What Knee hug needs is different")
    ordered = replace(routine, defaults=RoutineDefaults(order=SideOrder.RIGHT_FIRST))
    (told,) = changes(routine, ordered)
    assert told.startswith("Order of the sides")


def test_a_rest_of_the_whole_routine_is_told_where_it_holds() -> None:
    routine = a_routine(HUG, a_step(Dose(rest_ms=15_000), exercise="clam"))
    longer = replace(routine, defaults=RoutineDefaults(rest_ms=30_000))
    assert changes(routine, longer) == (
        "Step 1, Knee hug, rest between two sets: 30 s instead of 10 s.",
    )
