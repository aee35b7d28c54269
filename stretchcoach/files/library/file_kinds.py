"""Which files of a folder are exercises, which are routines and which are plans.

A folder of the library holds routines, and inside it exercises in the folder `exercises` and
plans in the folder `plans`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from stretchcoach.core.content.exercise import EXERCISE_FORMAT
from stretchcoach.core.content.routine import ROUTINE_FORMAT
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.plan.plan import PLAN_FORMAT
from stretchcoach.files.disk.paths import EXERCISES, PLANS
from stretchcoach.files.yaml.file_names import folder_problem, is_yaml_name
from stretchcoach.files.yaml.guard import read_file
from stretchcoach.files.yaml.problems import Problem, Severity

# Nothing in it goes over a line: thousands of empty ones would be gone through again and again.
_FORMAT_LINE = re.compile(r"^[{ \t]*format:[ \t]*[\"']?([\w-]+)/", re.MULTILINE)
_FOLDERS = {
    EXERCISE_FORMAT.partition("/")[0]: EXERCISES,
    PLAN_FORMAT.partition("/")[0]: PLANS,
    ROUTINE_FORMAT.partition("/")[0]: "",
}


@dataclass(frozen=True)
class FileSet:
    """Files that belong together: no two of one kind may share an id.

    Plans are told only of what is checked; the window reads them where it shows them.
    """

    exercises: tuple[Path, ...] = ()
    routines: tuple[Path, ...] = ()
    plans: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def folder_files(folder: Path) -> FileSet:
    """The files of one folder of the library. A folder that is not there has none."""
    exercises, exercise_problems = yaml_files(folder / EXERCISES)
    routines, routine_problems = yaml_files(folder)
    return FileSet(exercises, routines, problems=(*routine_problems, *exercise_problems))


def yaml_files(folder: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The YAML files of `folder` itself, sorted; a problem when it cannot be listed."""
    try:
        names = sorted(name for name in os.listdir(folder) if is_yaml_name(name))
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (folder_problem(folder, error),)
    return tuple(folder / name for name in names), ()


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
    files = {_real_name(path): path for path in reversed(found)}  # each once, as first named
    kinds = {path: _folder_of(path) for path in reversed(files.values())}
    exercises, plans = (
        tuple(path for path, kind in kinds.items() if kind == name) for name in (EXERCISES, PLANS)
    )
    routines = tuple(path for path, kind in kinds.items() if kind not in (EXERCISES, PLANS))
    return FileSet(exercises, routines, plans, tuple(problems))


def parted(files: FileSet, apart: Collection[Path]) -> tuple[FileSet, ...]:
    """The files of no folder among `apart`, and then those of each of these: files of one folder
    have nothing to do with those of another, whatever their ids."""
    groups: dict[Path | None, FileSet] = {None: FileSet(problems=files.problems)}
    for kind in ("exercises", "routines", "plans"):
        for path in getattr(files, kind):
            folder = path.absolute().parent
            whose = next((one for one in (folder, folder.parent) if one in apart), None)
            group = groups.setdefault(whose, FileSet())
            groups[whose] = replace(group, **{kind: (*getattr(group, kind), path)})
    return tuple(groups.values())


def _real_name(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # no path can be like this; reading it will say so
        return str(path)


def _files_below(folder: Path, problems: list[Problem]) -> list[Path]:
    def note(error: OSError) -> None:
        problems.append(folder_problem(Path(error.filename or folder), error))

    found = []
    for here, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(here, name) for name in sorted(names) if is_yaml_name(name)]
    return found


def _folder_of(path: Path) -> str:
    """The folder of its kind: by the format that the file names, or by where it stands."""
    for match in _FORMAT_LINE.finditer(read_file(path).text):
        if match[1] in _FOLDERS:
            return _FOLDERS[match[1]]
    return path.absolute().parent.name
