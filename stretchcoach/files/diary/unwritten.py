"""Sessions that could not be written into the diary, each in a file until it opens again.

Hardly ever is there one, so what reads and writes such files is imported when there is.
"""

from __future__ import annotations

import json
import sqlite3
from functools import partial
from pathlib import Path

from stretchcoach.core.session.record import SessionRecord
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, replace_file

SUFFIX = ".json"
SET_ASIDE_SUFFIX = ".broken"


def keep_unwritten(folder: Path, record: SessionRecord) -> None:
    """Write `record` to a file of its own in `folder`. OSError when that cannot be done."""
    from stretchcoach.files.exchange.json_form import FORMAT, session_as_json

    content = {"format": FORMAT, "sessions": [session_as_json(record)]}
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(folder / f"{record.id}{SUFFIX}", partial(json.dump, content), FOR_THE_OWNER)


def take_in_unwritten(db: HistoryDb, folder: Path) -> int:
    """Merge what waits in `folder` into `db`; the number of sessions. Never raises.

    What cannot be taken in now is left for the next time; what cannot be read at all is
    set aside.
    """
    taken = 0
    try:
        waiting = sorted(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return taken
    for path in waiting:
        try:
            taken += _take_in(db, path)
        except (sqlite3.Error, OSError):
            break
    return taken


def _take_in(db: HistoryDb, path: Path) -> int:
    from stretchcoach.files.exchange.import_diary import ImportRefusedError, look_through, take_in

    try:
        look_through(path)
        taken = take_in(db, path)
    except ImportRefusedError:
        path.replace(path.with_suffix(SET_ASIDE_SUFFIX))
        return 0
    path.unlink()
    return taken.new + taken.known
