"""Deleting sessions, and bringing them back as long as the program runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from stretchcoach.core.language.i18n import trn
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.trash import Trash, Undo


class Bin:
    """What was deleted from `db`, the latest on top. sqlite3.Error when it cannot be written."""

    def __init__(self, db: HistoryDb) -> None:
        self._trash = Trash(db)
        self._undos: list[Undo] = []

    @property
    def words(self) -> str:
        """What the next undo would bring back; "" where there is nothing."""
        if not self._undos:
            return ""
        return trn("{n} session deleted. It can be brought back until the coach is closed.",
                   "{n} sessions deleted. They can be brought back until the coach is closed.",
                   self._undos[-1].sessions)  # fmt: skip

    def delete(self, session_ids: Iterable[str]) -> None:
        self._undos.append(self._trash.delete_sessions(session_ids))

    def delete_period(self, first: date, last: date) -> None:
        """The sessions and ratings of the days from `first` to `last`."""
        self._undos.append(self._trash.delete_period(first, last))

    def delete_everything(self) -> None:
        self._undos.append(self._trash.delete_everything())

    def undo(self) -> None:
        """Bring back what was deleted last; nothing when there is nothing."""
        if self._undos:
            self._trash.undo(self._undos[-1])
            self._undos.pop()
