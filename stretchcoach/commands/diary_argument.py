"""The opening of the diary that several commands share."""

from __future__ import annotations

import sys

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.opening import open_diary
from stretchcoach.files.disk.paths import Paths


def opened_diary(paths: Paths) -> HistoryDb | None:
    """The diary, or None; what is wrong with it was printed.

    What a window has deleted is not forgotten: it may still be open, and bring it back.
    """
    opened = open_diary(paths, forget_deleted=False)
    if opened.problem:
        print(opened.problem, file=sys.stderr)
    if opened.offered_backup is not None:
        print(f"stretchcoach restore {opened.offered_backup}", file=sys.stderr)
    return opened.db


def print_damage(db: HistoryDb) -> None:
    """Name what of the diary was left out because it cannot be read."""
    for sentence in db.damage.sentences:
        print(sentence, file=sys.stderr)
