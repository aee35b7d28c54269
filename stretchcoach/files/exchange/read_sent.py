"""Reads what a client has sent, to be looked at and not taken in: a diary, or a report as text.

Nothing of it is written anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.core.work.watch import Watch, unwatched
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.exchange.import_diary import ImportRefusedError, read_parts
from stretchcoach.files.exchange.json_fields import DiaryFormatError
from stretchcoach.files.exchange.shared_file import diary_in
from stretchcoach.files.yaml.problems import clean

MOST_INTERVALS = 250_000  # of all sessions together: years of practice, and 150 MB
MOST_TEXT_BYTES = 512 * 1024


@dataclass(frozen=True)
class SentDiary:
    """A diary as it was exported: the sessions, the oldest first, and what was rated."""

    records: tuple[SessionRecord, ...]
    activities: tuple[tuple[Activity, Sequence[ActivityRating]], ...] = ()

    def session(self, session_id: str) -> SessionRecord | None:
        return next((one for one in self.records if one.id == session_id), None)


def read_sent_diary(path: Path, watch: Watch = unwatched) -> SentDiary:
    """The diary of the file at `path`, or of what was shared in it; what it has twice is there
    once. ImportRefusedError.

    A session that is open in the file counts as stopped.
    """
    problems: list[str] = []
    try:
        with diary_in(path) as plain:
            diary = _read(plain, watch, problems)
    except DiaryFormatError as error:
        raise ImportRefusedError(*problems, str(error)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if problems:
        raise ImportRefusedError(*problems)
    return diary


def _read(path: Path, watch: Watch, problems: list[str]) -> SentDiary:
    records: dict[str, SessionRecord] = {}
    activities = []
    intervals = 0
    for part in read_parts(path, watch, problems):
        if not isinstance(part, SessionRecord):
            activities.append(part)
            continue
        intervals += len(part.intervals)
        if intervals > MOST_INTERVALS:
            raise ImportRefusedError(tr("this diary is too long to be looked at here"))
        records[part.id] = part.stopped()
    return SentDiary(tuple(sorted(records.values(), key=_started)), tuple(activities))


def read_sent_text(path: Path) -> str:
    """The report of the file at `path`, without signs that nobody sees. ImportRefusedError."""
    try:
        content = read_regular(path, MOST_TEXT_BYTES)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if len(content) > MOST_TEXT_BYTES:
        raise ImportRefusedError(tr("this text is far too long for a report"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportRefusedError(tr("this file is not text in UTF-8")) from None
    return "\n".join(clean(line) for line in text.splitlines())


def _unreadable(path: Path, error: Exception) -> ImportRefusedError:
    reason = getattr(error, "strerror", None) or str(error)
    return ImportRefusedError(tr("{path} cannot be read: {reason}", path=path, reason=reason))


def _started(record: SessionRecord) -> str:
    return record.started.utc
