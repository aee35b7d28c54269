"""What the bench knows of a text while it is written."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.files.bench.preview import step_preview
from stretchcoach.files.bench.row import RowKind
from stretchcoach.files.bench.templates import templates
from stretchcoach.files.edit.spans import Plain
from tests.files.bench.builders import HEAD, TEXT, known, read


def test_each_step_is_a_row_with_its_words_and_its_time() -> None:
    rows = read(TEXT).rows
    assert [(row.title, row.kind, row.depth) for row in rows] == [
        ("Knee rocks", RowKind.STEP, 0),
        ("Lying figure four", RowKind.STEP, 0),
        ("Rest", RowKind.REST, 0),
        ("Repeat 2 times", RowKind.BLOCK, 0),
        ("Bridge", RowKind.STEP, 1),
        ("Clamshell", RowKind.STEP, 1),
    ]
    figure = rows[1]
    assert figure.words == "2 × 30 s each side"
    assert figure.affected_words == "3 on the affected side"
    assert figure.time_ms is not None
    assert rows[2].time_ms == 20_000
    assert not rows[5].is_on
    assert rows[5].time_ms is None
    assert TEXT[figure.start : figure.end].startswith("exercise: figure-4-supine")
    assert TEXT[figure.start : figure.end].endswith("{sets: 3}")


def test_the_time_of_a_step_in_a_block_is_that_of_one_pass() -> None:
    once = read(TEXT.replace("repeat: 2", "repeat: 1")).rows[4]
    assert read(TEXT).rows[4].time_ms == once.time_ms


def test_a_side_that_is_named_is_called_by_its_name() -> None:
    reading = read(TEXT.replace("defaults:", "affected: left\ndefaults:"))
    assert reading.rows[1].affected_words == "3 on the left"
    assert not reading.any_side


def test_a_problem_stands_in_its_row_alone() -> None:
    reading = read(TEXT.replace("hold: 30s", "hold: 3Os"))
    assert reading.routine is None
    assert reading.timeline is None
    assert reading.remarks == ()
    assert reading.group_times == ()
    problems = [row.problem is not None for row in reading.rows]
    assert problems == [False, True, False, False, False, False]
    assert reading.rows[0].words == "reps 8"
    assert reading.rows[1].problem is not None
    assert reading.rows[1].problem.line == 11


def test_an_unknown_exercise_is_called_as_it_is_written() -> None:
    reading = read(TEXT.replace("bridge", "brigde"))
    assert reading.rows[4].title == "brigde"
    assert reading.rows[4].problem is not None
    assert reading.rows[3].problem is None


@pytest.mark.parametrize("text", ["", "steps: [", "- a", "a: [b", "x"])
def test_what_is_no_yaml_has_no_rows(text: str) -> None:
    reading = read(text)
    assert reading.root is None
    assert reading.rows == ()
    assert reading.why_no_tree
    assert reading.errors


@pytest.mark.parametrize("step", ["- 5", "- {}", "- {note: x}", "- {repeat: x, steps: 5}", "-"])
def test_odd_steps_are_rows_with_a_problem(step: str) -> None:
    reading = read(f"{HEAD}steps:\n  {step}\n  - rest: 5s\n")
    assert len(reading.rows) == 2
    assert reading.errors
    assert reading.rows[1].title == "Rest"


def test_nothing_but_a_missing_step_is_wrong() -> None:
    assert read(HEAD + "steps: []\n").is_bare
    assert not read(HEAD + "level: 9\nsteps: []\n").is_bare
    assert not read(TEXT).is_bare


def test_remarks_point_at_their_lines() -> None:
    reading = read(TEXT.replace("hold: 30s", "hold: 3 min"))
    assert [remark.code for remark in reading.remarks][:1] == [RemarkCode.UNUSUAL_HOLD]
    assert reading.line_of(reading.remarks[0].path) == 11


def test_a_step_can_be_looked_at_before_it_is_there() -> None:
    found = step_preview({"exercise": "figure-4-supine", "sets": "3", "hold": "30s"}, known())
    assert found.words == "3 × 30 s each side"
    assert found.time_ms > 180_000
    more: dict[str, Plain] = {"exercise": "figure-4-supine", "affected": {"sets": "4"}}
    assert step_preview(more, known()).affected_words == "4 on the affected side"
    assert step_preview({"exercise": "bridge", "hold": "0s"}, known()).problem


@pytest.mark.parametrize("template", templates(), ids=[each.key for each in templates()])
def test_templates_are_good_routines(template: object) -> None:
    assert hasattr(template, "text")
    reading = read(template.text("new-routine"))
    assert not reading.errors or reading.is_bare
    assert reading.remarks == ()
    assert template.text("new-routine").startswith("format: stretchcoach/1\nid: new-routine\n")
