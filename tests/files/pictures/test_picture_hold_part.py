from __future__ import annotations

import struct

from stretchcoach.core.screen.still_part import note_of
from stretchcoach.files.pictures.picture_header import PictureKind
from stretchcoach.files.pictures.picture_hold_part import picture_hold_part

PART = (0.0, 0.4125, 1.0, 1.0)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(
        name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) & 1)
        for name, content in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def test_the_part_is_found_behind_other_chunks() -> None:
    content = webp((b"VP8X", b"\0" * 10), (b"VP8L", b"abc"), (b"XMP ", note_of(PART).encode()))
    assert picture_hold_part(content, PictureKind.WEBP) == PART


def test_other_notes_other_kinds_and_damage_name_none() -> None:
    noted = webp((b"XMP ", note_of(PART).encode()))
    assert picture_hold_part(noted, PictureKind.PNG) is None
    assert picture_hold_part(webp((b"VP8L", b"abc")), PictureKind.WEBP) is None
    assert picture_hold_part(webp((b"XMP ", b"\xff\xfe")), PictureKind.WEBP) is None
    for end in range(len(noted) - 80):
        assert picture_hold_part(noted[:end], PictureKind.WEBP) is None


def test_a_long_note_of_a_photograph_is_not_looked_through() -> None:
    long = b" " * 3_000 + note_of(PART).encode()
    assert picture_hold_part(webp((b"XMP ", long)), PictureKind.WEBP) is None
