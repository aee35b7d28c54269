"""Which files are read at all, by their names."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.problems import Problem

ENDINGS = (".yaml", ".yml")


def is_yaml_name(name: str) -> bool:
    """Whether a file of this name is read."""
    return name.lower().endswith(ENDINGS) and name[0] != "."


def folder_problem(folder: Path, error: OSError) -> Problem:
    """The problem of a folder that cannot be read."""
    reason = error.strerror or str(error)
    return Problem(folder, 1, 1, tr("this folder cannot be read: {reason}", reason=reason))
