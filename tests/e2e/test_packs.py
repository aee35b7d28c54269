"""A pack comes to the window: it is looked at, taken in, taken off again; a routine is shared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from stretchcoach.ui.packs.pack_page import PackPage
from stretchcoach.ui.routine.routine_page import RoutinePage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE, DrivenApp
from tests.e2e.test_opened_files import read_again, rows
from tests.files.packs.packs import pack
from tests.files.packs.test_receiving import OWN


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    return pack(tmp_path / "from Ada.stretchpack", OWN)


def looked_at(qtbot: QtBot, app: DrivenApp) -> PackPage:
    page = app.page(PackPage)
    qtbot.waitUntil(lambda: not page.take.isHidden())
    return page


def taken(qtbot: QtBot, app: DrivenApp) -> RoutinePage:
    app.coach.navigator.files.wait()
    qtbot.waitUntil(lambda: bool(app.window.findChildren(RoutinePage)))
    return app.page(RoutinePage)


def test_it_is_shown_taken_in_and_stays(qtbot: QtBot, start: Starter, handed: Path) -> None:
    app = start(file=handed)
    looked_at(qtbot, app)
    app.click("Add it to my routines")
    page = taken(qtbot, app)
    assert page.accessibleName() == "Mine"
    app.click("Routines")
    assert ("Mine", "Received") in rows(app)
    app.close()
    handed.unlink()
    app = start()
    assert ("Mine", "Received") in rows(app)


def test_who_does_not_want_it_has_nothing_of_it(
    qtbot: QtBot, start: Starter, handed: Path, data: Path
) -> None:
    app = start(file=handed)
    looked_at(qtbot, app)
    app.click("Not now")
    assert rows(app) == [("Short", "Your own")]
    assert not (data / "received").exists()


def test_a_pack_that_is_damaged_says_so(qtbot: QtBot, start: Starter, handed: Path) -> None:
    handed.write_bytes(handed.read_bytes()[:100])
    app = start(file=handed)
    page = app.page(PackPage)
    qtbot.waitUntil(lambda: "no pack" in page.words.text())
    app.click("Back to the routines")


def test_it_can_be_taken_off_and_brought_back(qtbot: QtBot, start: Starter, handed: Path) -> None:
    app = start(file=handed)
    looked_at(qtbot, app)
    app.click("Add it to my routines")
    taken(qtbot, app)
    read_again(qtbot, app)
    app.click("Take it off the list")
    read_again(qtbot, app)
    assert rows(app) == [("Short", "Your own")]
    app.click("Undo")
    read_again(qtbot, app)
    assert ("Mine", "Received") in rows(app)


def test_an_opened_file_is_kept_with_the_others(
    qtbot: QtBot, start: Starter, tmp_path: Path, data: Path
) -> None:
    mailed = tmp_path / "mailed.yaml"
    mailed.write_text(ROUTINE.replace("short", "mailed").replace("Short", "Mailed"))
    app = start(file=mailed)
    read_again(qtbot, app)
    app.click("Keep it in my routines")
    app.coach.navigator.files.wait()
    kept = data / "received" / "mailed" / "mailed.yaml"

    def is_shown() -> bool:
        page = app.window.current
        return isinstance(page, RoutinePage) and page.header.keep.isHidden()

    qtbot.waitUntil(is_shown)
    assert kept.read_text() == mailed.read_text()
    app.click("Routines")
    assert ("Mailed", "Received") in rows(app)
    mailed.unlink()
    app.close()
    app = start()
    assert ("Mailed", "Received") in rows(app)
    assert ("Mailed", "Opened file") not in rows(app)


def test_a_routine_is_written_as_a_pack(qtbot: QtBot, start: Starter, tmp_path: Path) -> None:
    app = start()
    app.open("short")
    page = app.page(RoutinePage)
    page.header.share_menu.pack_asked.emit()
    (dialog,) = app.window.findChildren(QFileDialog)
    app.stray_windows.seen.clear()  # it was asked for
    file = tmp_path / "short.stretchpack"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(lambda: "short.stretchpack" in page.header.notice.words.text())
    assert file.is_file()
