"""What a routine or a plan of a pack says otherwise than the one that is at hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.plan.plan_changes import plan_changes
from stretchcoach.core.revisions.routine_changes import Revision, routine_changes
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.library.plan_files import PlanEntry, known_routine
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.pictures.picture_budget import PHOTO
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.files.pictures.picture_header import kind_by_name
from stretchcoach.files.pictures.picture_metadata import without_metadata


def changes_of_routine(
    before: RoutineEntry, after: RoutineEntry, profile: Profile
) -> tuple[str, ...]:
    """As sentences; none where one of them is broken."""
    if before.routine is None or after.routine is None:
        return ()
    old, new = _pictures(before, after)
    return routine_changes(
        Revision(before.routine, before.exercises, old),
        Revision(after.routine, after.exercises, new),
        profile,
    )


def changes_of_plan(before: PlanEntry, after: PlanEntry, profile: Profile) -> tuple[str, ...]:
    """As sentences; none where one of them is broken."""
    if before.plan is None or after.plan is None:
        return ()
    entries = {**before.routines, **after.routines}
    routines = {name: known_routine(entry) for name, entry in entries.items()}
    return plan_changes(before.plan, after.plan, routines, profile)


def _pictures(before: RoutineEntry, after: RoutineEntry) -> tuple[dict[str, str], dict[str, str]]:
    """What tells the pictures of both apart, by exercise; those that share a file are left out."""
    old, new = dict[str, str](), dict[str, str]()
    for name in before.exercises.keys() & after.exercises.keys():
        paths = before.pictures.get(name), after.pictures.get(name)
        if paths[0] != paths[1]:
            old[name], new[name] = map(_sum_of, paths)
    return old, new


def _sum_of(path: Path | None) -> str:
    """That of the picture as a pack has it, with the still beside it; "" where there is none."""
    if path is None:
        return ""
    sums = [_sum_of_one(one) for one in dict.fromkeys((path, still_beside(path)))]
    return " ".join(sums)


def _sum_of_one(path: Path) -> str:
    kind = kind_by_name(path)
    try:
        content = read_regular(path, PHOTO.file_bytes)
        content = without_metadata(content, kind) if kind is not None else b""
    except (OSError, ValueError):
        return ""
    return hashlib.sha256(content).hexdigest()
