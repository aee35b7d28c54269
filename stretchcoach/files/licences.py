"""The licences of all that is handed out with the program; `tools/licences.py` collects them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from stretchcoach.files.disk.bundled import bundled_dir

COLLECTED = "licences.json"
OF_THE_SYSTEM = "licences-of-the-system.json"  # only a program that was built has libraries of it


class Licence(NamedTuple):
    """What something is used under, with the whole text."""

    name: str
    licence: str
    text: str


def read_licences(folder: Path | None = None) -> tuple[Licence, ...]:
    """All there are in `folder`, by default that of the program; its own first. OSError."""
    folder = folder or bundled_dir("assets")
    names = [name for name in (COLLECTED, OF_THE_SYSTEM) if (folder / name).exists()]
    found = [json.loads((folder / name).read_text("utf-8")) for name in names]
    return tuple(Licence(**one) for part in found for one in part)
