"""One window for a data folder: a second start hands its file to the first, and ends.

Two would undo each other's settings. The first holds a locked file, which no crash leaves locked,
and writes beside it where it can be reached.
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import Enum
from pathlib import Path

from stretchcoach.files.disk.lock_file import LockFile
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, replace_bytes

TRIES = 40  # the first may be on its way to be shown
TRY_EVERY_MS = 250
ANSWER_MS = 5_000
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # the desktop's leave to come to front


class OnlyWindow:
    """The right to be the window of the data folder of `paths`."""

    def __init__(self, paths: Paths) -> None:
        self._lock = LockFile(paths.window)
        self._address = paths.window_address

    def take(self) -> bool:
        """Be it, from now on; False when another is. True as well where files cannot be locked."""
        try:
            return self._lock.take()
        except OSError:
            return True

    @property
    def address(self) -> str:
        """Where the one that is it listens, or did; "" when that is not known."""
        try:
            return self._address.read_text("utf-8")
        except (OSError, ValueError):
            return ""

    def listen_at(self, address: str) -> None:
        """Tell those that come later where to ask."""
        with suppress(OSError):
            replace_bytes(self._address, address.encode(), FOR_THE_OWNER)

    def let_go(self) -> None:
        """The window has closed."""
        with suppress(OSError):
            self._address.unlink()
        self._lock.let_go()


def request(file: Path | None) -> bytes:
    """What a second start asks for: to come to the front, with its file."""
    import json

    named = None if file is None else str(file.absolute() if file.exists() else file)
    tokens = {name: os.environ[name] for name in TOKENS if name in os.environ}
    return json.dumps({"file": named, "tokens": tokens}).encode() + b"\n"


class Answer(Enum):
    """What became of a second start."""

    SHOWN = "shown"
    SILENT = "silent"
    FREE = "free"


def hand_over(only: OnlyWindow, file: Path | None) -> Answer:
    """Let the window that is open come to the front and show `file`.

    FREE when it has closed meanwhile, and this program is it now.
    """
    from PySide6.QtCore import QThread
    from PySide6.QtNetwork import QLocalSocket

    for _ in range(TRIES):
        address, socket = only.address, QLocalSocket()
        if address:
            socket.connectToServer(address)
            if socket.waitForConnected(TRY_EVERY_MS):
                socket.write(request(file))
                socket.flush()
                return Answer.SHOWN if socket.waitForReadyRead(ANSWER_MS) else Answer.SILENT
        QThread.msleep(TRY_EVERY_MS)
        if only.take():
            return Answer.FREE
    return Answer.SILENT
