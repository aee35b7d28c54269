from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.screen.interval_view import Rep
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import LIGHT
from stretchcoach.ui.widgets.countdown.breathing import (
    LEAST_RADIUS,
    MOST_RADIUS,
    BreathingGuide,
)
from stretchcoach.ui.widgets.countdown.set_dots import SetDots, TimeLeft
from stretchcoach.ui.widgets.countdown.side_label import SideLabel
from stretchcoach.ui.widgets.text.labels import PlainLabel


@pytest.fixture
def side(qtbot: QtBot, theme: Theme) -> SideLabel:
    label = SideLabel(theme)
    qtbot.addWidget(label)
    label.resize(600, 120)
    label.show()
    return label


def coral_columns(label: SideLabel) -> list[int]:
    """Where on the line of the word there is coral, the dot below left out."""
    image = label.grab().toImage()
    return [
        x
        for x in range(image.width())
        for y in range(image.height() // 2)
        if QColor(image.pixel(x, y)).name().upper() == LIGHT.coral
    ]


def test_the_arrow_stands_on_the_side_that_it_names(side: SideLabel) -> None:
    side.set_side(Side.RIGHT, affected=True)
    assert min(coral_columns(side)) > 300
    side.set_side(Side.LEFT, affected=True)
    assert max(coral_columns(side)) < 300


def test_coral_is_for_the_affected_side_alone(side: SideLabel) -> None:
    side.set_side(Side.LEFT, affected=False)
    assert coral_columns(side) == []
    assert side.accessibleName() == "Left side"


def test_a_screen_reader_hears_the_same(side: SideLabel) -> None:
    side.set_side(Side.RIGHT, affected=True)
    assert side.accessibleName() == "Right side, your affected side"
    side.set_side(Side.LEFT, affected=False, text="Left side first")
    assert side.accessibleName() == "Left side first"
    side.set_side(None, affected=False)
    assert side.accessibleName() == ""


def test_nothing_jumps_when_there_is_no_side(side: SideLabel) -> None:
    side.set_side(Side.RIGHT, affected=True)
    before = side.sizeHint().height()
    side.set_side(None, affected=False)
    assert abs(side.sizeHint().height() - before) <= 2


def test_sets_in_words_and_pills(qtbot: QtBot, theme: Theme) -> None:
    dots = SetDots(theme)
    qtbot.addWidget(dots)
    dots.set_place(2, 3)
    assert dots.accessibleName() == "Set 2 of 3"
    wide = dots.sizeHint().width()
    dots.set_place(2, 5)
    assert dots.sizeHint().width() > wide
    for nothing in ((None, 3), (1, 1)):
        dots.set_place(*nothing)
        assert dots.accessibleName() == ""


def test_the_rep_stands_beside_the_set_where_there_are_several(qtbot: QtBot, theme: Theme) -> None:
    dots = SetDots(theme)
    qtbot.addWidget(dots)
    dots.set_place(1, 2, Rep(3, 10))
    assert dots.accessibleName() == "Set 1 of 2 · Rep 3 of 10"
    dots.set_place(1, 1, Rep(3, 10))
    assert dots.accessibleName() == "Rep 3 of 10"


def test_words_about_the_set_that_are_too_long_become_smaller(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    dots = SetDots(theme, page)
    page.show()
    dots.set_place(1, 2, Rep(10, 10))
    dots.set_text_size(31)
    dots.setGeometry(0, 0, 300, 44)
    words = dots.findChildren(PlainLabel)[0]
    assert words.fontMetrics().horizontalAdvance(words.text()) <= 300 + 2
    dots.setGeometry(0, 0, 900, 44)
    assert words.font().pixelSize() == 31


def test_the_time_that_is_left(qtbot: QtBot, theme: Theme) -> None:
    left = TimeLeft(theme)
    qtbot.addWidget(left)
    left.set_time(603_000)
    assert left.time_text == "10 min 03 s"
    left.set_time(602_001)
    assert left.time_text == "10 min 03 s"
    left.set_time(59_000)
    assert left.time_text == "59 s"
    left.set_time(0)  # what is left lasts until the person says done
    assert left.time_text == ""


def test_a_breath_is_four_in_and_six_out() -> None:
    breath = Breath()
    assert breath.is_in(0)
    assert breath.is_in(3_999)
    assert not breath.is_in(4_000)
    assert breath.is_in(10_000)
    assert breath.fullness(0) == 0
    assert breath.fullness(4_000) == 1
    assert breath.fullness(7_000) == pytest.approx(0.5)
    assert breath.fullness(9_999) == pytest.approx(0, abs=0.001)


def test_the_disc_breathes(qtbot: QtBot, theme: Theme) -> None:
    guide = BreathingGuide(theme)
    qtbot.addWidget(guide)
    guide.set_elapsed(0)
    assert guide.disc.radius == LEAST_RADIUS
    assert guide.word == "Breathe in"
    guide.set_elapsed(4_000)
    assert guide.disc.radius == MOST_RADIUS
    assert guide.word == "Breathe out"


def test_nothing_beside_the_guide_moves_with_the_breath(qtbot: QtBot, theme: Theme) -> None:
    guide = BreathingGuide(theme)
    qtbot.addWidget(guide)
    guide.set_sizes(1.5, 30)
    guide.set_elapsed(0)
    while_in = guide.sizeHint()
    guide.set_elapsed(4_000)
    assert guide.sizeHint() == while_in


def test_with_reduced_motion_only_the_words_change(qtbot: QtBot, theme: Theme) -> None:
    theme.set_reduced_motion(True)
    guide = BreathingGuide(theme, Breath(in_ms=3_000, out_ms=5_000))
    qtbot.addWidget(guide)
    radii = set()
    for elapsed in range(0, 16_000, 500):
        guide.set_elapsed(elapsed)
        radii.add(guide.disc.radius)
    assert len(radii) == 1
    assert guide.accessibleName() == "Breathe out"
