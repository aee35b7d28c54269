"""A routine that can be done although something in its file is not as it should be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.yaml.problems import Problem, Severity
from stretchcoach.ui.routine.routine_page import RoutinePage


def with_warnings(entry: RoutineEntry, count: int) -> RoutineEntry:
    problems = [
        Problem(Path("my.yaml"), line, 3, "this picture cannot be shown", Severity.WARNING)
        for line in range(7, 7 + count)
    ]
    return replace(entry, problems=tuple(problems))


def test_what_is_wrong_is_told_with_its_line(page: RoutinePage, entry: RoutineEntry) -> None:
    assert page.header.warnings.isHidden()
    page.show_entry(with_warnings(entry, 2))
    assert page.header.warnings.isVisible()
    assert page.header.warnings.words.text().splitlines() == [
        "Line 7: this picture cannot be shown.",
        "Line 8: this picture cannot be shown.",
    ]
    page.show_entry(entry)
    assert page.header.warnings.isHidden()


def test_of_many_the_first_are_told_and_where_the_others_are(
    page: RoutinePage, entry: RoutineEntry
) -> None:
    page.show_entry(with_warnings(entry, 9))
    lines = page.header.warnings.words.text().splitlines()
    assert len(lines) == 4
    assert lines[-1] == "“stretchcoach check” shows all of them."
