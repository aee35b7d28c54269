"""A file that one program at a time holds, until it lets go or ends, however it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockFile:
    """Not held yet. The file is there while somebody holds it, or after a crash."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Hold it; False when another holds it. OSError where files cannot be locked."""
        if self._descriptor is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(descriptor)
                is_there = _is_still_there(descriptor, self._path)
            except (BlockingIOError, PermissionError):
                is_there = False
            except OSError:
                os.close(descriptor)
                raise
            if not is_there:
                os.close(descriptor)
                return False
            self._descriptor = descriptor
        return True

    def let_go(self) -> None:
        """Hold it no longer; the file goes away."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            if sys.platform != "win32":  # there the file can go while it is held
                with suppress(OSError):
                    self._path.unlink()
            os.close(descriptor)
            if sys.platform == "win32":  # pragma: no cover
                with suppress(OSError):
                    self._path.unlink()


def _is_still_there(descriptor: int, path: Path) -> bool:
    """Whether nobody has removed the file between its opening and its locking."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False
