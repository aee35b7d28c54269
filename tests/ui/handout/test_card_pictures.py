"""Pictures for paper, on the side that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageColor
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import Side
from stretchcoach.core.handout.handout import HandoutCard, handout
from stretchcoach.core.screen.still_part import StillPart, note_of
from stretchcoach.core.settings import Settings
from stretchcoach.ui.handout.card_pictures import CardPictures, letterhead_of
from stretchcoach.ui.handout.handout_file import write_handout
from tests.files.packs.test_receiving import bundled


def a_card(side: Side) -> HandoutCard:
    entry = bundled().routine("desk-break")
    assert entry.routine is not None
    card = handout(entry.routine, entry.exercises, Profile()).cards[0]
    exercise = replace(card.exercise, figure_side=Side.RIGHT)
    return replace(card, side=side, exercise=exercise)


def half_red(path: Path) -> Path:
    """Red at the left, blue at the right."""
    image = QImage(8, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(4):
        for y in range(4):
            image.setPixelColor(x, y, QColor("red"))
    assert image.save(str(path))
    return path


def test_the_other_side_is_mirrored(qapp: QApplication, tmp_path: Path) -> None:
    right, left = a_card(Side.RIGHT), a_card(Side.LEFT)
    pictures = CardPictures({right.exercise.id: half_red(tmp_path / "a.png")})
    shown = [pictures.of(card) for card in (right, left)]
    assert [image.pixelColor(0, 0).name() for image in shown] == ["#ff0000", "#0000ff"]


def beside(path: Path, part: StillPart) -> Path:
    """A start, green and then yellow, beside or above a hold, red and then blue."""
    image = Image.new("RGBA", (100, 60), (0, 0, 0, 0))
    if part[0]:
        boxes = ((0, 20, 20, 40), (20, 20, 40, 40), (40, 0, 70, 60), (70, 0, 100, 60))
    else:
        boxes = ((0, 0, 20, 20), (20, 0, 40, 20), (0, 20, 50, 60), (50, 20, 100, 60))
    for colour, box in zip(("green", "yellow", "red", "blue"), boxes, strict=True):
        image.paste(ImageColor.getrgb(colour), box)
    image.save(path, lossless=True, xmp=note_of(part).encode())
    return path


def colours(image: QImage, places: Sequence[tuple[int, int]]) -> list[str]:
    return [image.pixelColor(x, y).name(QColor.NameFormat.HexRgb) for x, y in places]


def test_a_start_beside_the_hold_stays_before_it_on_the_other_side(
    qapp: QApplication, tmp_path: Path
) -> None:
    left = a_card(Side.LEFT)
    pictures = CardPictures({left.exercise.id: beside(tmp_path / "a.webp", (0.4, 0.0, 1.0, 1.0))})
    seen = colours(pictures.of(left), [(5, 30), (35, 30), (45, 30), (95, 30)])
    assert seen == ["#ffff00", "#008000", "#0000ff", "#ff0000"]


def test_a_start_above_the_hold_is_mirrored_with_it(qapp: QApplication, tmp_path: Path) -> None:
    left = a_card(Side.LEFT)
    pictures = CardPictures(
        {left.exercise.id: beside(tmp_path / "a.webp", (0.0, 0.3333, 1.0, 1.0))}
    )
    seen = colours(pictures.of(left), [(65, 10), (95, 10), (5, 40), (95, 40)])
    assert seen == ["#ffff00", "#008000", "#0000ff", "#ff0000"]


def test_the_still_is_taken_where_there_is_one(qapp: QApplication, tmp_path: Path) -> None:
    card = a_card(Side.RIGHT)
    half_red(tmp_path / "a-still.png")
    (tmp_path / "a.png").write_bytes(b"no picture")
    pictures = CardPictures({card.exercise.id: tmp_path / "a.png"})
    assert pictures.of(card).width() > 0


def test_no_picture_is_a_null_one(qapp: QApplication, tmp_path: Path) -> None:
    card = a_card(Side.LEFT)
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert CardPictures({}).of(card).isNull()
    assert CardPictures({card.exercise.id: tmp_path / "a.png"}).of(card).isNull()


def test_the_letterhead_is_that_of_the_settings(qapp: QApplication, tmp_path: Path) -> None:
    logo = half_red(tmp_path / "logo.png")
    head = letterhead_of(Settings(practice="By the sea", practice_logo=str(logo)))
    assert head.name == "By the sea"
    assert not head.logo.isNull()
    assert letterhead_of(Settings()).logo.isNull()
    assert letterhead_of(Settings(practice_logo=str(tmp_path / "gone.png"))).logo.isNull()


def test_who_watches_hears_how_many_were_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    entry = bundled().routine("desk-break")
    shares: list[float] = []
    path = tmp_path / "x.pdf"
    write_handout(entry, Settings(), path, letter=False, large=False, watch=shares.append)
    assert path.read_bytes().startswith(b"%PDF")
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert len({share for share in shares if 0.4 < share < 0.98}) > 3
