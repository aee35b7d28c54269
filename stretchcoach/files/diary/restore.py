"""Making a backup the diary again, after all of it was looked through.

The file may come from anywhere. Its tables must be exactly those of a diary, and every session
in it is read before anything is replaced. The diary that was there is kept.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Moment, SessionRecord
from stretchcoach.core.work.watch import Watch, unwatched
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.connection import (
    COMPANIONS,
    ONLY_THE_OWNER,
    READ_TIMEOUT_S,
    open_to_read,
)
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.rows import held_rows, session_row
from stretchcoach.files.database.sessions import save_session
from stretchcoach.files.database.tables import NewerSchemaError, NotADiaryError
from stretchcoach.files.diary.backup import (
    copy_diary,
    drop_replaced,
    replaced_name,
    write_backup,
)
from stretchcoach.files.diary.check import BackupError, NotUsableError, check_diary, why
from stretchcoach.files.diary.set_aside import set_aside
from stretchcoach.files.disk.paths import Paths

CHECKED, COPIED = 0.1, 0.2  # shares of the whole work, about


class Restored(NamedTuple):
    """Where the diary before is `kept`, None when there was none; `left_out` has a sentence for
    each session of the backup that is damaged."""

    kept: Path | None
    left_out: tuple[str, ...]


def restore_backup(paths: Paths, file: Path, now: Moment, watch: Watch = unwatched) -> Restored:
    """Make `file` the diary. `watch` hears how far it is; what it raises leaves everything as it
    was, and at the end, while the diary is replaced, it is not asked any more.

    Other connections to the diary see the restored one from then on. BackupError when
    `file` cannot be used or the present diary cannot be kept; then nothing has changed.
    """
    check_diary(file)
    if os.path.exists(paths.diary) and file.samefile(paths.diary):
        raise BackupError(tr("{path} is the diary itself.", path=file))
    copy = paths.diary.with_name(f"{paths.diary.name}.{os.getpid()}.new")
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        _remove(copy)
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL, ONLY_THE_OWNER))
        watch(CHECKED)
        copy_diary(file, copy)
        left_out = _without_damage(copy, file, watch)
        watch(1.0)
        kept = _keep_present(paths, now)
        _replace(paths.diary, copy, kept)
    except (sqlite3.Error, OSError, MemoryError, NewerSchemaError, NotADiaryError) as error:
        raise BackupError(
            tr("The diary cannot be written: {reason}.", reason=why(error))
        ) from error
    finally:
        with suppress(OSError):
            _remove(copy)
    return Restored(kept, left_out)


def _remove(path: Path) -> None:
    for companion in ("", *COMPANIONS):
        path.with_name(path.name + companion).unlink(missing_ok=True)


def _without_damage(copy: Path, file: Path, watch: Watch) -> tuple[str, ...]:
    """Take out of `copy` what cannot be read, and set right what is reckoned from the rest.

    BackupError when nothing is left of what `file` has.
    """
    with closing(HistoryDb(copy, busy_timeout_s=READ_TIMEOUT_S)) as db:
        rows = db.rows("SELECT rowid AS number, * FROM session")
        read = 0
        with db.transaction() as connection:
            for number, row in enumerate(rows):
                watch(COPIED + (1 - COPIED) * number / len(rows))
                record = db.session(row["id"])
                if record is None:
                    _delete(connection, "session", row)
                elif not _is_reckoned(db, record, row):
                    save_session(connection, record)
                read += record is not None
            _keep_sound_activities(db, connection)
        if rows and not read:
            reason = next(iter(db.damage.sentences), "")
            raise BackupError(
                tr("No session in {path} can be read. {reason}", path=file, reason=reason)
            )
        return db.damage.sentences


def _is_reckoned(db: HistoryDb, record: SessionRecord, row: sqlite3.Row) -> bool:
    """Whether the sums that are kept beside a session are its own."""
    expected = session_row(record)
    held = [dict(one) for one in db.rows("SELECT * FROM held WHERE session_id = ?", (record.id,))]
    key = sorted(tuple(one.values()) for one in held)
    return (
        all(row[column] == value for column, value in expected.items())
        and sorted(tuple(one.values()) for one in held_rows(record)) == key
    )


def _keep_sound_activities(db: HistoryDb, connection: sqlite3.Connection) -> None:
    activities = ActivitiesDb(db)
    known = {
        "activity": {one.id for one in activities.activities()},
        "activity_rating": {one.id for one in activities.ratings()},
    }
    for table, ids in known.items():
        for row in db.rows(f"SELECT rowid AS number, id FROM {table}"):
            if row["id"] not in ids:
                _delete(connection, table, row)


def _delete(connection: sqlite3.Connection, table: str, row: sqlite3.Row) -> None:
    connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row["number"],))


def _keep_present(paths: Paths, now: Moment) -> Path | None:
    """Where what is the diary now was put; None when there is none."""
    if not os.path.exists(paths.diary) or not paths.diary.stat().st_size:
        return None
    target = replaced_name(paths.backups, now.utc.replace(":", "").replace(".", ""))
    try:
        check_diary(paths.diary)
        write_backup(paths.diary, target)
    except NotUsableError:
        return set_aside(paths.diary)
    drop_replaced(paths.backups, target)
    return target


def _replace(diary: Path, copy: Path, kept: Path | None) -> None:
    """BackupError names where the diary is that was there."""
    try:
        with (
            closing(HistoryDb(diary, busy_timeout_s=READ_TIMEOUT_S)) as db,
            closing(open_to_read(copy)) as source,
        ):
            db.replace_by(source)
    except (sqlite3.Error, OSError) as error:
        sentence = _unwritable(error)
        if kept is not None:
            sentence += " " + tr("What it was before is kept in {path}.", path=kept)
        raise BackupError(sentence) from error


def _unwritable(error: BaseException) -> str:
    return tr("The diary cannot be written: {reason}.", reason=why(error))
