"""What cannot be done by one click alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.settings.confirm_button import ConfirmButton
from stretchcoach.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


def test_a_double_click_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    button = ConfirmButton(theme, "Delete everything", "Delete the whole diary")
    qtbot.addWidget(button)
    button.resize(500, 60)
    button.show()
    QApplication.processEvents()
    wide = button.sizeHint().width()
    for part in (0.1, 0.5, 0.9):
        place = button.ask.mapTo(button, QPoint(round(part * button.ask.width()), 10))
        with qtbot.assertNotEmitted(button.confirmed):
            for _ in range(2):
                under = button.childAt(place)
                assert under is not None
                QTest.mouseClick(under, LEFT, pos=under.mapFrom(button, place))
                QApplication.processEvents()
        assert button.ask.isVisible()
    assert button.sizeHint().width() == wide


def test_two_different_clicks_do_it(qtbot: QtBot, theme: Theme) -> None:
    button = ConfirmButton(theme, "Delete everything", "Delete the whole diary")
    qtbot.addWidget(button)
    button.show()
    QTest.mouseClick(button.ask, LEFT)
    with qtbot.waitSignal(button.confirmed):
        QTest.mouseClick(button.sure, LEFT)
