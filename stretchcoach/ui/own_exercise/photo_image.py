"""A photo as it is shown: turned, cut and scaled, and with nothing left of what a camera wrote."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageWriter, QPainter

from stretchcoach.files.own_exercises.pictures import Photo, Pictures
from stretchcoach.files.pictures.webp_pair import webp_pair
from stretchcoach.ui.widgets.figure.figure_frames import upright

QUALITY, KEPT_QUALITY = 84, 94
PAPER = 0xFFFFFFFF  # what stands behind a picture that can be seen through

Images = Callable[[str], QImage]


def turned(image: QImage, photo: Photo) -> QImage:
    """`image` as the person has turned it."""
    return upright(image, photo.orientation)


def shown_part(whole: QSize, frame: QSizeF, photo: Photo) -> QRectF:
    """What of a picture of the size `whole`, turned already, is seen in `frame`."""
    scale = photo.zoom * max(frame.width() / whole.width(), frame.height() / whole.height())
    wide, high = frame.width() / scale, frame.height() / scale
    left = photo.across * (whole.width() - wide)
    top = photo.down * (whole.height() - high)
    return QRectF(left, top, wide, high)


def framed(image: QImage, photo: Photo, size: QSize) -> QImage:
    """A new picture of `size` with what is seen in the frame, and nothing else of `image`."""
    whole = turned(image, photo)
    result = QImage(size, QImage.Format.Format_RGB32)
    result.fill(PAPER)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    part = shown_part(whole.size(), QSizeF(size), photo)
    # Scaled first where it becomes much smaller: a painter looks at four pixels alone.
    cut = whole.copy(part.toAlignedRect())
    smooth = cut.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(0, 0, smooth)
    painter.end()
    return result


def bare(image: QImage) -> QImage:
    """`image` in common colours and opaque, without texts and profiles."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    result = QImage(image.size(), QImage.Format.Format_RGB32)
    result.fill(PAPER)
    painter = QPainter(result)
    painter.drawImage(0, 0, image)
    painter.end()
    return result


def encoded(image: QImage, kind: str, quality: int) -> bytes:
    """`image` as the bytes of a file of `kind`, such as "webp". ValueError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(quality)
    if not writer.write(image):
        raise ValueError(writer.errorString())
    return bytes(buffer.data().data())


def picture_of(pictures: Pictures, image_of: Images) -> bytes:
    """The file of the photos of `pictures`; the images come from `image_of`, by their names."""
    frames = [
        encoded(
            framed(image_of(photo.kept), photo, QSize(*pictures.shape.size_px)), "webp", QUALITY
        )
        for photo in (pictures.start, pictures.hold)
        if photo is not None
    ]
    return webp_pair(*frames) if len(frames) > 1 else frames[0]
