"""Reads a diary that was exported as JSON into this one, without doubles.

Ids are unique, so a session that both diaries know becomes one, with the fuller performance
of each interval. Either all of a file is taken in or nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import SessionRecord, SessionState, merged
from stretchcoach.files.database.activities import save_activity
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.sessions import save_session
from stretchcoach.files.exchange.json_fields import DiaryFormatError, Fields
from stretchcoach.files.exchange.json_form import FORMAT, activity_of_json, session_of_json

MAX_BYTES = 256 * 1024 * 1024
MAX_PROBLEMS = 20


class ImportRefusedError(Exception):
    """The file cannot be taken in; `problems` are sentences about it, with their places."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Imported:
    """How many sessions were not known before, and how many were here already."""

    new: int
    known: int


@dataclass(frozen=True)
class Content:
    """What an exported file says."""

    sessions: tuple[SessionRecord, ...]
    activities: tuple[tuple[Activity, list[ActivityRating]], ...]


def import_file(db: HistoryDb, path: Path) -> Imported:
    """Merge the file at `path` into `db`; ImportRefusedError, sqlite3.Error when it cannot be.

    A session that is open in the file can be resumed only where it was begun: here it
    counts as stopped.
    """
    content = read_file(path)
    sessions = [
        replace(one.stopped(), at_elapsed_ms=0) if one.state is SessionState.OPEN else one
        for one in content.sessions
    ]
    return take_in(db, replace(content, sessions=tuple(sessions)))


def take_in(db: HistoryDb, content: Content) -> Imported:
    """Merge `content` into `db` in one transaction."""
    known = {row["id"] for row in db.rows("SELECT id FROM session")}
    new = sum(1 for session in content.sessions if session.id not in known)
    with db.transaction() as connection:
        for there in content.sessions:
            here = db.session(there.id) if there.id in known else None
            save_session(connection, merged(here, there) if here else there, None)
        for activity, ratings in content.activities:
            save_activity(connection, activity, ratings)
    return Imported(new, len(content.sessions) - new)


def read_file(path: Path) -> Content:
    """What the exported file at `path` says; ImportRefusedError names all that is wrong."""
    node = _parsed(_read(path))
    try:
        fields = Fields(node, "")
        if fields.optional_text("format", 100) != FORMAT:
            raise DiaryFormatError(tr("this is not a diary that was exported as JSON"))
        problems: list[str] = []
        sessions = tuple(_each(_sessions(fields), problems))
        activities = tuple(activity_of_json(part) for part in fields.parts("activities"))
    except DiaryFormatError as error:
        raise ImportRefusedError(str(error)) from None
    ids = [session.id for session in sessions]
    if len(set(ids)) != len(ids):
        problems.append(tr("two sessions in the file have the same id"))
    if problems:
        raise ImportRefusedError(*problems)
    return Content(sessions, activities)


def _sessions(fields: Fields) -> Iterator[Fields]:
    return fields.parts("sessions")


def _each(parts: Iterator[Fields], problems: list[str]) -> Iterator[SessionRecord]:
    """The sessions that are right; what is wrong with the others goes into `problems`."""
    for part in parts:
        try:
            yield session_of_json(part)
        except DiaryFormatError as error:
            problems.append(str(error))
            if len(problems) == MAX_PROBLEMS:
                problems.append(tr("there may be more problems than these"))
                return


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ImportRefusedError(tr("{path} is no file", path=path))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ImportRefusedError(
            tr("{path} cannot be read: {reason}", path=path, reason=reason)
        ) from None
    if len(content) > MAX_BYTES:
        raise ImportRefusedError(tr("{path} is far too large for a diary", path=path))
    return content


def _parsed(content: bytes) -> object:
    try:
        node: object = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except RecursionError:
        raise ImportRefusedError(tr("this file is nested too deeply")) from None
    except UnicodeDecodeError:
        raise ImportRefusedError(tr("this file is not text in UTF-8")) from None
    except ValueError as error:
        raise ImportRefusedError(tr("this file is not JSON: {reason}", reason=str(error))) from None
    return node


def _no_constant(name: str) -> object:
    raise ValueError(name)
