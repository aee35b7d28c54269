"""A routine on paper, from its page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.handout.share_menu import ShareMenu
from stretchcoach.ui.keepers.settings_store import SettingsStore
from tests.files.packs.test_receiving import bundled
from tests.paper.test_handout import pages, words


@pytest.fixture
def share(qtbot: QtBot, tmp_path: Path) -> ShareMenu:
    window = QWidget()
    qtbot.addWidget(window)
    share = ShareMenu(SettingsStore(SettingsFile(tmp_path / "settings.json")), window)
    share.show_entry(bundled().routine("desk-break"))
    return share


def test_the_menu_has_all_ways(share: ShareMenu) -> None:
    texts = [action.text() for action in share.menu.actions() if action.text()]
    assert len(texts) == 5
    assert share.large.isCheckable()


def test_a_pdf_is_written_beside_the_window(share: ShareMenu, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = share.ask_pdf()
    assert dialog is not None
    with qtbot.waitSignal(share.told, timeout=20_000) as told:
        dialog.fileSelected.emit(str(tmp_path / "x.pdf"))
    share.work.wait()
    assert told.args[1] == tmp_path / "x.pdf"
    usual = (tmp_path / "x.pdf").read_bytes()
    assert "Desk break" in words(usual)
    share.large.setChecked(True)
    with qtbot.waitSignal(share.told, timeout=20_000):
        share.save_pdf(str(tmp_path / "x.pdf"))
    share.work.wait()
    assert len(pages((tmp_path / "x.pdf").read_bytes())) > len(pages(usual))


def test_a_place_that_cannot_be_written_is_told(
    share: ShareMenu, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(share.told, timeout=20_000) as told:
        share.save_pdf(str(tmp_path / "no" / "x.pdf"))
    share.work.wait()
    assert "cannot be written" in told.args[0]
    assert told.args[1] is None


def test_a_page_for_the_phone_is_made_beside_the_window(
    share: ShareMenu, qtbot: QtBot, tmp_path: Path
) -> None:
    entry = bundled().routine("desk-break")
    share.show_entry(replace(entry, pictures=dict(list(entry.pictures.items())[:2])))
    heard: list[str] = []
    share.work.progressed.connect(heard.append)
    dialog = share.ask_page()
    assert dialog is not None
    with qtbot.waitSignal(share.told, timeout=120_000) as told:
        dialog.fileSelected.emit(str(tmp_path / "x.html"))
    share.work.wait()
    assert told.args[0].startswith(f"Written to {tmp_path / 'x.html'}.")
    assert told.args[1] == tmp_path / "x.html"
    assert "Desk break" in (tmp_path / "x.html").read_text("utf-8")
    percents = [int(word) for words in heard for word in words.split() if word.isdigit()]
    assert percents == sorted(percents)
    assert len(percents) > 3


def test_a_page_that_is_no_longer_wanted_leaves_nothing(
    share: ShareMenu, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "x.html").write_text("as it was", "utf-8")
    with qtbot.waitSignal(share.told, timeout=120_000) as told:
        share.save_page(str(tmp_path / "x.html"))
        share.work.cancel()
    share.work.wait()
    assert told.args == ["Nothing was written.", None]
    assert [path.name for path in tmp_path.iterdir()] == ["x.html"]
    assert (tmp_path / "x.html").read_text("utf-8") == "as it was"


def test_the_preview_shows_the_pages(share: ShareMenu, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(share.work.ready, timeout=20_000):
        share.ask_printer()
    share.work.wait()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    share.preview.paintRequested.emit(printer)
    assert "Desk break" in words((tmp_path / "printed.pdf").read_bytes())
    share.preview.reject()


def test_nothing_is_shared_before_there_is_a_routine(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    share = ShareMenu(SettingsStore(SettingsFile(tmp_path / "settings.json")), window)
    assert share.ask_pdf() is None
    assert share.ask_page() is None
    share.ask_printer()
    assert not share.work.is_running


def test_what_is_asked_while_another_file_is_made_comes_after_it(
    share: ShareMenu, qtbot: QtBot, tmp_path: Path
) -> None:
    share.save_pdf(str(tmp_path / "one.pdf"))
    share.save_pdf(str(tmp_path / "two.pdf"))
    qtbot.waitUntil(lambda: not share.work.has_work, timeout=60_000)
    share.work.wait()
    assert (tmp_path / "one.pdf").is_file()
    assert (tmp_path / "two.pdf").is_file()
