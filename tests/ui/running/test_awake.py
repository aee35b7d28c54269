"""Awake while running and only then; and whatever the system answers, the session goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import current_thread, main_thread
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.session import Session
from stretchcoach.ui.running.awake import KeepAwake, Lock, NullLock, WakepyLock
from stretchcoach.ui.running.runner import SessionRunner
from tests.ui.driven_time import DrivenClock, DrivenTimer
from tests.ui.small_session import figure_4_timeline

pytestmark = pytest.mark.usefixtures("qapp")


class DrivenLock:
    """Remembers what was asked of it; `answer` is what it says when it is to be taken."""

    def __init__(self, answer: Callable[[], str] = str) -> None:
        self.answer = answer
        self.history: list[str] = []
        self.is_taken = False
        self.threads: set[bool] = set()

    def take(self) -> str:
        assert not self.is_taken
        self.is_taken = True
        self.history.append("awake")
        self.threads.add(current_thread() is main_thread())
        return self.answer()

    def drop(self) -> None:
        if self.is_taken:
            self.is_taken = False
            self.history.append("may sleep")


def running(lock: Lock) -> tuple[SessionRunner, KeepAwake, DrivenTimer]:
    clock = DrivenClock()
    timer = DrivenTimer(clock)
    runner = SessionRunner(Session(figure_4_timeline()), clock, timer)
    awake = KeepAwake(lambda: runner.is_running, lock, runner)
    runner.happened.connect(awake.on_event)
    return runner, awake, timer


def test_awake_while_running_and_not_while_paused() -> None:
    lock = DrivenLock()
    runner, awake, timer = running(lock)
    runner.start()
    timer.let_pass(15_000)
    runner.pause()
    runner.next()
    runner.resume()
    timer.let_pass(5_000)
    runner.stop()
    awake.close()
    assert lock.history == ["awake", "may sleep"] * 2
    assert lock.threads == {False}


def test_awake_ends_with_the_session() -> None:
    lock = DrivenLock()
    runner, awake, timer = running(lock)
    runner.start()
    timer.let_pass(100_000)
    awake.close()
    assert lock.history == ["awake", "may sleep"]


def test_closing_in_the_middle_lets_the_screen_sleep() -> None:
    lock = DrivenLock()
    runner, awake, _ = running(lock)
    runner.start()
    awake.close()
    awake.close()
    assert lock.history == ["awake", "may sleep"]


def test_no_thread_before_a_session_starts() -> None:
    lock = DrivenLock()
    _, awake, _ = running(lock)
    awake.close()
    assert lock.history == []


def test_why_it_did_not_work_is_noted(qtbot: QtBot) -> None:
    runner, awake, _ = running(DrivenLock(lambda: "no bus"))
    with qtbot.waitSignal(awake.noted):
        runner.start()
    assert awake.note == "no bus"
    awake.close()


def raise_error() -> str:
    raise OSError("no way")


def test_an_error_of_the_system_is_a_note_and_nothing_more(qtbot: QtBot) -> None:
    lock = DrivenLock(raise_error)
    runner, awake, timer = running(lock)
    with qtbot.waitSignal(awake.noted):
        runner.start()
    assert awake.note == "The screen cannot be kept awake: no way"
    timer.let_pass(20_000)
    lock.answer = str
    runner.pause()
    with qtbot.waitSignal(awake.noted):
        runner.resume()
    assert awake.note == ""
    awake.close()
    assert lock.history == ["awake", "may sleep"] * 2


class DrivenMode:
    """Takes the place of wakepy's mode."""

    def __init__(self, active: bool) -> None:
        self.active = active
        self.result = self
        self.history: list[str] = []

    def __enter__(self) -> None:
        self.history.append("enter")

    def __exit__(self, *error: object) -> None:
        self.history.append("exit")

    def get_failure_text(self) -> str:
        return "no method"


DARK = "The screen may go dark: this system offers no way to keep it on."


@pytest.mark.parametrize(("active", "note"), [(True, ""), (False, DARK)])
def test_wakepy_is_asked_to_keep_the_screen_on(
    monkeypatch: pytest.MonkeyPatch, active: bool, note: str
) -> None:
    mode = DrivenMode(active)
    asked: list[str] = []

    def presenting(on_fail: str) -> DrivenMode:
        asked.append(on_fail)
        return mode

    wakepy, keep = ModuleType("wakepy"), ModuleType("wakepy.keep")
    keep.presenting = presenting  # type: ignore[attr-defined]
    wakepy.keep = keep  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "wakepy", wakepy)
    lock = WakepyLock()
    lock.drop()
    assert lock.take() == note
    assert asked == ["pass"]
    lock.drop()
    lock.drop()
    assert mode.history == ["enter", "exit"]


def test_a_system_without_wakepy_is_a_note(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    runner, awake, _ = running(WakepyLock())
    with qtbot.waitSignal(awake.noted):
        runner.start()
    assert awake.note.startswith("The screen cannot be kept awake")
    awake.close()


def test_the_null_lock_lets_the_screen_sleep() -> None:
    lock = NullLock()
    assert lock.take() == ""
    lock.drop()
