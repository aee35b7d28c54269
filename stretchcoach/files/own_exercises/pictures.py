"""The pictures of an exercise while they are chosen: which photos, and what of them is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from enum import Enum

from stretchcoach.files.pictures.picture_orientation import Orientation

MOST_ZOOM = 6.0


class Shape(Enum):
    """How wide and how high the picture is; the value is what drafts call it."""

    WIDE = "wide"
    SQUARE = "square"
    TALL = "tall"

    @property
    def size_px(self) -> tuple[int, int]:
        return {Shape.WIDE: (1200, 900), Shape.SQUARE: (1000, 1000), Shape.TALL: (900, 1200)}[self]


class Slot(Enum):
    """Which moment a photo shows."""

    HOLD = "hold"
    START = "start"


@dataclass(frozen=True)
class Photo:
    """A photo behind a frame. `kept` is the name of the file that it is kept as.

    At `zoom` 1 it just fills the frame. `across` and `down` say which point of what lies beyond
    is shown, 0 the one edge and 1 the other.
    """

    kept: str
    quarter_turns: int = 0
    zoom: float = 1.0
    across: float = 0.5
    down: float = 0.5

    @property
    def orientation(self) -> Orientation:
        return Orientation(degrees=90 * (self.quarter_turns % 4))


@dataclass(frozen=True)
class Pictures:
    """What is to be shown in the place of the picture that the text names: photos of the hold
    and of the start, or what was `drawn` from the pose; the last is the name of a kept file."""

    hold: Photo | None = None
    start: Photo | None = None
    shape: Shape = Shape.WIDE
    drawn: str = ""

    @property
    def has_photos(self) -> bool:
        return self.hold is not None or self.start is not None

    def with_photo(self, slot: Slot, photo: Photo | None) -> Pictures:
        """With another photo of one moment, or without one; what was drawn goes."""
        if slot is Slot.HOLD:
            return replace(self, hold=photo, drawn="")
        return replace(self, start=photo, drawn="")

    @property
    def kept(self) -> Iterator[str]:
        """The names of the files that it needs."""
        yield from (photo.kept for photo in (self.hold, self.start) if photo is not None)
        if self.drawn:
            yield self.drawn
            yield still_name(self.drawn)


def still_name(drawn: str) -> str:
    """The name of the picture of the hold alone that is drawn with `drawn`."""
    stem, _, ending = drawn.rpartition(".")
    return f"{stem}-still.{ending}"


def pictures_as_text(pictures: Pictures | None) -> str:
    """`pictures` for a draft."""
    if pictures is None:
        return ""
    return json.dumps({**asdict(pictures), "shape": pictures.shape.value})


def pictures_from_text(text: str) -> Pictures | None:
    """The same read back; None where it is nothing of the kind."""
    try:
        found = json.loads(text)
        return Pictures(
            _photo(found["hold"]),
            _photo(found["start"]),
            Shape(found["shape"]),
            _name(found["drawn"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _photo(found: dict[str, object] | None) -> Photo | None:
    if found is None:
        return None
    zoom, across, down = (float(str(found[key])) for key in ("zoom", "across", "down"))
    if not (1 <= zoom <= MOST_ZOOM and 0 <= across <= 1 and 0 <= down <= 1):
        raise ValueError
    return Photo(_name(found["kept"]), int(str(found["quarter_turns"])) % 4, zoom, across, down)


def _name(found: object) -> str:
    """A plain name: no draft leads to a file elsewhere."""
    if not isinstance(found, str) or "/" in found or "\\" in found or found.startswith("."):
        raise ValueError
    return found
