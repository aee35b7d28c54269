"""Drafts of exercises, and the pictures that belong to them until they are saved."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from stretchcoach.files.bench.drafts import Draft, Drafts
from stretchcoach.files.disk.paths import EXERCISES
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, replace_bytes
from stretchcoach.files.own_exercises.pictures import pictures_from_text
from stretchcoach.files.pictures.picture_budget import PHOTO

PICTURES = "pictures"


class KeptFiles:
    """What is kept below `folder`, that of all drafts. Nothing is created by asking."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / EXERCISES
        self.drafts = Drafts(self._folder)

    @property
    def pictures(self) -> Path:
        return self._folder / PICTURES

    def keep_picture(self, content: bytes, ending: str) -> str:
        """Keep a picture; the name that it has here. OSError."""
        name = f"{hashlib.sha256(content).hexdigest()[:32]}.{ending}"
        self.keep_as(name, content)
        return name

    def keep_as(self, name: str, content: bytes) -> None:
        """Keep a picture by this name. OSError."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        replace_bytes(self.pictures / name, content, FOR_THE_OWNER)

    def path(self, name: str) -> Path:
        """Where the picture of this name lies."""
        return self.pictures / name

    def read(self, name: str) -> bytes:
        """The picture of this name. OSError."""
        return read_regular(self.path(name), PHOTO.file_bytes)

    def has_all(self, draft: Draft) -> bool:
        """Whether all pictures of a draft are there still."""
        pictures = pictures_from_text(draft.more)
        return pictures is None or all(self.path(name).is_file() for name in pictures.kept)

    def sweep(self) -> None:
        """Take away the pictures that no draft needs. What cannot be taken away stays."""
        needed: set[str] = set()
        for draft in self.drafts.all():
            pictures = pictures_from_text(draft.more)
            needed |= set(pictures.kept) if pictures is not None else set()
        with suppress(OSError):
            for file in self.pictures.iterdir():
                if file.name not in needed:
                    file.unlink(missing_ok=True)
