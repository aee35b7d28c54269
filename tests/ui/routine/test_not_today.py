"""Steps that are not due today stand below the others, and come back with a click."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.record import Moment, new_record
from stretchcoach.core.session.session import Session
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.keepers.due_keeper import DueKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.theme.theme import Theme
from tests.ui.routine.page_driver import LEFT_BUTTON, started

TUESDAY = date(2026, 11, 17)
MONDAYS = Schedule(days=(Weekday.MON,))


class Bench:
    """A page that knows a day and a diary."""

    def __init__(self, qtbot: QtBot, theme: Theme, store: SettingsStore, db: HistoryDb) -> None:
        self.day, self.db, self._qtbot = TUESDAY, db, qtbot
        due = DueKeeper(store, lambda: db, lambda: self.day)
        self.page = RoutinePage(theme, store, bundled_dir("routines"), due)
        qtbot.addWidget(self.page)
        self.page.resize(1184, 800)

    def show(self, entry: RoutineEntry, *schedules: Schedule | None) -> None:
        """The routine of `entry` where the first steps have these schedules."""
        assert entry.routine is not None
        steps = [
            replace(step, schedule=schedule)
            for step, schedule in zip(entry.routine.steps, schedules, strict=False)
            if isinstance(step, (ExerciseStep, RepeatStep))
        ]
        routine = replace(entry.routine, steps=tuple(steps))
        self.page.show_entry(replace(entry, routine=routine))
        with self._qtbot.waitActive(self.page):
            self.page.show()

    @property
    def names(self) -> list[str]:
        """The steps that are listed for today."""
        lines = [row.line for row in self.page.step_list.rows if row.line]
        return [line.planned.exercise.name for line in lines if line.planned.exercise]

    def press(self, row: int) -> None:
        QTest.mouseClick(self.page.not_today.rows[row].button, LEFT_BUTTON)

    def keep(self, performance: Performance, utc: str) -> None:
        """A session of `performance` from start to end."""
        begun = Moment(utc, 0)
        record = new_record(
            utc, performance.routine, performance.timeline, AffectedSide.NONE, begun
        )
        log, session = SessionLog(record), Session(performance.timeline)
        for event in (*session.start(), *session.advance(10_000_000)):
            log.hear(event)
        self.db.save(log.record)


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, store: SettingsStore, tmp_path: Path) -> Iterator[Bench]:
    db = HistoryDb(tmp_path / "diary.sqlite3")
    yield Bench(qtbot, theme, store, db)
    db.close()


def test_without_schedules_in_it_nothing_is_said(bench: Bench, entry: RoutineEntry) -> None:
    bench.show(entry, None, None)
    assert bench.page.not_today.isHidden()
    assert len(bench.names) == 2


def test_a_step_comes_back_with_a_click_and_goes_with_another(
    qtbot: QtBot, bench: Bench, entry: RoutineEntry
) -> None:
    bench.show(entry, None, MONDAYS, None)
    names = bench.names
    assert len(names) == 2
    (row,) = bench.page.not_today.rows
    assert row.words == "Knee to chest\nMon. Next on Mon 23 Nov."
    assert row.button.accessibleName() == "Do it today: Knee to chest"
    assert len(started(qtbot, bench.page).timeline.steps) == 2

    bench.press(0)
    assert bench.names == [names[0], "Knee to chest", names[1]]
    (row,) = bench.page.not_today.rows
    assert row.button.label == "Not today after all"
    performance = started(qtbot, bench.page)
    assert [step.step_no for step in performance.timeline.steps] == [1, 2, 3]

    bench.press(0)
    assert bench.names == names


def test_what_was_done_today_is_not_asked_for_again(
    qtbot: QtBot, bench: Bench, entry: RoutineEntry
) -> None:
    schedules = (None, Schedule(every_days=3))
    bench.show(entry, *schedules)
    assert bench.page.not_today.isHidden()
    bench.keep(started(qtbot, bench.page), "2026-11-17T08:00:00.000Z")
    bench.show(entry, *schedules)
    (row,) = bench.page.not_today.rows
    assert row.words.endswith("Every 3 days. Done today, next on Fri 20 Nov.")


def test_the_keyboard_reaches_the_button_and_stays_there(bench: Bench, entry: RoutineEntry) -> None:
    bench.show(entry, None, MONDAYS)
    bench.page.not_today.rows[0].button.setFocus()
    bench.press(0)
    assert bench.page.not_today.rows[0].button.hasFocus()


def test_a_day_with_nothing_due_says_so(bench: Bench, entry: RoutineEntry) -> None:
    bench.show(entry, MONDAYS, MONDAYS)
    assert bench.page.step_list.isHidden()
    assert not bench.page.panel.start_button.isEnabled()
    assert "Nothing of it is due today." in bench.page.panel.words
    bench.press(1)
    assert bench.names == ["Knee to chest"]
    assert bench.page.panel.start_button.isEnabled()


def test_whoever_comes_back_on_another_day_sees_that_day(bench: Bench, entry: RoutineEntry) -> None:
    bench.show(entry, None, MONDAYS)
    assert len(bench.names) == 1
    bench.day += timedelta(days=6)
    QApplication.sendEvent(bench.page, QEvent(QEvent.Type.ActivationChange))
    assert len(bench.names) == 2
    assert bench.page.not_today.isHidden()


def test_the_button_goes_below_where_there_is_no_room(
    qtbot: QtBot, bench: Bench, entry: RoutineEntry
) -> None:
    bench.show(entry, None, MONDAYS)
    row = bench.page.not_today.rows[0]
    assert row.button.y() < row.height() / 2
    bench.page.resize(420, 800)
    qtbot.waitUntil(lambda: row.button.x() == 0)


def test_of_a_block_all_exercises_are_named(bench: Bench, entry: RoutineEntry) -> None:
    assert entry.routine is not None
    block = RepeatStep(repeat=2, steps=entry.routine.steps[:2], schedule=MONDAYS)
    routine: Routine = replace(entry.routine, steps=(entry.routine.steps[2], block))
    bench.page.show_entry(replace(entry, routine=routine))
    (row,) = bench.page.not_today.rows
    assert "Knee to chest" in row.words
    assert len(bench.names) == 1
