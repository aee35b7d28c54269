"""Backups of the diary: one a day, made while the program runs, each looked through.

Kept are those of the last 7 days, 4 weeks and 12 months that have one.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.tables import NewerSchemaError, NotADiaryError, check_known
from stretchcoach.files.database.trash import empty_trash
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, replacing

DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT, REPLACED_KEPT = 7, 4, 12, 5
TIMEOUT_S = 5.0
SET_ASIDE_SUFFIX = ".broken"
COMPANIONS = ("-wal", "-shm")

_NAME = re.compile(r"diary-(\d{4}-\d\d-\d\d)\.sqlite3", re.ASCII)
_REPLACED = "replaced-*.sqlite3"


class BackupError(Exception):
    """A backup could not be made or used; the text is a sentence for the person."""


def write_backup(diary: Path, target: Path) -> None:
    """A copy of `diary`, whole and looked through, at `target`, in place of what was there.

    Others may write into the diary meanwhile. BackupError when there is no good copy; then
    `target` is as it was.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target, FOR_THE_OWNER) as temporary:
            _copy(diary, temporary)
            check_diary(temporary)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(
            tr("The backup {path} could not be made: {reason}.", path=target, reason=_why(error))
        ) from error


def _copy(diary: Path, target: Path) -> None:
    with closing(_open(diary)) as source:
        # As bytes, for the name of a folder may be no text.
        source.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(target),))
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("BEGIN")
        empty_trash(copy)
        copy.execute("COMMIT")


def check_diary(path: Path) -> None:
    """BackupError when the file is no whole diary that this program can read."""
    try:
        if not path.is_file() or not path.stat().st_size:
            raise BackupError(tr("There is no diary in {path}.", path=path))
        with closing(_open(path)) as connection:
            version = check_known(connection)
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            sound = sound and connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except NewerSchemaError:
        raise BackupError(newer_sentence(path)) from None
    except NotADiaryError:
        version, sound = 0, True
    except sqlite3.OperationalError as error:
        raise BackupError(_unreadable(path, error)) from error
    except sqlite3.DatabaseError:
        version, sound = 0, False
    except OSError as error:
        raise BackupError(_unreadable(path, error)) from error
    if not sound:
        raise BackupError(tr("{path} is damaged, or it is no diary.", path=path))
    if version == 0:
        raise BackupError(tr("{path} is no diary.", path=path))


def newer_sentence(path: Path) -> str:
    return tr(
        "The diary {path} was written by a newer version of this program. It was not"
        " touched: please update the program.",
        path=path,
    )


def _unreadable(path: Path, error: Exception) -> str:
    return tr("{path} cannot be read: {reason}.", path=path, reason=_why(error))


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _open(path: Path) -> sqlite3.Connection:
    """A connection that only reads, also where nothing can be written beside the file."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    if not path.with_name(path.name + COMPANIONS[0]).exists():
        address += "&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=TIMEOUT_S, isolation_level=None)


def export_backup(diary: Path, target: Path) -> None:
    """A backup where the person wants it, but never over a file that is something else."""
    if os.path.exists(target):
        if target.samefile(diary):
            raise BackupError(tr("{path} is the diary itself.", path=target))
        try:
            check_diary(target)
        except BackupError as error:
            raise BackupError(tr("{path} is no backup; it was left alone.", path=target)) from error
    if not os.path.exists(diary):
        raise BackupError(tr("There is no diary in {path}.", path=diary))
    write_backup(diary, target)


# One a day, and which of them are kept.


def daily_backup(paths: Paths, today: date, *, again: bool = False) -> Path | None:
    """Make today's backup and drop the oldest ones; None when there is nothing to do.

    `again` also replaces one that was made earlier today, as after a session. It opens
    connections of its own, so that it may run in any thread. BackupError.
    """
    target = paths.backups / f"diary-{today.isoformat()}.sqlite3"
    if not os.path.exists(paths.diary) or (target.exists() and not again):
        return None
    write_backup(paths.diary, target)
    by_day = dict(_daily(paths.backups))
    for day in by_day.keys() - days_to_keep(by_day):
        with suppress(OSError):
            by_day[day].unlink()
    return target


def days_to_keep(days: Iterable[date]) -> set[date]:
    """The newest days, the newest day of each of the newest weeks, and so for months."""
    newest_first = sorted(days, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {
        *newest_first[:DAYS_KEPT],
        *list(weeks.values())[:WEEKS_KEPT],
        *list(months.values())[:MONTHS_KEPT],
    }


def backups(folder: Path) -> list[Path]:
    """All daily backups, the newest first."""
    return [path for _, path in _daily(folder)]


def newest_good_backup(folder: Path) -> Path | None:
    """The newest daily backup that can be restored, or None."""
    for path in backups(folder):
        with suppress(BackupError):
            check_diary(path)
            return path
    return None


def day_of_backup(path: Path) -> date | None:
    """The day of a daily backup, by its name."""
    match = _NAME.fullmatch(path.name)
    with suppress(ValueError):
        return date.fromisoformat(match.group(1)) if match else None
    return None


def delete_backups(folder: Path) -> None:
    """All of them, for a person who wants nothing kept. OSError when one cannot go."""
    for path in (*backups(folder), *folder.glob(_REPLACED)):
        path.unlink(missing_ok=True)


def _daily(folder: Path) -> list[tuple[date, Path]]:
    found = [(day_of_backup(path), path) for path in folder.glob("diary-*.sqlite3")]
    return sorted(((day, path) for day, path in found if day), reverse=True)


# Restoring.


def restore_backup(paths: Paths, file: Path, now: Moment) -> Path | None:
    """Make `file` the diary. Where the present one was kept, or None if there was none.

    Other connections to the diary see the restored one from then on. BackupError when
    `file` cannot be used or the present diary cannot be kept; then nothing has changed.
    """
    check_diary(file)
    if os.path.exists(paths.diary) and file.samefile(paths.diary):
        raise BackupError(tr("{path} is the diary itself.", path=file))
    kept = _keep_present(paths, now)
    try:
        db = HistoryDb(paths.diary, busy_timeout_s=TIMEOUT_S)
        with closing(db), closing(_open(file)) as source:
            db.replace_by(source)
    except (sqlite3.Error, OSError) as error:
        reason = _why(error)
        raise BackupError(tr("The diary cannot be written: {reason}.", reason=reason)) from error
    return kept


def _keep_present(paths: Paths, now: Moment) -> Path | None:
    if not os.path.exists(paths.diary):
        return None
    stamp = now.utc.replace(":", "").replace(".", "")
    target = paths.backups / f"replaced-{stamp}.sqlite3"
    try:
        write_backup(paths.diary, target)
    except BackupError as error:
        if not is_damage(error.__cause__):
            raise
        return set_aside(paths.diary)
    for old in sorted(paths.backups.glob(_REPLACED), reverse=True)[REPLACED_KEPT:]:
        with suppress(OSError):
            old.unlink()
    return target


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says that the file itself is broken, not that it cannot get at it."""
    return type(error) is sqlite3.DatabaseError


def set_aside(path: Path) -> Path:
    """Rename a broken diary to the first free name beside it. OSError."""
    number = 0
    while (aside := path.with_name(f"{path.name}{SET_ASIDE_SUFFIX}{number or ''}")).exists():
        number += 1
    path.rename(aside)
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + companion).rename(aside.with_name(aside.name + companion))
    return aside
