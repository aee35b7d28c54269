"""What is made to be handed over is made to its end, wherever one goes meanwhile."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from pytestqt.qtbot import QtBot

from stretchcoach.core.work.watch import Watch
from stretchcoach.ui.routine.routine_page import RoutinePage
from tests.e2e.conftest import Starter


def test_a_sheet_is_written_though_its_page_was_left(
    qtbot: QtBot, start: Starter, tmp_path: Path
) -> None:
    page_is_gone = Event()
    file = tmp_path / "short.pdf"

    def write(watch: Watch) -> None:
        assert page_is_gone.wait(60)
        watch(0.5)
        file.write_bytes(b"made")

    app = start()
    app.open()
    page = app.page(RoutinePage)
    page.header.share_menu.work.write(file, write, str)
    with qtbot.waitSignal(page.destroyed):
        app.window.show_page("settings")
    page_is_gone.set()
    bar = app.window.bar()
    qtbot.waitUntil(bar.isVisible, timeout=20_000)
    assert str(file) in bar.words.text()
    assert file.is_file()
    assert not app.coach.navigator.files._shared
