"""All exercises and routines of the bundled folder and the person's own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.near_words import NearWords
from stretchcoach.files.disk.named_file import NamelessError, named_file
from stretchcoach.files.library.copies import note_copy
from stretchcoach.files.library.exercise_files import (
    ExerciseEntry,
    KnownExercises,
    read_exercise_files,
)
from stretchcoach.files.library.file_kinds import FileSet, files_to_check, folder_files, parted
from stretchcoach.files.library.holders import holders
from stretchcoach.files.library.neighbours import files_beside, known_beside
from stretchcoach.files.library.plan_files import PlanEntry, read_plan_files
from stretchcoach.files.library.routine_files import RoutineEntry, read_routine_file
from stretchcoach.files.yaml.file_names import ENDINGS
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.files.yaml.reader import read_document


class UnknownRoutineError(LookupError):
    """No routine has this id and no file this name; the message says so and what is near."""


@dataclass(frozen=True)
class Library:
    """What the folders hold, good and broken: one broken file hides no other.

    `plans` are those of the files that were checked; see `plan_files.read_plans`.
    """

    known: KnownExercises
    exercise_entries: tuple[ExerciseEntry, ...]
    routines: tuple[RoutineEntry, ...]
    folder_problems: tuple[Problem, ...] = ()
    plans: tuple[PlanEntry, ...] = ()

    @classmethod
    def read(cls, folders: Iterable[Path], assets: Path) -> Library:
        """Read all files of `folders`, the bundled one first: what comes later wins.

        `assets` is the folder of the pictures that come with the program. Never raises.
        """
        return cls._read([folder_files(folder) for folder in folders], KnownExercises(assets))

    @classmethod
    def _read(cls, sets: list[FileSet], known: KnownExercises) -> Library:
        entries, known = read_exercise_files([files.exercises for files in sets], known)
        winners: dict[str, RoutineEntry] = {}
        broken: list[RoutineEntry] = []
        for files in sets:
            group: dict[str, RoutineEntry] = {}
            read = [read_routine_file(path, known) for path in files.routines]
            holder = holders((entry.id, str(entry.path)) for entry in read if entry.routine)
            for entry in read:
                if entry.routine and holder[entry.id] != str(entry.path):
                    entry = with_taken_id(entry, Path(holder[entry.id]))
                if entry.routine is None:
                    broken.append(entry)
                else:
                    before = winners.get(entry.id)
                    group[entry.id] = replace(entry, replaces=before.path) if before else entry
            winners.update(group)
        problems = tuple(problem for files in sets for problem in files.problems)
        return cls(known, entries, (*winners.values(), *broken), problems)

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises that can be used, by id."""
        return self.known.exercises

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of all files, file by file."""
        entries: tuple[ExerciseEntry | RoutineEntry | PlanEntry, ...] = (
            *self.exercise_entries,
            *self.routines,
            *self.plans,
        )
        return (
            *self.folder_problems,
            *(problem for entry in entries for problem in entry.problems),
        )

    @property
    def routine_ids(self) -> Iterator[str]:
        """The ids of all routines that can be used."""
        return (entry.id for entry in self.routines if entry.routine)

    def routine_by_id(self, routine_id: str) -> RoutineEntry | None:
        """The routine with this id that can be used; None when there is none."""
        usable = (entry for entry in self.routines if entry.routine)
        return next((entry for entry in usable if entry.id == routine_id), None)

    def routine(self, id_or_path: str) -> RoutineEntry:
        """The routine with this id, or that of this file; it may be a broken one.

        Raises UnknownRoutineError.
        """
        for entry in self.routines:
            if entry.id == id_or_path:
                return entry
        path = file_of(id_or_path)
        if path is not None:
            return read_routine_file(path, known_beside(path, self.known))
        unknown = tr("no routine is called “{name}”", name=id_or_path)
        hint = NearWords([entry.id for entry in self.routines]).did_you_mean(id_or_path)
        raise UnknownRoutineError(f"{unknown} - {hint}" if hint else unknown)

    def with_routine_files(self, paths: Iterable[Path]) -> Library:
        """This library, and behind its routines those of `paths`, each with what lies beside it."""
        more = (read_routine_file(path, known_beside(path, self.known)) for path in paths)
        return replace(self, routines=(*self.routines, *more))

    def check(self, paths: Iterable[Path], apart: Collection[Path] = ()) -> Library:
        """What the files at `paths` and below hold, where this library is known as well, and
        what lies beside them. The folders `apart` share no ids with others, as those of clients."""
        first, *others = (self._checked(files) for files in parted(files_to_check(paths), apart))
        for other in others:
            first = replace(
                first,
                exercise_entries=(*first.exercise_entries, *other.exercise_entries),
                routines=(*first.routines, *other.routines),
                plans=(*first.plans, *other.plans),
            )
        return first

    def _checked(self, files: FileSet) -> Library:
        mine = [entry.path.absolute() for entry in self.exercise_entries]
        mine += [entry.path.absolute() for entry in self.routines]
        beside = Library._read([files_beside(files, mine)], self.known)
        checked = Library._read([files], beside.known)
        routines = (*checked.routines, *beside.routines, *self.routines)
        plans = read_plan_files(files.plans, replace(checked, routines=routines))
        return replace(checked, plans=plans)


def file_of(id_or_path: str) -> Path | None:
    """The file that is meant by `id_or_path`; None where it can only be an id.

    Raises UnknownRoutineError where it can be neither.
    """
    try:
        path = named_file(id_or_path)
    except NamelessError as error:
        raise UnknownRoutineError(str(error)) from error
    is_file = path.name.lower().endswith(ENDINGS) or len(path.parts) > 1 or os.path.exists(path)
    return path if is_file else None


def with_taken_id(entry: RoutineEntry, first: Path) -> RoutineEntry:
    """`entry` as a broken one, because the file `first` has its id. Rare, so read again."""
    document = read_document(entry.path, Routine)
    note_copy(document, entry.id, first)
    return replace(entry, routine=None, problems=document.problems)
