"""Writing a file so that it is replaced whole or not at all.

What stands in its place keeps what it is: a link goes on leading to the file, which is the one
that is replaced, and who may read the file stays as it was.
"""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.regular_file import NotRegularError, refuse_irregular

FOR_ALL = 0o666  # as far as the system's mask lets
FOR_THE_OWNER = 0o600
MOST_NAME_BYTES = 220
KEEPS_OPEN_FILES = os.name == "nt"  # what another program has open cannot be replaced there
HELD_BY_ANOTHER = (5, 32)  # Windows: access denied, and a sharing violation


def replace_file(path: Path, write: Callable[[TextIO], None], mode: int = FOR_ALL) -> None:
    """Let `write` fill a new file and put it in the place of `path`. OSError."""
    with (
        replacing(path, mode) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as stream,
    ):
        write(stream)


def replace_bytes(path: Path, content: bytes, mode: int = FOR_ALL) -> None:
    """Put `content` in the place of the file `path`. OSError."""
    with replacing(path, mode) as temporary:
        temporary.write_bytes(content)


@contextmanager
def replacing(path: Path, mode: int = FOR_ALL) -> Iterator[Path]:
    """A new, empty file to be filled; when all went well it takes the place of `path`.

    Where there was no file, it can be used by whom `mode` says. OSError, also where something
    stands there that is no file.
    """
    with _new_file(path, mode) as (target, temporary):
        _keep_access(target, temporary)
        yield temporary
        _write_through(temporary)
        temporary.replace(target)


def refuse_unwritable(path: Path) -> None:
    """OSError where `path` could not be replaced now; afterwards all is as before.

    Asked before long work, so that nobody waits for what cannot be kept.
    """
    with _new_file(path, FOR_THE_OWNER) as (target, _):
        if KEEPS_OPEN_FILES:
            with suppress(FileNotFoundError):
                os.close(os.open(target, os.O_RDWR))


@contextmanager
def _new_file(path: Path, mode: int) -> Iterator[tuple[Path, Path]]:
    """The file that `path` leads to, and a new one beside it, which is gone afterwards unless it
    took another name."""
    target = real_file(path)
    temporary = target.with_name(f"{_shortened(target.name)}.{_own_number()}.new")
    with suppress(FileNotFoundError):
        temporary.unlink()  # of a process that had the same number and was killed
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
        yield target, temporary
    except OSError as error:
        if error.filename in (None, str(temporary)):  # a full disk names none
            error.filename = str(path)
        raise
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _own_number() -> str:
    """That of this process and thread: another may be writing the same file just now."""
    return f"{os.getpid()}-{threading.get_native_id()}"


def _shortened(name: str) -> str:
    """As much of a long `name` as leaves room for an ending; systems allow some 255 bytes."""
    while len(os.fsencode(name)) > MOST_NAME_BYTES:
        name = name[:-1]
    return name


def why_not_written(error: OSError) -> str:
    """What kept a file from being replaced, in the words of the system."""
    reason = error.strerror or str(error)
    if getattr(error, "winerror", None) in HELD_BY_ANOTHER:
        return tr("{reason} Is it open in another program?", reason=reason)
    return reason


def real_file(path: Path) -> Path:
    """The file that `path` leads to, where it is a link; there may be none yet.

    OSError where it leads to a folder, a device, a pipe.
    """
    target = Path(os.path.realpath(path))
    try:
        refuse_irregular(os.stat(target).st_mode)
    except FileNotFoundError:
        pass
    except NotRegularError as error:
        error.filename = str(path)
        raise
    return target


def _keep_access(old: Path, new: Path) -> None:
    """Let those use `new` who may use `old`; before anything stands in it."""
    try:
        before = old.stat()
    except FileNotFoundError:
        return
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):  # it is another's: then at least not wider than it was
            os.chown(new, before.st_uid, before.st_gid)
    os.chmod(new, stat.S_IMODE(before.st_mode) & ~(stat.S_ISUID | stat.S_ISGID))


def _write_through(path: Path) -> None:
    """Have the content on the disk before the name leads to it, should the power fail."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
