"""The diary while the window is open: opened late, closed at the end, told about once."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Feeling, SessionRecord, new_record
from stretchcoach.files.database.connection import is_damage
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.backup import daily_backup, newest_good_backup
from stretchcoach.files.diary.check import BackupError
from stretchcoach.files.diary.opening import DiaryOpened, close_diary, open_diary
from stretchcoach.files.diary.recorder import Recorder, new_session_id
from stretchcoach.files.diary.running import RunningSessions
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.threads.background import Background

if TYPE_CHECKING:
    from stretchcoach.ui.keepers.backup_work import BackupWork

MOST_NAMED = 3  # damaged sessions in a start of the program


class DiaryKeeper(QObject):
    """Opens the diary when it is first needed. `failed` has a sentence for the person.

    `closing` is the last moment at which something can be written.
    """

    failed = Signal(str)
    closing = Signal()

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._running = RunningSessions(paths.running)
        self._opened: DiaryOpened | None = None
        self._named: set[str] = set()
        self._background = Background(self, "backup")

    @cached_property
    def backups(self) -> BackupWork:
        """Backups that are made or brought back for the person, beside the window."""
        from stretchcoach.ui.keepers.backup_work import BackupWork

        return BackupWork(self)

    @property
    def opened(self) -> DiaryOpened:
        """The diary, opened now if it was not yet."""
        if self._opened is None:
            self._opened = open_diary(self._paths)
            # Of a folder that cannot be read at all the window tells by itself.
            if self._opened.problem and not self._paths.why_unreadable():
                self.failed.emit(self._sentence(self._opened))
        return self._opened

    def _sentence(self, opened: DiaryOpened) -> str:
        """The problem, and the way out of it where a good backup is there."""
        if opened.offered_backup is None:
            return opened.problem
        return f"{opened.problem} {_way_out(opened.offered_backup)}"

    @property
    def db(self) -> HistoryDb | None:
        return self.opened.db

    def open_session(self) -> SessionRecord | None:
        """The session that was cut off and may be resumed; not one that runs just now.

        One that was cut off after its last interval was finished, and is kept so.
        """
        found = None
        if self.db is not None:
            with suppress(sqlite3.Error):
                found = self.db.open_session(self._running)
                while found is not None and found.at_index >= len(found.intervals):
                    self.db.save(found.stopped())
                    found = self.db.open_session(self._running)
            self.name_damage()
        return found

    def stop_open_sessions(self) -> None:
        """What was cut off will not be resumed; what runs in another program is let be."""
        if self.db is not None:
            with suppress(sqlite3.Error):
                self.db.stop_open_sessions(self._running)

    def last_days(self) -> dict[str, date]:
        """By routine id, the day it was last done."""
        if self.db is not None:
            with suppress(sqlite3.Error):
                return self.db.last_days(now_moment().day)
        return {}

    def name_damage(self) -> None:
        """Tell of what was found damaged, each thing once, and not of too many."""
        for sentence in self.db.damage.sentences if self.db is not None else ():
            if len(self._named) == MOST_NAMED:
                sentence = tr("More of the diary is damaged: “stretchcoach history” names it.")
            if len(self._named) <= MOST_NAMED and sentence not in self._named:
                self._named.add(sentence)
                self.failed.emit(sentence)

    def begin(self, performance: Performance) -> Recorder:
        """Keep a new session; one that was cut off before counts as stopped."""
        self._stop_restoring()
        self.stop_open_sessions()
        record = new_record(
            new_session_id(),
            performance.routine,
            performance.timeline,
            performance.affected,
            now_moment(),
            performance.limit_ms,
        )
        recorder = self.resume(record)
        if performance.before != Feeling():
            recorder.feel_before(performance.before)
        return recorder

    def resume(self, record: SessionRecord) -> Recorder:
        """Keep on with a session that was cut off.

        RunningElsewhereError when another program does so already.
        """
        self._stop_restoring()
        lock = self._running.begin(record.id)
        unwritten = self._paths.unwritten
        return Recorder(self.db, unwritten, record, now_moment, self.failed.emit, lock)

    def back_up(self, *, again: bool = False) -> None:
        """Today's backup, beside the window; `again` replaces one of earlier today."""
        if self.db is not None:
            self._background.wait()
            self._background.start(partial(self._back_up, again))

    def _back_up(self, again: bool) -> None:
        today = now_moment().day
        try:
            daily_backup(self._paths, today, again=again)
        except BackupError as error:
            sentence = str(error)
            if is_damage(error.__cause__):
                offered = newest_good_backup(self._paths.backups, today)
                sentence += f" {_way_out(offered)}" if offered else ""
            with suppress(RuntimeError):  # the program may have ended under the thread
                self.failed.emit(sentence)

    def _stop_restoring(self) -> None:
        """A session is kept in the diary that stays: nothing may take its place meanwhile."""
        if "backups" in self.__dict__:
            self.backups.cancel()
            self.backups.wait()

    def close(self) -> None:
        self._stop_restoring()
        self.closing.emit()
        if self._opened is not None and self._opened.db is not None:
            close_diary(self._opened.db)
        self._opened = None


def _way_out(backup: Path) -> str:
    return tr("The settings can bring back the backup {name}.", name=backup.stem)
