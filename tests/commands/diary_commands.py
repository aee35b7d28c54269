from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from stretchcoach.core.session.record import SessionRecord
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.opening import open_diary
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.export_diary import all_sessions

Command = Callable[..., int]


def kept(paths: Paths) -> list[SessionRecord]:
    opened = open_diary(paths)
    assert opened.db is not None
    with closing(opened.db):
        return list(all_sessions(opened.db))


def fill(paths: Paths, *records: SessionRecord) -> None:
    db = HistoryDb(paths.diary)
    for record in records:
        db.save(record)
    db.close()
