"""Reads a diary that was exported as JSON into this one, without doubles.

Ids are unique, so a session that both diaries know becomes one, with the fuller performance
of each interval. Either all of a file is taken in or nothing: it is read twice, first to look
through it, and neither time is it in memory as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.limits import MAX_NAME, MAX_NOTE, is_possible
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import SessionRecord, merged
from stretchcoach.core.work.watch import Watch, part_of, unwatched
from stretchcoach.files.database.activities import save_activity
from stretchcoach.files.database.cells import DamagedRowError
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.sessions import read_session, save_session
from stretchcoach.files.exchange.json_fields import DiaryFormatError, Fields
from stretchcoach.files.exchange.json_form import FORMAT, activity_of_json, session_of_json
from stretchcoach.files.exchange.json_stream import Item, read_items
from stretchcoach.files.exchange.shared_file import diary_in

MAX_PROBLEMS = 20
MAX_SESSIONS = 100_000
MAX_ACTIVITIES = 200
SESSIONS, ACTIVITIES = "sessions", "activities"

Rated = tuple[Activity, list[ActivityRating]]


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


def import_file(db: HistoryDb, path: Path, watch: Watch = unwatched) -> Imported:
    """Merge the file at `path`, exported or shared, into `db`; ImportRefusedError, sqlite3.Error
    when it cannot be.

    A session that is open in the file can be resumed only where it was begun: here it
    counts as stopped. `watch` hears how far it is; what it raises leaves everything as it was.
    """
    try:
        if not path.is_file():
            raise ImportRefusedError(tr("{path} is no file", path=path))
        with diary_in(path) as plain:
            look_through(plain, part_of(watch, 0, 0.5), believe_all=False)
            return take_in(db, plain, part_of(watch, 0.5, 1), is_later=False)
    except DiaryFormatError as error:
        raise ImportRefusedError(str(error)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def look_through(path: Path, watch: Watch = unwatched, *, believe_all: bool = True) -> None:
    """ImportRefusedError names all that is wrong with the file at `path`."""
    problems: list[str] = []
    ids: set[str] = set()
    try:
        for record in read_parts(path, watch, problems):
            if isinstance(record, SessionRecord):
                _check_session(record, ids, problems, believe_all)
    except DiaryFormatError as error:
        raise ImportRefusedError(*problems, str(error)) from None
    if problems:
        raise ImportRefusedError(*problems)


def _check_session(
    record: SessionRecord, ids: set[str], problems: list[str], believe_all: bool
) -> None:
    if record.id in ids:
        _add(problems, tr("two sessions in the file have the same id"))
    ids.add(record.id)
    if not believe_all and not is_possible(record):
        sentence = tr("the session {id} was held longer than the time that passed", id=record.id)
        _add(problems, sentence)


def _add(problems: list[str], sentence: str) -> None:
    """ImportRefusedError when there are enough of them."""
    problems.append(sentence)
    if len(problems) == MAX_PROBLEMS:
        raise ImportRefusedError(*problems, tr("there may be more problems than these"))


def take_in(
    db: HistoryDb, path: Path, watch: Watch = unwatched, *, is_later: bool = True
) -> Imported:
    """Merge the file at `path`, which was looked through, into `db` in one transaction.

    It tells what happened later on this computer, or else what happened on another one.
    """
    new = known = 0
    with db.transaction() as connection:
        for part in _taken_parts(path, watch):
            if not isinstance(part, SessionRecord):
                save_activity(connection, *part)
                continue
            here = None
            with suppress(DamagedRowError):  # then what comes is better
                here = read_session(connection, part.id)
            both = _together(here, part) if is_later else _beside(here, part.stopped())
            if both != here:
                save_session(connection, both)
            known += here is not None
            new += here is None
    return Imported(new, known)


def _together(here: SessionRecord | None, later: SessionRecord) -> SessionRecord:
    return later if here is None else merged(here, later)


def _beside(here: SessionRecord | None, there: SessionRecord) -> SessionRecord:
    """Of what was said twice, that which was said here; no note is lost."""
    if here is None:
        return there
    both = merged(there, here)
    return replace(both, note=_notes(here.note, there.note))


def _notes(here: str, there: str) -> str:
    if there in here:
        return here
    both = there if here in there else f"{here}\n{there}"
    return both if len(both) <= MAX_NOTE else here


def _taken_parts(path: Path, watch: Watch) -> Iterator[SessionRecord | Rated]:
    """The parts once more; the file may have changed since it was looked through."""
    problems: list[str] = []
    try:
        for part in read_parts(path, watch, problems):
            yield part
            if problems:
                break
    except DiaryFormatError as error:
        problems.append(str(error))
    if problems:
        raise ImportRefusedError(*problems)


def read_parts(path: Path, watch: Watch, problems: list[str]) -> Iterator[SessionRecord | Rated]:
    """What is right in the file; what is wrong with a session goes into `problems`.

    DiaryFormatError when the rest cannot be read; ImportRefusedError when it is no such file.
    """
    form = ""
    for item in _items(path, watch):
        if item.key == "format":
            form = Fields({"format": item.value}, "").text("format", MAX_NAME)
            if form != FORMAT:
                break
        elif item.key == ACTIVITIES:
            yield activity_of_json(_fields(item, MAX_ACTIVITIES))
        elif item.key == SESSIONS:
            try:
                session = session_of_json(_fields(item, MAX_SESSIONS))
            except DiaryFormatError as error:
                _add(problems, str(error))
            else:
                yield session
    if form != FORMAT:
        raise ImportRefusedError(tr("this is not a diary that was exported as JSON"))


def _fields(item: Item, most: int) -> Fields:
    if item.number is None or item.number >= most:
        raise DiaryFormatError(
            tr("{key}: a list of at most {most} belongs here", key=item.key, most=most)
        )
    return Fields(item.value, f"{item.key}[{item.number}]")


def _items(path: Path, watch: Watch) -> Iterator[Item]:
    try:
        yield from read_items(path, (SESSIONS, ACTIVITIES), watch)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> ImportRefusedError:
    reason = getattr(error, "strerror", None) or str(error)
    return ImportRefusedError(tr("{path} cannot be read: {reason}", path=path, reason=reason))
