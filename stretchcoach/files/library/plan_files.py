"""Plans from their files, checked against the routines that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from stretchcoach.core.language.i18n import languages
from stretchcoach.core.plan.localize_plan import localized_plan
from stretchcoach.core.plan.plan import (
    KnownRoutine,
    Plan,
    PlanSession,
    changed_routine,
    plan_faults,
)
from stretchcoach.core.plan.plan_names import plan_with_ids
from stretchcoach.files.disk.paths import PLANS
from stretchcoach.files.library.copies import note_copy
from stretchcoach.files.library.file_kinds import yaml_files
from stretchcoach.files.library.holders import holders
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.files.yaml.reader import read_document


class Routines(Protocol):
    """Where routines are looked up: a `Library` or a `Shelf`."""

    @property
    def routine_ids(self) -> Iterator[str]: ...

    def routine_by_id(self, routine_id: str) -> RoutineEntry | None: ...


@dataclass(frozen=True)
class PlanEntry:
    """One file of a plan. `plan` is None when it has errors.

    `routines` are those that it names, by id.
    """

    path: Path
    id: str
    title: str
    plan: Plan | None
    routines: Mapping[str, RoutineEntry] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def planned_entry(entry: PlanEntry, session: PlanSession) -> RoutineEntry:
    """The routine of a session of the plan, changed as its week says."""
    routine = entry.routines[session.routine]
    return replace(routine, routine=changed_routine(session, known_routine(routine).routine))


def read_plans(folders: Iterable[Path], routines: Routines) -> tuple[PlanEntry, ...]:
    """The plans in the folder `plans` of each of `folders`; of a later folder wins.

    Broken ones come last. Never raises.
    """
    winners: dict[str, PlanEntry] = {}
    broken: list[PlanEntry] = []
    for folder in folders:
        paths, _ = yaml_files(folder / PLANS)
        entries = read_plan_files(paths, routines)
        winners.update({entry.id: entry for entry in entries if entry.plan})
        broken += [entry for entry in entries if entry.plan is None]
    return (*winners.values(), *broken)


def read_plan_files(paths: Iterable[Path], routines: Routines) -> tuple[PlanEntry, ...]:
    """The plans of files that belong together: no two of them may share an id."""
    entries = [read_plan_file(path, routines) for path in paths]
    holder = holders((entry.id, str(entry.path)) for entry in entries if entry.plan)
    for place, entry in enumerate(entries):
        if entry.plan is not None and holder[entry.id] != str(entry.path):
            document = read_document(entry.path, Plan)
            note_copy(document, entry.id, Path(holder[entry.id]))
            entries[place] = replace(entry, plan=None, problems=document.problems)
    return tuple(entries)


def read_plan_file(path: Path, routines: Routines) -> PlanEntry:
    """Read and check the file of a plan. Never raises."""
    document = read_document(path, Plan)
    plan = document.value
    if plan is None:
        return PlanEntry(path, path.stem, path.stem, None, problems=document.problems)
    named = {name: routines.routine_by_id(name) for name in plan.routine_ids}
    found = {name: entry for name, entry in named.items() if entry and entry.routine}
    known = {name: known_routine(entry) for name, entry in found.items()}
    plan = plan_with_ids(plan, known.get)
    document.add_faults(plan_faults(plan, known.get, list(routines.routine_ids)))
    plan = localized_plan(plan, languages())
    return PlanEntry(
        path=path,
        id=plan.id or path.stem,
        title=plan.title or path.stem,
        plan=None if document.has_errors else plan,
        routines=found,
        problems=document.problems,
    )


def known_routine(entry: RoutineEntry) -> KnownRoutine:
    """The routine of `entry`, which has no errors."""
    assert entry.routine is not None
    return KnownRoutine(entry.routine, entry.exercises)
