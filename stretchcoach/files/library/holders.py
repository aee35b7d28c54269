"""Which of several files with one id it belongs to.

Programs that synchronise folders leave copies: “evening (conflicted copy)”, “evening - Copy”,
“Kopie von evening”. The file that is named like its id is the one that is used, and of others the
one with the shortest name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable


def holders(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By id the path of the file that it belongs to, of `files` with their ids and paths."""
    found: dict[str, str] = {}
    for name, path in files:
        if name not in found or _rank(name, path) < _rank(name, found[name]):
            found[name] = path
    return found


def _rank(name: str, path: str) -> tuple[bool, int, str]:
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem != name, len(stem), path
