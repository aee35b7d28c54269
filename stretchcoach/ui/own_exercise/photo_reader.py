"""Photos taken in beside the window: from a file, from what was dropped, from the clipboard.

Whatever comes is looked at before it is decoded, made small enough, and kept without anything that
a camera wrote beside the picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSize, Signal
from PySide6.QtGui import QImage

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.own_exercises.pictures import Slot
from stretchcoach.files.pictures.picture_budget import PHOTO, PHOTO_SIDE_PX
from stretchcoach.files.pictures.picture_check import content_problem
from stretchcoach.files.pictures.picture_header import kind_by_content
from stretchcoach.ui.own_exercise.photo_image import KEPT_QUALITY, bare, encoded
from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller
from stretchcoach.ui.widgets.figure.figure_frames import fitted, open_content

KIND = "jpeg"
OFFERED = ("image/png", "image/jpeg", "image/webp")
LARGEST = QSize(PHOTO_SIDE_PX, PHOTO_SIDE_PX)

Source = Path | bytes | QImage


class _NotTakenError(Exception):
    """Why a photo could not be taken in."""


class PhotoReader(Teller):
    """`taken` has the Slots with the names that their photos are kept by; `ready` follows when
    the image of one can be had. `failed` has a sentence."""

    taken = Signal(object)
    ready = Signal()
    failed = Signal(str)
    _read = Signal(object, object)
    _not_read = Signal(str)

    def __init__(self, kept: KeptFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._background = Background(self, "photos")
        self._waiting: list[partial[None]] = []
        self.is_reading = False
        self._read.connect(self._on_read)
        self._not_read.connect(self._on_not_read)

    def image(self, name: str) -> QImage | None:
        """The photo that is kept as `name`, if it has been read."""
        return self._images.get(name)

    def whole_image(self, name: str) -> QImage:
        """The same, read now where it was not. ValueError where it cannot be."""
        if name not in self._images:
            self._images[name] = _decoded(self._kept_content(name))[-1]
        return self._images[name]

    def take(self, source: Source, slot: Slot, present: Path | None = None) -> None:
        """Take in a photo for `slot`. Where `present` is a photo of one's own that is shown now,
        it goes into the other one, if it is of that moment."""
        self._begin(partial(self._take, source, slot, present))

    def load(self, names: Iterable[str]) -> None:
        """Read photos that were kept before."""
        new = [name for name in names if name not in self._images and name not in self._asked]
        self._asked.update(new)
        if new:
            self._begin(partial(self._load, new))

    def wait(self) -> None:
        """Wait for what is being read."""
        self._background.wait()

    def _begin(self, work: partial[None]) -> None:
        """One after the other: who drops two photos wants both."""
        self._waiting.append(work)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self.is_reading:
            self.is_reading = True
            self._background.start(partial(self._run, self._waiting.pop(0)))

    def _run(self, work: partial[None]) -> None:
        try:
            work()
        except _NotTakenError as error:
            self.tell("_not_read", str(error))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.tell("_not_read", tr("The photo cannot be kept: {reason}.", reason=reason))

    def _take(self, source: Source, slot: Slot, present: Path | None) -> None:
        images = {slot: _image_of(source)}
        if present is not None:
            others = _decoded_or_nothing(present)
            other = Slot.START if slot is Slot.HOLD else Slot.HOLD
            if other is Slot.HOLD and others:
                images[other] = others[-1]
            elif len(others) > 1:
                images[other] = others[0]
        kept = {}
        for each, image in images.items():
            small = bare(fitted(image, LARGEST))
            name = self._kept.keep_picture(encoded(small, KIND, KEPT_QUALITY), "jpg")
            kept[each] = (name, small)
        self.tell("_read", dict(kept.values()), {each: name for each, (name, _) in kept.items()})

    def _load(self, names: Iterable[str]) -> None:
        images = {}
        for name in names:
            try:
                images[name] = _decoded(self._kept_content(name))[-1]
            except ValueError:
                continue  # it is shown as missing
        self.tell("_read", images, None)

    def _kept_content(self, name: str) -> bytes:
        try:
            return self._kept.read(name)
        except OSError as error:
            raise ValueError(name) from error

    def _on_read(self, images: dict[str, QImage], taken: dict[Slot, str] | None) -> None:
        self.is_reading = False
        self._images |= images
        if taken is not None:
            self.taken.emit(taken)
        self.ready.emit()
        self._go_on()

    def _on_not_read(self, sentence: str) -> None:
        self.is_reading = False
        self.failed.emit(sentence)
        self._go_on()


def source_in(data: QMimeData | None) -> Source | None:
    """The picture that was dropped or copied: a file, its bytes, or what a program painted.

    None where there is none; a clipboard with nothing in it has no data at all.
    """
    if data is None:
        return None
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return files[0]
    for kind in OFFERED:
        if data.hasFormat(kind):
            return bytes(data.data(kind).data())
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _image_of(source: Source) -> QImage:
    if isinstance(source, QImage):
        return source
    name = source.name if isinstance(source, Path) else tr("The picture of the clipboard")
    try:
        content = source if isinstance(source, bytes) else read_regular(source, PHOTO.file_bytes)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _NotTakenError(
            tr("{name} cannot be read: {reason}.", name=name, reason=reason)
        ) from error
    if reason := content_problem(content):
        raise _NotTakenError(tr("{name} cannot be used: {reason}.", name=name, reason=reason))
    try:
        return _decoded(content)[-1]
    except ValueError as error:
        reason = tr("it is damaged")
        raise _NotTakenError(
            tr("{name} cannot be used: {reason}.", name=name, reason=reason)
        ) from error


def _decoded(content: bytes) -> list[QImage]:
    """All frames of a picture that may be decoded. ValueError where there are none."""
    kind = kind_by_content(content)
    reader = open_content(content, kind) if kind is not None else None
    frames = list(reader.frames(LARGEST)) if reader is not None else []
    if not frames:
        raise ValueError("no picture")
    return frames


def _decoded_or_nothing(path: Path) -> list[QImage]:
    """The frames of a photo; nothing for a drawing, which can be seen through."""
    try:
        frames = _decoded(read_regular(path, PHOTO.file_bytes))
    except (OSError, ValueError):
        return []
    return [] if any(frame.hasAlphaChannel() for frame in frames) else frames
