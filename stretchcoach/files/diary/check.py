"""Looking through a diary or a backup before it is believed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.connection import check_tables, is_damage, open_to_read
from stretchcoach.files.database.tables import NewerSchemaError, NotADiaryError

MAX_BYTES = 128 * 1024 * 1024  # a session a day for a hundred years


class BackupError(Exception):
    """A backup could not be made or used; the text is a sentence for the person."""


class NotUsableError(BackupError):
    """The file itself is damaged, or no diary at all: waiting does not help."""


def check_diary(path: Path) -> None:
    """BackupError when the file is no whole diary that this program can read."""
    try:
        if not path.is_file() or not path.stat().st_size:
            raise NotUsableError(tr("There is no diary in {path}.", path=path))
        if path.stat().st_size > MAX_BYTES:
            raise NotUsableError(tr("{path} is far too large for a diary.", path=path))
        with closing(open_to_read(path)) as connection:
            _check_all(connection, path)
    except NewerSchemaError:
        raise BackupError(newer_sentence(path)) from None
    except NotADiaryError:
        raise NotUsableError(tr("{path} is no diary.", path=path)) from None
    except (sqlite3.Error, OSError, ValueError, MemoryError) as error:
        if is_damage(error):
            raise NotUsableError(_damaged_sentence(path)) from error
        reason = why(error)
        raise BackupError(
            tr("{path} cannot be read: {reason}.", path=path, reason=reason)
        ) from error


def _check_all(connection: sqlite3.Connection, path: Path) -> None:
    if check_tables(connection, nothing_else=True) == 0:
        raise NotADiaryError
    is_whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not is_whole or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise NotUsableError(_damaged_sentence(path))


def _damaged_sentence(path: Path) -> str:
    return tr("{path} is damaged, or it is no diary.", path=path)


def newer_sentence(path: Path) -> str:
    return tr(
        "The diary {path} was written by a newer version of this program. It was not"
        " touched: please update the program.",
        path=path,
    )


def why(error: BaseException) -> str:
    """What went wrong, in the words of the system."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
