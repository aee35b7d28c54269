"""What is read of an exercise while it is written, and where its problems lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.own_exercises.reading import read_exercise

TEXT = """\
format: stretchcoach-exercise/1
id: towel-slide
name: Towel slide
instructions: {move: Slide the heel.}
dose: {reps: 8, sets: 0}
"""


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("", "", ("dose", "sets")),
        ("sets: 0}", "holds: 3}", ("dose",)),
        ("Towel slide", "x" * 81, ("name",)),
        ("dose: {reps: 8, sets: 0}\n", "", ("instructions", "move")),
        ("id: towel-slide\n", "", ()),
    ],
)
def test_a_problem_lies_at_a_value(before: str, after: str, path: tuple[str, ...]) -> None:
    text = TEXT.replace(before, after) if before else TEXT
    if path == ("instructions", "move"):
        text = text.replace("Slide the heel.", "x" * 5000)
    reading = read_exercise(Path("one.yaml"), text)
    assert reading.path_of(reading.errors[0]) == path
