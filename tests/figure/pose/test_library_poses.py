"""The exercises that come with the program: their poses fit together and show what they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.figure.pose.check import problems_of
from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library

LIBRARY = Library.read([bundled_dir("routines")], bundled_dir("assets"))
FILES = sorted(path.stem for path in Path(bundled_dir("routines"), "exercises").glob("*.yaml"))


@pytest.mark.parametrize("name", FILES)
def test_the_pose_of_the_exercise_has_no_problems(name: str) -> None:
    exercise: Exercise = LIBRARY.exercises[name]
    assert exercise.pose is not None, "the exercise has no pose"
    problems = problems_of(solve(exercise.pose, exercise.figure_side))
    assert [f"{problem.at:.2f} {problem.message}" for problem in problems] == []
