"""Reminders among the settings: times, days, a calendar file, a word while the coach runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import icalendar
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.diary.period import Asked, Plan
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.reminders_section import RemindersSection, present_plan
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.files.database.diaries import TIMELINE, a_performed_record

PLAN = Plan(Schedule(days=(Weekday.MON, Weekday.WED)), "Evening", 600_000)


def now() -> datetime:
    return datetime(2026, 11, 17, 12, tzinfo=timezone.utc)


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, store: SettingsStore) -> RemindersSection:
    section = RemindersSection(theme, store, PLAN, tray=True, now=now)
    qtbot.addWidget(section)
    section.show()
    return section


def write(section: RemindersSection, text: str) -> None:
    section.times.clear()
    QTest.keyClicks(section.times, text)
    section.times.editingFinished.emit()


def test_the_days_of_the_plan_stand_there_first(
    section: RemindersSection, store: SettingsStore
) -> None:
    assert section.days.days == (Weekday.MON, Weekday.WED)
    assert not store.settings.reminder_days
    write(section, "8:30")
    assert store.settings.reminder_days == ("mon", "wed")
    assert store.settings.reminder_times == ("08:30",)


def test_days_are_chosen_and_taken_back(section: RemindersSection, store: SettingsStore) -> None:
    write(section, "8:30")
    section.days.chips[Weekday.SUN].click()
    section.days.chips[Weekday.MON].click()
    assert store.settings.reminder_days == ("wed", "sun")
    for day in (Weekday.WED, Weekday.SUN):
        section.days.chips[day].click()
    assert not store.settings.reminder_days
    assert not section.days.days


def test_a_rhythm_is_said_and_gives_way_to_days(
    qtbot: QtBot, theme: Theme, store: SettingsStore
) -> None:
    rhythm = Plan(Schedule(every_days=3), "Evening", 600_000)
    section = RemindersSection(theme, store, rhythm, tray=True, now=now)
    qtbot.addWidget(section)
    section.show()
    assert section.rhythm.text() == "Every 3 days, from Tue 17 Nov on, until days are chosen."
    write(section, "8:30")
    assert (store.settings.reminder_every_days, store.settings.reminder_first_day) == (
        3,
        "2026-11-17",
    )
    section.days.chips[Weekday.SUN].click()
    assert not section.rhythm.isVisible()
    assert store.settings.reminder_every_days == 1


def test_what_is_no_time_is_said_and_not_kept(
    section: RemindersSection, store: SettingsStore
) -> None:
    write(section, "noon")
    assert section.problem.isVisible()
    assert not store.settings.reminder_times
    write(section, "12")
    assert not section.problem.isVisible()
    assert store.settings.reminder_times == ("12:00",)


def test_a_calendar_file_of_it(qtbot: QtBot, section: RemindersSection, tmp_path: Path) -> None:
    assert not section.save.isEnabled()
    write(section, "8:30, 18:00")
    assert section.save.isEnabled()
    path = tmp_path / "reminders.ics"
    dialog = section.ask()
    assert dialog.isVisible()
    with qtbot.waitSignal(section.work.finished):
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert section.written.isVisible()
    assert section.written.open.isVisible()
    assert str(path) in section.written.words.text()
    assert not section.problem.isVisible()
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Stretch: Evening"] * 2
    assert events[0].decoded("dtstart").replace(tzinfo=None) == datetime(2026, 11, 18, 8, 30)


def test_a_word_is_off_unless_wanted(section: RemindersSection, store: SettingsStore) -> None:
    assert not section.shown.isChecked()
    section.shown.click()
    assert store.settings.reminders_shown


def test_without_a_tray_it_reminds_in_the_window_and_says_what_helps(
    qtbot: QtBot, theme: Theme, store: SettingsStore
) -> None:
    section = RemindersSection(theme, store, Plan(), tray=False)
    qtbot.addWidget(section)
    assert section.days.days == ()
    section.shown.click()
    assert store.settings.reminders_shown
    said = [label.text() for label in section.findChildren(PlainLabel)]
    assert any("In its window." in words and "AppIndicator" in words for words in said)


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[DiaryKeeper]:
    keeper = DiaryKeeper(Paths(tmp_path / "data"))
    yield keeper
    keeper.close()


def planned_of(routine_id: str) -> Asked:
    return Asked(PLAN.schedule, TIMELINE)


def test_the_plan_is_of_what_was_done_of_late(keeper: DiaryKeeper) -> None:
    assert present_plan(keeper, planned_of) == Plan()
    assert keeper.db is not None
    keeper.db.save(a_performed_record("one", now_moment()))
    assert present_plan(keeper, planned_of).title == "Evening"
