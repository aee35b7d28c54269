"""What was done, and the ways on from it: undo, open, print."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> NoticeBar:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    return bar


def offered(bar: NoticeBar) -> list[QAbstractButton]:
    return [one for one in (bar.undo, bar.open, bar.print) if one.isVisible()]


def test_what_was_written_can_be_opened_and_a_page_printed(bar: NoticeBar) -> None:
    bar.say("Done.")
    assert offered(bar) == []
    bar.say("Written.", file=Path("table.csv"))
    assert offered(bar) == [bar.open]
    bar.say("Written.", file=Path("report.PDF"))
    assert offered(bar) == [bar.open, bar.print]
    bar.say("Deleted.", can_undo=True)
    assert offered(bar) == [bar.undo]


@pytest.mark.parametrize("works", [True, False])
def test_open_hands_the_file_to_the_system(
    bar: NoticeBar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, works: bool
) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return works

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    bar.say("Written.", file=tmp_path / "report.pdf")
    bar.open.click()
    assert asked == [QUrl.fromLocalFile(str(tmp_path / "report.pdf"))]
    assert ("No program" in bar.words.text()) is not works
