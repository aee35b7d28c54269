"""Opening the diary, whatever state its file is in."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.tables import NewerSchemaError, NotADiaryError
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.backup import (
    COMPANIONS,
    is_damage,
    newer_sentence,
    newest_good_backup,
    set_aside,
)
from stretchcoach.files.diary.unwritten import take_in_unwritten
from stretchcoach.files.disk.paths import Paths


@dataclass(frozen=True)
class DiaryOpened:
    """The diary, or why there is none.

    `problem` is a sentence for the person, or "". `offered_backup` is the newest good
    backup after a damaged diary was set aside; `db` is then a new, empty one.
    """

    db: HistoryDb | None
    problem: str = ""
    offered_backup: Path | None = None


def open_diary(paths: Paths, *, forget_deleted: bool = True) -> DiaryOpened:
    """Open the diary of `paths`, or begin it. Never raises.

    What could not be written the last time is written now. What was deleted the last time
    is forgotten, unless another program may still bring it back.
    """
    try:
        db = _open_sound(paths.diary)
    except NewerSchemaError:
        return DiaryOpened(None, newer_sentence(paths.diary))
    except (sqlite3.Error, NotADiaryError, OSError) as error:
        if isinstance(error, NotADiaryError) or is_damage(error):
            return _begin_afresh(paths)
        return DiaryOpened(None, _cannot_open(paths, error))
    take_in_unwritten(db, paths.unwritten)
    if forget_deleted:
        with suppress(sqlite3.Error):
            Trash(db).empty()
    return DiaryOpened(db)


def close_diary(db: HistoryDb) -> None:
    """Close `db`; what was deleted cannot be brought back any more. Never raises."""
    with suppress(sqlite3.Error):
        Trash(db).empty()
    with suppress(sqlite3.Error):
        db.close()


def _open_sound(path: Path) -> HistoryDb:
    """Look through the file when the last one to use it did not close it."""
    was_cut_off = path.with_name(path.name + COMPANIONS[0]).exists()
    db = HistoryDb(path)
    try:
        if was_cut_off:
            found = db.rows("PRAGMA quick_check(1)")
            if found[0][0] != "ok":
                raise sqlite3.DatabaseError(found[0][0])
        else:
            db.rows("SELECT id FROM session LIMIT 1")
    except BaseException:
        db.close()
        raise
    return db


def _begin_afresh(paths: Paths) -> DiaryOpened:
    """Set the damaged file aside and begin a new one."""
    offered = newest_good_backup(paths.backups)
    try:
        aside = set_aside(paths.diary)
        db = HistoryDb(paths.diary)
    except (sqlite3.Error, OSError) as error:
        return DiaryOpened(None, _cannot_open(paths, error), offered)
    take_in_unwritten(db, paths.unwritten)
    problem = tr("The diary was damaged. It was kept as {path}, and a new one begun.", path=aside)
    return DiaryOpened(db, problem, offered)


def _cannot_open(paths: Paths, error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    return tr(
        "The diary {path} cannot be opened: {reason}. Sessions go on without it.",
        path=paths.diary,
        reason=reason,
    )
