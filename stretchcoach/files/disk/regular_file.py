"""Reading what may be anything: only regular files, only so much, and without ever waiting."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from stretchcoach.core.language.i18n import tr


class NotRegularError(OSError):
    """What is there is a folder, a pipe, a device: nothing that is read."""


def read_regular(path: Path, most_bytes: int) -> bytes:
    """The content of the file at `path`, one byte more than `most_bytes` where it is longer.

    OSError where it cannot be read, NotRegularError among them; ValueError for a path with a
    NUL.
    """
    # Looked at before, for opening alone can already do something to a device.
    _refuse_irregular(os.stat(path).st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        # And again, for it may have become a pipe since.
        _refuse_irregular(os.fstat(file.fileno()).st_mode)
        return file.read(most_bytes + 1)


def _refuse_irregular(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotRegularError(None, tr("it is no ordinary file"))
