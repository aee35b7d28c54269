"""Pictures without what a camera wrote beside them: where and when, with what, a small copy.

Nothing is decoded: the parts that show the picture stay as they are, to the byte.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

from stretchcoach.core.screen.still_part import note_of
from stretchcoach.files.pictures.picture_header import (
    PictureKind,
    jpeg_segments,
    picture_header,
    webp_chunks,
    without_extras,
)
from stretchcoach.files.pictures.picture_hold_part import picture_hold_part
from stretchcoach.files.pictures.picture_orientation import EXIF_MARK, exif_of, orientation_number

_JPEG_START, _JPEG_END = b"\xff\xd8", b"\xff\xd9"
_JPEG_APP1, _JPEG_APPS, _JPEG_COMMENT = 0xE1, range(0xE0, 0xF0), 0xFE
# Without them colours are others than they were.
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_PNG_HEAD_BYTES = 33  # the mark and the first chunk
_WEBP_DROPPED = (b"EXIF", b"XMP ")
_WEBP_SAYS_EXIF, _WEBP_SAYS_XMP = 0x08, 0x04


def without_metadata(content: bytes, kind: PictureKind) -> bytes:
    """`content`, a picture of `kind`, with nothing beside the picture but which way is up, and
    where in a still the hold is.

    ValueError where it is no such picture.
    """
    if picture_header(content, kind) is None:
        raise ValueError(kind.value)
    number = orientation_number(content, kind)
    exif = b"" if number == 1 else exif_of(number)
    strip = {PictureKind.PNG: _png, PictureKind.JPEG: _jpeg, PictureKind.WEBP: _webp}[kind]
    return strip(content, exif)


def _png(content: bytes, exif: bytes) -> bytes:
    plain = without_extras(content, PictureKind.PNG)
    if not exif:
        return plain
    checksum = struct.pack(">I", zlib.crc32(b"eXIf" + exif))
    chunk = struct.pack(">I", len(exif)) + b"eXIf" + exif + checksum
    return plain[:_PNG_HEAD_BYTES] + chunk + plain[_PNG_HEAD_BYTES:]


def _jpeg(content: bytes, exif: bytes) -> bytes:
    pieces = [_JPEG_START]
    if exif:
        block = EXIF_MARK + exif
        pieces.append(struct.pack(">BBH", 0xFF, _JPEG_APP1, len(block) + 2) + block)
    kept_to = len(_JPEG_START)
    for code, at, end in _segments(content):
        if content[at - 2 : at] == _JPEG_END:
            break  # what comes now is another picture, or a film
        pieces.append(content[kept_to : at - 2])
        if _is_needed(content, code, at):
            pieces.append(content[at - 2 : end])
        kept_to = end
    pieces.append(content[kept_to:].partition(_JPEG_END)[0])
    return b"".join((*pieces, _JPEG_END))


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    with suppress(struct.error):  # what comes behind the picture ends too early
        yield from jpeg_segments(content)


def _is_needed(content: bytes, code: int, at: int) -> bool:
    if code in _JPEG_KEPT:
        return content.startswith(_JPEG_KEPT[code], at + 2)
    return code not in _JPEG_APPS and code != _JPEG_COMMENT


def _webp(content: bytes, exif: bytes) -> bytes:
    part = picture_hold_part(content, PictureKind.WEBP)
    note = b"" if part is None else note_of(part).encode()
    says = (_WEBP_SAYS_EXIF if exif else 0) | (_WEBP_SAYS_XMP if note else 0)
    pieces = []
    for name, at in webp_chunks(content):
        (length,) = struct.unpack_from("<I", content, at - 4)
        if name not in _WEBP_DROPPED:
            body = content[at : at + length]
            pieces.append(_webp_chunk(name, _with_flags(body, says) if name == b"VP8X" else body))
    if exif:
        pieces.append(_webp_chunk(b"EXIF", exif))
    if note:
        pieces.append(_webp_chunk(b"XMP ", note))
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) & 1)


def _with_flags(head: bytes, says: int) -> bytes:
    return bytes([head[0] & ~(_WEBP_SAYS_EXIF | _WEBP_SAYS_XMP) | says]) + head[1:]
