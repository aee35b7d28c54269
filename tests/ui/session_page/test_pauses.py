"""Whenever the program paused by itself, the page says why, until one goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.events import PauseReason
from stretchcoach.core.session.phase_words import pause_words
from stretchcoach.ui.theme.theme import Theme
from tests.ui.session.sample import RunningPage, a_performance


@pytest.fixture
def running(qtbot: QtBot, theme: Theme) -> RunningPage:
    running = RunningPage(theme, a_performance(), None)
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start(1)
    running.let_pass(3_000)
    return running


def cue(running: RunningPage) -> str:
    return running.page.stage._cue.text()


def test_a_sleep_is_told(running: RunningPage) -> None:
    running.clock.sleep(60_000)
    running.let_pass(1_000)
    assert cue(running) == pause_words(PauseReason.SLEPT) != ""


def test_a_standstill_is_told_and_forgotten_when_one_goes_on(running: RunningPage) -> None:
    before = cue(running)
    running.clock.forward(60_000)
    running.timer.go_off()
    assert cue(running) == pause_words(PauseReason.STALLED) != ""
    QTest.keyClick(running.page, Qt.Key.Key_Space)
    assert running.runner.is_running
    assert cue(running) == before


def test_a_logout_that_did_not_come_is_told(running: RunningPage) -> None:
    running.runner.pause_for(PauseReason.ENDING)
    assert cue(running) == pause_words(PauseReason.ENDING) != ""


def test_who_paused_it_knows_why(running: RunningPage) -> None:
    before = cue(running)
    QTest.keyClick(running.page, Qt.Key.Key_Space)
    assert not running.runner.is_running
    assert cue(running) == before
