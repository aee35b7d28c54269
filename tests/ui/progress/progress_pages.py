from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.diary.period import Asked
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.session.record import Moment
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.theme.theme import Theme
from tests.files.database.diaries import TIMELINE

TODAY = date(2026, 11, 17)


THREE = Schedule(days=(Weekday.MON, Weekday.WED, Weekday.FRI))


DAYS = [TODAY - timedelta(days) for days in (1, 3, 4, 8, 40, 120)]


def planned_of(routine_id: str) -> Asked:
    return Asked(THREE, TIMELINE)


def now() -> Moment:
    return Moment(f"{TODAY}T12:00:00.000Z", 0)


def shown(qtbot: QtBot, theme: Theme, store: SettingsStore, keeper: DiaryKeeper) -> ProgressPage:
    page = ProgressPage(theme, store, keeper, planned_of, now)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show()
    return page


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def ended(qtbot: QtBot, page: ProgressPage, ask: Callable[[str], None], file: Path) -> str:
    """What is said once `ask` was done with `file`."""
    with qtbot.waitSignal(page.work.finished):
        ask(str(file))
    page.work.wait()
    return page.overview.notice.words.text()
