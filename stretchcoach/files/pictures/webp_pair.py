"""Two pictures as one: an animated WebP that goes from the first to the second and stays there.

What encodes pictures here knows single ones alone, so its frames are put into the container by
hand: a header, the way it is played, and each frame with its place and its time.
"""

from __future__ import annotations

import struct

from stretchcoach.files.pictures.picture_header import PictureKind, picture_header, webp_chunks

FRAME_MS = 800
ONCE = 1
_ANIMATED, _TRANSPARENT = 0x02, 0x10
_NOT_BLENDED = 0x02
_PICTURE = (b"ALPH", b"VP8 ", b"VP8L")


def webp_pair(first: bytes, second: bytes) -> bytes:
    """`first` and `second`, single WebP pictures of one size, as one that moves.

    ValueError where they are not.
    """
    sizes = {_size(first), _size(second)}
    if len(sizes) > 1:
        raise ValueError("of two sizes")
    (size,) = sizes
    parts = [_parts(content) for content in (first, second)]
    flags = _ANIMATED | (_TRANSPARENT if any(_is_see_through(part) for part in parts) else 0)
    body = _chunk(b"VP8X", struct.pack("<I", flags) + _dimensions(size))
    body += _chunk(b"ANIM", struct.pack("<IH", 0, ONCE))
    for part in parts:
        head = bytes(6) + _dimensions(size) + _three_bytes(FRAME_MS) + bytes([_NOT_BLENDED])
        body += _chunk(b"ANMF", head + part)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _size(content: bytes) -> tuple[int, int]:
    header = picture_header(content, PictureKind.WEBP)
    if header is None or header.frames != 1:
        raise ValueError("no single WebP picture")
    return header.width, header.height


def _parts(content: bytes) -> bytes:
    """The chunks of the picture itself, and nothing that stands beside it."""
    found = b""
    for name, at in webp_chunks(content):
        if name in _PICTURE:
            (length,) = struct.unpack_from("<I", content, at - 4)
            found += _chunk(name, content[at : at + length])
    return found


def _is_see_through(part: bytes) -> bool:
    return part.startswith((b"ALPH", b"VP8L"))


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) & 1)


def _dimensions(size: tuple[int, int]) -> bytes:
    return _three_bytes(size[0] - 1) + _three_bytes(size[1] - 1)


def _three_bytes(number: int) -> bytes:
    return struct.pack("<I", number)[:3]
