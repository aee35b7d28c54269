from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from stretchcoach.core.session.record import Feeling
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.export_diary import all_sessions, write_json
from stretchcoach.files.exchange.json_form import session_as_json
from tests.files.database.diaries import a_moment, a_performed_record

EASED = a_performed_record("eased", perform=lambda s: s.advance(9_000) + s.ease_off() + s.stop())


DONE = replace(
    a_performed_record("done", a_moment("2026-11-17", offset_s=-18_000)),
    before=Feeling(4, None),
    after=Feeling(0, 10),
    note="Slept well, “finally” - größer",
    limit_ms=300_000,
)


def exported(db: HistoryDb, folder: Path) -> Path:
    path = folder / "diary.json"
    with path.open("w", encoding="utf-8") as stream:
        write_json(db, stream)
    return path


def written(folder: Path, content: object) -> Path:
    path = folder / "written.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def content_of(db: HistoryDb) -> object:
    activities = ActivitiesDb(db)
    return list(all_sessions(db)), activities.activities(), activities.ratings()


def a_session(**changes: object) -> dict[str, Any]:
    session = session_as_json(DONE)
    session.update(changes)
    return {key: value for key, value in session.items() if value is not ...}
