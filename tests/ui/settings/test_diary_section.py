"""The diary among the settings: backups, restoring, deleting everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.backup import daily_backup
from stretchcoach.files.diary.restore import Restored, restore_backup
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers import open_folder
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.settings.diary_section import DiarySection
from stretchcoach.ui.theme.theme import Theme
from tests.files.database.diaries import a_moment, a_performed_record
from tests.ui.session.sample import a_performance


def now() -> Moment:
    return Moment("2026-11-17T12:00:00.000Z", 0)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def keeper(paths: Paths) -> Iterator[DiaryKeeper]:
    keeper = DiaryKeeper(paths)
    yield keeper
    keeper.close()


@pytest.fixture
def db(keeper: DiaryKeeper) -> HistoryDb:
    db = keeper.db
    assert db is not None
    db.save(a_performed_record("one", a_moment("2026-11-16")))
    return db


@pytest.fixture
def section(
    qtbot: QtBot, theme: Theme, keeper: DiaryKeeper, paths: Paths, db: HistoryDb
) -> DiarySection:
    section = DiarySection(theme, keeper, paths, now)
    qtbot.addWidget(section)
    section.show()
    return section


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_backup_is_made_and_listed(
    qtbot: QtBot, section: DiarySection, paths: Paths, keeper: DiaryKeeper
) -> None:
    assert not section.list.isVisible()
    with qtbot.waitSignal(keeper.backups.finished):
        section.back_up.click()
        assert not section.back_up.isEnabled()
    assert section.back_up.isEnabled()
    (made,) = paths.backups.iterdir()
    assert made.name == "diary-2026-11-17.sqlite3"
    (line,) = section.lines
    assert "17 Nov 2026: 1 session, the last on 16 Nov 2026" in texts(line)
    assert "diary-2026-11-17" in section.notice.words.text()


def test_a_backup_that_cannot_be_made_is_said(
    qtbot: QtBot, section: DiarySection, paths: Paths, keeper: DiaryKeeper
) -> None:
    paths.backups.write_text("no folder")
    with qtbot.waitSignal(keeper.backups.finished):
        section.back_up.click()
    assert "could not be made" in section.notice.words.text()


def test_restoring_asks_once_more_and_keeps_the_present_diary(
    qtbot: QtBot, section: DiarySection, paths: Paths, db: HistoryDb
) -> None:
    daily_backup(paths, date(2026, 11, 16))
    db.save(a_performed_record("two", a_moment("2026-11-17")))
    section.show_backups()
    restore = section.lines[0].restore
    restore.ask.click()
    restore.keep.click()
    assert db.session("two") is not None
    restore.ask.click()
    with qtbot.waitSignal(section.changed):
        restore.sure.click()
        assert not section.delete.isEnabled()
    assert not section.bar.isVisible()
    assert section.delete.isEnabled()
    assert db.session("two") is None
    assert db.session("one") is not None
    assert "as on 16 Nov 2026" in section.notice.words.text()
    assert list(paths.backups.glob("replaced-*.sqlite3"))


def test_restoring_can_be_cancelled_and_a_session_that_begins_cancels_it(
    qtbot: QtBot,
    section: DiarySection,
    paths: Paths,
    keeper: DiaryKeeper,
    db: HistoryDb,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    daily_backup(paths, date(2026, 11, 16))
    db.save(a_performed_record("two", a_moment("2026-11-17")))
    section.show_backups()
    go_on = Event()

    def slow(*arguments: Any) -> Restored:
        arguments[-1](0.25)
        go_on.wait(60)
        return restore_backup(*arguments)

    monkeypatch.setattr("stretchcoach.ui.keepers.backup_work.restore_backup", slow)

    def begin_a_session() -> None:
        go_on.set()
        keeper.begin(a_performance()).close()

    def cancel() -> None:
        section.bar.cancel.click()
        go_on.set()

    for leave in (cancel, begin_a_session):
        go_on.clear()
        with qtbot.waitSignal(keeper.backups.finished):
            section.lines[0].restore.confirmed.emit()
            qtbot.waitUntil(lambda: "25 %" in section.bar.words.text())
            qtbot.waitUntil(section.bar.isVisible)
            leave()
        assert section.notice.words.text() == "Nothing was restored; the diary is as it was."
        assert db.session("two") is not None
        assert not list(paths.backups.glob("replaced-*.sqlite3"))
        assert not list(paths.data.glob("*.new*"))


def test_a_broken_backup_changes_nothing(
    qtbot: QtBot, section: DiarySection, paths: Paths, keeper: DiaryKeeper, db: HistoryDb
) -> None:
    broken = paths.backups / "diary-2026-11-10.sqlite3"
    broken.parent.mkdir(parents=True)
    broken.write_text("no diary")
    section.show_backups()
    assert texts(section.lines[0])[0] == "10 Nov 2026: cannot be read"
    with qtbot.waitSignal(keeper.backups.finished):
        section.lines[0].restore.confirmed.emit()
    assert section.notice.isVisible()
    assert db.session("one") is not None


def test_everything_is_deleted_and_comes_back(
    qtbot: QtBot, section: DiarySection, db: HistoryDb
) -> None:
    section.delete.ask.click()
    assert not section.delete.ask.isVisible()
    assert db.session("one") is not None
    with qtbot.waitSignal(section.changed):
        section.delete.sure.click()
    assert db.session("one") is None
    section.notice.undo.click()
    assert db.session("one") is not None
    assert not section.notice.undo.isVisible()


def test_a_period_is_deleted_and_comes_back(section: DiarySection, db: HistoryDb) -> None:
    db.save(a_performed_record("old", a_moment("2026-09-01")))
    section.first.setDate(QDate(2026, 9, 30))
    section.last.setDate(QDate(2026, 8, 1))
    section.delete_period.ask.click()
    section.delete_period.sure.click()
    assert db.session("old") is None
    assert db.session("one") is not None
    section.notice.undo.click()
    assert db.session("old") is not None


@pytest.mark.parametrize("works", [True, False])
def test_the_folder_is_opened(
    section: DiarySection, paths: Paths, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    opened: list[str] = []

    class FolderProgram:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802
            opened.append(url.toLocalFile())
            return works

    monkeypatch.setattr(open_folder, "QDesktopServices", FolderProgram)
    section.open.click()
    assert opened == [paths.backups.as_posix()]
    assert paths.backups.is_dir()
    assert section.notice.isVisible() is not works


def test_the_wheel_scrolls_the_page_and_changes_no_day(section: DiarySection) -> None:
    section.last.setFocus()
    before = section.last.date()
    middle, none = QPointF(section.last.rect().center()), QPoint()
    turned = QWheelEvent(
        *(middle, section.last.mapToGlobal(middle), none, QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(section.last, turned)
    assert section.last.date() == before
