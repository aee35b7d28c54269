"""The word that it is time, over the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.surfaces.reminder_bar import ReminderBar


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Start"))
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


def test_it_moves_nothing_and_stays_at_the_foot(theme: Theme, window: QWidget) -> None:
    [button] = window.findChildren(QPushButton)
    before = button.geometry()
    bar = ReminderBar(theme, "It is time.", window)
    assert not bar.isVisible()
    bar.remind()
    QApplication.processEvents()
    assert bar.isVisible()
    assert button.geometry() == before
    for size in ((900, 600), (1200, 900), (700, 500)):
        window.resize(*size)
        QApplication.processEvents()
        assert window.rect().contains(bar.geometry())
        assert abs(bar.geometry().center().x() - window.rect().center().x()) <= 1
        assert bar.y() > window.height() / 2


def test_it_is_put_off_or_closed(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    bar = ReminderBar(theme, "It is time.", window)
    bar.remind()
    with qtbot.waitSignal(bar.later_asked):
        bar.later.click()
    assert not bar.isVisible()
    bar.remind()
    with qtbot.assertNotEmitted(bar.later_asked):
        bar.close_button.click()
    assert not bar.isVisible()
