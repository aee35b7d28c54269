"""A backup of the diary, made or brought back beside the window."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from stretchcoach.core.language.day_words import full_day_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Moment
from stretchcoach.core.work.watch import Watch
from stretchcoach.files.diary.backup import Backup, daily_backup
from stretchcoach.files.diary.check import BackupError
from stretchcoach.files.diary.restore import Restored, restore_backup
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome

MOST_NAMED = 3


class BackupWork(BesideWork):
    """One thing at a time. The diary is replaced whole or not at all, whenever it is cancelled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, "backup")

    def restore(self, paths: Paths, backup: Backup, now: Moment) -> None:
        """Look through `backup` and put it in the place of the diary, which is kept."""
        work = partial(_restore, paths, backup, now)
        self.begin(work, _restoring, tr("Nothing was restored; the diary is as it was."))

    def back_up(self, paths: Paths, today: date) -> None:
        """Make today's backup, in place of one of earlier today."""
        self.begin(partial(_back_up, paths, today), _backing_up, tr("Nothing was backed up."))


def _restoring(percent: int) -> str:
    return tr("A backup is looked through and restored: {percent} % done.", percent=percent)


def _backing_up(percent: int) -> str:
    return tr("The diary is backed up: {percent} % done.", percent=percent)


def _restore(paths: Paths, backup: Backup, now: Moment, watch: Watch) -> Outcome:
    try:
        restored = restore_backup(paths, backup.path, now, watch)
    except BackupError as error:
        return Outcome(str(error))
    return Outcome(restored_words(backup, restored), is_changed=True)


def _back_up(paths: Paths, today: date, watch: Watch) -> Outcome:
    try:
        made = daily_backup(paths, today, again=True, watch=watch)
    except BackupError as error:
        return Outcome(str(error))
    if made is None:
        return Outcome(tr("There is nothing in the diary yet."))
    return Outcome(tr("Backed up as {name}.", name=made.name))


def restored_words(backup: Backup, restored: Restored) -> str:
    """As of which day the diary is, where the one before is, and what had to be left out."""
    name = full_day_words(backup.day) if backup.day else backup.path.name
    words = [tr("The diary is again as on {day}.", day=name)]
    if restored.kept is not None:
        words.append(tr("The one before is kept as {name}.", name=restored.kept.name))
    return " ".join((*words, *restored.left_out[:MOST_NAMED]))
