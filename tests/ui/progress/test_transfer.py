from __future__ import annotations

import json
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TextIO
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.import_diary import Imported, import_file
from stretchcoach.ui.progress.progress_page import ProgressPage
from tests.ui.progress.progress_pages import DAYS, ended


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
