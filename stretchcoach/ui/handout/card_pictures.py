"""The pictures of a handout: the still of each exercise, turned to the side that is meant, and
the picture of a practice."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from stretchcoach.core.handout.handout import HandoutCard
from stretchcoach.core.screen.still_part import StillPart
from stretchcoach.core.settings import Settings
from stretchcoach.core.work.watch import Watch
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.paper.handout import Letterhead
from stretchcoach.ui.widgets.figure.figure_frames import open_picture, other_side

MOST_PX = QSize(720, 540)  # on paper that is 300 and more for an inch
LOGO_PX = QSize(900, 300)


class CardPictures:
    """`pictures` are the files by the ids of exercises; each is decoded once."""

    def __init__(self, pictures: Mapping[str, Path]) -> None:
        self._pictures = pictures
        self._read: dict[Path, tuple[QImage, StillPart | None]] = {}

    def of(self, card: HandoutCard) -> QImage:
        """The picture of `card`; a null one where there is none that can be shown."""
        path = self._pictures.get(card.exercise.id)
        if path is None:
            return QImage()
        if path not in self._read:
            self._read[path] = _picture_at(still_beside(path), MOST_PX)
        image, hold_part = self._read[path]
        is_turned = card.side is not card.exercise.figure_side
        return other_side(image, hold_part) if is_turned and not image.isNull() else image


class WatchedPictures:
    """The pictures of `cards`, and a `watch` that hears how many of them were asked for."""

    def __init__(self, pictures: CardPictures, cards: int, watch: Watch) -> None:
        self._pictures, self._cards, self._watch = pictures, cards, watch
        self._asked = 0

    def of(self, card: HandoutCard) -> QImage:
        self._watch(min(1.0, self._asked / self._cards))
        self._asked += 1
        return self._pictures.of(card)


def letterhead_of(settings: Settings) -> Letterhead:
    """Whose paper it is, as the settings say; a picture that cannot be shown is left out."""
    logo = Path(settings.practice_logo) if settings.practice_logo else None
    return Letterhead(settings.practice, _picture_at(logo, LOGO_PX)[0] if logo else QImage())


def _picture_at(path: Path, most: QSize) -> tuple[QImage, StillPart | None]:
    """The last frame of the picture at `path`, no larger than `most`, and the part with the hold;
    null where it has none."""
    picture = open_picture(path)
    if picture is None:
        return QImage(), None
    image = QImage()
    for frame in picture.frames(most):
        image = frame
    return image, picture.hold_part
