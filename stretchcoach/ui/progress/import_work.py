"""Taking in a diary beside the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.import_diary import Imported, ImportRefusedError, import_file
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome, Watch


class ImportWork(BesideWork):
    """One file at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, "import")

    def start(self, diary: Path, file: Path) -> None:
        """Merge `file` into the diary at `diary`."""
        self.begin(partial(_take_in, diary, file), tr("Nothing was taken in."))


def _take_in(diary: Path, file: Path, watch: Watch) -> Outcome:
    try:
        with closing(HistoryDb(diary)) as db:
            return imported_words(import_file(db, file, watch)), True
    except ImportRefusedError as error:
        return tr("Nothing was taken in: {problem}.", problem=error.problems[0]), False
    except (sqlite3.Error, OSError) as error:
        return tr("The diary cannot be used: {reason}.", reason=error), False


def imported_words(imported: Imported) -> str:
    """“1 new session, 5 were known already”."""
    new = trn("{n} new session", "{n} new sessions", imported.new)
    known = trn("{n} was known already", "{n} were known already", imported.known)
    return tr("{new}, {known}", new=new, known=known)
