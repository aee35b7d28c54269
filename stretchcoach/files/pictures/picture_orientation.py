"""How a photo is to be turned: what the camera wrote down in EXIF, found without decoding.

A phone stores what its sensor saw and says beside it which way is up. Read here for all kinds of
pictures alike, because Qt does it for JPEG alone.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from stretchcoach.files.pictures.picture_header import (
    PictureKind,
    jpeg_segments,
    png_chunks,
    webp_chunks,
)

EXIF_MARK = b"Exif\0\0"
_JPEG_APP1 = 0xE1
_ORIENTATION_TAG = 0x0112
_SHORT = 3
MOST_ENTRIES = 200


class Orientation(NamedTuple):
    """What must be done to the stored picture to see it upright: it is mirrored left to right
    first, and turned then by `degrees` clockwise."""

    mirrored: bool = False
    degrees: int = 0

    @property
    def lies(self) -> bool:
        """Whether width and height change places."""
        return self.degrees in (90, 270)


UPRIGHT = Orientation()
_BY_NUMBER = {
    1: UPRIGHT,
    2: Orientation(mirrored=True),
    3: Orientation(degrees=180),
    4: Orientation(mirrored=True, degrees=180),
    5: Orientation(mirrored=True, degrees=270),
    6: Orientation(degrees=90),
    7: Orientation(mirrored=True, degrees=90),
    8: Orientation(degrees=270),
}


def picture_orientation(content: bytes, kind: PictureKind) -> Orientation:
    """The orientation that `content`, a picture of `kind`, says; upright where it says none."""
    return _BY_NUMBER.get(orientation_number(content, kind), UPRIGHT)


def orientation_number(content: bytes, kind: PictureKind) -> int:
    """The same as the number that cameras write down, 1 to 8; 1 is upright."""
    try:
        number = _number_in(_exif(content, kind))
    except struct.error:  # it ends too early
        return 1
    return number if number in _BY_NUMBER else 1


def exif_of(number: int) -> bytes:
    """A block of EXIF that says the orientation and nothing else."""
    entry = struct.pack("<HHIHH", _ORIENTATION_TAG, _SHORT, 1, number, 0)
    return b"II*\0" + struct.pack("<IH", 8, 1) + entry + bytes(4)


def _exif(content: bytes, kind: PictureKind) -> bytes:
    """The block of EXIF, from its byte order on; empty when there is none."""
    if kind is PictureKind.JPEG:
        blocks = (
            content[at + 2 : end]
            for code, at, end in jpeg_segments(content)
            if code == _JPEG_APP1 and content.startswith(EXIF_MARK, at + 2)
        )
    elif kind is PictureKind.PNG:
        chunks = png_chunks(content)
        blocks = (content[at + 8 : end - 4] for name, at, end in chunks if name == b"eXIf")
    else:
        blocks = (content[at:] for name, at in webp_chunks(content) if name == b"EXIF")
    return next(blocks, b"").removeprefix(EXIF_MARK)


def _number_in(exif: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for number in range(min(count, MOST_ENTRIES)):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
        if tag == _ORIENTATION_TAG and kind == _SHORT:
            return int(value)
    return 1
