"""The remarks on files, each at its line: what is legal but surely not meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.lint.lint import Bundled, lint, lint_exercise
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.plan.plan import Plan
from stretchcoach.core.plan.plan_remarks import lint_plan
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import known_routine
from stretchcoach.files.yaml.problems import Problem, Severity
from stretchcoach.files.yaml.reader import read_document

NONE = Bundled()


def remarks_on(
    checked: Library, bundled: Bundled, folder: Path, cautions: Collection[Caution] = ()
) -> Iterator[Problem]:
    """The remarks on all files of `checked` that have no errors, as warnings.

    `bundled` is what comes with the program, in `folder`; a file of that hides nothing.
    `cautions` are those of the client for whom the routines are.
    """
    for exercise_entry in checked.exercise_entries:
        path, exercise = exercise_entry.path, exercise_entry.exercise
        if exercise is not None:
            hidden = NONE if _is_in(path, folder) else bundled
            yield from _at_their_places(path, Exercise, lint_exercise(exercise, hidden))
    for plan_entry in checked.plans:
        path, plan = plan_entry.path, plan_entry.plan
        if plan is not None:
            known = {name: known_routine(entry) for name, entry in plan_entry.routines.items()}
            yield from _at_their_places(path, Plan, lint_plan(plan, known.get))
    for entry in checked.routines:
        if entry.routine is not None:
            hidden = bundled
            if _is_in(entry.path, folder):
                hidden = Bundled(exercises=bundled.exercises)
            found = lint(entry.routine, entry.exercises, bundled=hidden, cautions=cautions)
            yield from _at_their_places(entry.path, Routine, found)


def bundled_in(library: Library, folder: Path) -> Bundled:
    """The ids of what `library` has from `folder`."""
    return Bundled(
        exercises={e.id for e in library.exercise_entries if _is_in(e.path, folder)},
        routines={e.id for e in library.routines if _is_in(e.replaces or e.path, folder)},
    )


def _is_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _at_their_places(
    path: Path, record: type[Any], remarks: Iterable[Remark]
) -> tuple[Problem, ...]:
    remarks = list(remarks)
    if not remarks:
        return ()
    document = read_document(path, record)  # once more, for the places
    before = set(document.problems)
    for remark in remarks:
        document.add(remark.path, remark.words, Severity.WARNING)
    return tuple(problem for problem in document.problems if problem not in before)
