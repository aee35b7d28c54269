"""What is for today follows the plan and schedules that were taken up, the diary and the hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from stretchcoach.core.plan.today import DayPart, Today, Why
from stretchcoach.core.session.record import Moment
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.keepers.today_keeper import TodayKeeper
from tests.files.database.diaries import a_performed_record

FOLDERS = [bundled_dir("routines")]
THURSDAY = datetime(2026, 11, 19, 8, 30)
PLANNED_ON_MONDAYS = "deep-hip-rotators-15"  # Wednesdays and Fridays, too


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return ShelfReader(FOLDERS, bundled_dir("assets"), None).read(lambda some: None)


@pytest.fixture
def diary(qapp: QApplication, tmp_path: Path) -> Iterator[DiaryKeeper]:
    keeper = DiaryKeeper(Paths(tmp_path))
    yield keeper
    keeper.close()


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


def at(store: SettingsStore, diary: DiaryKeeper, now: datetime) -> TodayKeeper:
    return TodayKeeper(store, diary, lambda: FOLDERS, lambda: now)


def did(diary: DiaryKeeper, routine_id: str, day: date) -> None:
    record = a_performed_record(f"{routine_id}-{day}")
    begun = Moment(f"{day}T07:00:00.000Z", 0)
    ended = Moment(f"{day}T07:20:00.000Z", 0)
    assert diary.db
    diary.db.save(replace(record, routine_id=routine_id, started=begun, ended=ended))


def test_who_is_new_gets_something_gentle_for_the_hour(
    store: SettingsStore, diary: DiaryKeeper, shelf: Shelf
) -> None:
    gentle = at(store, diary, THURSDAY).today(shelf)
    assert gentle == Today("morning-gentle", Why.GENTLE, DayPart.MORNING)
    late = at(store, diary, THURSDAY.replace(hour=21)).today(shelf)
    assert late == Today("before-bed", Why.GENTLE, DayPart.EVENING)


def test_a_schedule_that_was_taken_up_asks_on_its_days_until_it_is_done(
    store: SettingsStore, diary: DiaryKeeper, shelf: Shelf
) -> None:
    store.take_up(PLANNED_ON_MONDAYS, date(2026, 11, 1), wanted=True)
    friday = THURSDAY + timedelta(days=1)
    assert at(store, diary, friday).today(shelf) == Today(PLANNED_ON_MONDAYS, Why.SCHEDULE)
    thursday = at(store, diary, THURSDAY).today(shelf)
    assert thursday
    assert thursday.why is Why.GENTLE
    did(diary, PLANNED_ON_MONDAYS, friday.date())
    assert at(store, diary, friday).today(shelf) == Today(PLANNED_ON_MONDAYS, Why.LAST)


def test_the_plan_comes_before_schedules_and_opens_as_its_week_says(
    store: SettingsStore, diary: DiaryKeeper, shelf: Shelf
) -> None:
    store.take_up(PLANNED_ON_MONDAYS, date(2026, 11, 1), wanted=True)
    store.change(plan_id="six-weeks", plan_week=1, plan_week_started="2026-11-16")
    keeper = at(store, diary, THURSDAY + timedelta(days=1))
    today = keeper.today(shelf)
    assert today
    assert today.why is Why.PLAN
    entry = keeper.planned_entry(today)
    assert entry
    assert entry.id == today.routine_id
    assert keeper.planned_entry(Today(today.routine_id, Why.LAST)) is None
    did(diary, today.routine_id, THURSDAY.date() + timedelta(days=1))
    after = keeper.today(shelf)
    assert after == Today(PLANNED_ON_MONDAYS, Why.SCHEDULE)


def test_a_plan_or_routine_that_is_gone_asks_for_nothing(
    store: SettingsStore, diary: DiaryKeeper, shelf: Shelf
) -> None:
    store.take_up("gone", date(2026, 11, 1), wanted=True)
    store.change(plan_id="gone-too", plan_week=1, plan_week_started="2026-11-16")
    today = at(store, diary, THURSDAY).today(shelf)
    assert today
    assert today.why is Why.GENTLE
