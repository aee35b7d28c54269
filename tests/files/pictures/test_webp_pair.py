"""Two pictures as one that moves, as Qt and our own readers see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from stretchcoach.files.pictures.picture_check import picture_problem
from stretchcoach.files.pictures.picture_header import PictureKind, is_whole, picture_header
from stretchcoach.files.pictures.webp_pair import webp_pair
from stretchcoach.ui.widgets.figure.figure_frames import open_picture


def webp(colour: str, wide: int = 61, high: int = 40, quality: int = 80) -> bytes:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"webp"))
    writer.setQuality(quality)
    assert writer.write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("quality", [80, 100])
def test_it_goes_from_the_first_to_the_second(tmp_path: Path, quality: int) -> None:
    content = webp_pair(webp("#c02020", quality=quality), webp("#2020c0", quality=quality))
    path = tmp_path / "pair.webp"
    path.write_bytes(content)
    assert is_whole(content, PictureKind.WEBP)
    header = picture_header(content, PictureKind.WEBP)
    assert header is not None
    assert (header.width, header.height, header.frames) == (61, 40, 2)
    assert picture_problem(path) == ""
    picture = open_picture(path)
    assert picture is not None
    first, second = picture.frames(QSize(61, 40))
    assert abs(first.pixelColor(30, 20).red() - 0xC0) < 6
    assert abs(second.pixelColor(30, 20).blue() - 0xC0) < 6
    assert second.pixelColor(30, 20).red() < 0x30


def test_only_pictures_of_one_size_go_together() -> None:
    with pytest.raises(ValueError, match="two sizes"):
        webp_pair(webp("red"), webp("red", wide=62))
    with pytest.raises(ValueError, match="no single"):
        webp_pair(webp("red"), b"\x89PNG")
    pair = webp_pair(webp("red"), webp("blue"))
    with pytest.raises(ValueError, match="no single"):
        webp_pair(pair, webp("blue"))
