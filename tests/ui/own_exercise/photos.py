"""Photos as phones make them, and files that only say that they are some."""

from __future__ import annotations

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

MAKER, PLACE, COMMENT = b"PhoneMaker 12", b"48 deg 8' N", b"words of the owner"
UP, DOWN = QColor("#d02020"), QColor("#2020d0")


def image(wide: int = 120, high: int = 90) -> QImage:
    """Red above, blue below."""
    found = QImage(wide, high, QImage.Format.Format_RGB32)
    found.fill(UP)
    painter = QPainter(found)
    painter.fillRect(0, high // 2, wide, high - high // 2, DOWN)
    painter.end()
    return found


def as_bytes(picture: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(95)
    assert writer.write(picture), writer.errorString()
    return bytes(buffer.data().data())


def phone_photo(picture: QImage, orientation: int) -> bytes:
    """A JPEG with EXIF: how it is to be turned, who made it, where; and a comment."""
    entries = [
        (0x010F, 2, MAKER + b"\0"),
        (0x0112, 3, struct.pack("<HH", orientation, 0)),
        (0x8825, 4, b""),
    ]
    data_at = 8 + 2 + 12 * len(entries) + 4
    data, fields = b"", b""
    gps_at = 0
    for tag, kind, value in entries:
        if kind == 2:
            fields += struct.pack("<HHII", tag, kind, len(value), data_at + len(data))
            data += value + bytes(len(value) & 1)
        elif kind == 3:
            fields += struct.pack("<HHI", tag, kind, 1) + value
        else:
            gps_at = data_at + len(data)
            fields += struct.pack("<HHII", tag, kind, 1, gps_at)
    place = PLACE + b"\0"
    gps = struct.pack("<H", 1) + struct.pack("<HHII", 0x001B, 2, len(place), gps_at + 18)
    gps += struct.pack("<I", 0) + place
    exif = b"II*\0" + struct.pack("<IH", 8, len(entries)) + fields + bytes(4) + data + gps
    block = b"Exif\0\0" + exif
    head = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 2) + block
    head += b"\xff\xfe" + struct.pack(">H", len(COMMENT) + 2) + COMMENT
    return head + as_bytes(picture, "jpeg")[2:]
