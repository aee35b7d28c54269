"""The announcer: one announcement a phase, and none while the coach speaks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.session import Session
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.sound.announcer import Announcer, announcement
from tests.ui.driven_time import DrivenClock, DrivenTimer
from tests.ui.small_session import figure_4_timeline

pytestmark = pytest.mark.usefixtures("qapp")


class Reader(QObject):
    """A session with somebody who hears what a screen reader would read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **dose: int) -> None:
        super().__init__()
        timeline = figure_4_timeline(**dose)
        clock = DrivenClock()
        self.timer = DrivenTimer(clock)
        self.runner = SessionRunner(Session(timeline), clock, self.timer)
        self.coach_speaks = False
        self.announcer = Announcer(Coach(timeline), self, self.is_coach_speaking)
        self.runner.happened.connect(self.announcer.on_event)
        self.read: list[str] = []
        monkeypatch.setattr(QAccessible, "updateAccessibility", self.hear)

    def is_coach_speaking(self) -> bool:
        return self.coach_speaks

    def hear(self, event: QAccessibleAnnouncementEvent) -> None:
        assert event.object() is self
        assert event.politeness() == QAccessible.AnnouncementPoliteness.Assertive
        self.read.append(event.message())


def test_each_phase_is_announced_once_and_when_to_ease_off(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    reader.runner.start()
    reader.timer.let_pass(70_000)
    assert reader.read == [
        "Lying figure four. Left side. Lie on your back. Cross the left ankle.",
        "Hold",
        "Ease off if the left knee hurts.",
        "Switch to the right Tailbone heavy",
        "Hold",
        "Ease off if the right knee hurts.",
        "All done. Take a moment before you get up.",
    ]


def test_a_pause_and_its_end_are_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    reader.runner.start()
    reader.read.clear()
    reader.runner.pause()
    reader.runner.resume()
    assert reader.read == ["Paused", "Going on"]


def test_nothing_is_announced_while_the_coach_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch)
    reader.coach_speaks = True
    reader.runner.start()
    reader.timer.let_pass(20_000)
    assert reader.read == []
    reader.coach_speaks = False
    reader.timer.let_pass(20_000)
    assert reader.read == ["Switch to the right Tailbone heavy", "Hold"]


def test_a_phase_without_words_is_announced_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch, reps=2, relax_ms=4_000)
    reader.runner.start()
    reader.read.clear()
    reader.timer.let_pass(30_000)
    assert reader.read == ["Hold", "Ease off if the left knee hurts.", "Relax"]


def test_a_stop_has_nothing_to_say() -> None:
    session = Session(figure_4_timeline())
    session.start()
    coach = Coach(session.timeline)
    assert [announcement(coach, event) for event in session.stop()] == ["", ""]


def test_a_real_announcement_reaches_qt() -> None:
    source = QObject()
    session = Session(figure_4_timeline())
    announcer = Announcer(Coach(session.timeline), source, bool)
    for event in session.start():
        announcer.on_event(event)
    assert announcer.parent() is source
