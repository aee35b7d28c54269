"""From the list into a routine, through a session and out again, in the whole program."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session.controller import SessionController
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.welcome.welcome_page import WelcomePage
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.rating import RatingRow
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import DrivenApp

TO_THE_BRIDGE_MS = 5_000 + 50_000 + 5_000 + 50_000 + 5_000
GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = range(6)


def rate(app: DrivenApp, row: int, value: int) -> None:
    cells = app.page(AfterPage).findChildren(RatingRow)[row]._cells
    QTest.mouseClick(cells[value], Qt.MouseButton.LeftButton)


def write_note(app: DrivenApp, words: str) -> None:
    QTest.keyClicks(app.page(AfterPage).findChildren(QPlainTextEdit)[0], words)


def test_the_first_pages_come_once(start: Starter, data: object) -> None:
    app = start()
    app.navigator._store.change(welcomed=False)
    app.close()
    app = start()
    page = app.page(WelcomePage)
    for words in ("Next", "I have read this"):
        assert app.has_focus(page.next)
        app.click(words)
    assert not page.next.isEnabled()  # the side waits for an answer
    QTest.mouseClick(page.side.side.button("none"), Qt.MouseButton.LeftButton)
    app.click("Next")
    app.click("To the routines")
    assert app.page(RoutinesPage).view.hasFocus()
    app.close()
    assert start().page(RoutinesPage)


def test_a_session_from_its_card_to_the_diary(start: Starter) -> None:
    app = start()
    routines = app.page(RoutinesPage)
    assert app.has_focus(routines.view)
    routines.view.setCurrentIndex(routines.model.index(0))  # one's own stand first
    app.press(Qt.Key.Key_Return)
    assert app.page(RoutinePage).view is not None
    app.press(Qt.Key.Key_Return)
    assert app.has_focus(app.page(SessionPage))
    app.let_pass(5_000 + 20_000)
    assert app.session.index == REST
    app.press(Qt.Key.Key_Right)
    app.let_pass(TO_THE_BRIDGE_MS - 5_000 - 20_000 - 10_000)
    assert app.session.duration_ms is None
    assert app.record().state is SessionState.OPEN
    app.press(Qt.Key.Key_Space)  # done
    assert "All done" in app.texts()
    rate(app, 0, 3)
    rate(app, 1, 1)
    write_note(app, "Better than on Monday")
    app.calm_down()
    app.click("Done")
    assert app.page(RoutinesPage) is routines
    record = app.record()
    assert record.state is SessionState.FINISHED
    assert record.after == Feeling(3, 1)
    assert record.note == "Better than on Monday"
    assert record.held_on_ms(Side.LEFT) == record.held_on_ms(Side.RIGHT) == 40_000


def test_the_feeling_before_is_kept_and_shown_afterwards(start: Starter) -> None:
    app = start()
    app.open()
    page = app.page(RoutinePage)
    app.click("How is it now?")
    page.panel.feeling_row.ratings[0]._cells[6].click()
    app.click("Start")
    app.press(Qt.Key.Key_Escape)
    assert any("it was 6 before" in text for text in app.texts())
    assert app.record().before == Feeling(buttock=6)


def test_stopping_only_pauses_and_back_goes_on_at_the_same_moment(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 7_300)
    app.press(Qt.Key.Key_Escape)
    assert "Stopped for now" in app.texts()
    assert "8 s" in app.texts()  # what was held is counted already
    assert not app.runner.is_running
    app.click("Back to the session")
    assert app.has_focus(app.page(SessionPage))
    assert (app.session.index, app.session.elapsed_ms) == (LEFT, 7_300)
    app.press(Qt.Key.Key_Space)
    assert app.runner.is_running
    app.let_pass(3_000 + 1_000)  # time to settle, and one second
    assert app.session.elapsed_ms == 8_300


def test_escape_takes_a_stop_back_and_enter_presses_what_has_the_focus(start: Starter) -> None:
    app = start()
    app.start()
    app.press(Qt.Key.Key_Escape)
    assert app.has_focus(app.button("Done for today"))
    app.press(Qt.Key.Key_Escape)
    assert app.has_focus(app.page(SessionPage))
    app.press(Qt.Key.Key_Escape)
    app.button("Back to the session").setFocus()
    app.press(Qt.Key.Key_Return)
    assert app.page(SessionPage)
    assert app.record().state is SessionState.OPEN


def test_done_after_a_stop_ends_it_as_stopped(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 7_300)
    app.press(Qt.Key.Key_Escape)
    app.press(Qt.Key.Key_Space)
    record = app.record()
    assert record.state is SessionState.STOPPED
    assert record.intervals[LEFT].held_ms == 7_300
    assert not app.page(RoutinesPage).banner.isVisible()
    assert app.page(RoutinesPage).view.hasFocus()


def test_a_key_held_down_at_the_end_does_not_skip_the_page_after_it(start: Starter) -> None:
    app = start()
    app.start()
    app.runner.go_to(len(app.session.timeline.intervals) - 1)
    app.runner.next()
    app.press(Qt.Key.Key_Return)
    page = app.page(AfterPage)
    repeat(app, Qt.Key.Key_Return)
    assert app.window.current is page


def repeat(app: DrivenApp, key: Qt.Key) -> None:
    """What the system sends while a key is held down."""
    focus = app.focus
    assert focus is not None
    nothing = Qt.KeyboardModifier.NoModifier
    app.application.sendEvent(
        focus, QKeyEvent(QEvent.Type.KeyPress, key, nothing, "", autorep=True)
    )


def test_full_screen_ends_with_the_session(start: Starter, qtbot: QtBot) -> None:
    app = start()
    app.start()
    app.press(Qt.Key.Key_F11)
    qtbot.waitUntil(app.window.isFullScreen)
    assert not any(text == "Ease off" for text in button_names(app))
    app.press(Qt.Key.Key_Escape)
    assert app.window.isFullScreen()
    app.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not app.window.isFullScreen())


def test_a_window_closed_in_full_screen_comes_back_as_a_window(
    start: Starter, qtbot: QtBot
) -> None:
    app = start()
    app.window.resize(760, 600)
    app.window.toggle_full_screen()
    qtbot.waitUntil(app.window.isFullScreen)
    app.close()
    app = start()
    assert not app.window.isFullScreen()
    assert (app.window.width(), app.window.height()) == (760, 600)


def button_names(app: DrivenApp) -> list[str]:
    return [one.label for one in app.window.findChildren(Button) if one.isVisible()]


def test_after_easing_off_the_keyboard_is_with_the_session(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_E)
    assert app.has_focus(app.button("Go on, easier"))
    app.press(Qt.Key.Key_Left)  # as before
    assert app.runner.is_running
    assert app.has_focus(app.page(SessionPage))
    app.press(Qt.Key.Key_E)
    app.button("Go on, easier").click()
    assert app.has_focus(app.page(SessionPage))
    app.press(Qt.Key.Key_Space)
    assert app.session.state is State.PAUSED


def test_nothing_of_a_session_stays_behind(start: Starter, qtbot: QtBot) -> None:
    app = start()
    gone: list[weakref.ref[object]] = []
    for _ in range(3):
        app.start()
        app.let_pass(5_000 + 3_000)
        page = app.page(SessionPage)
        gone += [weakref.ref(page), weakref.ref(app.runner), weakref.ref(page._ticker)]
        app.press(Qt.Key.Key_Escape)
        gone.append(weakref.ref(app.page(AfterPage)))
        with qtbot.waitSignal(page.destroyed):
            del page
            app.click("Done for today")
    qtbot.waitUntil(lambda: not app.coach.findChildren(SessionRunner))
    assert not app.coach.findChildren(SessionController)
    assert not app.window.findChildren(SessionPage)
    gc.collect()
    assert [one() for one in gone if one() is not None] == []


@pytest.mark.parametrize("page", ["routines", "settings", "safety", "progress"])
def test_the_pages_of_the_rail_can_be_gone_to(start: Starter, page: str) -> None:
    app = start()
    app.window.show_page(page)
    assert app.window.shown_key == page
