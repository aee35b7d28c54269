"""A folder a client, below the folder of one's own routines: what is in it, and nothing more.

There is no database of clients. What a therapist would do in a file manager, the program does;
and what is done there, it sees.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from stretchcoach.files.disk.paths import EXERCISES, PLANS

MOST_CLIENTS = 500
SENT_ENDINGS = (".json", ".zip", ".txt", ".pdf")
_NO_CLIENTS = {EXERCISES, PLANS, "figures"}


def client_folders(routines: Path) -> tuple[Path, ...]:
    """The folders of clients below `routines`, by name; none where it cannot be listed."""
    try:
        with os.scandir(routines) as entries:
            # Files first, as most are: ten thousand of them are passed by without a call of ours.
            others = [entry for entry in entries if not entry.is_file(follow_symlinks=False)]
            found = [entry.name for entry in others if _is_client(entry)]
    except OSError:
        return ()
    return tuple(routines / name for name in sorted(found, key=str.casefold)[:MOST_CLIENTS])


def _is_client(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name.casefold() in _NO_CLIENTS:
        return False
    try:
        return entry.is_dir()
    except OSError:
        return False


def client_of(path: Path, routines: Path) -> str:
    """The client in whose folder the file at `path` lies; "" for nobody's."""
    folder = path.parent
    is_client = folder.parent == routines and folder.name.casefold() not in _NO_CLIENTS
    return folder.name if is_client else ""


def ending_of(path: Path) -> str:
    """How the name ends, in small letters."""
    return path.suffix.lower()


def is_sent(path: Path) -> bool:
    """Whether a file of this name may be what a client sends: a diary, or a report."""
    return ending_of(path) in SENT_ENDINGS


def sent_files(folder: Path) -> tuple[Path, ...]:
    """What a client may have sent and was put into the folder, the newest first."""
    return tuple(path for _, path in sorted(_sent(folder), reverse=True))


def _sent(folder: Path) -> Iterator[tuple[int, Path]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                is_one = is_sent(Path(entry.name)) and not entry.name.startswith(".")
                if is_one and entry.is_file():
                    yield entry.stat().st_mtime_ns, Path(entry.path)
    except OSError:
        return
