"""What became of the file while somebody worked on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.own_exercises.outside import text_outside, why_gone
from stretchcoach.files.own_exercises.reading import read_exercise

TEXT = """\
format: stretchcoach-exercise/1
id: towel-slide
name: Towel slide
instructions: {move: Slide the heel.}
dose: {reps: 8, sets: 0}
"""


def test_one_that_is_there_says_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text(TEXT)
    assert text_outside(file) == TEXT
    assert why_gone(file) == ""


def test_one_that_was_deleted_is_no_empty_one(tmp_path: Path) -> None:
    assert text_outside(tmp_path / "one.yaml") is None
    deleted = "The file was deleted while you worked on it."
    assert why_gone(tmp_path / "one.yaml") == deleted
    assert why_gone(tmp_path / "folder" / "one.yaml") == deleted


def test_one_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    assert text_outside(file) is None
    assert why_gone(file).startswith("The file cannot be read any more: ")


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
