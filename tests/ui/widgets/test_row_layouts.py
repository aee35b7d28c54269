"""Segments and pairs: side by side where there is room, below each other where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.layout.flow_layout import PairLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

OPTIONS = [Option("a", "None"), Option("b", "Left"), Option("c", "Voice and sounds")]


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> SegmentRow:
    row = SegmentRow(theme, "Sounds", OPTIONS)
    qtbot.addWidget(row)
    return row


def boxes(row: SegmentRow, width: int) -> list[QRect]:
    row.resize(width, row.heightForWidth(width))
    row.show()
    QApplication.processEvents()
    return [row.button(option.key).geometry() for option in OPTIONS]


def test_segments_share_the_width(row: SegmentRow) -> None:
    found = boxes(row, 900)
    assert [box.width() for box in found] == [300, 300, 300]
    assert {box.y() for box in found} == {0}


def test_who_needs_more_gets_more(row: SegmentRow) -> None:
    least = [row.button(option.key).minimumSizeHint().width() for option in OPTIONS]
    found = boxes(row, sum(least) + 9)
    assert {box.y() for box in found} == {0}
    assert all(box.width() >= wide for box, wide in zip(found, least, strict=True))
    assert found[-1].right() + 1 == sum(least) + 9


def test_segments_stand_below_each_other_where_it_is_narrow(row: SegmentRow) -> None:
    least = [row.button(option.key).minimumSizeHint().width() for option in OPTIONS]
    width = sum(least) - 1
    found = boxes(row, width)
    assert [box.width() for box in found] == [width] * 3
    assert [box.x() for box in found] == [0] * 3
    assert found[0].bottom() < found[1].y() < found[2].y()
    assert row.heightForWidth(width) == found[-1].bottom() + 1
    assert row.minimumSizeHint().width() == max(least)


def test_every_segment_that_stands_alone_is_round(row: SegmentRow) -> None:
    row.resize(900, 40)
    row.show()
    wide = [(segment.first, segment.last) for segment in row.segments]
    row.resize(150, 150)
    narrow = [(segment.first, segment.last) for segment in row.segments]
    assert wide == [(True, False), (False, False), (False, True)]
    assert narrow == [(True, True)] * 3


class Pair(QWidget):
    """Words and a control of a fixed size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pair = PairLayout(20, 200, self)
        self.words = PlainLabel(theme, "Some words that wrap when they must.", wrap=True)
        self.control = QWidget()
        self.control.setFixedSize(120, 40)
        self.pair.addWidget(self.words)
        self.pair.addWidget(self.control)

    def place(self, width: int) -> None:
        self.pair.setGeometry(QRect(0, 0, width, self.pair.heightForWidth(width)))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Pair:
    page = Pair(theme)
    qtbot.addWidget(page)
    return page


def test_the_control_stands_at_the_right(page: Pair) -> None:
    page.place(600)
    words, control = page.words.geometry(), page.control.geometry()
    assert control.right() == 599
    assert words.right() + 20 < control.x()
    assert abs(words.center().y() - control.center().y()) <= 1


def test_the_control_goes_below_where_it_is_narrow(page: Pair) -> None:
    page.place(339)
    words, control = page.words.geometry(), page.control.geometry()
    assert (words.width(), control.x()) == (339, 0)
    assert control.y() == words.height() + 10
    assert page.pair.heightForWidth(339) == control.bottom() + 1
    page.pair.set_words_px(199)
    page.place(339)
    assert page.control.geometry().right() == 338
