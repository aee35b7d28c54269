from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.widgets.strip.strip_words import Progress
from tests.ui.session.sample import RunningPage
from tests.ui.session_page.running_page import BRIDGE, GET_READY, LEFT, press, texts


@pytest.mark.parametrize(
    ("key", "index"),
    [
        (Qt.Key.Key_Right, LEFT),
        (Qt.Key.Key_PageDown, LEFT),
        (Qt.Key.Key_MediaNext, LEFT),
        (Qt.Key.Key_Left, GET_READY),
        (Qt.Key.Key_PageUp, GET_READY),
    ],
)
def test_keys_move_through_the_intervals(
    qtbot: QtBot, running: RunningPage, key: Qt.Key, index: int
) -> None:
    running.let_pass(3_000)
    press(running, key)
    assert running.runner.session.index == index


def test_plus_and_minus_change_the_time(qtbot: QtBot, running: RunningPage) -> None:
    press(running, Qt.Key.Key_Plus)
    assert running.runner.session.remaining_ms == 20_000
    press(running, Qt.Key.Key_Minus)
    assert running.runner.session.remaining_ms == 10_000


def test_escape_asks_to_stop_and_m_for_another_sound(qtbot: QtBot, running: RunningPage) -> None:
    with qtbot.waitSignals(
        [running.page.stop_asked, running.page.sound_asked, running.page.full_screen_asked]
    ):
        press(running, Qt.Key.Key_Escape)
        press(running, Qt.Key.Key_M)
        press(running, Qt.Key.Key_F11)


def test_up_and_down_ask_for_another_volume_and_it_is_told_for_a_moment(
    qtbot: QtBot, running: RunningPage
) -> None:
    asked: list[int] = []
    running.page.volume_asked.connect(asked.append)
    press(running, Qt.Key.Key_Up)
    press(running, Qt.Key.Key_Down)
    assert asked == [1, -1]
    running.page.show_volume(0.7)
    assert "Volume 70 %" in texts(running.page)


def test_with_shift_the_arrows_mean_exercises(running: RunningPage) -> None:
    nothing, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifier, step_no in (
        (Qt.Key.Key_Right, nothing, 1),
        (Qt.Key.Key_Right, shift, 3),
        (Qt.Key.Key_Left, shift, 1),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
        QApplication.sendEvent(running.page, event)
        assert running.runner.session.interval.step_no == step_no


def test_a_long_press_on_next_means_the_exercise(running: RunningPage) -> None:
    controls = running.page.controls
    controls.next.button.pressed.emit()
    controls.next_held.emit()
    assert running.runner.session.interval.step_no == 3
    controls.back_held.emit()
    assert running.runner.session.interval.step_no == 1


def test_what_is_heard_is_told_for_a_moment(running: RunningPage) -> None:
    header = running.page.header
    icons = set()
    for profile, word in (
        (SoundProfile.SOUNDS, "Sounds only, for this routine"),
        (SoundProfile.SILENT, "Silent, for this routine"),
        (SoundProfile.VOICE_AND_SOUNDS, "Voice and sounds, for this routine"),
    ):
        header.set_sound(profile)
        header.tell_sound()
        assert header.word == word
        icons.add(header.sound_button._icon)
    assert len(icons) == 3
    header._word_timer.timeout.emit()
    assert header.word == ""


def test_what_is_not_heard_though_it_should_be_shows_in_the_icon(running: RunningPage) -> None:
    header, icons = running.page.header, []
    header.set_sound_trouble("The voice does not answer.")
    icons.append(header.sound_button._icon)
    assert "The voice does not answer." in header.sound_button.accessibleName()
    header.set_sound(SoundProfile.SILENT)
    icons.append(header.sound_button._icon)
    header.set_sound(SoundProfile.SOUNDS)
    header.set_sound_trouble("")
    icons.append(header.sound_button._icon)
    assert icons == [IconName.SOUND_TROUBLE, IconName.SOUND_OFF, IconName.SOUND_CHIMES]


def test_the_strip_shows_what_was_jumped_over(running: RunningPage) -> None:
    running.let_pass(10_000 + 20_000)
    running.runner.go_to(BRIDGE)
    strip = running.page.strip
    states = [strip.progress_of(item) for item in strip.items]
    assert states[1] is Progress.DONE
    assert states[3] is Progress.LEFT_OUT
