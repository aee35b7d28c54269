"""The visit report and the diary together in one file, to be attached to a message.

It is an ordinary zip: whoever gets it can read the report with what they have, and Stretch Coach
takes the diary in from it.
"""

from __future__ import annotations

import io
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.regular_file import open_regular
from stretchcoach.files.disk.whole_file import replacing
from stretchcoach.files.exchange.export_diary import write_json
from stretchcoach.files.exchange.json_fields import DiaryFormatError
from stretchcoach.files.exchange.json_stream import MAX_BYTES
from stretchcoach.files.packs.pack_zip import (
    MOST_RATIO,
    PackRefusedError,
    check_table,
    damage_refused,
)

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

ENDING = ".zip"
REPORT, DIARY = "visit-report.pdf", "diary.json"
_MARK = b"PK\x03\x04"
_PIECE_BYTES = 64 * 1024
_IS_ENCRYPTED = 0x1
_MOST_REPORT_BYTES = 16 * 1024 * 1024


def shared_name(day: date) -> str:
    """What such a file may be called."""
    return f"stretch-coach-{day.isoformat()}{ENDING}"


def write_shared(path: Path, report: bytes, db: HistoryDb, watch: Watch = unwatched) -> None:
    """Write the `report`, a PDF, and all of `db` to `path`, whole or not at all.

    OSError, sqlite3.Error.
    """
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # the start needs none

    with replacing(path) as temporary, ZipFile(temporary, "w", ZIP_DEFLATED) as archive:
        archive.writestr(REPORT, report)
        info = ZipInfo(DIARY, time.localtime()[:6])
        info.compress_type = ZIP_DEFLATED
        with (
            archive.open(info, "w", force_zip64=True) as file,
            io.TextIOWrapper(file, encoding="utf-8", newline="") as stream,
        ):
            write_json(db, stream, watch)


@contextmanager
def diary_in(path: Path) -> Iterator[Path]:
    """The diary as JSON that is in `path`: the file itself, or a copy of what was shared in it.

    DiaryFormatError, OSError.
    """
    with open_regular(path) as file:
        is_shared = file.read(len(_MARK)) == _MARK
    if not is_shared:
        yield path
        return
    with TemporaryDirectory(prefix="stretchcoach-") as folder:
        copy = Path(folder) / DIARY
        _unpack(path, DIARY, MAX_BYTES, copy)
        yield copy


def unpack_report(path: Path, target: Path) -> None:
    """Write the report that was shared in `path` to `target`. DiaryFormatError, OSError."""
    _unpack(path, REPORT, _MOST_REPORT_BYTES, target)


def _unpack(path: Path, name: str, most_bytes: int, target: Path) -> None:
    from zipfile import ZipFile

    try:
        with open_regular(path) as file:
            check_table(file, MAX_BYTES)
            with damage_refused(), ZipFile(file) as archive:
                info = _entry(archive, name, most_bytes)
                with archive.open(info) as source, target.open("xb") as copy:
                    _copy(source, copy, info.file_size)
    except PackRefusedError as error:
        sentence = tr("this file is damaged, or Stretch Coach has not shared it")
        raise DiaryFormatError(sentence) from error


def _entry(archive: ZipFile, name: str, most_bytes: int) -> ZipInfo:
    """PackRefusedError where there is none, or it is not what was shared."""
    found = [info for info in archive.infolist() if info.filename == name]
    if len(found) != 1:
        raise PackRefusedError(name)
    (info,) = found
    is_file = stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG)
    too_large = info.file_size > min(most_bytes, MOST_RATIO * max(1, info.compress_size))
    if not is_file or too_large or info.flag_bits & _IS_ENCRYPTED:
        raise PackRefusedError(name)
    return info


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> None:
    """Never more than was promised. PackRefusedError."""
    for piece in iter(partial(source.read, _PIECE_BYTES), b""):
        size -= len(piece)
        if size < 0:
            raise PackRefusedError
        target.write(piece)
