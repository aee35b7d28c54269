"""Understanding: the words, and a picture that can be read in every look and size."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from stretchcoach.core.advice import understanding
from stretchcoach.ui.advice.anatomy_picture import HipPicture, labels
from stretchcoach.ui.advice.understanding_page import UnderstandingPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look
from stretchcoach.ui.widgets.text.labels import PlainLabel


@pytest.fixture
def picture(qtbot: QtBot, theme: Theme) -> HipPicture:
    picture = HipPicture(theme)
    qtbot.addWidget(picture)
    picture.resize(680, picture.heightForWidth(680))
    return picture


def count_of(picture: HipPicture, colour: str) -> int:
    image = picture.grab().toImage()
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_muscle_and_nerve_are_seen_in_every_look(
    picture: HipPicture, theme: Theme, look: Look
) -> None:
    theme.set_look(look)
    assert count_of(picture, theme.palette.coral) > 300
    assert count_of(picture, theme.palette.amber) > 200


def test_a_screen_reader_hears_what_it_shows(picture: HipPicture) -> None:
    assert picture.accessibleName()
    assert picture.accessibleDescription() == understanding.picture_words()


def test_the_names_stand_below_each_other() -> None:
    for side in (-1, 1):
        column = [label for label in labels() if label.at[0] * side > 0]
        heights = [label.y for label in column]
        assert heights == sorted(heights)
        assert all(low - high >= 80 for high, low in pairwise(heights))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_picture_keeps_its_shape_and_its_names(
    picture: HipPicture, theme: Theme, scale: float
) -> None:
    theme.set_text_scale(scale)
    least = picture.minimumSizeHint().width()
    assert least < 600
    assert picture.heightForWidth(least) < picture.heightForWidth(2 * least)
    assert picture.heightForWidth(4 * least) == picture.heightForWidth(8 * least)


def test_all_chapters_are_shown(qtbot: QtBot, theme: Theme) -> None:
    page = UnderstandingPage(theme)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    page.sources.set_open(True)
    shown = {label.text() for label in page.findChildren(PlainLabel) if label.isVisible()}
    for chapter in (
        understanding.under_your_hand(),
        understanding.the_piriformis(),
        understanding.the_nerve(),
        *understanding.sitting_standing_running(),
        understanding.what_stretching_can_do(),
        understanding.what_it_cannot_do(),
        understanding.why_one_side(),
        understanding.sources(),
    ):
        assert {chapter.title, *chapter.paragraphs, *chapter.points} <= shown
        assert not chapter.after or chapter.after in shown
