"""Keeps the screen awake while a session runs, where the system lets us."""

from __future__ import annotations

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.running.lacks import Trouble

CLOSING_S = 0.3  # a system that does not answer is not waited for
log = logging.getLogger(__name__)


class Lock(Protocol):
    """Holds the screen awake between `take` and `drop`."""

    def take(self) -> str:
        """Why it could not be done, or "" if it was."""
        ...

    def drop(self) -> None: ...


class WakepyLock:
    """The ways of the systems, gathered by wakepy, which is imported when first needed."""

    def __init__(self) -> None:
        self._drop: Callable[[], object] | None = None

    def take(self) -> str:
        from wakepy import keep

        mode = keep.presenting(on_fail="pass")
        mode.__enter__()
        self._drop = lambda: mode.__exit__(None, None, None)
        if mode.active:
            return ""
        log.info("%s", mode.result.get_failure_text())
        return tr("The screen may go dark: this system offers no way to keep it on.")

    def drop(self) -> None:
        drop, self._drop = self._drop, None
        if drop is not None:
            drop()


class NullLock:
    """Lets the screen sleep, for tests."""

    def take(self) -> str:
        return ""

    def drop(self) -> None:
        return None


def awake_trouble(note: str) -> Trouble | None:
    """What `KeepAwake.noted` says, and what helps; None where nothing is wrong."""
    if not note:
        return None
    remedy = tr("The settings of the system, under power or screen, can let it stay on for longer.")
    return Trouble(note, remedy)


class KeepAwake(QObject):
    """Connect `on_event` to a session's events: awake while `is_running`, and no longer.

    The system is asked in a thread of its own, for its answer may take a while. `noted`
    tells the settings page why it did not work; `note` is "" as long as it does.
    """

    noted = Signal(str)

    def __init__(
        self,
        is_running: Callable[[], bool],
        lock: Lock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_running = is_running
        self._wanted = False
        self._asked: SimpleQueue[bool | None] = SimpleQueue()
        self._lock = lock or WakepyLock()
        self._thread: Thread | None = None
        self.note = ""
        self.noted.connect(self._on_noted)

    @Slot(object)
    def on_event(self, event: object) -> None:
        if self._is_running() is not self._wanted:
            self._wanted = not self._wanted
            self._ask(self._wanted)

    @Slot()
    def close(self) -> None:
        """Let the screen sleep again, and wait a moment for the system to hear of it."""
        if self._thread is not None:
            self._ask(None)
            self._thread.join(CLOSING_S)
            self._thread = None
            self._wanted = False

    def _ask(self, wanted: bool | None) -> None:
        self._asked.put(wanted)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="keep-awake", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        """In the thread: the lock is taken and dropped by the thread that owns it."""
        while (wanted := self._asked.get()) is not None:
            try:
                self._lock.drop()
                if wanted:
                    self.noted.emit(self._lock.take())
            except Exception as error:  # whatever the system did, a session goes on
                self.noted.emit(tr("The screen cannot be kept awake: {error}", error=error))
        self._lock.drop()

    @Slot(str)
    def _on_noted(self, note: str) -> None:
        self.note = note
