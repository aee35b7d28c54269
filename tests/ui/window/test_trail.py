"""No way that leaves a page loses what is on it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.window.trail import LONGEST, Trail


class Work(QWidget):
    """A page that says whether it may go, and how often it was asked."""

    def __init__(self, *, is_kept: bool = False) -> None:
        super().__init__()
        self.is_kept, self.asked = is_kept, 0

    def may_go(self) -> bool:
        self.asked += 1
        return self.is_kept


class Way:
    """A trail above a page of the rail."""

    def __init__(self, qtbot: QtBot) -> None:
        self.stack, self.base, self.other = QStackedWidget(), QWidget(), QWidget()
        qtbot.addWidget(self.stack)
        self.stack.addWidget(self.base)
        self.stack.addWidget(self.other)
        self.trail = Trail(self.stack)

    def open(self, *pages: QWidget) -> None:
        for page in pages:
            self.trail.open(page)

    @property
    def shown(self) -> QWidget | None:
        return self.stack.currentWidget()


@pytest.fixture
def way(qtbot: QtBot) -> Way:
    return Way(qtbot)


def test_back_stays_where_work_would_be_lost(way: Way) -> None:
    work = Work()
    way.open(QWidget(), work)
    assert way.trail.go_back(way.base) is None
    assert (way.shown, way.trail.last) == (work, work)
    work.is_kept = True
    first = way.trail.go_back(way.base)
    assert first is way.shown is way.trail.last
    assert way.trail.go_back(way.base) is way.base is way.shown
    assert way.trail.go_back(way.base) is None


def test_another_page_shows_the_one_that_stays_and_leaves_those_above(way: Way) -> None:
    lower, work, above = Work(), Work(), Work(is_kept=True)
    way.open(lower, work, QWidget(), above)
    assert not way.trail.leave_for(way.other)
    assert (way.shown, way.trail.last) == (work, work)
    assert above.asked == 1
    assert way.stack.indexOf(above) < 0 <= way.stack.indexOf(lower)
    work.is_kept = True
    assert not way.trail.leave_for(way.other)
    assert way.shown is lower
    lower.is_kept = True
    assert way.trail.leave_for(way.other)
    assert (way.shown, way.trail.last) == (way.other, None)
    assert way.stack.count() == 2


def test_a_long_way_forgets_no_work(way: Way) -> None:
    work, next_one = Work(), QWidget()
    pages = [work, next_one, *(QWidget() for _ in range(LONGEST - 1))]
    way.open(*pages)
    assert way.stack.indexOf(next_one) < 0 <= way.stack.indexOf(work)
    all_work = [Work() for _ in range(LONGEST)]
    way.open(*all_work)
    assert all(way.stack.indexOf(one) >= 0 for one in (work, *all_work))
