"""Which sessions run in a program just now: nobody else may go on with them or end them."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.files.disk.lock_file import LockFile

SUFFIX = ".lock"


class RunningElsewhereError(Exception):
    """Another program, or another window, performs the session just now."""


class RunningSessions:
    """The sessions that run, by a locked file of each in `folder`.

    Where files cannot be locked, no session counts as running.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, session_id: object) -> bool:
        path = self._folder / f"{session_id}{SUFFIX}"
        try:
            if not path.exists():
                return False
            lock = LockFile(path)
            is_free = lock.take()
        except (OSError, ValueError):
            return False
        lock.let_go()
        return not is_free

    def begin(self, session_id: str) -> LockFile:
        """From now on the session runs here, until the lock is let go.

        RunningElsewhereError when it does so elsewhere.
        """
        lock = LockFile(self._folder / f"{session_id}{SUFFIX}")
        try:
            is_free = lock.take()
        except (OSError, ValueError):
            return lock
        if not is_free:
            raise RunningElsewhereError
        return lock
