"""The progress page over a diary of some weeks."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from threading import Event
from typing import TextIO
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.period import Asked, Period
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.import_diary import Imported, import_file
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.charts.weeks_chart import side_colours
from stretchcoach.ui.progress.printing import PrintDialog
from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Palette
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.files.database.diaries import TIMELINE, a_moment, a_performed_record

TODAY = date(2026, 11, 17)
THREE = Schedule(days=(Weekday.MON, Weekday.WED, Weekday.FRI))
DAYS = [TODAY - timedelta(days) for days in (1, 3, 4, 8, 40, 120)]


def planned_of(routine_id: str) -> Asked:
    return Asked(THREE, TIMELINE)


def now() -> Moment:
    return Moment(f"{TODAY}T12:00:00.000Z", 0)


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(affected=AffectedSide.RIGHT)
    return store


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[DiaryKeeper]:
    keeper = DiaryKeeper(Paths(tmp_path / "data"))
    yield keeper
    keeper.close()


@pytest.fixture
def db(keeper: DiaryKeeper) -> HistoryDb:
    db = keeper.db
    assert db is not None
    for number, day in enumerate(DAYS):
        record = a_performed_record(f"day-{number}", a_moment(day.isoformat()))
        said = {"before": Feeling(buttock=number), "after": Feeling(buttock=0)}
        finished = replace(record, state=SessionState.FINISHED, note=f"Note {number}")
        db.save(replace(finished, **said))  # type: ignore[arg-type]
    return db


def shown(qtbot: QtBot, theme: Theme, store: SettingsStore, keeper: DiaryKeeper) -> ProgressPage:
    page = ProgressPage(theme, store, keeper, planned_of, now)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show()
    return page


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, store: SettingsStore, keeper: DiaryKeeper, db: HistoryDb
) -> ProgressPage:
    return shown(qtbot, theme, store, keeper)


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


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


def test_a_row_opens_to_its_intervals_and_back(page: ProgressPage) -> None:
    table = page.overview.sessions.table
    table.setCurrentIndex(table.model().index(0, 0))
    press(table, Qt.Key.Key_Return)
    assert page.detail is not None
    assert page.detail.isVisible()
    record = a_performed_record()
    assert page.detail.table.model().rowCount() == len(record.intervals)
    assert page.detail.note.note == "Note 0"
    shown = [label.text() for label in page.detail.findChildren(PlainLabel)]
    assert shown[shown.index("In all") + 1] == "1 min 35 s"
    page.detail.back.click()
    assert page.detail is None
    assert page.overview.isVisible()


def change_detail(page: ProgressPage) -> None:
    page.open_session("day-1")
    detail = page.detail
    assert detail is not None
    detail.ratings[3]._cells[2].click()
    detail.note.edit.setPlainText(" Better words. ")


def leave_by_the_rail(page: ProgressPage, keeper: DiaryKeeper) -> None:
    page.hide()


def leave_by_back(page: ProgressPage, keeper: DiaryKeeper) -> None:
    assert page.detail is not None
    page.detail.back.click()


def leave_by_another(page: ProgressPage, keeper: DiaryKeeper) -> None:
    page.open_session("day-2")


def leave_by_closing(page: ProgressPage, keeper: DiaryKeeper) -> None:
    keeper.close()


@pytest.mark.parametrize(
    "leave", [leave_by_the_rail, leave_by_back, leave_by_another, leave_by_closing]
)
def test_what_was_felt_can_be_said_later(
    page: ProgressPage,
    db: HistoryDb,
    keeper: DiaryKeeper,
    leave: Callable[[ProgressPage, DiaryKeeper], None],
) -> None:
    path = db.path
    change_detail(page)
    leave(page, keeper)
    with closing(HistoryDb(path)) as other:
        record = other.session("day-1")
    assert record is not None
    assert (record.before, record.after) == (Feeling(1), Feeling(0, 2))
    assert record.note == "Better words."


def test_a_long_note_outlives_another_rating(page: ProgressPage, db: HistoryDb) -> None:
    note = "A long letter. " * 600
    db.set_feelings("day-1", Feeling(), Feeling(), note.strip())
    page.open_session("day-1")
    assert page.detail is not None
    page.detail.ratings[0]._cells[5].click()
    page.detail.back.click()
    record = db.session("day-1")
    assert record is not None
    assert (record.before, record.note) == (Feeling(5), note.strip())


def test_what_cannot_be_kept_stays_until_it_can(
    page: ProgressPage, db: HistoryDb, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*arguments: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    change_detail(page)
    with monkeypatch.context() as patched:
        patched.setattr(db, "set_feelings", locked)
        leave_by_back(page, page._diary)
        assert page.detail is not None
        assert "database is locked" in page.detail.notice.words.text()
    leave_by_back(page, page._diary)
    assert page.detail is None
    record = db.session("day-1")
    assert record is not None
    assert record.note == "Better words."


def test_a_deleted_session_comes_back(page: ProgressPage, db: HistoryDb) -> None:
    for number in (0, 1):
        page.open_session(f"day-{number}")
        assert page.detail is not None
        page.detail.delete.click()
    notice = page.overview.notice
    assert page.overview.calendar.title.text() == "3 sessions in 12 weeks"
    assert notice.isVisible()
    notice.undo.click()
    assert db.session("day-1") is not None
    assert db.session("day-0") is None
    notice.undo.click()
    assert db.session("day-0") is not None
    assert not notice.undo.isVisible()
    assert page.overview.calendar.title.text() == "5 sessions in 12 weeks"


def test_all_sessions_are_one_click_away(page: ProgressPage) -> None:
    page.overview.sessions.all.click()
    assert page.all.isVisible()
    assert page.all.model.rowCount() == len(DAYS)
    assert page.all.model.words(0)[0] == "16 Nov 2026"
    page.all.table.clicked.emit(page.all.model.index(5, 0))
    assert page.detail is not None
    page.detail.back.click()
    assert page.all.isVisible()
    page.all.back.click()
    assert page.overview.isVisible()


def ended(qtbot: QtBot, page: ProgressPage, ask: Callable[[str], None], file: Path) -> str:
    """What is said once `ask` was done with `file`."""
    with qtbot.waitSignal(page.work.finished):
        ask(str(file))
    page.work.wait()
    return page.overview.notice.words.text()


def test_it_goes_out_as_csv_and_json_and_comes_in_again(
    qtbot: QtBot, page: ProgressPage, db: HistoryDb, tmp_path: Path
) -> None:
    csv, whole = tmp_path / "diary.csv", tmp_path / "diary.json"
    ended(qtbot, page, page.transfer.export_csv, csv)
    ended(qtbot, page, page.transfer.export_json, whole)
    assert csv.read_text().count("\n") > len(DAYS)
    assert len(json.loads(whole.read_text())["sessions"]) == len(DAYS)
    page.delete_session("day-0")
    said = ended(qtbot, page, page.transfer.take_in, whole)
    assert said == "1 new session, 5 were known already"
    assert page.overview.calendar.title.text() == "5 sessions in 12 weeks"
    assert not page.overview.work_bar.isVisible()
    said = ended(qtbot, page, page.transfer.take_in, csv)
    assert said.startswith("Nothing was taken in:")
    nowhere = tmp_path / "none" / "diary.csv"
    assert "cannot be written" in ended(qtbot, page, page.transfer.export_csv, nowhere)


def test_taking_in_says_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot,
    page: ProgressPage,
    db: HistoryDb,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = tmp_path / "diary.json"
    ended(qtbot, page, page.transfer.export_json, whole)
    page.delete_session("day-0")
    go_on = Event()

    def slow(db: HistoryDb, path: Path, watch: Callable[[float], None]) -> Imported:
        watch(0.25)
        go_on.wait(60)
        return import_file(db, path, watch)

    monkeypatch.setattr("stretchcoach.ui.progress.diary_files.import_file", slow)
    bar, work = page.overview.work_bar, page.work
    with qtbot.waitSignal(work.finished):
        page.transfer.take_in(str(whole))
        qtbot.waitUntil(bar.isVisible)
        qtbot.waitUntil(lambda: "25 %" in bar.words.text())
        page.transfer.take_in(str(whole))  # one at a time
        bar.cancel.click()
        go_on.set()
    assert page.overview.notice.words.text() == "Nothing was taken in."
    assert not bar.isVisible()
    assert db.session("day-0") is None
    ended(qtbot, page, page.transfer.take_in, whole)
    assert db.session("day-0") is not None


def test_the_window_lives_on_while_a_file_is_written(
    qtbot: QtBot,
    page: ProgressPage,
    db: HistoryDb,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns: list[int] = []
    timer = QTimer(page)
    timer.setInterval(0)
    timer.timeout.connect(partial(turns.append, 1))

    def slow(db: HistoryDb, stream: TextIO, watch: Callable[[float], None]) -> None:
        """Goes on once the window has turned round a hundred times, which it only can beside."""
        assert threading.current_thread() is not threading.main_thread()
        stream.write("half of it")
        watch(0.5)
        assert go_on.wait(60)
        watch(0.75)

    go_on = Event()
    monkeypatch.setattr("stretchcoach.ui.progress.transfer.write_json", slow)
    monkeypatch.setattr("stretchcoach.ui.progress.transfer.write_csv", slow)
    old = tmp_path / "diary.json"
    old.write_text("what was there")
    timer.start()
    for export in (page.transfer.export_json, page.transfer.export_csv):
        turns.clear()
        go_on.clear()
        with qtbot.waitSignal(page.work.finished):
            export(str(old))
            qtbot.waitUntil(lambda: len(turns) > 100)
            qtbot.waitUntil(page.overview.work_bar.isVisible)
            assert "50 %" in page.overview.work_bar.words.text()
            assert not page.overview.transfer.isEnabled()
            page.overview.work_bar.cancel.click()
            go_on.set()
        page.work.wait()
        assert page.overview.notice.words.text() == "Nothing was written."
        assert not page.overview.work_bar.isVisible()
        assert page.overview.transfer.isEnabled()
        assert old.read_text() == "what was there"
        assert [one.name for one in tmp_path.glob("diary.json*")] == ["diary.json"]


def test_report_and_diary_are_one_file(
    qtbot: QtBot, page: ProgressPage, db: HistoryDb, tmp_path: Path
) -> None:
    assert page.overview.share.isVisible()
    with qtbot.waitSignal(page.work.finished):
        page.overview.share.click()
        (dialog,) = page.findChildren(QFileDialog)
        assert Path(dialog.selectedFiles()[0]).name == "stretch-coach-2026-11-17.zip"
        shared = tmp_path / "shared.zip"
        dialog.fileSelected.emit(str(shared))
        dialog.reject()
    page.work.wait()
    assert page.overview.notice.words.text() == f"Written to {shared}."
    with ZipFile(shared) as archive:
        assert archive.read("visit-report.pdf").startswith(b"%PDF-")
        assert len(json.loads(archive.read("diary.json"))["sessions"]) == len(DAYS)
    page.delete_session("day-0")
    said = ended(qtbot, page, page.transfer.take_in, shared)
    assert said == "1 new session, 5 were known already"


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


def test_the_report_is_saved_and_copied(qtbot: QtBot, page: ProgressPage, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    ended(qtbot, page, page.report.save, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert page.overview.notice.open.isVisible()
    assert page.overview.notice.print.isVisible()
    with qtbot.waitSignal(page.report.told):
        page.report.copy()
    assert not page.overview.notice.open.isVisible()
    text = QGuiApplication.clipboard().text()
    assert "31 Aug 2026 to 17 Nov 2026" in text
    assert "Sessions: 5" in text


def test_the_report_is_printed_on_the_whole_paper(
    qtbot: QtBot, page: ProgressPage, tmp_path: Path
) -> None:
    ended(qtbot, page, page.report.save, tmp_path / "report.pdf")
    page.overview.notice.print.click()
    [dialog] = page.findChildren(PrintDialog)
    assert dialog.isVisible()
    paper = dialog.printer()
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(page.work.finished):
        dialog.accepted.emit(paper)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    dialog.reject()


def test_file_dialogs_are_open_and_do_not_wait(
    qtbot: QtBot, page: ProgressPage, tmp_path: Path
) -> None:
    for ask in (page.transfer.ask_csv, page.transfer.ask_json, page.report.ask):
        dialog = ask()
        assert dialog.isVisible()
        path = tmp_path / dialog.selectedFiles()[0].rsplit("/", 1)[-1]
        ended(qtbot, page, dialog.fileSelected.emit, path)
        assert path.stat().st_size > 0
        dialog.reject()
    dialog = page.transfer.ask_import()
    assert dialog.isVisible()
    dialog.reject()


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


def next_day() -> Moment:
    return Moment(f"{TODAY + timedelta(days=1)}T12:00:00.000Z", 0)


def test_what_was_said_on_another_day_stands_and_is_asked_after_a_week(
    page: ProgressPage,
) -> None:
    card = page.overview.activities
    card.name.setText("Sitting")
    card.add.click()
    assert card.lines[0].rating is not None
    card.lines[0].rating._cells[4].click()
    card._now = next_day
    page.refresh()
    assert card.lines[0].rating is None
    assert card.lines[0].past.text() == "4 (17 Nov)"


def test_own_activities_are_asked_once_a_week(page: ProgressPage, db: HistoryDb) -> None:
    card = page.overview.activities
    assert not card.lines
    card.name.setText("  Sitting through\ta meal ")
    card.add.click()
    (line,) = card.lines
    assert line.rating is not None
    page.activateWindow()
    line.rating.take_focus()
    line.rating._cells[3].click()
    (line,) = card.lines
    assert line.rating is not None
    assert line.rating._cells[3].hasFocus()
    line.rating._cells[4].click()
    (line,) = card.lines
    assert line.past.text() == "4 (17 Nov)"
    (kept,) = ActivitiesDb(db).ratings()
    assert (kept.rating, kept.rated) == (4, now())
    assert line.rating is not None
    assert line.rating.value == 4
    line.rating._cells[4].click()
    assert ActivitiesDb(db).ratings() == ()
    card.lines[0].drop.click()
    assert not card.lines
    assert [one.asked for one in ActivitiesDb(db).activities()] == [False]


def test_no_more_activities_than_can_be_asked(page: ProgressPage) -> None:
    card = page.overview.activities
    for number in range(5):
        assert card.name.isVisible()
        card.name.setText(f"Activity {number}")
        card.add.click()
    assert len(card.lines) == 5
    assert not card.name.isVisible()
