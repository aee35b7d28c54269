"""Cards made of what was read."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.routine_facts import routine_facts
from stretchcoach.files.exercise_files import ExerciseEntry
from stretchcoach.files.guard import read_file
from stretchcoach.files.library import Library
from stretchcoach.files.library_cards import BrokenPlace, LibraryCard
from stretchcoach.files.problems import Problem
from stretchcoach.files.routine_files import RoutineEntry

STILL = "-still"


def routine_card(entry: RoutineEntry, own: bool) -> LibraryCard:
    """The card of a routine."""
    path = str(entry.path)
    if entry.routine is None:
        return broken_card(path, own, entry.problems)
    facts = routine_facts(entry.routine, entry.exercises, entry.pictures)
    return LibraryCard(path, own, facts, still_picture(entry.pictures.get(facts.figure)))


def exercise_card(entry: ExerciseEntry, own: bool) -> LibraryCard | None:
    """The card of an exercise that cannot be used; a good one has none."""
    if not any(problem.is_error for problem in entry.problems):
        return None
    return broken_card(str(entry.path), own, entry.problems)._replace(is_routine=False)


def folder_card(problem: Problem, own: bool) -> LibraryCard:
    """The card of a folder that cannot be read."""
    broken = BrokenPlace(0, 0, problem.message, "", "")
    return LibraryCard(str(problem.path), own, None, problems=1, broken=broken, is_routine=False)


def broken_card(path: str, own: bool, problems: tuple[Problem, ...]) -> LibraryCard:
    """The card of a file with problems; its first error is shown, not its first remark."""
    errors = [problem for problem in problems if problem.is_error]
    first = (errors or list(problems))[0]
    lines = read_file(Path(path)).lines
    before = lines[first.line - 2] if 2 <= first.line <= len(lines) + 1 else ""
    broken = BrokenPlace(first.line, first.column, first.message, first.source_line, before)
    return LibraryCard(path, own, None, problems=len(errors) or 1, broken=broken)


def still_picture(picture: Path | None) -> str:
    """The picture of the hold alone where there is one beside the moving one: it is smaller."""
    if picture is None:
        return ""
    still = picture.with_name(f"{picture.stem}{STILL}{picture.suffix}")
    return str(still if still.is_file() else picture)


def library_cards(library: Library) -> list[LibraryCard]:
    """The cards of a library that was read as a whole."""
    cards = [routine_card(entry, own=False) for entry in library.routines]
    cards += filter(None, (exercise_card(entry, own=False) for entry in library.exercise_entries))
    return cards + [folder_card(problem, own=False) for problem in library.folder_problems]
