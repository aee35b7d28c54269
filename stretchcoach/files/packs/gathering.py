"""What belongs to a routine or a plan, so that it can be done somewhere else.

A folder for each, which needs nothing beside it but what comes with the program: its file, the
exercises of its own, and their pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched, watched
from stretchcoach.files.disk.paths import EXERCISES, PLANS
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.library.exercise_files import (
    ExerciseEntry,
    KnownExercises,
    read_exercise_files,
)
from stretchcoach.files.library.file_kinds import yaml_files
from stretchcoach.files.library.plan_files import PlanEntry
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.packs.entry_names import name_fault
from stretchcoach.files.pictures.picture_budget import PHOTO
from stretchcoach.files.pictures.picture_files import find_picture, still_beside
from stretchcoach.files.pictures.picture_header import kind_by_name
from stretchcoach.files.pictures.picture_metadata import without_metadata
from stretchcoach.files.yaml.guard import MAX_BYTES


@dataclass
class Gathered:
    """The files of a pack by their names in it, and a sentence for each that could not go along."""

    files: dict[str, bytes] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


class Gatherer:
    """Collects from a library: `entries` are its exercises, `bundled` and `assets` the folders
    that everybody has."""

    def __init__(
        self, entries: Iterable[ExerciseEntry], known: KnownExercises, bundled: Path
    ) -> None:
        self._sources = {entry.id: entry.path for entry in entries if entry.exercise}
        self._known = known
        self._bundled = bundled

    def routine(self, entry: RoutineEntry, into: Gathered, watch: Watch = unwatched) -> None:
        """Add the folder of a routine without errors. OSError where a file cannot be read."""
        assert entry.routine is not None
        into.files[f"{entry.id}/{entry.id}.yaml"] = read_regular(entry.path, MAX_BYTES)
        sources = {**self._sources, **self._beside(entry.path)}
        for name in watched(_needed(entry.routine, entry.exercises), watch):
            exercise = entry.exercises[name]
            if name in entry.routine.exercises:
                self._picture(exercise, entry.path.parent, entry.id, into)
            if name in sources and not sources[name].is_relative_to(self._bundled):
                folder = f"{entry.id}/{EXERCISES}"
                into.files[f"{folder}/{name}.yaml"] = read_regular(sources[name], MAX_BYTES)
                self._picture(exercise, sources[name].parent, folder, into)

    def plan(self, entry: PlanEntry, into: Gathered) -> None:
        """Add the folder of a plan without errors, and those of its routines."""
        into.files[f"{entry.id}/{PLANS}/{entry.id}.yaml"] = read_regular(entry.path, MAX_BYTES)
        for routine in entry.routines.values():
            if not routine.path.is_relative_to(self._bundled):
                self.routine(routine, into)

    def _beside(self, path: Path) -> Mapping[str, Path]:
        files, _ = yaml_files(path.absolute().parent / EXERCISES)
        entries = read_exercise_files([files], self._known)[0] if files else ()
        return {entry.id: entry.path for entry in entries if entry.exercise}

    def _picture(self, exercise: Exercise, beside: Path, folder: str, into: Gathered) -> None:
        if exercise.figure is None:
            return
        path = find_picture(exercise.figure, (beside,))
        if path is None:
            if find_picture(exercise.figure, (self._known.assets,)) is None:
                into.remarks.append(tr("{exercise} has no picture: {figure} is not there.",
                                       exercise=exercise.name, figure=exercise.figure))  # fmt: skip
            return
        name = PurePosixPath(folder, exercise.figure)
        self._add_picture(path, str(name), into)
        still = still_beside(path)
        if still != path:
            self._add_picture(still, str(name.with_name(still.name)), into)

    def _add_picture(self, path: Path, name: str, into: Gathered) -> None:
        kind, fault = kind_by_name(path), name_fault(name)
        content = read_regular(path, PHOTO.file_bytes)
        try:
            if fault or kind is None or len(content) > PHOTO.file_bytes:
                raise ValueError
            into.files[name] = without_metadata(content, kind)
        except ValueError:
            fault = fault or tr("it cannot be shown")
            into.remarks.append(
                tr("The picture {file} stays here: {reason}.", file=path.name, reason=fault)
            )


def _needed(routine: Routine, exercises: Mapping[str, Exercise]) -> list[str]:
    """The exercises of the steps, and those that are offered in their place as easier or harder."""
    found: dict[str, None] = {}
    waiting = list(_named(routine.steps))
    while waiting:
        name = waiting.pop()
        if name not in found and name in exercises:
            found[name] = None
            exercise = exercises[name]
            waiting += [link for link in (exercise.easier, exercise.harder) if link]
    return sorted(found)


def _named(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, RepeatStep):
            yield from _named(step.steps)
        elif isinstance(step, ExerciseStep):
            yield step.exercise
