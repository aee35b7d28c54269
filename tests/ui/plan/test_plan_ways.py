from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.plan.plan_page import PlanPage
from stretchcoach.ui.plan.plan_ways import PlanWays
from stretchcoach.ui.theme.theme import Theme
from tests.files.database.diaries import a_performed_record

TODAY = date(2026, 11, 19)
PLAN = """\
format: stretchcoach-plan/1
id: mine
title: Mine
weeks: [{title: First, sessions: [{routine: hip-basics, days: 3}]}]
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def ways(theme: Theme, store: SettingsStore) -> PlanWays:
    return PlanWays(theme, store, no_diary, today)


def no_diary() -> None:
    return None


def today() -> date:
    return TODAY


def page_of(qtbot: QtBot, ways: PlanWays, do: Callable[[], None]) -> PlanPage:
    with qtbot.waitSignal(ways.page_made) as signal:
        do()
    page = signal.args[0]
    assert isinstance(page, PlanPage)
    qtbot.addWidget(page)
    return page


def test_the_first_plan_opens_and_its_routines_are_passed_on(
    qtbot: QtBot, ways: PlanWays, library: Library
) -> None:
    page = page_of(qtbot, ways, lambda: ways.open([bundled_dir("routines")], library))
    assert page.accessibleName() == "Six weeks for the hips"
    assert page.body
    with qtbot.waitSignal(ways.routine_asked):
        page.body.routine_buttons[0].click()
    with qtbot.waitSignal(ways.back_asked):
        page.back_link.click()
    with qtbot.waitSignal(ways.safety_asked):
        page.safety_link.click()


def test_the_plan_that_one_is_in_opens_and_leads_to_the_others(
    qtbot: QtBot, ways: PlanWays, library: Library, store: SettingsStore, tmp_path: Path
) -> None:
    own = tmp_path / "plans" / "mine.yaml"
    own.parent.mkdir()
    own.write_text(PLAN, encoding="utf-8")
    store.change(plan_id="mine", plan_week=1, plan_week_started="2026-11-16")
    folders = [bundled_dir("routines"), tmp_path]
    page = page_of(qtbot, ways, lambda: ways.open(folders, library))
    assert page.accessibleName() == "Mine"
    (link,) = page.other_links
    other = page_of(qtbot, ways, link.click)
    assert other.accessibleName() == "Six weeks for the hips"


def test_a_broken_plan_shows_its_problems(
    qtbot: QtBot, ways: PlanWays, library: Library, tmp_path: Path
) -> None:
    own = tmp_path / "plans" / "mine.yaml"
    own.parent.mkdir()
    own.write_text(PLAN.replace("hip-basics", "hip-basic"), encoding="utf-8")
    with qtbot.waitSignal(ways.routine_asked) as signal:
        ways.open([tmp_path], library)
    broken = signal.args[0]
    assert isinstance(broken, RoutineEntry)
    assert broken.routine is None
    assert "did you mean “hip-basics”?" in broken.problems[0].message


def test_nothing_opens_where_there_is_no_plan(
    qtbot: QtBot, ways: PlanWays, library: Library, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(ways.page_made):
        ways.open([tmp_path], library)


def test_the_days_come_from_the_diary(
    qtbot: QtBot, theme: Theme, store: SettingsStore, library: Library, tmp_path: Path
) -> None:
    store.change(plan_id="six-weeks", plan_week=1, plan_week_started="2026-11-16")
    db = open_diary(Paths(tmp_path)).db
    assert db is not None
    db.save(replace(a_performed_record(), routine_id="hip-basics"))
    ways = PlanWays(theme, store, lambda: db, today)
    page = page_of(qtbot, ways, lambda: ways.open([bundled_dir("routines")], library))
    assert page.body
    assert "1 of 4 days done" in page.body.words
    close_diary(db)
