"""What was written and not saved, kept beside until it is, whatever happens to the program."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.files.bench.saving import look_at
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, replace_file

ENDING = ".draft"
MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class Draft:
    """`text` is what was written, `base` what the file `path` held when that began, None when
    there was no file. `origin` names what it is a copy of, "" for none; `more` is what else
    belongs to it, in the words of whoever kept it."""

    path: Path
    text: str
    base: str | None
    origin: str = ""
    more: str = ""


class Drafts:
    """The drafts in `folder`, one a file. Nothing is created by asking. One that says what its file
    says is none: it was saved, and stays only as it could not be taken away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, draft: Draft) -> None:
        """Write it down. OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        content = json.dumps(
            {
                "path": str(draft.path),
                "text": draft.text,
                "base": draft.base,
                "origin": draft.origin,
                "more": draft.more,
            }
        )

        def write(stream: object) -> None:
            stream.write(content)  # type: ignore[attr-defined]

        replace_file(self._file(draft.path), write, FOR_THE_OWNER)

    def drop(self, path: Path) -> None:
        """It was saved, or is not wanted. What cannot be deleted is emptied, and no draft any more.
        OSError where it stays as it is."""
        file = self._file(path)
        try:
            file.unlink(missing_ok=True)
        except OSError:
            with file.open("r+b") as stream:
                stream.truncate(0)

    def find(self, path: Path) -> Draft | None:
        """The draft of the file `path`."""
        return _read(self._file(path))

    def free_path(self, folder: Path, id_: str) -> Path:
        """A path in `folder`, called by `id_`, of which there is neither a file nor a draft."""
        path, number = folder / f"{id_}.yaml", 2
        while path.exists() or self.find(path) is not None:
            path = folder / f"{id_}-{number}.yaml"
            number += 1
        return path

    def all(self) -> tuple[Draft, ...]:
        """All drafts that can be read, the latest first."""
        try:
            files = sorted(self._folder.glob(f"*{ENDING}"), key=_age)
        except OSError:
            return ()
        return tuple(draft for file in files if (draft := _read(file)) is not None)

    def _file(self, path: Path) -> Path:
        name = hashlib.sha256(str(path.absolute()).encode(errors="surrogateescape")).hexdigest()
        return self._folder / f"{name[:32]}{ENDING}"


def _age(file: Path) -> float:
    try:
        return -file.stat().st_mtime
    except OSError:
        return 0.0


def _read(file: Path) -> Draft | None:
    try:
        if file.stat().st_size > MAX_BYTES:
            return None
        found = json.loads(file.read_text(encoding="utf-8"))
        path, text, base, origin = (found[key] for key in ("path", "text", "base", "origin"))
        more = found.get("more", "")
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not all(isinstance(said, str) for said in (path, text, origin, more)):
        return None
    if not isinstance(base, (str, type(None))):
        return None
    if not more and look_at(Path(path)).text == text:
        return None
    return Draft(Path(path), text, base, origin, more)
