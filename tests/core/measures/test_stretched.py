"""How long a group is stretched on each side."""

from __future__ import annotations

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.measures.stretched import stretched
from tests.core.builders import a_rest, a_timeline, an_exercise, known
from tests.core.lint.exercises import EVERY

GROUP = MuscleGroup.DEEP_ROTATORS


def test_each_hold_counts_for_its_side() -> None:
    times = list(stretched(a_timeline(a_rest(), ExerciseStep(exercise="knee-hug"))))
    assert [(one.group, one.side, one.time_ms) for one in times] == [
        (GROUP, Side.LEFT, 30_000),
        (GROUP, Side.RIGHT, 30_000),
    ]
    assert times[0].step.path == ("steps", 1)


def test_work_without_a_side_counts_for_both() -> None:
    both = known(an_exercise(sides=Sides.BOTH))
    times = stretched(a_timeline(ExerciseStep(exercise="knee-hug"), exercises=both))
    assert {one.side for one in times} == set(Side)


def test_only_stretches_count() -> None:
    steps = [ExerciseStep(exercise=name) for name in ("bridge", "glide", "rest")]
    assert list(stretched(a_timeline(*steps, exercises=EVERY))) == []
