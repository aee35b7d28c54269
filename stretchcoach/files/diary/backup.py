"""Backups of the diary: one a day, made while the program runs, each looked through.

Kept are those of the last 7 days, 4 weeks and 12 months that have one. A clock may have been
wrong, so what a backup is worth is told by what stands in it, never by a day that has not come.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched
from stretchcoach.files.database.connection import (
    READ_TIMEOUT_S,
    check_tables,
    connect,
    open_to_read,
)
from stretchcoach.files.database.tables import NewerSchemaError, NotADiaryError
from stretchcoach.files.database.trash import empty_trash
from stretchcoach.files.diary.check import (
    BackupError,
    NotUsableError,
    check_diary,
    newer_sentence,
    why,
)
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, replacing

DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT, REPLACED_KEPT = 7, 4, 12, 5
COPIED = 0.6  # of the work of a backup, about; the rest is looking through it

_NAME = re.compile(r"diary-(\d{4}-\d\d-\d\d)\.sqlite3", re.ASCII)
_REPLACED = "replaced-*.sqlite3"
_CONTENT = (
    "SELECT count(*), max(CASE WHEN local_day <= ? THEN local_day END) FROM session"
    " WHERE held_ms > 0"
)


@dataclass(frozen=True)
class Backup:
    """A daily backup: so many `sessions` in it, the last of them on `last_day`.

    `day` is the one that it was made on, None where that day has not come yet. A backup that
    cannot be read has -1 sessions.
    """

    path: Path
    day: date | None
    sessions: int
    last_day: date | None

    @property
    def rank(self) -> tuple[date, int, date]:
        """Of two backups, the one with more in it has the higher rank."""
        return self.last_day or date.min, self.sessions, self.day or date.min


def write_backup(diary: Path, target: Path, watch: Watch = unwatched) -> None:
    """A copy of `diary`, whole and looked through, at `target`, in place of what was there.

    Others may write into the diary meanwhile. BackupError when there is no good copy, or what
    `watch` raises; then `target` is as it was.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target, FOR_THE_OWNER) as temporary:
            watch(0)
            copy_diary(diary, temporary)
            watch(COPIED)
            check_diary(temporary)
            watch(1)
    except NewerSchemaError:
        raise BackupError(newer_sentence(diary)) from None
    except NotADiaryError:
        raise NotUsableError(tr("{path} is no diary.", path=diary)) from None
    except (OSError, sqlite3.Error, ValueError, MemoryError) as error:
        raise BackupError(_not_made(target, error)) from error


def _not_made(target: Path, error: BaseException) -> str:
    reason = why(error)
    return tr("The backup {path} could not be made: {reason}.", path=target, reason=reason)


def copy_diary(diary: Path, target: Path) -> None:
    """Fill the empty file `target` with what is in `diary`, without what was deleted.

    sqlite3.Error, OSError; NewerSchemaError or NotADiaryError when this program does not know it.
    """
    with closing(open_to_read(diary)) as source:
        if check_tables(source, nothing_else=True) == 0:
            raise NotADiaryError
        # As bytes, for the name of a folder may be no text.
        source.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(target),))
    with closing(connect(target, READ_TIMEOUT_S)) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute("BEGIN")
        empty_trash(copy)
        copy.execute("COMMIT")


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


def daily_backup(
    paths: Paths, today: date, *, again: bool = False, watch: Watch = unwatched
) -> Path | None:
    """Make today's backup and drop the oldest ones; None when there is nothing to do.

    `again` also replaces one that was made earlier today, as after a session; one that has more
    in it is kept beside. It opens connections of its own, so that it may run in any thread.
    BackupError.
    """
    target = paths.backups / f"diary-{today.isoformat()}.sqlite3"
    if not os.path.exists(paths.diary) or (target.exists() and not again):
        return None
    fuller = _kept_if_fuller(paths, target, today)
    try:
        write_backup(paths.diary, target, watch)
    except BaseException:
        if fuller is not None:
            fuller.unlink(missing_ok=True)
        raise
    _drop_old_ones(paths.backups, today)
    return target


def _kept_if_fuller(paths: Paths, target: Path, today: date) -> Path | None:
    """A copy of `target` where that holds more sessions than the diary, as after a loss."""
    if _content(target, today)[0] <= max(0, _content(paths.diary, today)[0]):
        return None
    kept = replaced_name(paths.backups, today.isoformat())
    try:
        shutil.copy2(target, kept)
    except OSError as error:
        raise BackupError(_not_made(target, error)) from error
    drop_replaced(paths.backups, kept)
    return kept


def _drop_old_ones(folder: Path, today: date) -> None:
    """Those of days that are not kept, and of one day all but the fullest."""
    by_day: dict[date, list[Path]] = {}
    for named, path in _daily(folder):
        day = named if named <= today else _content(path, today)[1]
        if day is not None:
            by_day.setdefault(day, []).append(path)
    kept = days_to_keep(by_day)
    for day, paths in by_day.items():
        best = _best(paths, today) if day in kept else None
        for path in paths:
            if path != best:
                with suppress(OSError):
                    path.unlink()


def _best(paths: list[Path], today: date) -> Path:
    if len(paths) == 1:
        return paths[0]
    return max((_backup(path, today) for path in paths), key=_rank).path


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


def backups(folder: Path, today: date) -> list[Backup]:
    """All daily backups, the one with the latest sessions first."""
    found = [_backup(path, today) for _, path in _daily(folder)]
    return sorted(found, key=_rank, reverse=True)


def newest_good_backup(folder: Path, today: date) -> Path | None:
    """The daily backup with the latest sessions that can be restored, or None."""
    for backup in backups(folder, today):
        with suppress(BackupError):
            check_diary(backup.path)
            return backup.path
    return None


def delete_backups(folder: Path) -> None:
    """All of them, for a person who wants nothing kept. OSError when one cannot go."""
    for path in (*(path for _, path in _daily(folder)), *folder.glob(_REPLACED)):
        path.unlink(missing_ok=True)


def replaced_name(folder: Path, stamp: str) -> Path:
    """A free name for what the diary was before."""
    path, number = folder / f"replaced-{stamp}.sqlite3", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"replaced-{stamp}-{number}.sqlite3"
    return path


def drop_replaced(folder: Path, just_made: Path) -> None:
    """Keep the latest of them, and in any case `just_made`: its clock may have been wrong."""
    others = sorted((path for path in folder.glob(_REPLACED) if path != just_made), reverse=True)
    for old in others[REPLACED_KEPT - 1 :]:
        with suppress(OSError):
            old.unlink()


def _backup(path: Path, today: date) -> Backup:
    named = _day_of_name(path)
    day = named if named is not None and named <= today else None
    return Backup(path, day, *_content(path, today))


def _content(path: Path, today: date) -> tuple[int, date | None]:
    """How many sessions are in the file, and the day of the last one; -1 for no diary."""
    try:
        if not path.is_file() or not path.stat().st_size:
            return -1, None
        with closing(open_to_read(path)) as connection:
            if check_tables(connection, nothing_else=True) == 0:
                return -1, None
            sessions, last = connection.execute(_CONTENT, (today.isoformat(),)).fetchone()
            return sessions, date.fromisoformat(last) if last else None
    except (sqlite3.Error, OSError, ValueError, MemoryError, NewerSchemaError, NotADiaryError):
        return -1, None


def _rank(backup: Backup) -> tuple[date, int, date]:
    return backup.rank


def _daily(folder: Path) -> list[tuple[date, Path]]:
    try:
        found = [(_day_of_name(path), path) for path in folder.glob("diary-*.sqlite3")]
    except OSError:  # a folder that cannot be read has none
        return []
    return sorted(((day, path) for day, path in found if day), reverse=True)


def _day_of_name(path: Path) -> date | None:
    match = _NAME.fullmatch(path.name)
    with suppress(ValueError):
        return date.fromisoformat(match.group(1)) if match else None
    return None
