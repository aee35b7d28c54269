"""Full screen: the pointer goes away, and buttons come while somebody is near."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import Side
from stretchcoach.ui.session_page.pointer import RESTS_AFTER_MS, Pointer
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.key_caps import KeyHint
from tests.ui.driven_time import DrivenClock, DrivenTimer
from tests.ui.session.sample import RunningPage, a_performance

LEFT = 1


class Watched:
    def __init__(self, page: QWidget) -> None:
        self.timer = DrivenTimer(DrivenClock())
        self.pointer = Pointer(page, self.timer)
        self.changes: list[bool] = []
        self.pointer.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.changes.append(self.pointer.is_near)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def is_hidden(page: QWidget) -> bool:
    return page.cursor().shape() is Qt.CursorShape.BlankCursor


def test_in_a_window_the_pointer_stays(page: QWidget) -> None:
    watched = Watched(page)
    watched.pointer.come_near()
    watched.timer.let_pass(10 * RESTS_AFTER_MS)
    assert watched.pointer.is_near
    assert not is_hidden(page)


def test_in_full_screen_it_is_there_while_it_moves_and_three_seconds_longer(page: QWidget) -> None:
    watched = Watched(page)
    watched.pointer.watch(True)
    assert is_hidden(page)
    watched.pointer.move_to(QPoint(5, 5))
    assert not is_hidden(page)
    watched.timer.let_pass(RESTS_AFTER_MS - 1)
    watched.pointer.move_to(QPoint(6, 5))
    watched.timer.let_pass(RESTS_AFTER_MS - 1)
    assert watched.pointer.is_near
    watched.timer.let_pass(1)
    assert is_hidden(page)
    assert watched.changes == [False, True, False]


def test_what_moves_below_a_resting_mouse_is_no_move(page: QWidget) -> None:
    watched = Watched(page)
    watched.pointer.watch(True)
    watched.pointer.move_to(QPoint(5, 5))
    watched.timer.let_pass(RESTS_AFTER_MS)
    watched.pointer.move_to(QPoint(5, 5))
    assert not watched.pointer.is_near


def test_back_in_a_window_it_stays_again(page: QWidget) -> None:
    watched = Watched(page)
    watched.pointer.watch(True)
    watched.pointer.watch(False)
    assert not is_hidden(page)
    assert not watched.timer.isActive()
    watched.pointer.watch(False)
    assert watched.changes == [False, True]


# On the page.


@pytest.fixture
def running(qtbot: QtBot, theme: Theme) -> RunningPage:
    running = RunningPage(theme, a_performance(), None)
    qtbot.addWidget(running.page)
    running.page.set_full_screen(True)
    running.page.resize(1920, 1080)
    running.page.show()
    running.runner.start()
    return running


def buttons(running: RunningPage) -> list[str]:
    """The words of the buttons below the strip and beside the picture that can be pressed."""
    places = (running.page.controls, running.page.stage.ease_off)
    found = [one for place in places for one in place.findChildren(Button)]
    return [one.label for one in found if one.isVisible()]


def move_mouse(widget: QWidget, place: QPointF) -> None:
    nothing = (Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    event = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), *nothing)
    QApplication.sendEvent(widget, event)


def test_full_screen_shows_keys_and_buttons_when_the_mouse_moves_over_anything(
    running: RunningPage,
) -> None:
    assert buttons(running) == []
    assert any(hint.isVisible() for hint in running.page.findChildren(KeyHint))
    move_mouse(running.page.stage.figure, QPointF(40, 40))
    assert buttons(running) == ["Back", "Pause", "Next", "10 s", "Ease off", "Stop"]
    running.page.pointer._timer.timeout.emit()
    assert buttons(running) == []


def test_a_touch_of_the_ring_brings_the_buttons(running: RunningPage) -> None:
    running.page.stage.ring.pressed.emit()
    assert "Go on" in buttons(running)


def test_nothing_else_moves_when_the_buttons_come(qtbot: QtBot, running: RunningPage) -> None:
    ring = running.page.stage.ring
    QApplication.processEvents()
    before = ring.geometry()
    running.page.pointer.come_near()
    QApplication.processEvents()
    assert ring.geometry() == before


def test_easing_off_has_buttons_for_who_is_near(running: RunningPage) -> None:
    running.runner.go_to(LEFT)
    running.runner.next()
    running.runner.ease_off()
    assert buttons(running) == []
    running.page.pointer.come_near()
    assert {"Go on, easier", "Skip this side", "As before"} <= set(buttons(running))


# Keys that are held down.


def hold_down(running: RunningPage, key: Qt.Key, times: int) -> None:
    nothing = Qt.KeyboardModifier.NoModifier
    for number in range(times):
        event = QKeyEvent(QEvent.Type.KeyPress, key, nothing, "", autorep=number > 0)
        QApplication.sendEvent(running.page, event)


def test_a_key_held_down_counts_once_but_for_time(running: RunningPage) -> None:
    hold_down(running, Qt.Key.Key_Space, 4)
    assert not running.runner.is_running
    hold_down(running, Qt.Key.Key_Plus, 4)
    assert running.runner.session.remaining_ms == 10_000 + 40_000


def test_a_key_for_the_next_set_that_is_held_down_goes_on_to_the_next_exercise(
    running: RunningPage,
) -> None:
    hold_down(running, Qt.Key.Key_Right, 1)
    assert running.runner.session.index == LEFT
    hold_down(running, Qt.Key.Key_Right, 9)
    assert running.runner.session.interval.step_no == 3
    hold_down(running, Qt.Key.Key_Left, 9)
    assert running.runner.session.interval.step_no == 1


def test_held_down_in_the_last_set_it_skips_nothing_more(running: RunningPage) -> None:
    session = running.runner.session
    running.runner.go_to(7)
    running.runner.next()
    assert (session.index, session.interval.side) == (7, Side.RIGHT)
    hold_down(running, Qt.Key.Key_Right, 9)
    assert session.index == 8


def test_while_it_is_paused_the_ring_says_so_wherever_one_goes(running: RunningPage) -> None:
    running.runner.pause()
    running.runner.next()
    ring = running.page.stage.ring
    assert ring.accessibleName() == "Paused"
    running.runner.resume()
    assert ring.accessibleName() == "Hold"
