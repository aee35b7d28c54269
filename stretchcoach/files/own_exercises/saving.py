"""Saving an exercise with its picture, and taking one away so that it can be brought back.

The picture is written first, by a name that says what is in it, and then the text that names it:
whoever reads in between finds the one before, whole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.files.bench.saving import BEFORE, OpenedText, save_text
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.yaml.guard import MAX_BYTES, read_file

FIGURES = "figures"
_SIGN_LETTERS = 8


def picture_name(id_: str, content: bytes) -> str:
    """What a picture of the exercise `id_` is called in its text."""
    sign = hashlib.sha256(content).hexdigest()[:_SIGN_LETTERS]
    return f"{FIGURES}/{id_}-{sign}.webp"


def save_exercise(path: Path, opened: OpenedText, text: str, pictures: Mapping[str, bytes]) -> None:
    """Write `pictures`, by their names as the text has them, and then the text. OSError."""
    for name, content in pictures.items():
        file = path.parent / name
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(file, content)
    save_text(path, opened, text)


def sweep_pictures(path: Path) -> None:
    """Take away earlier pictures that neither the file `path` names nor the one before it."""
    before = path.with_name(path.name + BEFORE)
    told = "".join(read_file(file).text for file in (path, before) if file.is_file())
    own = re.compile(rf"{re.escape(path.stem)}-[0-9a-f]{{{_SIGN_LETTERS}}}(-still)?\.webp")
    with suppress(OSError):
        for file in (path.parent / FIGURES).iterdir():
            named = file.name.replace("-still.webp", ".webp")
            if own.fullmatch(file.name) and named not in told:
                file.unlink(missing_ok=True)


@dataclass(frozen=True)
class Removed:
    """The file `path` as it was; `before` is what was kept beside it, None for nothing."""

    path: Path
    content: bytes
    before: bytes | None


def remove_exercise(path: Path) -> Removed:
    """Take the file away; it stays beside as the one before, and its pictures stay. OSError."""
    beside = path.with_name(path.name + BEFORE)
    with path.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    before = beside.read_bytes() if beside.is_file() else None
    path.replace(beside)
    return Removed(path, content, before)


def restore_exercise(removed: Removed) -> None:
    """Bring it back, with what was kept beside it. OSError; FileExistsError where another file
    stands there now."""
    if removed.path.exists():
        raise FileExistsError(removed.path.name)
    replace_bytes(removed.path, removed.content)
    beside = removed.path.with_name(removed.path.name + BEFORE)
    if removed.before is None:
        beside.unlink(missing_ok=True)
    else:
        replace_bytes(beside, removed.before)
