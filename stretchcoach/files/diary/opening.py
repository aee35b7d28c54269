"""Opening the diary, whatever state its file is in."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.connection import COMPANIONS, is_damage
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.database.tables import NewerSchemaError, NotADiaryError
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.backup import newest_good_backup
from stretchcoach.files.diary.check import newer_sentence, why
from stretchcoach.files.diary.set_aside import set_aside
from stretchcoach.files.diary.unwritten import take_in_unwritten
from stretchcoach.files.disk.paths import Paths

HEADER_BYTES = 100  # less than what every SQLite file begins with is nothing at all


@dataclass(frozen=True)
class DiaryOpened:
    """The diary, or why there is none.

    `problem` is a sentence for the person, or "". `offered_backup` is the best good backup
    where the diary was damaged or lost; `db` is then a new, empty one.
    """

    db: HistoryDb | None
    problem: str = ""
    offered_backup: Path | None = None


def open_diary(
    paths: Paths, *, forget_deleted: bool = True, today: date | None = None
) -> DiaryOpened:
    """Open the diary of `paths`, or begin it. Never raises.

    What could not be written the last time is written now. What was deleted the last time
    is forgotten, unless another program may still bring it back.
    """
    today = now_moment().day if today is None else today
    try:
        if _is_lost(paths.diary):
            return _begin_where_it_is_lost(paths, today)
        db = _open_sound(paths.diary)
    except NewerSchemaError:
        return DiaryOpened(None, newer_sentence(paths.diary))
    except (sqlite3.Error, NotADiaryError, OSError, ValueError, MemoryError) as error:
        if isinstance(error, (NotADiaryError, MemoryError)) or is_damage(error):
            return _begin_afresh(paths, today)
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
    """Look through the sessions, or, when the last one to use the file did not close it, all."""
    was_cut_off = path.with_name(path.name + COMPANIONS[0]).exists()
    db = HistoryDb(path)
    try:
        if was_cut_off:
            found = db.rows("PRAGMA quick_check(1)")
            if found[0][0] != "ok":
                raise sqlite3.DatabaseError(found[0][0])
        else:
            db.rows("SELECT max(length(note)), count(*) FROM session")
    except BaseException:
        db.close()
        raise
    return db


def _is_lost(path: Path) -> bool:
    """Whether there is no file, or not even the beginning of one. OSError."""
    try:
        return not path.is_dir() and path.stat().st_size < HEADER_BYTES
    except FileNotFoundError:
        return True


def _begin_where_it_is_lost(paths: Paths, today: date) -> DiaryOpened:
    """The first start, or the file was deleted, or emptied by a full disk. sqlite3.Error, OSError.

    SQLite would throw away what waits beside an empty file, so that is kept.
    """
    wal = paths.diary.with_name(paths.diary.name + COMPANIONS[0])
    left_over = wal.exists() and wal.stat().st_size > 0
    offered = newest_good_backup(paths.backups, today)
    if left_over or (paths.diary.exists() and paths.diary.stat().st_size):
        return _begin_afresh(paths, today)
    db = HistoryDb(paths.diary)
    take_in_unwritten(db, paths.unwritten)
    if offered is None:
        return DiaryOpened(db)
    problem = tr("The diary {path} is missing or empty. A new one was begun.", path=paths.diary)
    return DiaryOpened(db, problem, offered)


def _begin_afresh(paths: Paths, today: date) -> DiaryOpened:
    """Set the damaged file aside and begin a new one."""
    offered = newest_good_backup(paths.backups, today)
    try:
        aside = set_aside(paths.diary)
        db = HistoryDb(paths.diary)
    except (sqlite3.Error, OSError) as error:
        return DiaryOpened(None, _cannot_open(paths, error), offered)
    take_in_unwritten(db, paths.unwritten)
    problem = tr("The diary was damaged. It was kept as {path}, and a new one begun.", path=aside)
    return DiaryOpened(db, problem, offered)


def _cannot_open(paths: Paths, error: BaseException) -> str:
    return tr(
        "The diary {path} cannot be opened: {reason}. Sessions go on without it.",
        path=paths.diary,
        reason=why(error),
    )
