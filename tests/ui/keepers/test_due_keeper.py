"""Today, and the steps that were put back for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from stretchcoach.core.schedule.due_steps import Day
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.due_keeper import DueKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from tests.files.database.diaries import ROUTINE, a_performed_record

MONDAY = date(2026, 11, 16)
IN_BLOCK = ("steps", 1, "steps", 0)


@pytest.fixture
def store(qapp: object, tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    db = HistoryDb(tmp_path / "diary.sqlite3")
    db.save(a_performed_record())
    yield db
    db.close()


class Wall:
    """A calendar on the wall."""

    def __init__(self) -> None:
        self.day = MONDAY

    def __call__(self) -> date:
        return self.day


def test_the_day_has_what_the_diary_knows_of_the_routine(
    store: SettingsStore, db: HistoryDb
) -> None:
    keeper = DueKeeper(store, lambda: db, Wall())
    assert [one.day for one in keeper.day(ROUTINE.id).past] == [MONDAY]
    assert keeper.day("other") == Day(MONDAY)


def test_a_diary_that_cannot_be_read_knows_nothing(store: SettingsStore, db: HistoryDb) -> None:
    assert DueKeeper(store, lambda: None, Wall()).day(ROUTINE.id) == Day(MONDAY)
    db.close()
    with pytest.raises(sqlite3.Error):
        db.rows("SELECT 1")
    assert DueKeeper(store, lambda: db, Wall()).day(ROUTINE.id) == Day(MONDAY)


def test_a_step_is_put_back_for_one_routine_and_one_day(
    store: SettingsStore, tmp_path: Path
) -> None:
    wall = Wall()
    keeper = DueKeeper(store, lambda: None, wall)
    keeper.put_back("a", IN_BLOCK, wanted=True)
    keeper.put_back("a", IN_BLOCK, wanted=True)
    keeper.put_back("b", ("steps", 0), wanted=True)
    again = DueKeeper(SettingsStore(SettingsFile(tmp_path / "settings.json")), lambda: None, wall)
    assert again.day("a").put_back == {IN_BLOCK}
    assert again.day("b").put_back == {("steps", 0)}
    wall.day += timedelta(days=1)
    assert keeper.day("a").put_back == frozenset()
    keeper.put_back("c", ("steps", 2), wanted=True)
    assert len(store.settings.steps_put_back) == 1


def test_a_step_that_was_put_back_can_go_again(store: SettingsStore) -> None:
    keeper = DueKeeper(store, lambda: None, Wall())
    keeper.put_back("a", IN_BLOCK, wanted=True)
    keeper.put_back("a", ("steps", 0), wanted=True)
    keeper.put_back("a", IN_BLOCK, wanted=False)
    assert keeper.day("a").put_back == {("steps", 0)}
