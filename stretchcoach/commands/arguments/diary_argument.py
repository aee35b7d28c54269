"""The opening of the diary that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.connection import COMPANIONS
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.backup import newest_good_backup
from stretchcoach.files.diary.check import why
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
        _print_way_out(opened.offered_backup)
    return opened.db


@contextmanager
def diary_to_look_at(paths: Paths) -> Iterator[HistoryDb | None]:
    """The diary for a command that only looks, as `opened_diary`.

    Where there is none, nothing is made. Where nothing can be written, a copy is looked at.
    """
    if _can_be_written(paths):
        db = opened_diary(paths)
        yield db
        if db is not None:
            db.close()
        return
    with TemporaryDirectory(prefix="stretchcoach-") as folder:
        db = _opened_copy(paths, Paths(Path(folder)))
        yield db
        if db is not None:
            db.close()


def _can_be_written(paths: Paths) -> bool:
    places = (paths.data, paths.diary)
    return os.path.exists(paths.diary) and all(os.access(path, os.W_OK) for path in places)


def _opened_copy(paths: Paths, copy: Paths) -> HistoryDb | None:
    """What there is of a diary; an empty one where there is nothing."""
    reason = ""
    try:
        is_there = _copied(paths, copy)
    except OSError as error:
        is_there, reason = False, why(error)
    opened = open_diary(copy, forget_deleted=False)
    if opened.problem:
        reason = tr("it is damaged, or no diary")
    offered = None if is_there and not reason else _backup_of(paths)
    if reason:
        sentence = tr("The diary {path} cannot be read: {reason}.", path=paths.diary, reason=reason)
        print(sentence, file=sys.stderr)
    elif offered is not None:
        print(tr("The diary {path} is missing.", path=paths.diary), file=sys.stderr)
    if offered is not None:
        _print_way_out(offered)
    return None if reason else opened.db


def _copied(paths: Paths, copy: Paths) -> bool:
    """Copy the diary and what waits for it; whether there is one. OSError."""
    reason = paths.why_unreadable()
    if reason:
        raise OSError(None, reason)
    is_there = os.path.lexists(paths.diary)
    for companion in ("", *COMPANIONS):
        source = paths.diary.with_name(paths.diary.name + companion)
        if is_there and source.exists():
            shutil.copyfile(source, copy.diary.with_name(source.name))
    if paths.unwritten.is_dir():
        with suppress(shutil.Error):  # of a single one of them
            shutil.copytree(paths.unwritten, copy.unwritten)
    return is_there


def _backup_of(paths: Paths) -> Path | None:
    return newest_good_backup(paths.backups, now_moment().day)


def _print_way_out(backup: Path) -> None:
    print(f"stretchcoach restore {backup}", file=sys.stderr)


def print_damage(db: HistoryDb) -> None:
    """Name what of the diary was left out because it cannot be read."""
    for sentence in db.damage.sentences:
        print(sentence, file=sys.stderr)
