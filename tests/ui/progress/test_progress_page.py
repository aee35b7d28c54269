from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.period import Period
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.charts.weeks_chart import side_colours
from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Palette
from tests.files.database.diaries import a_moment, a_performed_record
from tests.ui.progress.progress_pages import TODAY, ended, press, shown


def test_an_empty_diary_says_what_will_stand_here(
    qtbot: QtBot, theme: Theme, store: SettingsStore, keeper: DiaryKeeper
) -> None:
    overview = shown(qtbot, theme, store, keeper).overview
    assert overview.empty.isVisible()
    assert not overview.calendar.isVisible()
    assert not overview.report.isVisible()


def test_the_period_decides_what_is_counted(page: ProgressPage) -> None:
    overview = page.overview
    assert overview.calendar.title.text() == "5 sessions in 12 weeks"
    overview.period.button(Period.FOUR_WEEKS.name).click()
    assert overview.calendar.title.text() == "4 sessions in 4 weeks"
    assert len(overview.weeks.chart.marks) == 4
    overview.period.button(Period.YEAR.name).click()
    assert overview.calendar.title.text() == "6 sessions in 52 weeks"
    assert overview.calendar.streak.text() == "In a row: 3 days, longest 3 days"


def test_what_is_written_while_it_is_away_is_there_when_it_comes_back(
    page: ProgressPage, db: HistoryDb
) -> None:
    page.hide()
    db.save(a_performed_record("new", a_moment("2026-11-17")))
    page.show()
    assert page.overview.calendar.title.text() == "6 sessions in 12 weeks"


@pytest.mark.parametrize("name", ["calendar", "weeks", "feeling"])
def test_every_chart_has_its_table_and_can_be_read_with_keys(page: ProgressPage, name: str) -> None:
    card = getattr(page.overview, name)
    card.chart.setFocus()
    press(card.chart, Qt.Key.Key_End)
    last = card.chart.mark_read
    assert last is not None
    assert last == card.chart.marks[-1]
    assert card.chart.accessibleDescription() == last.words
    press(card.chart, Qt.Key.Key_Right)
    assert card.chart.mark_read == last
    press(card.chart, Qt.Key.Key_Left)
    assert card.chart.mark_read == card.chart.marks[-2]
    press(card.chart, Qt.Key.Key_Home)
    assert card.chart.mark_read == card.chart.marks[0]
    card.switch.click()
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    assert card.rows.rowCount() >= 5
    table = QAccessible.queryAccessibleInterface(card.table)
    assert table.role() is QAccessible.Role.Table
    assert table.childCount() > card.rows.rowCount()
    card.switch.click()
    assert card.chart.isVisible()


def test_the_pointer_reads_a_mark(page: ProgressPage) -> None:
    chart = page.overview.calendar.chart
    mark = chart.marks[-7]
    assert mark.words.startswith("Mon 16 Nov: 1 session")
    middle = QPoint(round(mark.box.x + mark.box.width / 2), round(mark.box.y + 4))
    event = QHelpEvent(QEvent.Type.ToolTip, middle, chart.mapToGlobal(middle))
    assert QApplication.sendEvent(chart, event)
    assert QToolTip.text() == mark.words
    QToolTip.hideText()


def test_the_tables_say_what_the_charts_draw(page: ProgressPage) -> None:
    overview = page.overview
    words = [tuple(overview.calendar.rows.words(row)) for row in range(3)]
    assert words[0][0] == "Mon 16 Nov"
    assert words[0][1].startswith("1 session, ")
    assert ("Fri 13 Nov", "1 session, 48 s held") in words or words[1][0] == "Sat 14 Nov"
    assert tuple(overview.feeling.rows.words(0)) == ("Mon 16 Nov", "0", "0")
    week = tuple(overview.weeks.rows.words(0))
    assert week[0] == "16 Nov"
    assert [column.dot for column in overview.weeks.rows.columns] == [False, False, True]


def test_the_leg_has_said_nothing(page: ProgressPage) -> None:
    feeling = page.overview.feeling
    assert len(feeling.chart.marks) == 5
    feeling.where.button("leg").click()
    assert not feeling.chart.marks
    assert feeling.empty.isVisible()


def test_the_source_of_the_band_is_one_click_away(page: ProgressPage) -> None:
    weeks = page.overview.weeks
    assert weeks.group is not None
    assert not weeks._words.isVisible()
    weeks.source.click()
    assert weeks._words.isVisible()
    assert "2018" in weeks._words.text()
    weeks.source.click()
    assert not weeks._words.isVisible()


def test_a_session_of_a_day_that_has_not_come_is_only_in_the_list(
    page: ProgressPage, db: HistoryDb
) -> None:
    db.save(a_performed_record("future", a_moment("2099-01-01")))
    page.refresh()
    assert page.overview.calendar.title.text() == "5 sessions in 12 weeks"
    assert page.overview.calendar.streak.text() == "In a row: 3 days, longest 3 days"
    assert page.overview.sessions.model.sessions[0].id == "day-0"
    page.show_all()
    assert page.all.model.sessions[0].id == "future"


def test_a_damaged_session_has_its_row_and_is_not_opened(
    qtbot: QtBot, page: ProgressPage, db: HistoryDb, keeper: DiaryKeeper
) -> None:
    told: list[str] = []
    keeper.failed.connect(told.append)
    db.rows("UPDATE interval SET side = 'rigit' WHERE session_id = 'day-0'")
    page.refresh()
    assert page.overview.sessions.model.words(0)[-1] == "Damaged"
    page.open_session("day-0")
    assert page.detail is None
    assert "cannot be shown" in page.overview.notice.words.text()
    assert len(told) == 1
    assert "“rigit”" in told[0]
    with qtbot.waitSignal(page.report.told):
        page.report.copy()
    assert "Sessions: 4" in QGuiApplication.clipboard().text()


def test_thousands_of_activities_are_no_thousands_of_lines(
    page: ProgressPage, db: HistoryDb
) -> None:
    with db.transaction() as connection:
        connection.executemany(
            "INSERT INTO activity VALUES (?, 'Stairs', 1)", [(f"{n}",) for n in range(5_000)]
        )
    page.refresh()
    card = page.overview.activities
    assert len(card.lines) == 20
    assert card.more.text() == "4980 more are not shown."
    assert card.more.isVisible()


def test_a_title_of_nothing_is_said_to_be_none(page: ProgressPage, db: HistoryDb) -> None:
    db.save(replace(a_performed_record("x", a_moment(TODAY.isoformat())), routine_title="\u200b "))
    page.refresh()
    assert page.overview.sessions.model.words(0)[1] == "Without a name"


def test_a_diary_that_cannot_be_read_is_said(
    qtbot: QtBot,
    page: ProgressPage,
    db: HistoryDb,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*arguments: object) -> list[sqlite3.Row]:
        raise sqlite3.OperationalError("disk I/O error")

    for name in ("rows", "session", "sessions"):
        monkeypatch.setattr(db, name, broken)
    page.refresh()
    assert "disk I/O error" in page.overview.notice.words.text()
    page.show_all()
    page.open_session("day-0")
    assert page.detail is None
    assert page.overview.isVisible()
    monkeypatch.setattr("stretchcoach.ui.progress.diary_files.read_visit_report", broken)
    page.overview.notice.hide()
    for ask in (page.report.save, page.report.share):
        assert "disk I/O error" in ended(qtbot, page, ask, tmp_path / "report")
    page.overview.notice.hide()
    with qtbot.waitSignal(page.work.finished):
        page.report.copy()
    assert "disk I/O error" in page.overview.notice.words.text()
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize("width", [720, 1184, 1824])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_as_wide_as_its_window(
    qtbot: QtBot, theme: Theme, page: ProgressPage, width: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    page.resize(width - 96, 800)
    qtbot.waitUntil(lambda: page.overview.width() == width - 96)
    QApplication.processEvents()
    content = page.overview.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= page.overview.viewport().width()


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
@pytest.mark.parametrize("affected", AffectedSide)
def test_left_and_right_look_different(palette: Palette, affected: AffectedSide) -> None:
    left, right = (side_colours(palette, side, affected) for side in Side)
    assert left != right


def test_another_affected_side_is_shown_at_once(page: ProgressPage, store: SettingsStore) -> None:
    store.change(affected=AffectedSide.LEFT)
    weeks = page.overview.weeks
    assert [column.dot for column in weeks.rows.columns] == [False, True, False]
