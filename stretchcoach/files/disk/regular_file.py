"""Reading what may be anything: only regular files, only so much, and without ever waiting."""

from __future__ import annotations

import os
import stat
from io import BufferedReader
from pathlib import Path

from stretchcoach.core.language.i18n import tr


class NotRegularError(OSError):
    """What is there is a folder, a pipe, a device: nothing that is read."""


def open_regular(path: Path) -> BufferedReader:
    """The file at `path`, opened for reading its bytes.

    OSError where it cannot be read, NotRegularError among them; ValueError for a path with a
    NUL.
    """
    # Looked at before, for opening alone can already do something to a device.
    refuse_irregular(os.stat(path).st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        # And again, for it may have become a pipe since.
        refuse_irregular(os.fstat(descriptor).st_mode)
    except OSError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def read_regular(path: Path, most_bytes: int) -> bytes:
    """The content of the file at `path`, one byte more than `most_bytes` where it is longer.

    It raises what `open_regular` raises.
    """
    with open_regular(path) as file:
        return file.read(most_bytes + 1)


def refuse_irregular(mode: int) -> None:
    """NotRegularError unless `mode`, as `os.stat` tells it, is that of a regular file."""
    if not stat.S_ISREG(mode):
        raise NotRegularError(None, tr("it is no ordinary file"))
