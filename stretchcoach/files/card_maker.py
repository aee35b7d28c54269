"""Cards made of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stretchcoach.core.fact_finding import routine_facts
from stretchcoach.files.exercise_files import ExerciseEntry
from stretchcoach.files.guard import read_file
from stretchcoach.files.library_cards import BrokenPlace, LibraryCard
from stretchcoach.files.problems import Problem
from stretchcoach.files.routine_files import RoutineEntry

STILL = "-still"


def routine_card(entry: RoutineEntry, own: bool) -> LibraryCard:
    """The card of a routine."""
    path = str(entry.path)
    if entry.routine is None:
        errors = sum(problem.is_error for problem in entry.problems)
        return LibraryCard(path, own, None, "", errors, broken_place(path, entry.problems))
    facts = routine_facts(entry.routine, entry.exercises, entry.pictures)
    return LibraryCard(path, own, facts, still_picture(entry.pictures.get(facts.figure)))


def exercise_problem(entry: ExerciseEntry) -> tuple[Problem, ...]:
    """The problems of an exercise that keep it from being used; none for a good one."""
    errors = any(problem.is_error for problem in entry.problems)
    return entry.problems if errors else ()


def folder_card(problem: Problem, own: bool) -> LibraryCard:
    """The card of a folder that cannot be read."""
    broken = BrokenPlace(0, 0, problem.message, "", "")
    return LibraryCard(str(problem.path), own, None, problems=1, broken=broken, is_routine=False)


def broken_place(path: str, problems: Sequence[Problem]) -> BrokenPlace:
    """Where a file with errors is to be mended first, with the line before that place."""
    first = next(problem for problem in problems if problem.is_error)
    lines = read_file(Path(path)).lines
    before = lines[first.line - 2] if 2 <= first.line <= len(lines) + 1 else ""
    return BrokenPlace(first.line, first.column, first.message, first.source_line, before)


def still_picture(picture: Path | None) -> str:
    """The picture of the hold alone where there is one beside the moving one: it is smaller."""
    if picture is None:
        return ""
    still = picture.with_name(f"{picture.stem}{STILL}{picture.suffix}")
    return str(still if still.is_file() else picture)
