"""What a client has sent, read to be looked at."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from stretchcoach.core.session.record import Moment, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange import read_sent
from stretchcoach.files.exchange.import_diary import ImportRefusedError
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from stretchcoach.files.exchange.read_sent import (
    MOST_TEXT_BYTES,
    read_sent_diary,
    read_sent_text,
)
from stretchcoach.files.exchange.shared_file import write_shared
from tests.files.database.diaries import a_performed_record, a_record

LATER = Moment("2026-11-20T08:30:00.000Z", 3600)


def sent(tmp_path: Path, *sessions: object, **more: object) -> Path:
    path = tmp_path / "diary.json"
    path.write_text(json.dumps({"format": FORMAT, "sessions": sessions, **more}))
    return path


def test_a_diary_is_read_in_the_order_of_time(tmp_path: Path) -> None:
    new, old = a_performed_record("new", LATER), a_performed_record("old")
    path = sent(tmp_path, *map(session_as_json, (new, old, old)))
    diary = read_sent_diary(path)
    assert diary.records == (old, new)
    assert diary.session("new") == new
    assert diary.session("gone") is None
    assert os.listdir(tmp_path) == ["diary.json"]


def test_a_diary_is_read_out_of_what_was_shared(tmp_path: Path) -> None:
    db = HistoryDb(tmp_path / "diary.sqlite3")
    db.save(a_performed_record("one"))
    path = tmp_path / "shared.zip"
    write_shared(path, b"%PDF", db)
    db.close()
    assert [record.id for record in read_sent_diary(path).records] == ["one"]
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(ImportRefusedError):
        read_sent_diary(path)


def test_what_was_open_there_was_stopped(tmp_path: Path) -> None:
    [record] = read_sent_diary(sent(tmp_path, session_as_json(a_record()))).records
    assert record.state is SessionState.STOPPED


def test_what_was_rated_comes_along(tmp_path: Path) -> None:
    activity = {"id": "a1", "name": "Stairs", "asked": True, "ratings": []}
    [(one, ratings)] = read_sent_diary(sent(tmp_path, activities=[activity])).activities
    assert (one.name, ratings) == ("Stairs", [])


def test_what_is_no_diary_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    for content in (b"", b"[]", b'{"format": "other"}', b"\xff\xfe", b"{" * 5000):
        path.write_bytes(content)
        with pytest.raises(ImportRefusedError):
            read_sent_diary(path)
    with pytest.raises(ImportRefusedError):
        read_sent_diary(tmp_path)
    wrong = session_as_json(a_record()) | {"state": "asleep"}
    with pytest.raises(ImportRefusedError, match="asleep"):
        read_sent_diary(sent(tmp_path, wrong))


def test_a_diary_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_sent, "MOST_INTERVALS", 3)
    with pytest.raises(ImportRefusedError, match="too long"):
        read_sent_diary(sent(tmp_path, session_as_json(a_record())))


def test_a_report_is_read_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("\ufeffVisit report\r\n\tHips\x1b[31m\u202e\n".encode())
    lines = read_sent_text(path).split("\n")
    assert lines[0] == "Visit report"
    assert "Hips" in lines[1]
    assert "\x1b" not in lines[1]
    assert "\u202e" not in lines[1]


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    for content in (b"\xff\xfe\x00", b"a" * (MOST_TEXT_BYTES + 1)):
        path.write_bytes(content)
        with pytest.raises(ImportRefusedError):
            read_sent_text(path)
    for other in (tmp_path, tmp_path / "gone.txt"):
        with pytest.raises(ImportRefusedError):
            read_sent_text(other)
