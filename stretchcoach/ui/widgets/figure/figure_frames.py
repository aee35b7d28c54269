"""Reading the frames of a figure's picture, guarded: pictures may come from strangers.

Only WebP, PNG and JPEG, by the name of the file and never by guessing; only within a budget that
is counted before anything is decoded; and a limit on what decoding may allocate. SVG is
refused: it can read files and hang. A picture that breaks a rule is no picture.

A photo as it came from a phone is turned upright, and made smaller while it is decoded where its
kind allows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QTransform

from stretchcoach.core.screen.still_part import StillPart
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.pictures.picture_budget import (
    MEGABYTE,
    PHOTO,
    PHOTO_SIDE_PX,
    budget_of,
    excess,
)
from stretchcoach.files.pictures.picture_header import (
    PictureKind,
    kind_by_name,
    picture_header,
    without_extras,
)
from stretchcoach.files.pictures.picture_hold_part import picture_hold_part
from stretchcoach.files.pictures.picture_orientation import Orientation, picture_orientation

AIR = 0.015  # around what is shown, as a share of the width
LEAST_ALPHA = 24  # the fading edge of a shadow is no content
QUICK_PIXELS = 1_500_000  # of a still picture that can be decoded between two frames
STRIP_PX = 64  # so many rows are looked at in one go

_SEEN = bytes(alpha >= LEAST_ALPHA for alpha in range(256))


class FrameReader:
    """The frames of one picture, one after the other, each decoded when it is asked for.

    `takes_long` tells that a window must not wait for it; `hold_part` is where the hold is, if the
    start stands beside it.
    """

    def __init__(
        self,
        reader: QImageReader,
        buffer: QBuffer,
        orientation: Orientation,
        hold_part: StillPart | None = None,
    ) -> None:
        self._reader = reader
        self._buffer = buffer  # the reader only borrows it
        self._orientation = orientation
        self.count = max(1, reader.imageCount())
        stored = reader.size()
        self.takes_long = self.count == 1 and stored.width() * stored.height() > QUICK_PIXELS
        if self.count == 1 and max(stored.width(), stored.height()) > PHOTO_SIDE_PX:
            stored = stored.scaled(PHOTO_SIDE_PX, PHOTO_SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio)
            stored = stored.expandedTo(QSize(1, 1))
            reader.setScaledSize(stored)
        self.size = stored.transposed() if orientation.lies else stored
        self.hold_part = hold_part

    def frames(self, size: QSize, content: QRect | None = None) -> Iterator[QImage]:
        """Each frame, scaled smoothly to fit into `size`, ends where one cannot be read.

        Only `content` of each, where it is given.
        """
        for image in self._images():
            yield fitted(image if content is None else image.copy(content), size)

    def contents(self) -> Iterator[QRect]:
        """What is not transparent in the frames so far; the last one tells it of all."""
        content = QRect()
        for image in self._images():
            content = content.united(content_of(image))
            yield content

    def _images(self) -> Iterator[QImage]:
        for _ in range(self.count):
            image = self._reader.read()
            if image.isNull():
                return
            yield upright(image, self._orientation)


class StillImage:
    """A picture that is there already, as if it were read."""

    count = 1
    takes_long = False

    def __init__(self, image: QImage) -> None:
        self._image = image

    def frames(self, size: QSize, content: QRect | None = None) -> Iterator[QImage]:
        yield fitted(self._image if content is None else self._image.copy(content), size)

    def contents(self) -> Iterator[QRect]:
        yield content_of(self._image)


def upright(image: QImage, orientation: Orientation) -> QImage:
    """`image` turned as `orientation` says."""
    if orientation.mirrored:
        image = image.flipped(Qt.Orientation.Horizontal)
    if orientation.degrees:
        image = image.transformed(QTransform().rotate(orientation.degrees))
    return image


def open_picture(path: Path) -> FrameReader | None:
    """The picture at `path`, or None when there is none that may be shown. Never raises."""
    kind = kind_by_name(path)
    if kind is None:
        return None
    try:
        content = read_regular(path, PHOTO.file_bytes)
    except (OSError, ValueError):
        return None
    return open_content(content, kind)


def open_content(content: bytes, kind: PictureKind) -> FrameReader | None:
    """The picture that `content` is, whatever it came from; None where it may not be shown."""
    header = picture_header(content, kind)
    if header is None or len(content) > budget_of(header).file_bytes or excess(header):
        return None
    QImageReader.setAllocationLimit(PHOTO.memory_bytes // MEGABYTE)
    buffer = QBuffer()
    buffer.setData(QByteArray(without_extras(content, kind)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    reader.setFormat(QByteArray(kind.value.encode()))
    # What decodes it must have read the same in it as what counted it.
    if reader.size() != QSize(header.width, header.height):
        return None
    if reader.imageCount() > header.frames:
        return None
    return FrameReader(
        reader, buffer, picture_orientation(content, kind), picture_hold_part(content, kind)
    )


def read_still(path: Path, size: QSize, *, hold: bool = True) -> QImage | None:
    """The hold (the last frame) or the start (the first), fitted into `size`: of a still the part
    with the hold alone, for this is for small pictures.

    May be called in a worker thread; None when there is no picture that may be shown.
    """
    picture = open_picture(path)
    if picture is None:
        return None
    found: QImage | None = None
    for image in picture.frames(picture.size):
        found = image
        if not hold:
            break
    if found is None:
        return None
    whole = found.rect()
    shown = whole if picture.hold_part is None else part_of(found, picture.hold_part)
    content = _seen_of(found.copy(shown)).translated(shown.topLeft())
    return fitted(found.copy(content_of(found) if content.isEmpty() else content), size)


def other_side(image: QImage, hold_part: StillPart | None) -> QImage:
    """`image` mirrored. A start to the left of the hold stays there, for it is read first."""
    flipped = image.flipped(Qt.Orientation.Horizontal)
    if hold_part is None or hold_part[0] == 0.0:
        return flipped
    seam = part_of(image, hold_part).left()
    parts = QImage(flipped.size(), flipped.format())
    parts.setDevicePixelRatio(flipped.devicePixelRatio())
    painter = QPainter(parts)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    hold = flipped.width() - seam  # so wide is the hold, which comes first when flipped
    painter.drawImage(0, 0, flipped, hold, 0, seam, flipped.height())
    painter.drawImage(seam, 0, flipped, 0, 0, hold, flipped.height())
    painter.end()
    return parts


def part_of(image: QImage, part: StillPart) -> QRect:
    """Where the part of a picture is in `image`."""
    left, top, right, bottom = part
    corner = QPoint(round(left * image.width()), round(top * image.height()))
    end = QPoint(round(right * image.width()) - 1, round(bottom * image.height()) - 1)
    return QRect(corner, end)


def content_of(image: QImage) -> QRect:
    """What can be seen, with a little air around it; all of it where nothing can.

    Without pixmaps, so that it may be called in a worker thread.
    """
    seen = _seen_of(image)
    return image.rect() if seen.isEmpty() else seen


def _seen_of(image: QImage) -> QRect:
    """What can be seen, with a little air around it; empty where nothing can."""
    whole = image.rect()
    if not image.hasAlphaChannel():
        return whole
    left, right, rows = image.width(), 0, []
    for top in range(0, image.height(), STRIP_PX):
        for y, row in enumerate(_seen_rows(image, top), start=top):
            if (first := row.find(1)) >= 0:
                rows.append(y)
                left, right = min(left, first), max(right, row.rfind(1))
    if not rows:
        return QRect()
    air = round(AIR * image.width())
    found = QRect(left, rows[0], right - left + 1, rows[-1] - rows[0] + 1)
    return found.adjusted(-air, -air, air, air).intersected(whole)


def _seen_rows(image: QImage, top: int) -> Iterator[bytes]:
    """For each row of a strip a byte a pixel: 1 where something can be seen."""
    height = min(STRIP_PX, image.height() - top)
    strip = image.copy(0, top, image.width(), height).convertToFormat(QImage.Format.Format_Alpha8)
    seen = bytes(strip.constBits()).translate(_SEEN)
    step = strip.bytesPerLine()
    return (seen[y * step : y * step + image.width()] for y in range(height))


def fitted(image: QImage, size: QSize) -> QImage:
    """`image` made smaller, never larger, until it fits into `size`."""
    if size.isEmpty() or (image.width() <= size.width() and image.height() <= size.height()):
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
