from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from stretchcoach.core.session.record import Feeling
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.files.database.diaries import a_performed_record
from tests.ui.progress.progress_pages import DAYS, press


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
