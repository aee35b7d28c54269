"""The exercises of the library, read from their files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.i18n import languages, tr
from stretchcoach.core.library.exercise_links import link_faults
from stretchcoach.core.library.exercise_names import ExerciseNames, links_with_ids
from stretchcoach.core.library.localize import localized
from stretchcoach.core.library.validate import exercise_faults
from stretchcoach.files.library.copies import note_copy
from stretchcoach.files.library.holders import holders
from stretchcoach.files.pictures.picture_check import picture_problem
from stretchcoach.files.pictures.picture_files import find_picture, leads_outside
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.problems import Problem, Severity
from stretchcoach.files.yaml.reader import Document, read_document


@dataclass(frozen=True)
class ExerciseEntry:
    """One file of an exercise. `exercise` is None when it cannot be used.

    `replaces` is the file, of a folder that came before, that had the same id.
    """

    path: Path
    id: str
    exercise: Exercise | None
    problems: tuple[Problem, ...] = ()
    replaces: Path | None = None


@dataclass(frozen=True)
class KnownExercises:
    """All exercises that a routine may name, by id, with the files of their pictures.

    `broken` are the files of those that are there but cannot be used; `assets` is the folder
    of the pictures that come with the program.
    """

    assets: Path
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    broken: Mapping[str, Path] = field(default_factory=dict)

    @cached_property
    def names(self) -> ExerciseNames:
        """Where exercises are looked up by any of their names."""
        return ExerciseNames(self.exercises)

    @cached_property
    def localized_exercises(self) -> Mapping[str, Exercise]:
        """The exercises in the person's language, as far as they are translated."""
        wanted = languages()
        if not any(each.translations or each.dose.rep for each in self.exercises.values()):
            return self.exercises
        return {name: localized(exercise, wanted) for name, exercise in self.exercises.items()}


@dataclass
class _File:
    document: Document[Exercise]
    id: str
    exercise: Exercise | None
    replaces: Path | None = None


def read_exercise_files(
    groups: Iterable[Iterable[Path]], known: KnownExercises
) -> tuple[tuple[ExerciseEntry, ...], KnownExercises]:
    """Read the exercises of several groups of files; those of a later group win.

    Returns the entries of all files and what is known with them. Never raises.
    """
    files: list[_File] = []
    winners: dict[str, _File] = {}
    for paths in groups:
        group: dict[str, _File] = {}
        read = [_read(path) for path in paths]
        files += read
        good = [file for file in read if file.exercise is not None]
        holder = holders((file.id, str(file.document.path)) for file in good)
        for file in good:
            if holder[file.id] != str(file.document.path):
                file.exercise = None
                note_copy(file.document, file.id, Path(holder[file.id]))
            else:
                group[file.id] = file
                file.replaces = winners[file.id].document.path if file.id in winners else None
        winners.update(group)
    known = _with_links(_with(known, files, winners))
    faults = link_faults(known.exercises)
    for file in winners.values():
        file.document.add_faults(faults.get(file.id, ()))
    return tuple(
        ExerciseEntry(f.document.path, f.id, f.exercise, f.document.problems, f.replaces)
        for f in files
    ), known


def _with_links(known: KnownExercises) -> KnownExercises:
    """What is known, with ids in the place of other names of easier and harder exercises."""
    exercises = {
        id_: links_with_ids(exercise, known.names) for id_, exercise in known.exercises.items()
    }
    return replace(known, exercises=exercises)


def _read(path: Path) -> _File:
    document = read_document(path, Exercise)
    exercise = document.value
    if exercise is not None:
        document.add_faults(exercise_faults(exercise))
    name = exercise.id if exercise and exercise.id else path.stem
    return _File(document, name, None if document.has_errors else exercise)


def _with(
    known: KnownExercises, files: Iterable[_File], winners: Mapping[str, _File]
) -> KnownExercises:
    exercises = dict(known.exercises)
    pictures = dict(known.pictures)
    for file in winners.values():
        assert file.exercise
        exercises[file.id] = file.exercise
        pictures.pop(file.id, None)
        path = picture_of(file.exercise, file.document, ("figure",), known.assets)
        if path:
            pictures[file.id] = path
    broken = {
        file.id: file.document.path
        for file in files
        if file.exercise is None and file.id not in exercises
    }
    return replace(known, exercises=exercises, pictures=pictures, broken={**known.broken, **broken})


def picture_of(
    exercise: Exercise, document: Document[Any], at: KeyPath, assets: Path
) -> Path | None:
    """The file of the exercise's picture, beside `document` or in `assets`.

    Says in the document, at the place `at`, that one is not there, leads out of the folder or
    cannot be shown. Those in `assets` are known to be good.
    """
    if exercise.figure is None:
        return None
    folders = (document.path.parent, assets)
    path = find_picture(exercise.figure, folders)
    if path is None and leads_outside(exercise.figure, folders):
        document.add(at, tr("this link leads out of the folder - put the picture itself there"))
    elif path is None:
        message = tr("there is no such picture - it is looked for beside this file and in {assets}",
                     assets=assets)  # fmt: skip
        document.add(at, message, Severity.WARNING)
    elif not path.is_relative_to(os.path.realpath(assets)) and (reason := picture_problem(path)):
        message = tr("this picture cannot be shown: {reason}", reason=reason)
        document.add(at, message, Severity.WARNING)
    return path
