"""Threads that never outlive the program, and never keep it from ending.

A thread that is inside Qt when Python ends takes the whole process down. So at the end all are
asked to stop and waited for, but not for ever: work may hang in what it was given.
"""

from __future__ import annotations

import atexit
import threading
import time
import weakref
from collections.abc import Callable
from threading import Event, Thread, current_thread

LONGEST_WAIT_S = 3.0  # of the program for all of them, when it ends


class Background:
    """Runs one piece of work after the other for `owner`; work looks at `stopping` often.

    It is to stop when the owner is gone, or at the end of the program.
    """

    def __init__(self, owner: object, name: str) -> None:
        self.stopping = Event()
        self._name = name
        self._thread: Thread | None = None
        weakref.finalize(owner, self.stopping.set)

    @property
    def is_running(self) -> bool:
        """Whether there is work that has not ended."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, work: Callable[[], None]) -> None:
        """Run `work` in a thread."""
        self._thread = _Work(work, self._name, self.stopping)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the work is done."""
        if self._thread is not None and self._thread is not current_thread():
            self._thread.join()


class _Work(Thread):
    def __init__(self, work: Callable[[], None], name: str, stopping: Event) -> None:
        super().__init__(target=work, name=name, daemon=True)
        self.stopping = stopping


def is_at_work() -> bool:
    """Whether any work has not ended."""
    return any(isinstance(thread, _Work) for thread in threading.enumerate())


def end_all(longest_wait_s: float = LONGEST_WAIT_S) -> bool:
    """Ask all work to stop and wait for it; whether it has.

    Where it has not, the process can only be left by `os._exit`.
    """
    running = [thread for thread in threading.enumerate() if isinstance(thread, _Work)]
    for thread in running:
        thread.stopping.set()
    until_s = time.monotonic() + longest_wait_s
    for thread in running:
        thread.join(max(0.0, until_s - time.monotonic()))
    return not any(thread.is_alive() for thread in running)


atexit.register(end_all)
