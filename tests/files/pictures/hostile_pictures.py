"""Pictures that cost far more to show than their size says."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def repeated_scans(side_px: int, times: int) -> bytes:
    """A progressive JPEG whose last scan, of a few bytes, comes `times` over."""
    content = encoded(Image.new("RGB", (side_px, side_px)), "JPEG", progressive=True)
    last = content[content.rindex(b"\xff\xda") : -2]
    return content[:-2] + last * times + content[-2:]


def png_chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def png(width: int, height: int, extra: bytes = b"", depth: int = 8) -> bytes:
    """A PNG that says to be so large; there are data for one line."""
    head = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    data = zlib.compress(b"\0" + b"\0\0\0" * (depth // 8) * min(width, 5000))
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", head)
        + extra
        + png_chunk(b"IDAT", data)
        + png_chunk(b"IEND", b"")
    )


def png_with_packed_texts(count: int, length: int) -> bytes:
    """A small PNG with texts that unpack to `count` times `length` characters."""
    packed = zlib.compress(b"a" * length, 9)
    return png(1, 1, b"".join(png_chunk(b"zTXt", b"k%d\0\0" % i + packed) for i in range(count)))


def webp_chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) & 1)


def moving_webp(side_px: int, frames: int, lossless: bool = False) -> bytes:
    """`frames` whole frames, each of one colour and so of a few bytes."""
    still = encoded(Image.new("RGB", (side_px, side_px)), "WEBP", lossless=lossless, method=0)
    inside = still[12:]  # the one chunk of a still picture
    three = (side_px - 1).to_bytes(3, "little")
    frame = webp_chunk(
        b"ANMF", bytes(6) + three + three + (40).to_bytes(3, "little") + b"\0" + inside
    )
    canvas = webp_chunk(b"VP8X", b"\x02\0\0\0" + three + three)
    body = b"WEBP" + canvas + webp_chunk(b"ANIM", bytes(6)) + frame * frames
    return b"RIFF" + struct.pack("<I", len(body)) + body
