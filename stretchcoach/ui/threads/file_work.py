"""Writing a file where the person wants it, beside the window."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch
from stretchcoach.files.disk.whole_file import refuse_unwritable, why_not_written
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome, Wording

Write = Callable[[Watch], "Iterable[str] | None"]


class FileWork(BesideWork):
    """One file at a time, written whole or not at all; what is asked meanwhile comes after it."""

    def __init__(self, parent: QObject | None, name: str = "file") -> None:
        super().__init__(parent, name)
        self._waiting: deque[Callable[[], None]] = deque()
        self.finished.connect(self._begin_next)

    def write(self, path: Path, write: Write, wording: Wording) -> None:
        """Let `write` write the file `path`, which it replaces whole. It may raise OSError and
        sqlite3.Error, and return sentences about what is not in the file."""
        self.in_turn(partial(_written, path, write), wording, tr("Nothing was written."))

    def in_turn(
        self, work: Callable[[Watch], Outcome], wording: Wording, cancelled_words: str
    ) -> None:
        """Begin `work` now, or when all is done that was asked before."""
        if self.is_running:
            self._waiting.append(partial(self.begin, work, wording, cancelled_words))
        else:
            self.begin(work, wording, cancelled_words)

    @property
    def has_work(self) -> bool:
        """Whether something is being done, or waits for its turn."""
        return self.is_running or bool(self._waiting)

    def _begin_next(self) -> None:
        if self._waiting and not self.is_running:
            self._waiting.popleft()()


def _written(path: Path, write: Write, watch: Watch) -> Outcome:
    """Where it stands, or why it does not."""
    name = clean(str(path)).replace("\n", " ")  # a name may have several lines
    try:
        watch(0)
        refuse_unwritable(path)
        remarks = write(watch) or ()
    except OSError as error:
        reason = why_not_written(error)
        return Outcome(tr("{path} cannot be written: {reason}.", path=name, reason=reason))
    except sqlite3.Error as error:
        return Outcome(tr("The diary cannot be used: {reason}.", reason=error))
    return Outcome(" ".join((tr("Written to {path}.", path=name), *remarks)), file=path)
