"""What the first bytes of a picture say about the rest, found without decoding anything.

PNG, JPEG and WebP. Nothing here trusts the file: what is counted is never less than a decoder
would meet, and what does not hold together is no picture.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

MOST_PIECES = 20_000  # a picture of 20 MB in pieces of 8 kB has 2,500

_PNG_MARK = b"\x89PNG\r\n\x1a\n"
# The others hold texts and profiles, which unpack to any size.
_PNG_NEEDED = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_JPEG_MARK = b"\xff\xd8\xff"
_JPEG_SCAN = b"\xff\xda"  # never part of the data of a picture, so counting is enough
_JPEG_END = b"\xff\xd9"
_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_JPEG_SIZES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), 0xCD, 0xCE))
_JPEG_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_JPEG_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length
_COEFFICIENT_BYTES = 2


class PictureKind(Enum):
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"


KINDS = {
    ".png": PictureKind.PNG,
    ".jpg": PictureKind.JPEG,
    ".jpeg": PictureKind.JPEG,
    ".webp": PictureKind.WEBP,
}


def kind_by_name(path: Path) -> PictureKind | None:
    """The kind that the name of a file promises; None when it is no picture."""
    return KINDS.get(path.suffix.lower())


@dataclass(frozen=True)
class PictureHeader:
    """Size and cost of a picture. `width` and `height` are pixels as they are stored.

    `passes` says how often a decoder goes over all pixels of a frame. `pixel_bytes` is what a
    decoded pixel takes, `working_bytes` what the decoder itself keeps for each until it is done.
    """

    kind: PictureKind
    width: int
    height: int
    frames: int = 1
    passes: int = 1
    pixel_bytes: int = 4
    working_bytes: float = 0

    @property
    def pixels(self) -> int:
        """Of one frame."""
        return self.width * self.height

    def decoding_bytes(self, shrink: int = 1) -> int:
        """The memory that decoding takes, about; `shrink` 2 makes half the width and height.

        Only JPEG shrinks while it is decoded; any other picture is there whole at first.
        """
        shrink = shrink if self.kind is PictureKind.JPEG else 1
        shown = self.pixel_bytes / shrink**2
        copies = 4 if self.frames > 1 else 1  # the frame, what it is laid over, and both shown
        return round(self.pixels * (shown * copies + self.working_bytes))


def picture_header(content: bytes, kind: PictureKind) -> PictureHeader | None:
    """The header of `content`, which is a picture of `kind`; None when it is not one."""
    readers = {
        PictureKind.PNG: _png_header,
        PictureKind.JPEG: _jpeg_header,
        PictureKind.WEBP: _webp_header,
    }
    try:
        header = readers[kind](content)
    except (struct.error, IndexError):  # it ends too early
        return None
    return header if header and header.pixels > 0 else None


def kind_by_content(content: bytes) -> PictureKind | None:
    """The kind that the first bytes tell, whatever the name says."""
    if content.startswith(_PNG_MARK):
        return PictureKind.PNG
    if content.startswith(_JPEG_MARK):
        return PictureKind.JPEG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return PictureKind.WEBP
    return None


def is_whole(content: bytes, kind: PictureKind) -> bool:
    """Whether `content`, a picture of `kind`, goes on to its end."""
    if kind is PictureKind.PNG:
        return any(name == b"IEND" for name, _, _ in png_chunks(content))
    if kind is PictureKind.JPEG:
        return content.rfind(_JPEG_END) > content.rfind(_JPEG_SCAN)
    return bool(struct.unpack_from("<I", content, 4)[0] + 8 <= len(content))


def without_extras(content: bytes, kind: PictureKind) -> bytes:
    """`content` without what is not needed to show it.

    A PNG may carry texts that unpack to a thousand times their size as soon as it is opened.
    """
    if kind is not PictureKind.PNG:
        return content
    pieces = [_PNG_MARK]
    for name, start, end in png_chunks(content):
        if name in _PNG_NEEDED:
            pieces.append(content[start:end])
    return b"".join(pieces)


# PNG: chunks of length, name, content, checksum.


def _png_header(content: bytes) -> PictureHeader | None:
    if kind_by_content(content) is not PictureKind.PNG:
        return None
    name, start, _ = next(png_chunks(content), (b"", 0, 0))
    if name != b"IHDR":
        return None
    width, height, depth, colour = struct.unpack_from(">IIBB", content, start + 8)
    if colour not in _PNG_CHANNELS:
        return None
    if sum(1 for _ in png_chunks(content)) >= MOST_PIECES:
        return None
    return PictureHeader(PictureKind.PNG, width, height, pixel_bytes=8 if depth == 16 else 4)


def png_chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each whole chunk, up to MOST_PIECES."""
    at = len(_PNG_MARK)
    for _ in range(MOST_PIECES):
        if at + 12 > len(content):
            return
        (length,) = struct.unpack_from(">I", content, at)
        yield content[at + 4 : at + 8], at, at + 12 + length
        at += 12 + length


# JPEG: segments of marker, length, content; behind a scan its data.


def _jpeg_header(content: bytes) -> PictureHeader | None:
    if kind_by_content(content) is not PictureKind.JPEG:
        return None
    for code, at, _ in jpeg_segments(content):
        if code in _JPEG_SIZES:
            return _jpeg_frame(content, at, code)
    return None


def jpeg_segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Code, start of the length and end of each segment that has one, up to MOST_PIECES."""
    at = len(_JPEG_MARK) - 1
    for _ in range(MOST_PIECES):
        marker = _JPEG_MARKER.search(content, at)
        if marker is None:
            return
        code, at = marker.group(1)[0], marker.end()
        if code not in _JPEG_ALONE:
            (length,) = struct.unpack_from(">H", content, at)
            yield code, at, at + length
            at += length


def _jpeg_frame(content: bytes, at: int, code: int) -> PictureHeader:
    _, _, height, width, count = struct.unpack_from(">HBHHB", content, at)
    factors = [content[at + 9 + 3 * number] for number in range(count)]
    across, down = [f >> 4 for f in factors], [f & 15 for f in factors]
    scans = max(1, content.count(_JPEG_SCAN))
    kept = 0.0
    if scans > 1 or code in _JPEG_PROGRESSIVE:  # then all coefficients stay until the last scan
        shares = [
            a * d / max(1, max(across) * max(down)) for a, d in zip(across, down, strict=True)
        ]
        kept = _COEFFICIENT_BYTES * sum(shares)
    pixel_bytes = 1 if count == 1 else 4
    return PictureHeader(PictureKind.JPEG, width, height, 1, scans, pixel_bytes, kept)


# WebP: a RIFF file, chunks of name, length, content.


def _webp_header(content: bytes) -> PictureHeader | None:
    if kind_by_content(content) is not PictureKind.WEBP:
        return None
    size: tuple[int, int] | None = None
    frames, lossless = 0, False
    names = []
    for name, start in webp_chunks(content):
        names.append(name)
        if name == b"VP8X":
            size = _three_bytes(content, start + 4) + 1, _three_bytes(content, start + 7) + 1
        elif name == b"ANMF":
            frames += 1
            lossless = lossless or content[start + 16 : start + 20] != b"VP8 "
        elif name == b"VP8L":
            lossless = True
            (bits,) = struct.unpack_from("<I", content, start + 1)
            size = size or ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        elif name == b"VP8 ":
            width, height = struct.unpack_from("<HH", content, start + 6)
            size = size or (width & 0x3FFF, height & 0x3FFF)
        lossless = lossless or name == b"ALPH"
    if size is None or len(names) >= MOST_PIECES:
        return None
    working = 6.0 if lossless else 0.5  # without loss all is unpacked once more beside it
    return PictureHeader(PictureKind.WEBP, *size, frames=max(1, frames), working_bytes=working)


def webp_chunks(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Name of each chunk and where its content begins, up to MOST_PIECES."""
    at = 12
    for _ in range(MOST_PIECES):
        if at + 8 > len(content):
            return
        (length,) = struct.unpack_from("<I", content, at + 4)
        yield content[at : at + 4], at + 8
        at += 8 + length + (length & 1)


def _three_bytes(content: bytes, at: int) -> int:
    low, high = struct.unpack_from("<HB", content, at)
    return int(low | high << 16)
