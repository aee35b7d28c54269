"""The exercises that come with the program: their pictures show what they should."""

from __future__ import annotations

import pytest

from stretchcoach.figure.draw.picture_check import picture_problems
from stretchcoach.figure.pose.pose_to_bodies import solve
from tests.figure.pose.test_library_poses import FILES, LIBRARY


@pytest.mark.parametrize("name", FILES)
def test_the_picture_of_the_exercise_has_no_problems(name: str) -> None:
    exercise = LIBRARY.exercises[name]
    assert exercise.pose is not None, "the exercise has no pose"
    problems = picture_problems(exercise, solve(exercise.pose, exercise.figure_side))
    assert [f"{problem.rule.value}: {problem.message}" for problem in problems] == []
