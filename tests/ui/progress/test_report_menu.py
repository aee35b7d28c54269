from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from stretchcoach.ui.progress.printing import PrintDialog
from stretchcoach.ui.progress.progress_page import ProgressPage
from tests.ui.progress.progress_pages import ended


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
