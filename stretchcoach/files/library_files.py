"""Which files of a folder are exercises and which are routines.

A folder of the library holds routines, and exercises in the folder `exercises` inside it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.exercise import EXERCISE_FORMAT
from stretchcoach.core.i18n import tr
from stretchcoach.core.routine import ROUTINE_FORMAT
from stretchcoach.files.guard import read_file
from stretchcoach.files.problems import Problem, Severity

EXERCISES = "exercises"
ENDINGS = (".yaml", ".yml")
_FORMAT_LINE = re.compile(r"^[{\s]*format:\s*[\"']?([\w-]+)/", re.MULTILINE)
_EXERCISE_NAME = EXERCISE_FORMAT.partition("/")[0]
_ROUTINE_NAME = ROUTINE_FORMAT.partition("/")[0]


@dataclass(frozen=True)
class FileSet:
    """Files that belong together: no two exercises or routines of it may share an id."""

    exercises: tuple[Path, ...] = ()
    routines: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def folder_files(folder: Path) -> FileSet:
    """The files of one folder of the library. A folder that is not there has none."""
    exercises, exercise_problems = _yaml_files(folder / EXERCISES)
    routines, routine_problems = _yaml_files(folder)
    return FileSet(exercises, routines, (*routine_problems, *exercise_problems))


def _yaml_files(folder: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    try:
        names = sorted(name for name in os.listdir(folder) if is_yaml_name(name))
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (folder_problem(folder, error),)
    return tuple(folder / name for name in names), ()


def is_yaml_name(name: str) -> bool:
    """Whether a file of this name is read."""
    return name.lower().endswith(ENDINGS) and not name.startswith(".")


def folder_problem(folder: Path, error: OSError) -> Problem:
    """The problem of a folder that cannot be read."""
    reason = error.strerror or str(error)
    return Problem(folder, 1, 1, tr("this folder cannot be read: {reason}", reason=reason))


def files_to_check(paths: Iterable[Path]) -> FileSet:
    """The files among `paths` and below the folders among them, told apart by their format."""
    problems: list[Problem] = []
    found: dict[Path, None] = {}
    for path in paths:
        if not os.path.isdir(path):  # False also for a path that cannot be one
            found[path] = None
            continue
        below = _files_below(path, problems)
        found.update(dict.fromkeys(below))
        if not below:
            message = tr("this folder has no files that end in .yaml")
            problems.append(Problem(path, 1, 1, message, Severity.WARNING))
    exercises = tuple(path for path in found if _is_exercise(path))
    routines = tuple(path for path in found if path not in set(exercises))
    return FileSet(exercises, routines, tuple(problems))


def _files_below(folder: Path, problems: list[Problem]) -> list[Path]:
    def note(error: OSError) -> None:
        problems.append(folder_problem(Path(error.filename or folder), error))

    found = []
    for here, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(here, name) for name in sorted(names) if is_yaml_name(name)]
    return found


def _is_exercise(path: Path) -> bool:
    """By the format that the file names, and by its folder where it names none."""
    for match in _FORMAT_LINE.finditer(read_file(path).text):
        if match[1] in (_EXERCISE_NAME, _ROUTINE_NAME):
            return match[1] == _EXERCISE_NAME
    return path.absolute().parent.name == EXERCISES
