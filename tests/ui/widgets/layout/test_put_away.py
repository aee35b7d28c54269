"""What is put away at once after it was put in never flashes up as a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.widgets.layout.put_away import put_away


class Shown(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Show
        return False


def test_it_never_shows(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    qtbot.addWidget(page)
    page.show()
    part, shown = QWidget(), Shown()
    part.installEventFilter(shown)
    column.addWidget(part)
    column.takeAt(0)
    with qtbot.waitSignal(part.destroyed):
        put_away(part)
    QApplication.processEvents()
    assert shown.count == 0
