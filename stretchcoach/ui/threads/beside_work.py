"""Work beside the window that says how far it is, and can be cancelled.

All that reads or writes a file for a person is done so: the file may be long, and its disk slow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch
from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller

# What is being done, for a percentage.
Wording = Callable[[int], str]


class CancelledError(Exception):
    """Nobody wants the rest."""


@dataclass(frozen=True)
class Outcome:
    """A sentence about what was done, "" where there is nothing to say; whether anything has
    changed; the file that was written; and what the window is to do with what was found."""

    words: str = ""
    is_changed: bool = False
    file: Path | None = None
    then: Callable[[], None] | None = None


class BesideWork(Teller):
    """One piece at a time. `progressed` has a sentence about how far it is; at the end
    `finished` has the Outcome."""

    progressed = Signal(str)
    finished = Signal(object)

    def __init__(self, parent: QObject | None, name: str) -> None:
        super().__init__(parent)
        self._background = Background(self, name)
        self._cancelled = Event()
        self._percent = -1
        self.is_running = False
        self.finished.connect(self._on_finished)

    def begin(
        self, work: Callable[[Watch], Outcome], wording: Wording, cancelled_words: str
    ) -> None:
        """Do `work`, unless other work is being done; `cancelled_words` say that it was left."""
        if not self.is_running:
            self.is_running, self._percent, self._wording = True, -1, wording
            self._cancelled.clear()
            self.progressed.emit(wording(0))
            self._background.start(partial(self._run, work, cancelled_words))

    def cancel(self) -> None:
        """Leave everything as it was, where that is possible still."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until it is done."""
        self._background.wait()

    def _run(self, work: Callable[[Watch], Outcome], cancelled_words: str) -> None:
        outcome = Outcome(tr("This did not work."))
        try:
            outcome = work(self._watch)
        except CancelledError:
            outcome = Outcome(cancelled_words)
        finally:  # whatever happens, the next piece can be begun
            self.tell("finished", outcome)

    def _watch(self, share: float) -> None:
        if self._cancelled.is_set() or self._background.stopping.is_set():
            raise CancelledError
        percent = int(share * 100)
        if percent != self._percent:
            self._percent = percent
            self.tell("progressed", self._wording(percent))

    def _on_finished(self, outcome: Outcome) -> None:
        self.is_running = False
        if outcome.then is not None:
            outcome.then()
