"""The YAML files of a folder as the system lists them, none of them read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from stretchcoach.files.yaml.file_names import folder_problem, is_yaml_name
from stretchcoach.files.yaml.problems import Problem


class SeenFile(NamedTuple):
    """A file as its folder lists it.

    All of it together tells whether it changed: one that took its place has another `inode`, and
    writing sets the `ctime_ns`, which nobody can set back as they can the time of the content.
    """

    path: str
    mtime_ns: int
    size: int
    ctime_ns: int
    inode: int


def listed(folder: Path) -> tuple[tuple[SeenFile, ...], tuple[Problem, ...]]:
    """The YAML files of `folder` by name; a folder that is not there has none."""
    try:
        with os.scandir(folder) as entries:
            found = [look_at(entry) for entry in entries if is_yaml_name(entry.name)]
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (folder_problem(folder, error),)
    return tuple(sorted(found)), ()


def look_at(entry: os.DirEntry[str] | Path) -> SeenFile:
    """What the system says of a file; a size below 0 where there is none."""
    path = os.fspath(entry)
    try:
        status = entry.stat()
    except (OSError, ValueError):  # a link to nowhere: reading it will say so
        return SeenFile(path, 0, -1, 0, 0)
    return SeenFile(path, status.st_mtime_ns, status.st_size, status.st_ctime_ns, status.st_ino)


def state_of(folder: Path) -> tuple[int, ...]:
    """What is another when a file came into the folder or left it, or it is another folder."""
    try:
        status = folder.stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_dev, status.st_ino
