"""Taking in a diary beside the window: it says how far it is, and can be cancelled."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.import_diary import Imported, ImportRefusedError, import_file
from stretchcoach.ui.threads.background import Background


class CancelledError(Exception):
    """Nobody wants the rest."""


class ImportWork(QObject):
    """One file at a time. `progressed` has a percentage; at the end `finished` has a sentence
    about it, and whether something was taken in."""

    progressed = Signal(int)
    finished = Signal(str, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self, "import")
        self._cancelled = Event()
        self._percent = -1
        self.is_running = False
        self.finished.connect(self._on_finished)

    def start(self, diary: Path, file: Path) -> None:
        """Merge `file` into the diary at `diary`, unless another is being merged."""
        if not self.is_running:
            self.is_running, self._percent = True, -1
            self._cancelled.clear()
            self.progressed.emit(0)
            self._background.start(partial(self._run, diary, file))

    def cancel(self) -> None:
        """Leave the diary as it was."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until it is done."""
        self._background.wait()

    def _run(self, diary: Path, file: Path) -> None:
        is_changed = False
        try:
            with closing(HistoryDb(diary)) as db:
                words = imported_words(import_file(db, file, self._watch))
            is_changed = True
        except ImportRefusedError as error:
            words = tr("Nothing was taken in: {problem}.", problem=error.problems[0])
        except CancelledError:
            words = tr("Nothing was taken in.")
        except (sqlite3.Error, OSError) as error:
            words = tr("The diary cannot be used: {reason}.", reason=error)
        with suppress(RuntimeError):  # the window may be gone meanwhile
            self.finished.emit(words, is_changed)

    def _watch(self, share: float) -> None:
        if self._cancelled.is_set() or self._background.stopping.is_set():
            raise CancelledError
        percent = int(share * 100)
        if percent != self._percent:
            self._percent = percent
            with suppress(RuntimeError):
                self.progressed.emit(percent)

    def _on_finished(self) -> None:
        self.is_running = False


def imported_words(imported: Imported) -> str:
    """“1 new session, 5 were known already”."""
    new = trn("{n} new session", "{n} new sessions", imported.new)
    known = trn("{n} was known already", "{n} were known already", imported.known)
    return tr("{new}, {known}", new=new, known=known)
