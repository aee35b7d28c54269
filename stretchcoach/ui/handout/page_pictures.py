"""The pictures of a page for the phone: small enough to be sent, still good on a fine screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.work.watch import Watch, part_of, unwatched, watched
from stretchcoach.page.pictures import PagePicture
from stretchcoach.ui.widgets.figure.figure_frames import content_of, fitted, open_picture

KILOBYTE = 1024
# Seven exercises, each with an easier version, stay below 4 MB in a file of text.
MOST_BYTES = 190 * KILOBYTE
MOST_FRAMES = 16
# Sides in pixels and qualities: the first at which a picture is small enough is taken.
SIZES = ((640, 78), (640, 60), (480, 60), (360, 45), (240, 30))
THUMB_PX, THUMB_QUALITY = 240, 70
DECODED, ENCODING = 0.15, 0.25  # shares of the work of a picture, about


def page_pictures(
    exercises: Sequence[Exercise], files: Mapping[str, Path], watch: Watch = unwatched
) -> dict[str, PagePicture]:
    """The pictures of `exercises`, by id; those that cannot be shown are left out."""
    found = {}
    for number, exercise in enumerate(exercises):
        share = part_of(watch, number / len(exercises), (number + 1) / len(exercises))
        share(0)
        path = files.get(exercise.id)
        picture = page_picture(path, share) if path is not None else None
        if picture is not None:
            found[exercise.id] = picture
    return found


def page_picture(path: Path, watch: Watch = unwatched) -> PagePicture | None:
    """The picture at `path`, cut to what is in it; None where there is none that may be shown."""
    images = _images(path, part_of(watch, 0, DECODED))
    if not images:
        return None
    watch(DECODED)
    content = QRect()
    for image in images:
        content = content.united(content_of(image))
    images = [image.copy(content) for image in images]
    thumb = _webp(fitted(images[-1], QSize(THUMB_PX, THUMB_PX)), THUMB_QUALITY)
    begun = ENCODING
    for side_px, quality in SIZES:
        half = (begun + 1) / 2  # there may be another try
        small = [fitted(image, QSize(side_px, side_px)) for image in images]
        frames = tuple(
            _webp(image, quality) for image in watched(small, part_of(watch, begun, half))
        )
        begun = half
        if sum(map(len, frames)) <= MOST_BYTES:
            break
    return PagePicture(frames, thumb)


def _images(path: Path, watch: Watch) -> list[QImage]:
    """Frames from the first to the last, no more than are needed for a motion."""
    picture = open_picture(path)
    if picture is None:
        return []
    images: list[QImage] = []
    for image in picture.frames(picture.size):
        watch(len(images) / (len(images) + MOST_FRAMES))  # nobody knows how many there are
        images.append(image)
    steps = min(len(images), MOST_FRAMES)
    places = [round(n * (len(images) - 1) / max(1, steps - 1)) for n in range(steps)]
    return [images[place] for place in places]


def _webp(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "WEBP", quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
