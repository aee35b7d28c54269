"""The exercises that come with the program: their pictures show what they should."""

from __future__ import annotations

import pytest

from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.figure.stills.picture_check import picture_problems
from stretchcoach.files.disk.bundled import bundled_dir
from tests.figure.pose.test_library_poses import FILES, LIBRARY


@pytest.mark.parametrize("name", FILES)
def test_the_picture_of_the_exercise_has_no_problems(name: str) -> None:
    exercise = LIBRARY.exercises[name]
    assert exercise.pose is not None, "the exercise has no pose"
    problems = picture_problems(exercise, solve(exercise.pose, exercise.figure_side))
    assert [f"{problem.rule.value}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize("name", FILES)
def test_its_files_are_whole(name: str) -> None:
    folder = bundled_dir("assets") / "figures"
    for file in (folder / f"{name}.webp", folder / f"{name}-still.webp"):
        data = file.read_bytes()
        assert data[:4] + data[8:12] == b"RIFFWEBP"
        assert int.from_bytes(data[4:8], "little") + 8 == len(data)
