"""The line about work beside the window: late, right, and gone with the work."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.work.watch import Watch
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome
from stretchcoach.ui.widgets.surfaces.work_bar import WorkBar


class Task:
    """Work that waits at its half until it may go on."""

    def __init__(self, owner: QWidget) -> None:
        self.work = BesideWork(owner, "task")
        self.go_on = Event()

    def begin(self) -> None:
        self.go_on.clear()
        self.work.begin(self._do, lambda percent: f"{percent} % done", "left")

    def _do(self, watch: Watch) -> Outcome:
        watch(0.5)
        assert self.go_on.wait(60)
        watch(0.75)
        return Outcome("done")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_is_there_while_the_work_takes_its_time(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    task = Task(window)
    bar = WorkBar(theme, task.work)
    bar.setParent(window)
    for _ in range(2):
        with qtbot.waitSignal(task.work.finished) as finished:
            task.begin()
            assert not bar.isVisible()
            qtbot.waitUntil(bar.isVisible)
            assert bar.words.text() == bar.accessibleName() == "50 % done"
            assert bar.cancel.isEnabled()
            task.go_on.set()
        assert finished.args == [Outcome("done")]
        assert not bar.isVisible()


def test_what_is_done_at_once_is_not_shown(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    task = Task(window)
    bar = WorkBar(theme, task.work)
    bar.setParent(window)
    with qtbot.waitSignal(task.work.finished):
        task.begin()
        task.go_on.set()
    assert not bar.isVisible()
    assert not bar._patience.isActive()


def test_the_button_cancels_what_is_shown(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    shown, other = Task(window), Task(window)
    bar = WorkBar(theme, shown.work, other.work)
    bar.setParent(window)
    with qtbot.waitSignal(shown.work.finished) as finished:
        shown.begin()
        qtbot.waitUntil(bar.isVisible)
        bar.cancel.click()
        assert not bar.cancel.isEnabled()
        shown.go_on.set()
    assert finished.args == [Outcome("left")]
    with qtbot.waitSignal(other.work.finished) as finished:
        other.begin()
        qtbot.waitUntil(bar.isVisible)
        assert bar.cancel.isEnabled()
        other.go_on.set()
    assert finished.args == [Outcome("done")]
