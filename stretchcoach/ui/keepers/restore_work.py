"""Making a backup the diary again, beside the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from stretchcoach.core.language.day_words import full_day_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Moment
from stretchcoach.files.diary.backup import Backup
from stretchcoach.files.diary.check import BackupError
from stretchcoach.files.diary.restore import Restored, restore_backup
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome, Watch

MOST_NAMED = 3


class RestoreWork(BesideWork):
    """The diary is replaced whole or not at all, whenever it is cancelled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, "restore")

    def start(self, paths: Paths, backup: Backup, now: Moment) -> None:
        """Look through `backup` and put it in the place of the diary, which is kept."""
        work = partial(_restore, paths, backup, now)
        self.begin(work, tr("Nothing was restored; the diary is as it was."))


def _restore(paths: Paths, backup: Backup, now: Moment, watch: Watch) -> Outcome:
    try:
        return restored_words(backup, restore_backup(paths, backup.path, now, watch)), True
    except BackupError as error:
        return str(error), False


def restored_words(backup: Backup, restored: Restored) -> str:
    """As of which day the diary is, where the one before is, and what had to be left out."""
    name = full_day_words(backup.day) if backup.day else backup.path.name
    words = [tr("The diary is again as on {day}.", day=name)]
    if restored.kept is not None:
        words.append(tr("The one before is kept as {name}.", name=restored.kept.name))
    return " ".join((*words, *restored.left_out[:MOST_NAMED]))
