"""What lies beside a file that stands alone: the exercises and routines that it may name.

A routine may name the exercises of the folder `exercises` beside it, an exercise those of its
own folder, and a plan the routines of its folder, or of the folder that holds its folder `plans`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from stretchcoach.files.disk.paths import EXERCISES, PLANS
from stretchcoach.files.library.exercise_files import KnownExercises, read_exercise_files
from stretchcoach.files.library.file_kinds import FileSet, files_to_check, yaml_files


def files_beside(files: FileSet, known: Collection[Path]) -> FileSet:
    """The files beside `files` that are neither among them nor among those that are `known`."""
    folders = dict.fromkeys(_folders(files))
    routine_folders = [folder for path in files.plans for folder in _routine_folders(path)]
    beside = [path for folder in folders for path in yaml_files(folder)[0]]
    beside += [path for folder in dict.fromkeys(routine_folders) for path in yaml_files(folder)[0]]
    given = {path.absolute() for path in (*files.exercises, *files.routines, *files.plans, *known)}
    found = files_to_check(path for path in beside if path not in given)
    return replace(found, plans=(), problems=())


def known_beside(path: Path, known: KnownExercises) -> KnownExercises:
    """`known` with the exercises that lie beside the routine at `path`."""
    exercises, _ = yaml_files(path.absolute().parent / EXERCISES)
    return read_exercise_files([exercises], known)[1] if exercises else known


def _folders(files: FileSet) -> Iterator[Path]:
    """Where exercises lie that `files` may name."""
    for path in files.exercises:
        yield path.absolute().parent
    routine_folders = (folder for path in files.plans for folder in _routine_folders(path))
    for folder in (*(path.absolute().parent for path in files.routines), *routine_folders):
        yield folder / EXERCISES


def _routine_folders(plan: Path) -> Iterable[Path]:
    folder = plan.absolute().parent
    return (folder, folder.parent) if folder.name == PLANS else (folder,)
