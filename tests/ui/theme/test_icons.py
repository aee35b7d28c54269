from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.icon_shapes import SHAPES, IconName
from stretchcoach.ui.theme.icons import paint_icon


def painted(name: IconName, size_px: int) -> QImage:
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, size_px, size_px), "#2F7F7B")
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    }


def test_every_name_has_a_shape() -> None:
    assert set(SHAPES) == set(IconName)


@pytest.mark.parametrize("name", IconName)
def test_an_icon_is_drawn_inside_of_its_box(qtbot: QtBot, name: IconName) -> None:
    ink = inked(painted(name, 48))
    assert len(ink) > 20
    assert all(2 <= x < 46 and 2 <= y < 46 for x, y in ink)


def test_no_two_icons_look_alike(qtbot: QtBot) -> None:
    drawings = [frozenset(inked(painted(name, 48))) for name in IconName]
    assert len(set(drawings)) == len(drawings)


def test_left_and_right_are_mirrored(qtbot: QtBot) -> None:
    left, right = inked(painted(IconName.ARROW_LEFT, 48)), inked(painted(IconName.ARROW_RIGHT, 48))
    mirrored = {(47 - x, y) for x, y in left}
    assert len(mirrored ^ right) <= 4
