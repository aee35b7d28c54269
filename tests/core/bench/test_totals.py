"""What each muscle group gets on each side."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.bench.totals import GroupTime, group_times
from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ROUTINE_FORMAT, ExerciseStep, RestStep, Routine
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.session.timeline import Timeline, expand
from tests.core.builders import an_exercise

HUG = an_exercise("hug", dose=Dose(hold_ms=30_000))
FOLD = an_exercise("fold", dose=Dose(hold_ms=20_000), sides=Sides.BOTH)
PUSH = replace(an_exercise("push", dose=Dose(hold_ms=60_000)), kind=ExerciseKind.STRENGTH)


def timeline(*steps: ExerciseStep | RestStep) -> Timeline:
    routine = Routine(format=ROUTINE_FORMAT, id="a", title="A", steps=steps)
    exercises = {e.id: e for e in (HUG, FOLD, PUSH)}
    return expand(routine, exercises, Profile(AffectedSide.RIGHT))


def test_holds_are_summed_on_each_side_and_pauses_are_not() -> None:
    more = DoseChange(sets=3)
    found = group_times(
        timeline(
            ExerciseStep(exercise="hug", sets=2, affected=more),
            RestStep(rest_ms=5_000),
            ExerciseStep(exercise="fold"),
            ExerciseStep(exercise="push"),
        )
    )
    assert found == (GroupTime(MuscleGroup.DEEP_ROTATORS, 80_000, 110_000),)
    assert not found[0].is_equal
    assert found[0].longest_ms == 110_000


def test_equal_sides_are_told() -> None:
    [found] = group_times(timeline(ExerciseStep(exercise="hug")))
    assert found.is_equal


def test_nothing_is_stretched() -> None:
    assert group_times(timeline(ExerciseStep(exercise="push"))) == ()
