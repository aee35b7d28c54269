"""The word that it is time: when it comes, and when not."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.reminder import LATE_S, LATER, LONGEST_WAIT_MS, Reminder
from stretchcoach.ui.theme.theme import Theme

EIGHT = datetime(2026, 11, 16, 8, 0)


class Wall:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = EIGHT

    def __call__(self) -> datetime:
        return self.now


class Tray:
    """Stands for the tray of a desktop that has one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there = True
        self.said: list[str] = []
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", self.available)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", self.say)
        monkeypatch.setattr(QSystemTrayIcon, "show", self.show)
        monkeypatch.setattr(QSystemTrayIcon, "hide", self.hide)
        self.has_icon = False

    def available(self) -> bool:
        return self.is_there

    def show(self, *arguments: object) -> None:
        self.has_icon = True

    def hide(self, *arguments: object) -> None:
        self.has_icon = False

    def say(self, *arguments: object) -> None:
        self.said.append(str(arguments[-2]))


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> Tray:
    return Tray(monkeypatch)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(reminder_times=("08:05", "18:00"), reminders_shown=True)
    return store


@pytest.fixture
def reminder(qtbot: QtBot, theme: Theme, store: SettingsStore, wall: Wall, tray: Tray) -> Reminder:
    return Reminder(theme, store, wall, parent=theme)


def test_it_comes_at_its_time_and_once(reminder: Reminder, wall: Wall, tray: Tray) -> None:
    assert reminder.due == EIGHT + timedelta(minutes=5)
    assert 0 < reminder.timer.interval() - 5 * 60_000 < 1000
    wall.now = EIGHT + timedelta(minutes=5)
    reminder.look()
    assert len(tray.said) == 1
    assert reminder.due == EIGHT.replace(hour=18)
    reminder.look()
    assert len(tray.said) == 1


def test_a_long_wait_looks_at_the_clock_between(reminder: Reminder, wall: Wall) -> None:
    wall.now = EIGHT + timedelta(hours=1)
    reminder.look()
    assert reminder.timer.interval() == LONGEST_WAIT_MS
    assert reminder.timer.isActive()


def test_what_was_slept_through_is_let_go(reminder: Reminder, wall: Wall, tray: Tray) -> None:
    wall.now = EIGHT + timedelta(minutes=5, seconds=LATE_S + 1)
    reminder.look()
    assert tray.said == []
    assert reminder.due == EIGHT.replace(hour=18)


def test_it_follows_the_settings(reminder: Reminder, store: SettingsStore, tray: Tray) -> None:
    assert tray.has_icon
    store.change(reminder_times=("09:00",))
    assert reminder.due == EIGHT.replace(hour=9)
    store.change(reminder_days=("tue",))
    assert reminder.due == EIGHT.replace(day=17, hour=9)
    store.change(reminders_shown=False)
    assert not reminder.timer.isActive()
    assert not tray.has_icon


def test_a_rhythm_is_one_here_too(reminder: Reminder, store: SettingsStore) -> None:
    store.change(reminder_times=("07:00",), reminder_every_days=3, reminder_first_day="2026-11-15")
    assert reminder.due == EIGHT.replace(day=18, hour=7)


def test_without_times_it_waits_for_nothing(reminder: Reminder, store: SettingsStore) -> None:
    store.change(reminder_times=())
    assert not reminder.timer.isActive()


def test_without_a_tray_the_window_reminds(
    qtbot: QtBot, theme: Theme, store: SettingsStore, wall: Wall, tray: Tray
) -> None:
    tray.is_there = False
    reminder = Reminder(theme, store, wall, parent=theme)
    assert reminder.icon is None
    wall.now = EIGHT + timedelta(minutes=5)
    with qtbot.waitSignal(reminder.reminded):
        reminder.look()
    assert tray.said == []


def test_later_is_in_an_hour_or_at_the_next_time(
    reminder: Reminder, store: SettingsStore, wall: Wall
) -> None:
    wall.now = EIGHT + timedelta(minutes=5)
    reminder.look()
    reminder.put_off()
    assert reminder.due == wall.now + LATER
    store.change(volume=0.5)
    assert reminder.due == wall.now + LATER
    wall.now = EIGHT.replace(hour=17, minute=30)
    reminder.put_off()
    assert reminder.due == EIGHT.replace(hour=18)


def test_answering_it_is_told(qtbot: QtBot, reminder: Reminder) -> None:
    assert reminder.icon is not None
    with qtbot.waitSignal(reminder.chosen):
        reminder.icon.messageClicked.emit()
    with qtbot.waitSignal(reminder.chosen):
        reminder.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
