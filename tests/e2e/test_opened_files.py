"""A routine that is opened from a file elsewhere stays on the list until it is taken off it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.problems.problems_page import ProblemsPage
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE, DrivenApp


@pytest.fixture
def mailed(tmp_path: Path) -> Path:
    path = tmp_path / "mail" / "mailed.yaml"
    path.parent.mkdir()
    path.write_text(ROUTINE.replace("short", "mailed").replace("Short", "From my therapist"))
    return path


def rows(app: DrivenApp) -> list[tuple[str, str]]:
    """Title and source of each card that is the person's own."""
    page = app.page(RoutinesPage)
    words = [page.model.words(row) for row in range(page.model.rowCount())]
    return [(one.title, one.source or one.purpose) for one in words if one.source or not one.level]


def read_again(qtbot: QtBot, app: DrivenApp) -> None:
    loader = app.coach.loader
    qtbot.waitUntil(lambda: not loader.is_loading)


def test_it_is_there_at_once_and_at_the_next_start(
    qtbot: QtBot, start: Starter, mailed: Path
) -> None:
    app = start(file=mailed)
    assert app.page(RoutinePage).accessibleName() == "From my therapist"
    read_again(qtbot, app)
    app.click("Routines")
    expected = [("Short", "Your own"), ("From my therapist", "Opened file")]
    assert rows(app) == expected
    app.close()
    app = start()
    assert rows(app) == expected
    app.open("mailed")
    app.click("Take it off the list")
    read_again(qtbot, app)
    assert rows(app) == expected[:1]
    assert mailed.exists()
    app.close()
    assert rows(start()) == expected[:1]


def test_a_file_that_is_gone_says_so_and_comes_back(
    qtbot: QtBot, start: Starter, mailed: Path
) -> None:
    start(file=mailed).close()
    content = mailed.read_text()
    mailed.unlink()
    app = start()
    gone = "This file is gone, or its drive is not there."
    assert rows(app)[1] == ("mailed.yaml", gone)
    app.close()
    mailed.write_text(content)
    app = start()
    assert rows(app)[1] == ("From my therapist", "Opened file")
    app.close()
    mailed.unlink()
    app = start()
    page = app.page(RoutinesPage)
    page.view.card_opened.emit(1)
    assert app.window.findChildren(ProblemsPage)
    app.click("Take it off the list")
    read_again(qtbot, app)
    assert len(rows(app)) == 1


def test_a_file_of_the_library_is_on_the_list_once(
    qtbot: QtBot, start: Starter, data: Path
) -> None:
    app = start(file=data / "routines" / "short.yaml")
    read_again(qtbot, app)
    app.click("Routines")
    assert rows(app) == [("Short", "Your own")]
