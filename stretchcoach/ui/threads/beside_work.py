"""Work beside the window that says how far it is, and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller

# Hears which share is done, and raises where nobody wants the rest.
Watch = Callable[[float], None]
# A sentence about what was done, and whether anything has changed.
Outcome = tuple[str, bool]


class CancelledError(Exception):
    """Nobody wants the rest."""


class BesideWork(Teller):
    """One piece at a time. `progressed` has a percentage; at the end `finished` has a sentence
    about it, and whether something was changed."""

    progressed = Signal(int)
    finished = Signal(str, bool)

    def __init__(self, parent: QObject, name: str) -> None:
        super().__init__(parent)
        self._background = Background(self, name)
        self._cancelled = Event()
        self._percent = -1
        self.is_running = False
        self.finished.connect(self._on_finished)

    def begin(self, work: Callable[[Watch], Outcome], cancelled_words: str) -> None:
        """Do `work`, unless other work is being done; `cancelled_words` say that it was left."""
        if not self.is_running:
            self.is_running, self._percent = True, -1
            self._cancelled.clear()
            self.progressed.emit(0)
            self._background.start(partial(self._run, work, cancelled_words))

    def cancel(self) -> None:
        """Leave everything as it was, where that is possible still."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until it is done."""
        self._background.wait()

    def _run(self, work: Callable[[Watch], Outcome], cancelled_words: str) -> None:
        try:
            words, is_changed = work(self._watch)
        except CancelledError:
            words, is_changed = cancelled_words, False
        self.tell("finished", words, is_changed)

    def _watch(self, share: float) -> None:
        if self._cancelled.is_set() or self._background.stopping.is_set():
            raise CancelledError
        percent = int(share * 100)
        if percent != self._percent:
            self._percent = percent
            self.tell("progressed", percent)

    def _on_finished(self) -> None:
        self.is_running = False
