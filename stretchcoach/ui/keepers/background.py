"""A thread that never outlives the program.

A thread that is inside Qt when Python ends takes the whole process down, so at the end it is
asked to stop and waited for.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from threading import Event, Thread, current_thread


class Background:
    """Runs one piece of work after the other for `owner`; work looks at `stopping` often."""

    def __init__(self, owner: object, name: str) -> None:
        self.stopping = Event()
        self._name = name
        self._thread: Thread | None = None
        # Called at the end of the program, or when the owner is gone before that.
        weakref.finalize(owner, self.stop)

    def start(self, work: Callable[[], None]) -> None:
        """Run `work` in a thread."""
        self._thread = Thread(target=work, name=self._name, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the work is done."""
        if self._thread is not None and self._thread is not current_thread():
            self._thread.join()

    def stop(self) -> None:
        """Ask the work to end early, and wait for that."""
        self.stopping.set()
        self.wait()
