from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import LIGHT
from stretchcoach.ui.widgets.strip.strip import BLOCK_PX, MARGIN_PX, MARKER_PX, IntervalStrip
from stretchcoach.ui.widgets.strip.strip_layout import Shape, StripItem
from stretchcoach.ui.widgets.strip.strip_words import Progress
from tests.ui.widgets.sample_routine import sample_timeline

MIDDLE_Y = MARKER_PX + 4 + BLOCK_PX // 2


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> IntervalStrip:
    strip = IntervalStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(1212, strip.sizeHint().height())
    strip.set_timeline(sample_timeline(), AffectedSide.RIGHT)
    with qtbot.waitActive(strip):
        strip.show()
    return strip


def middle(item: StripItem, y: int = MIDDLE_Y) -> QPoint:
    return QPoint(round(item.x + item.width / 2) + MARGIN_PX, y)


def colour_at(strip: IntervalStrip, point: QPoint) -> str:
    return QColor(strip.grab().toImage().pixel(point)).name().upper()


def blocks(strip: IntervalStrip) -> list[StripItem]:
    return [item for item in strip.items if item.shape is Shape.BLOCK and item.side is None]


def hold_all(strip: IntervalStrip, item: StripItem) -> None:
    """Every interval of the shape was held for its time."""
    for index in range(item.first, item.last + 1):
        strip.mark_held(index, sample_timeline().intervals[index].duration_ms or 1)


def test_a_click_asks_for_the_interval_that_it_hits(qtbot: QtBot, strip: IntervalStrip) -> None:
    for item in strip.items:
        with qtbot.waitSignal(strip.clicked) as signal:
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(item))
        assert signal.args == [item.first]


def test_states_have_their_colours(strip: IntervalStrip) -> None:
    first, second, *_ = blocks(strip)
    hold_all(strip, first)
    strip.set_now(second.first, 1000, 1000)
    assert strip.progress_of(first) is Progress.DONE
    assert strip.progress_of(second) is Progress.NOW
    assert colour_at(strip, middle(first)) == LIGHT.teal_mid
    assert colour_at(strip, middle(second)) == LIGHT.surface
    assert colour_at(strip, middle(blocks(strip)[-1])) == LIGHT.slate_tint


def test_the_present_one_fills_from_the_left(strip: IntervalStrip) -> None:
    last = blocks(strip)[-1]
    left = QPoint(round(last.x) + MARGIN_PX + 8, MIDDLE_Y)
    strip.set_now(last.first, 60_000, 60_000)
    assert colour_at(strip, left) == LIGHT.surface
    strip.set_now(last.first, 30_000, 60_000)
    assert colour_at(strip, left) == LIGHT.teal_mid


def test_what_was_jumped_over_is_left_out_and_what_was_cut_short_is_shortened(
    strip: IntervalStrip,
) -> None:
    first, second, third, *_ = blocks(strip)
    strip.mark_held(first.first, 1_000)
    hold_all(strip, third)
    strip.set_now(strip.items[-1].first, 1000, 1000)
    assert strip.progress_of(first) is Progress.SHORTENED
    assert strip.progress_of(second) is Progress.LEFT_OUT
    assert strip.progress_of(third) is Progress.DONE
    assert colour_at(strip, middle(second)) == LIGHT.ground
    assert strip.description(strip.items.index(second)).endswith("left out")
    assert strip.description(strip.items.index(first)).endswith("shortened")


def test_what_was_left_out_counts_once_it_is_done_after_all(strip: IntervalStrip) -> None:
    first, second, *_ = blocks(strip)
    strip.set_now(second.first, 1000, 1000)
    assert strip.progress_of(first) is Progress.LEFT_OUT
    strip.set_now(first.first, 1000, 1000)
    assert strip.progress_of(first) is Progress.NOW
    hold_all(strip, first)
    strip.set_now(second.first, 1000, 1000)
    assert strip.progress_of(first) is Progress.DONE


def test_only_the_affected_side_is_underlined(strip: IntervalStrip) -> None:
    y = MARKER_PX + 4 + BLOCK_PX + 5
    lined = {
        item.side.value
        for item in strip.items
        if item.side
        and item.shape is Shape.BLOCK
        and colour_at(strip, middle(item, y)) == LIGHT.coral
    }
    assert lined == {"right"}


def test_the_keyboard_walks_over_all_shapes(qtbot: QtBot, strip: IntervalStrip) -> None:
    strip.clearFocus()
    strip.set_now(strip.items[3].first, 1000, 1000)
    strip.setFocus()
    assert strip.chosen == 3
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert strip.chosen == 4
    assert strip.accessibleDescription() == strip.description(4)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.chosen == 0
    QTest.keyClick(strip, Qt.Key.Key_End)
    with qtbot.waitSignal(strip.clicked) as signal:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert signal.args == [strip.items[-1].first]


def test_space_is_left_to_the_page(qtbot: QtBot, strip: IntervalStrip) -> None:
    strip.setFocus()
    with qtbot.assertNotEmitted(strip.clicked):
        QTest.keyClick(strip, Qt.Key.Key_Space)


def test_without_a_timeline_it_is_empty(qtbot: QtBot, theme: Theme) -> None:
    strip = IntervalStrip(theme)
    qtbot.addWidget(strip)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    strip.set_now(4, 100)
    assert strip.items == ()
    assert not strip.grab().isNull()


def test_it_is_as_high_as_its_size_and_its_numbers_make_it(strip: IntervalStrip) -> None:
    small = strip.sizeHint().height()
    strip.set_numbers(False)
    assert strip.sizeHint().height() < small
    strip.set_numbers(True)
    strip.set_size_factor(1.5)
    assert strip.sizeHint().height() > small
