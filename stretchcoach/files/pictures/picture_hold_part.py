"""Where the hold is in a still that shows the start beside it."""

from __future__ import annotations

import struct

from stretchcoach.core.screen.still_part import StillPart, part_in
from stretchcoach.files.pictures.picture_header import PictureKind, webp_chunks

MOST_BYTES = 2_000  # the note of a still is short; those of photographs are not looked at


def picture_hold_part(content: bytes, kind: PictureKind) -> StillPart | None:
    """The part that the picture's note names; None without one."""
    if kind is not PictureKind.WEBP:
        return None
    for name, start in webp_chunks(content):
        if name == b"XMP ":
            (length,) = struct.unpack_from("<I", content, start - 4)
            note = content[start : start + min(length, MOST_BYTES)]
            return part_in(note.decode("ascii", "ignore"))
    return None
