"""The helper process that makes the sound: see `helper_process.py`, which starts it.

It ends when its standard input does, so that it never outlives the program, and on Linux also
while it hangs inside a library of the system.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from stretchcoach.ui.sound.helper_process import HEARD
from stretchcoach.ui.threads.garbage import GarbageCollector

Tell = Callable[..., None]
LAST_WORDS_S = 0.2
PR_SET_PDEATHSIG = 1


class Desk(Protocol):
    """What carries out the requests."""

    def hear(self, verb: str, *words: Any) -> None: ...

    def close(self) -> None:
        """Be silent; the process ends."""
        ...


class Requests(QObject):
    """Reads requests from `stream` in a thread, for that waits, and hands them to `desk`."""

    _came = Signal(object)
    _ended = Signal()

    def __init__(self, desk: Desk, tell: Tell) -> None:
        super().__init__()
        self._desk, self._tell = desk, tell
        queued = Qt.ConnectionType.QueuedConnection
        self._came.connect(self._on_came, queued)
        self._ended.connect(self._on_ended, queued)
        Thread(target=self._read, name="requests", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin.buffer:
            with suppress(ValueError):
                self._came.emit(json.loads(line))
        self._ended.emit()
        time.sleep(LAST_WORDS_S)
        os._exit(0)  # also when the desk is still busy

    @Slot(object)
    def _on_came(self, words: list[str]) -> None:
        self._desk.hear(*words)
        self._tell(HEARD)

    @Slot()
    def _on_ended(self) -> None:
        self._desk.close()
        os._exit(0)  # what has to be put away is put away; the libraries may wait for ever


def run(kind: str) -> int:
    """Be the helper `kind` until the program that has started this one lets go of it."""
    _end_with_the_program()
    tell = _teller()
    application = QCoreApplication([])
    GarbageCollector(application)
    requests = Requests(_desk(kind, tell), tell)
    code = application.exec()
    del requests
    return code


def _desk(kind: str, tell: Tell) -> Desk:
    if kind == "voice":
        from stretchcoach.ui.sound.qt_speech import VoiceDesk

        return VoiceDesk(tell)
    from stretchcoach.ui.sound.qt_chimes import ChimesDesk

    return ChimesDesk(tell)


def _teller() -> Tell:
    """Answers on what is standard output now; whatever libraries print there goes elsewhere."""
    answers = os.dup(1)
    os.dup2(2, 1)

    def tell(*words: object) -> None:
        try:
            os.write(answers, json.dumps(words).encode() + b"\n")
        except BrokenPipeError:
            os._exit(0)

    return tell


def _end_with_the_program() -> None:
    """Ctrl+C and a closed terminal reach all processes of it: the program decides what follows.

    And when the program is killed, so is this: nobody else would end it while it hangs.
    """
    for name in ("SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
