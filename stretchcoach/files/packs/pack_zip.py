"""The zip around a pack, which may come from anybody: looked at in full before it is believed.

What the table at its end promises is checked first, by counting alone; then each entry is
unpacked piece by piece, never further than it has promised.
"""

from __future__ import annotations

import hashlib
import stat
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.regular_file import open_regular
from stretchcoach.files.packs.entry_names import MANIFEST, name_fault, twin
from stretchcoach.files.pictures.picture_budget import MEGABYTE, PHOTO

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_ENTRIES = 500
MOST_BYTES = 50 * MEGABYTE
MOST_ENTRY_BYTES = PHOTO.file_bytes
MOST_RATIO = 200
MOST_TABLE_BYTES = MEGABYTE
_PIECE_BYTES = 64 * 1024
_END_MARK, _END_BYTES, _MOST_COMMENT = b"PK\x05\x06", 22, 65_535
_STORED, _DEFLATED = 0, 8
_IS_ENCRYPTED = 0x1


class PackRefusedError(Exception):
    """The pack is not taken in; the message says why, as a sentence."""


class PackZip:
    """An opened pack whose names and sizes were found to be harmless."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._entries = {info.filename: info for info in archive.infolist() if not info.is_dir()}

    @property
    def sizes(self) -> Mapping[str, int]:
        """How many bytes each file has, by its name."""
        return {name: info.file_size for name, info in self._entries.items()}

    def read(self, name: str, most_bytes: int) -> bytes:
        """The content of a small file. PackRefusedError."""
        if name not in self._entries:
            raise PackRefusedError(tr("This is no pack of Stretch Coach: {name} is missing in it.",
                                      name=name))  # fmt: skip
        if self._entries[name].file_size > most_bytes:
            raise _refused(name, tr("it is too large"))
        return b"".join(self._pieces(name))

    def extract(self, name: str, path: Path) -> str:
        """Write the file `name` to `path`; its SHA-256. PackRefusedError, OSError."""
        digest = hashlib.sha256()
        with path.open("xb") as file:
            for piece in self._pieces(name):
                digest.update(piece)
                file.write(piece)
        return digest.hexdigest()

    def _pieces(self, name: str) -> Iterator[bytes]:
        info = self._entries[name]
        left = info.file_size
        with damage_refused(), self._archive.open(info) as stream:
            while piece := stream.read(_PIECE_BYTES):
                left -= len(piece)
                if left < 0:
                    raise _refused(name, tr("it is longer than it says"))
                yield piece
        if left:
            raise _refused(name, tr("it is shorter than it says"))


@contextmanager
def open_pack(path: Path) -> Iterator[PackZip]:
    """The pack at `path`. PackRefusedError; OSError where it cannot be read."""
    from zipfile import ZipFile  # the start needs none

    with open_regular(path) as file:
        check_table(file, MOST_BYTES)
        with damage_refused():
            archive = ZipFile(file)
        with archive:
            _check_entries(archive.infolist())
            yield PackZip(archive)


@contextmanager
def damage_refused() -> Iterator[None]:
    """Whatever reading a damaged zip raises, as one refusal."""
    from zipfile import BadZipFile

    damage = (BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError)
    try:
        yield
    except damage as error:
        raise PackRefusedError(tr("This file is damaged: get it once more.")) from error


def check_table(file: BufferedReader, most_bytes: int) -> None:
    """Refuse a table that says to be larger than a pack has; before it is read.

    `most_bytes` is what the whole zip may have beside its table. PackRefusedError.
    """
    size = file.seek(0, 2)
    if size > most_bytes + MOST_TABLE_BYTES:
        raise _too_large()
    file.seek(max(0, size - _END_BYTES - _MOST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise PackRefusedError(tr("This is no pack of Stretch Coach, or it is cut off."))
    here, whole, table_bytes = struct.unpack_from("<HHI", tail, at + 8)
    if max(here, whole) > MOST_ENTRIES + 1:
        raise PackRefusedError(tr("This pack has too many files: {most} at most.",
                                  most=MOST_ENTRIES))  # fmt: skip
    if table_bytes > MOST_TABLE_BYTES:
        raise _too_large()
    file.seek(0)


def _check_entries(infos: list[ZipInfo]) -> None:
    if len(infos) > MOST_ENTRIES + 1:
        raise PackRefusedError(tr("This pack has too many files: {most} at most.",
                                  most=MOST_ENTRIES))  # fmt: skip
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise _too_large()
    for info in infos:
        fault = name_fault(_as_file(info))
        fault = fault or _entry_fault(info)
        if fault:
            raise _refused(info.filename, fault)
    double = twin(info.filename for info in infos if not info.is_dir())
    if double:
        raise _refused(double, tr("two files have this name"))


def _as_file(info: ZipInfo) -> str:
    """The name as it stands in the file; that of a folder as if one were in it."""
    name = info.orig_filename
    return f"{name}a.yaml" if name.endswith("/") else name


def _entry_fault(info: ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG):
        return tr("it is no ordinary file")
    if info.flag_bits & _IS_ENCRYPTED:
        return tr("it is encrypted")
    if info.compress_type not in (_STORED, _DEFLATED):
        return tr("it is packed in a way that is not read here")
    if info.file_size > (_most_bytes(info.filename)):
        return tr("it is too large")
    if info.file_size > MOST_RATIO * max(1, info.compress_size):
        return tr("it unpacks to more than it can mean")
    return ""


def _most_bytes(name: str) -> int:
    return MEGABYTE if name == MANIFEST else MOST_ENTRY_BYTES


def _too_large() -> PackRefusedError:
    most = MOST_BYTES // MEGABYTE
    return PackRefusedError(tr("This pack is too large: {most} MB at most.", most=most))


def _refused(name: str, reason: str) -> PackRefusedError:
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    return PackRefusedError(
        tr("This pack is not taken in: {file} - {reason}.", file=shown[:80], reason=reason)
    )
