"""Report and diary in one file: written whole, taken in again, and nothing else believed."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.import_diary import Imported, ImportRefusedError, import_file
from stretchcoach.files.exchange.json_fields import DiaryFormatError
from stretchcoach.files.exchange.shared_file import (
    DIARY,
    REPORT,
    shared_name,
    unpack_report,
    write_shared,
)
from tests.files.database.diaries import a_moment, a_performed_record

PDF = b"%PDF-1.4 a page"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    with closing(HistoryDb(tmp_path / "mine.sqlite3")) as db:
        for number in range(4):
            db.save(a_performed_record(f"n{number}", a_moment(f"2026-11-1{number}")))
        yield db


@pytest.fixture
def other(tmp_path: Path) -> Iterator[HistoryDb]:
    with closing(HistoryDb(tmp_path / "other.sqlite3")) as other:
        yield other


def test_what_was_shared_can_be_read_and_taken_in(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    shared = tmp_path / shared_name(date(2026, 11, 26))
    assert shared.name == "stretch-coach-2026-11-26.zip"
    heard: list[float] = []
    write_shared(shared, PDF, db, heard.append)
    assert heard == [0, 0.25, 0.5, 0.75]
    with ZipFile(shared) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {time.localtime().tm_year}
        assert archive.getinfo(DIARY).compress_size < archive.getinfo(DIARY).file_size
    unpack_report(shared, tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes() == PDF
    assert import_file(other, shared) == Imported(new=4, known=0)
    assert import_file(other, shared) == Imported(new=0, known=4)


class LeftError(Exception):
    pass


def test_what_is_left_half_way_leaves_what_was_there(db: HistoryDb, tmp_path: Path) -> None:
    def leave(share: float) -> None:
        if share >= 0.5:
            raise LeftError

    shared = tmp_path / "shared.zip"
    shared.write_text("old")
    before = sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(LeftError):
        write_shared(shared, PDF, db, leave)
    assert shared.read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def zipped(path: Path, *entries: tuple[str, bytes], mode: int = 0, pack: int = ZIP_STORED) -> None:
    with ZipFile(path, "w") as archive:
        for name, content in entries:
            info = ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = pack
            archive.writestr(info, content)


def refused(db: HistoryDb, path: Path) -> str:
    with pytest.raises(ImportRefusedError) as error:
        import_file(db, path)
    return str(error.value)


def test_another_zip_is_refused(db: HistoryDb, tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    own = b'{"format": "stretchcoach-diary/1", "sessions": []}'
    link = 0o120777
    for make in (
        lambda: zipped(path, ("letter.txt", b"hello")),
        lambda: zipped(path, (f"../{DIARY}", own)),
        lambda: zipped(path, (DIARY, own), mode=link),
        lambda: zipped(path, (DIARY, b" " * 10_000_000), pack=ZIP_DEFLATED),
        lambda: zipped(path, *((f"{number}", b"") for number in range(600))),
        lambda: path.write_bytes(b"PK\x03\x04 and no more"),
    ):
        make()
        assert "Stretch Coach has not shared it" in refused(db, path)
    zipped(path, (DIARY, b"no diary"))
    assert "not JSON" in refused(db, path)


@pytest.mark.parametrize(("at", "what"), [(8, b"\x01"), (24, struct.pack("<I", 10_000_000))])
def test_what_is_encrypted_or_promises_too_much_is_refused(
    db: HistoryDb, tmp_path: Path, at: int, what: bytes
) -> None:
    path = tmp_path / "other.zip"
    zipped(path, (DIARY, b"{}"))
    content = bytearray(path.read_bytes())
    table = content.index(b"PK\x01\x02")
    content[table + at : table + at + len(what)] = what
    path.write_bytes(content)
    assert "Stretch Coach has not shared it" in refused(db, path)


def test_a_report_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    zipped(path, (DIARY, b"{}"))
    with pytest.raises(DiaryFormatError):
        unpack_report(path, tmp_path / REPORT)
