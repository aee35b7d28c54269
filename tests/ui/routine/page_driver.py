"""What a person does on the page of a routine, and sees there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.running.performance import Performance

LEFT_BUTTON = Qt.MouseButton.LeftButton


def names_left_out(page: RoutinePage) -> list[str]:
    lines = [row.line for row in page.step_list.rows if row.line]
    return [line.planned.exercise.name for line in lines
            if line.left_out and line.planned.exercise]  # fmt: skip


def press_limit(page: RoutinePage, key: str) -> None:
    assert page.panel.limits
    QTest.mouseClick(page.panel.limits.button(key), LEFT_BUTTON)


def started(qtbot: QtBot, page: RoutinePage) -> Performance:
    with qtbot.waitSignal(page.start_asked) as signal:
        QTest.mouseClick(page.panel.start_button, LEFT_BUTTON)
    performance = signal.args[0]
    assert isinstance(performance, Performance)
    return performance
