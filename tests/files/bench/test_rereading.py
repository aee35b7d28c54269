"""What is read of some steps is what reading the whole text would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.bench.reading import Reading
from stretchcoach.files.bench.rereading import read_again
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.edit.keys import Wanted, set_keys
from stretchcoach.files.edit.steps import Place, bundled, moved
from tests.files.bench.builders import HEAD, TEXT, read

ROUTINES = sorted(bundled_dir("routines").glob("*.yaml"))
LONG = HEAD + "steps:\n" + "  - rest: 10 min\n" * 11 + "  - exercise: bridge\n"


def assert_same(found: Reading, whole: Reading) -> None:
    assert found.text == whole.text
    assert found.root == whole.root
    assert found.routine == whole.routine
    assert found.problems == whole.problems
    assert found.rows == whole.rows
    assert found.total_ms == whole.total_ms
    assert found.remarks == whole.remarks
    assert found.exercises == whole.exercises


@pytest.mark.parametrize("path", ROUTINES, ids=[path.stem for path in ROUTINES])
def test_a_change_of_each_step_of_each_routine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before = read(text)
    assert before.root is not None
    steps = [row for row in before.rows if row.depth == 0]
    for at, row in enumerate(steps):
        wanted: Wanted = {("steps", at, "optional"): "true", ("steps", at, "note"): "A."}
        after = set_keys(text, wanted).text
        found = read_again(before, after)
        assert (found is None) is not row.is_on  # by itself, nothing would be left to do
        if found is not None:
            assert_same(found, read(after))
    for change in (
        moved(text, [("steps", 0)], Place(("steps",), 2)),
        bundled(text, [("steps", 0), ("steps", 1)]),
    ):
        found = read_again(before, change.text)
        assert found is not None
        assert_same(found, read(change.text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Mine", "title: Yours"),
        ("reps: 8", "reps: many"),
        ("  - rest: 20s\n", ""),
        ("  - rest: 20s\n", "  - rest: 20s\n  - rest: 20s\n"),
        ("reps: 8", "reps: [8"),
        ("repeat: 2", "repeat: 2\n    odd: 3"),
        ("trunk-rotation", "trunk-rotatoin"),
        ("steps:\n", "steps: {}\nsteps:\n"),
    ],
)
def test_else_the_whole_is_read(old: str, new: str) -> None:
    assert read_again(read(TEXT), TEXT.replace(old, new, 1)) is None


def test_what_was_wrong_is_read_as_a_whole() -> None:
    wrong = TEXT.replace("reps: 8", "reps: many")
    assert read_again(read(wrong), TEXT) is None
    assert read_again(read("- a"), TEXT) is None
    assert read_again(read(TEXT), HEAD + "steps: [{rest: 9s}]\n") is None


@pytest.mark.parametrize("new", ["repeat: 40", "repeat: 3"])
def test_what_only_all_steps_together_do_wrong_is_found(new: str) -> None:
    """Too many steps, and too long: no step is wrong by itself."""
    text = HEAD + "steps:\n  - repeat: 2\n    steps:\n" + "      - rest: 8 min\n" * 14
    text += "  - exercise: bridge\n"
    after = text.replace("repeat: 2", new)
    assert read(text).routine is not None
    assert read(after).errors
    assert read_again(read(text), after) is None
