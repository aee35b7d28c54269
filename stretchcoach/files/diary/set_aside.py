"""Putting a broken diary aside: it is never deleted."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from stretchcoach.files.database.connection import COMPANIONS

SET_ASIDE_SUFFIX = ".broken"


def set_aside(path: Path) -> Path:
    """Rename the diary, with what SQLite keeps beside it, to the first free name. OSError."""
    number = 0
    while _is_taken(aside := path.with_name(f"{path.name}{SET_ASIDE_SUFFIX}{number or ''}")):
        number += 1
    with suppress(FileNotFoundError):
        path.rename(aside)
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + companion).rename(aside.with_name(aside.name + companion))
    return aside


def _is_taken(path: Path) -> bool:
    return any(os.path.lexists(f"{path}{companion}") for companion in ("", *COMPANIONS))
