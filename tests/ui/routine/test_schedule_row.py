"""A routine's schedule is a plan once the person takes it up on the page, and no sooner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtTest import QTest

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from tests.ui.routine.page_driver import LEFT_BUTTON

ROUTINE = "deep-hip-rotators-15"


def press(page: RoutinePage) -> None:
    QTest.mouseClick(page.header.schedule.button, LEFT_BUTTON)


def test_the_person_takes_it_up_and_gives_it_up(page: RoutinePage, store: SettingsStore) -> None:
    assert page.header.schedule.words.text() == "Meant for: Mon, Wed, Fri"
    assert store.settings.taken_up_since(ROUTINE) is None
    press(page)
    assert page.header.schedule.words.text() == "Your plan: Mon, Wed, Fri"
    assert store.settings.taken_up_since(ROUTINE) == date.today()
    assert ROUTINE in store.settings.schedules_asked
    press(page)
    assert page.header.schedule.words.text() == "Meant for: Mon, Wed, Fri"
    assert store.settings.taken_up_since(ROUTINE) is None


def test_without_days_there_is_nothing_to_choose(page: RoutinePage, entry: RoutineEntry) -> None:
    assert entry.routine
    for schedule in (None, Schedule(as_needed=True)):
        page.show_entry(replace(entry, routine=replace(entry.routine, schedule=schedule)))
        assert page.header.schedule.isHidden()


def test_a_day_that_is_none_counts_as_not_taken_up(page: RoutinePage, store: SettingsStore) -> None:
    store.change(schedules_taken_up=((ROUTINE, "some day"),))
    assert store.settings.taken_up_since(ROUTINE) is None
