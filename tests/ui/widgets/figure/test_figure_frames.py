from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from stretchcoach.core.screen.still_part import note_of
from stretchcoach.ui.widgets.figure.figure_frames import AIR, content_of, open_picture, read_still
from tests.files.pictures.hostile_pictures import (
    moving_webp,
    png,
    png_with_packed_texts,
    repeated_scans,
)

WIDTH, HEIGHT = 400, 300
CLEAR = (0, 0, 0, 0)


def box_picture(*boxes: tuple[int, int, int, int]) -> list[Image.Image]:
    """Frames that are empty but for one red box each, given by its edges."""
    frames = []
    for box in boxes:
        frame = Image.new("RGBA", (WIDTH, HEIGHT), CLEAR)
        frame.paste((200, 60, 40, 255), box)
        frames.append(frame)
    return frames


def saved(path: Path, frames: list[Image.Image]) -> Path:
    frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True, duration=60)
    return path


@pytest.mark.usefixtures("qapp")
def test_the_content_is_what_is_not_empty_with_a_little_air() -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGBA8888)
    image.fill(QColor(0, 0, 0, 0))
    for x in range(100, 200):
        for y in range(150, 190):
            image.setPixelColor(x, y, QColor("red"))
    air = round(AIR * WIDTH)
    assert content_of(image) == QRect(100 - air, 150 - air, 100 + 2 * air, 40 + 2 * air)


@pytest.mark.usefixtures("qapp")
def test_of_an_empty_picture_and_of_one_without_transparency_all_is_content() -> None:
    empty = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGBA8888)
    empty.fill(QColor(0, 0, 0, 0))
    opaque = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    opaque.fill(QColor("white"))
    assert content_of(empty) == empty.rect()
    assert content_of(opaque) == opaque.rect()


@pytest.mark.usefixtures("qapp")
def test_frames_share_one_content_so_that_nothing_jumps(tmp_path: Path) -> None:
    frames = box_picture((100, 100, 150, 150), (200, 120, 300, 200))
    path = saved(tmp_path / "moves.webp", frames)
    picture = open_picture(path)
    assert picture is not None
    *_, content = picture.contents()
    air = round(AIR * WIDTH)
    assert content == QRect(100 - air, 100 - air, 200 + 2 * air, 100 + 2 * air)
    again = open_picture(path)
    assert again is not None
    shown = list(again.frames(QSize(1000, 1000), content))
    assert [image.size() for image in shown] == [content.size()] * 2


@pytest.mark.usefixtures("qapp")
def test_a_still_is_cut_to_its_content(tmp_path: Path) -> None:
    path = saved(tmp_path / "still.webp", box_picture((100, 100, 300, 200)))
    still = read_still(path, QSize(100, 100))
    assert still is not None
    assert still.width() == 100
    assert still.height() < 60


@pytest.mark.usefixtures("qapp")
def test_of_a_still_with_the_start_beside_the_hold_is_what_is_shown_small(tmp_path: Path) -> None:
    start, hold = (20, 20, 120, 80), (150, 60, 390, 290)
    (image,) = box_picture(start)
    image.paste((200, 60, 40, 255), hold)
    path = tmp_path / "beside-still.webp"
    image.save(path, lossless=True, xmp=note_of((0.33, 0.0, 1.0, 1.0)).encode())
    still = read_still(path, QSize(1000, 1000))
    assert still is not None
    air = round(AIR * (WIDTH - round(0.33 * WIDTH)))
    assert abs(still.width() - (240 + 2 * air)) <= air
    picture = open_picture(path)
    assert picture is not None
    (whole,) = picture.frames(picture.size)  # who asks for the picture has all of it
    assert whole.size() == QSize(WIDTH, image.height)


@pytest.mark.usefixtures("qapp")
def test_a_note_that_names_an_empty_place_hides_nothing(tmp_path: Path) -> None:
    (image,) = box_picture((250, 60, 390, 290))
    path = tmp_path / "odd-still.webp"
    image.save(path, lossless=True, xmp=note_of((0.0, 0.0, 0.5, 0.5)).encode())
    still = read_still(path, QSize(1000, 1000))
    assert still is not None
    assert still.size() == content_of(QImage(str(path))).size()


COSTLY = {
    "scans.jpg": repeated_scans(1024, 5000),
    "frames.webp": moving_webp(4096, 100),
    "deep.png": png(7000, 6000, depth=16),
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_would_take_minutes_is_not_begun(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(COSTLY[name])
    assert open_picture(path) is None


def test_texts_that_unpack_to_gigabytes_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "texts.png"
    path.write_bytes(png_with_packed_texts(600, 7_900_000))
    assert read_still(path, QSize(40, 40)) is not None


# Photos as they come from a phone.


def photo(path: Path, size: tuple[int, int], orientation: int = 1, **options: Any) -> Path:
    """Blue, with the left third of what the camera stored red."""
    image = Image.new("RGB", size, (20, 40, 200))
    image.paste((200, 60, 40), (0, 0, size[0] // 3, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(path, exif=exif, **options)
    return path


def is_red(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).red() > 150


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_a_photo_is_turned_upright(tmp_path: Path, ending: str) -> None:
    """Turned by a quarter clockwise, what was left is above."""
    picture = open_picture(photo(tmp_path / f"photo.{ending}", (90, 60), orientation=6))
    assert picture is not None
    assert picture.size == QSize(60, 90)
    [image] = picture.frames(picture.size)
    assert image.size() == QSize(60, 90)
    assert is_red(image, 30, 10)
    assert not is_red(image, 30, 80)


@pytest.mark.usefixtures("qapp")
def test_a_mirrored_photo_is_mirrored_back(tmp_path: Path) -> None:
    still = read_still(photo(tmp_path / "selfie.jpg", (90, 60), orientation=2), QSize(90, 60))
    assert still is not None
    assert is_red(still, 80, 30)
    assert not is_red(still, 10, 30)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_fifty_megapixels_are_read_small(tmp_path: Path, options: dict[str, object]) -> None:
    path = photo(tmp_path / "photo.jpg", (8160, 6144), orientation=6, quality=50, **options)
    picture = open_picture(path)
    assert picture is not None
    assert picture.takes_long
    assert picture.size == QSize(1542, 2048)
    [image] = picture.frames(QSize(400, 400))
    assert image.size() == QSize(301, 400)
    assert is_red(image, 150, 20)


@pytest.mark.usefixtures("qapp")
def test_a_narrow_panorama_keeps_a_pixel(tmp_path: Path) -> None:
    picture = open_picture(photo(tmp_path / "wide.png", (16_000, 3)))
    assert picture is not None
    assert picture.size == QSize(2048, 1)
