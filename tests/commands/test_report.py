"""The report command: a page of PDF or plain text, from the diary of a folder."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE
from stretchcoach.commands.report import planned_of_library
from stretchcoach.core.diary.period import Asked
from stretchcoach.core.settings import Settings
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.full_library import Library
from tests.files.database.diaries import a_moment, a_performed_record


@pytest.fixture
def data(tmp_path: Path) -> Path:
    paths = Paths(tmp_path / "data")
    with closing(HistoryDb(paths.diary)) as db:
        db.save(a_performed_record("new", now_moment()))
        db.save(a_performed_record("old", a_moment("2020-02-03")))
    return paths.data


def report(data: Path, *arguments: object) -> int:
    return main(["report", "--data-dir", str(data), *(str(one) for one in arguments)])


def test_text_of_the_last_weeks(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.TXT"
    assert report(data, "-o", out) == EXIT_OK
    assert "Sessions: 1\n" in out.read_text(encoding="utf-8")


def test_text_since_a_day(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.txt"
    assert report(data, "-o", out, "--since", "2020-02-03") == EXIT_OK
    text = out.read_text(encoding="utf-8")
    assert "3 Feb 2020" in text
    assert "Sessions: 2\n" in text


def test_a_page_of_pdf(qapp: QApplication, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    assert report(data, "-o", out) == EXIT_OK
    assert out.read_bytes().startswith(b"%PDF-")


def test_what_cannot_be_is_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(data, "-o", tmp_path / "none" / "report.txt") == EXIT_PROBLEMS
    assert "cannot be written" in capsys.readouterr().err
    assert report(data, "-o", tmp_path / "a.txt", "--since", "2999-01-01") == EXIT_PROBLEMS
    assert "has not come yet" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        report(data, "-o", tmp_path / "a.txt", "--since", "monday")
    assert stopped.value.code == EXIT_USAGE


def test_what_routines_ask_of_a_week() -> None:
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    taken_up = (("deep-hip-rotators-15", "2026-11-16"),)
    planned_of = planned_of_library(library, Settings(schedules_taken_up=taken_up))
    schedule, timeline, since = planned_of("deep-hip-rotators-15")
    assert schedule is not None
    assert timeline is not None
    assert len(schedule.weekdays) == 3
    assert since == date(2026, 11, 16)
    assert planned_of("unheard of") == Asked()
    not_planned = planned_of("desk-break")
    assert (not_planned.schedule, not_planned.timeline is None) == (None, False)


def test_report_and_diary_as_one_file(
    qapp: QApplication, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out, words in ((tmp_path / "visit", ["--with-diary"]), (tmp_path / "visit.zip", [])):
        assert report(data, "-o", out, *words) == EXIT_OK
        with ZipFile(out) as archive:
            assert archive.namelist() == ["visit-report.pdf", "diary.json"]
            assert archive.read("visit-report.pdf").startswith(b"%PDF-")
        other = tmp_path / out.name.replace(".", "-")
        assert main(["history", "--data-dir", f"{other}-data", "--import", str(out)]) == EXIT_OK
        assert "2 new sessions" in capsys.readouterr().out
