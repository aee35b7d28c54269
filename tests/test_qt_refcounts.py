"""PySide6 6.12.0 loses references to None and True on Python 3.10 and 3.11.

A ring that is painted 60 times a second then ends the program after some seconds with
"Fatal Python error: none_dealloc". From Python 3.12 the three constants are immortal.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

TIMES = 500
# What the test itself and the garbage collector may move, far below one a call.
NOISE = TIMES // 5


class Sender(QObject):
    changed = Signal(bool)


class Ring(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.drawArc(self.rect(), 0, 16 * 90)
        painter.end()


def references_lost(action: Callable[[], object]) -> tuple[int, int]:
    """By how much the counts of None and True differ after doing `action` many times."""
    action()
    # What earlier tests left behind must not go while this one counts.
    gc.collect()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(TIMES):
        action()
    after = sys.getrefcount(None), sys.getrefcount(True)
    return before[0] - after[0], before[1] - after[1]


def name_it(bot: QtBot) -> Callable[[], object]:
    sender = Sender()
    return lambda: sender.setObjectName("name")


def emit_it(bot: QtBot) -> Callable[[], object]:
    sender = Sender()
    return lambda: sender.changed.emit(True)


def paint_it(bot: QtBot) -> Callable[[], object]:
    ring = Ring()
    bot.addWidget(ring)
    picture = QPixmap(50, 50)
    return lambda: ring.render(picture)


@pytest.mark.parametrize("prepare", [name_it, emit_it, paint_it])
def test_qt_loses_no_reference(qtbot: QtBot, prepare: Callable[[QtBot], object]) -> None:
    action = prepare(qtbot)
    assert callable(action)
    none, true = references_lost(action)
    assert abs(none) < NOISE
    assert abs(true) < NOISE
