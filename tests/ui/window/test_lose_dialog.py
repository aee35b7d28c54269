"""What cannot be kept is lost only where the person has given it up, as it was then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.bench.drafts import Draft
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.window.loss import Loss, MayLose
from stretchcoach.ui.window.main_window import Destination, MainWindow
from tests.ui.window.closing import asked, question


class NoMemory:
    def window_geometry(self) -> bytes | None:
        return None

    def remember_window_geometry(self, geometry: bytes) -> None: ...


class Desk:
    """Something written that cannot be kept."""

    def __init__(self, title: str) -> None:
        self.title, self.text, self.is_busy = title, "one", False

    def may_close(self, may_lose: MayLose) -> bool:
        draft = Draft(Path(f"{self.title}.yaml"), self.text, None)
        return not self.is_busy and may_lose(Loss(self.title, draft, "the disk is full"))


class Closing:
    """A window with two desks in it."""

    def __init__(self, theme: Theme) -> None:
        home = Destination("home", "Home", IconName.ROUTINES, QWidget)
        self.window = MainWindow(theme, "Coach", (home,), NoMemory())
        self.desks = (Desk("First"), Desk("Second"))
        for desk in self.desks:
            self.window.ask_before_closing(desk.may_close)

    @property
    def words(self) -> str:
        """The head of what is asked; "" while nothing is."""
        found = asked(self.window)
        return found.findChildren(PlainLabel)[0].text() if found is not None else ""

    def lose(self) -> None:
        QTest.mouseClick(question(self.window).close_anyway, Qt.MouseButton.LeftButton)

    def go_on(self) -> None:
        QTest.keyClick(question(self.window), Qt.Key.Key_Escape)


@pytest.fixture
def closing(theme: Theme, qtbot: QtBot) -> Closing:
    found = Closing(theme)
    qtbot.addWidget(found.window)
    with qtbot.waitExposed(found.window):
        found.window.show()
    return found


def test_each_is_asked_about_in_turn(closing: Closing) -> None:
    closing.window.close()
    assert closing.words == "“First” would be lost"
    closing.window.close()  # asked once is enough
    closing.lose()
    assert closing.window.isVisible()
    assert closing.words == "“Second” would be lost"
    closing.lose()
    assert not closing.window.isVisible()
    assert closing.words == ""


def test_who_goes_on_working_is_asked_about_all_again(closing: Closing) -> None:
    closing.window.close()
    closing.lose()
    closing.go_on()
    assert closing.words == ""
    closing.window.close()
    assert closing.words == "“First” would be lost"


def test_what_is_written_after_it_was_given_up_is_not_lost_unasked(closing: Closing) -> None:
    first, second = closing.desks
    second.is_busy = True  # the window stays, and asks nothing
    closing.window.close()
    closing.lose()
    assert closing.window.isVisible()
    first.text, second.is_busy = "two", False
    closing.window.close()
    assert closing.words == "“First” would be lost"
    closing.lose()
    closing.lose()
    assert not closing.window.isVisible()
