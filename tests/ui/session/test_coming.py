"""One calm line after a session: what was planned, and nothing where nobody planned anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.plan.plan import PLAN_FORMAT, Plan, PlanSession, PlanWeek
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.session.coming import Coming
from tests.files.database.diaries import a_performed_record

RECORD = a_performed_record()
DAY = RECORD.started.local.date()
DAYS = tuple(Weekday)
PLAN = Plan(
    format=PLAN_FORMAT,
    id="six",
    title="Six weeks",
    weeks=(PlanWeek(title="One", sessions=(PlanSession(routine=RECORD.routine_id, days=3),)),),
)


class Asked:
    def __init__(self, data: Path) -> None:
        paths = Paths(data)
        self.store = SettingsStore(SettingsFile(paths.settings))
        self.diary = DiaryKeeper(paths)
        self.plans: tuple[Plan, ...] = (PLAN,)
        assert self.diary.db is not None
        self.diary.db.save(RECORD)

    def words(self, schedule: Schedule | None) -> str:
        routine = Routine(format="stretchcoach/1", id=RECORD.routine_id, title="", steps=())
        coming = Coming(self.store, self.diary, lambda: self.plans, lambda: DAY)
        return coming.words(replace(routine, schedule=schedule))

    def take_up(self) -> None:
        self.store.take_up(RECORD.routine_id, DAY, wanted=True)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


def test_nothing_is_said_where_nobody_planned_anything(asked: Asked) -> None:
    assert asked.words(None) == ""
    assert asked.words(Schedule()) == ""
    asked.take_up()
    assert asked.words(None) == ""


def test_the_next_planned_day_is_named(asked: Asked) -> None:
    asked.take_up()
    assert asked.words(Schedule()) == "Next planned: tomorrow"
    later = DAY + timedelta(days=3)
    words = asked.words(Schedule(days=(DAYS[later.weekday()],)))
    assert words.startswith(f"Next planned: {later:%a} {later.day} ")
    assert asked.words(Schedule(per_day=3)) == "Planned 2 more times today"
    assert asked.words(Schedule(as_needed=True)) == ""


def test_in_a_plan_the_week_is_told(asked: Asked) -> None:
    asked.store.change(plan_id="six", plan_week=1, plan_week_started=DAY.isoformat())
    assert asked.words(None) == "Your plan, week 1: 1 of 3 days done"
    asked.plans = ()
    assert asked.words(None) == ""
    asked.plans = (replace(PLAN, id="other"),)
    assert asked.words(None) == ""


def test_a_diary_that_cannot_be_read_says_nothing(asked: Asked) -> None:
    asked.take_up()
    assert asked.diary.db is not None
    asked.diary.db.close()
    assert asked.words(Schedule()) == ""
