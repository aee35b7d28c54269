from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.countdown.ring import CountdownRing
from tests.ui.session.sample import RunningPage

GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = 0, 1, 2, 3, 4, 5


PLAIN_REST, BRIDGE = 8, 10


def texts(page: QWidget) -> list[str]:
    """Everything that is written on the page and can be seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(running: RunningPage, key: Qt.Key) -> None:
    """Press `key`. An event of one's own, for the test library knows no media keys."""
    nothing = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(running.page, QKeyEvent(QEvent.Type.KeyPress, key, nothing))


def ring(running: RunningPage) -> CountdownRing:
    return running.page.findChildren(CountdownRing)[0]


def button(running: RunningPage, name: str) -> Button:
    return next(b for b in running.page.findChildren(Button) if b.label == name)
