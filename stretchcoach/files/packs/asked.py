"""What is named by its id or its file, to be packed: routines, or plans with theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.file_kinds import files_to_check
from stretchcoach.files.library.full_library import Library, UnknownRoutineError, file_of
from stretchcoach.files.library.plan_files import PlanEntry, read_plan_file, read_plans
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.packs.gathering import Gathered, Gatherer
from stretchcoach.files.yaml.problems import Problem


class NotPackedError(Exception):
    """One of them cannot be packed, because of `problems` in its file."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        super().__init__(tr("“{name}” has problems and is not packed.", name=name))
        self.problems = tuple(problems)


def gather(
    asked: Iterable[str], library: Library, folders: Sequence[Path], bundled: Path
) -> Gathered:
    """The files of all that is `asked`, ids or paths; plans are looked for in `folders`.

    UnknownRoutineError, NotPackedError; OSError where a file cannot be read.
    """
    gatherer = Gatherer(library.exercise_entries, library.known, bundled)
    gathered = Gathered()
    for name in asked:
        entry = _entry(name, library, folders)
        if isinstance(entry, PlanEntry):
            _refuse_broken(name, entry.plan, entry.problems)
            gatherer.plan(entry, gathered)
        else:
            _refuse_broken(name, entry.routine, entry.problems)
            gatherer.routine(entry, gathered)
    return gathered


def _entry(name: str, library: Library, folders: Sequence[Path]) -> RoutineEntry | PlanEntry:
    path = None if any(entry.id == name for entry in library.routines) else file_of(name)
    if path is not None and files_to_check([path]).plans:
        return read_plan_file(path, library)
    try:
        return library.routine(name)
    except UnknownRoutineError:
        plan = next((plan for plan in read_plans(folders, library) if plan.id == name), None)
        if plan is None:
            raise
        return plan


def _refuse_broken(name: str, value: object, problems: Sequence[Problem]) -> None:
    if value is None:
        raise NotPackedError(name, problems)
