from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.record import Feeling, SessionRecord
from stretchcoach.core.session.session import Session
from stretchcoach.ui.session.after_page import CALM_MS, AfterPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.rating import RatingCell
from tests.files.database.diaries import a_performed_record
from tests.ui.driven_time import DrivenClock


def a_page(
    qtbot: QtBot,
    theme: Theme,
    record: SessionRecord,
    *,
    ended: bool,
    clock: DrivenClock | None = None,
) -> AfterPage:
    """The page; without a `clock` of one's own it has been there for a while."""
    passing = clock or DrivenClock()
    page = AfterPage(theme, record, passing, ended=ended)
    if clock is None:
        passing.forward(CALM_MS)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    with qtbot.waitActive(page):
        page.show()
    page.setFocus()
    return page


def nothing(session: Session) -> tuple[()]:
    return ()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> AfterPage:
    return a_page(qtbot, theme, a_performed_record(), ended=True)


def texts(page: AfterPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def buttons(page: AfterPage) -> list[str]:
    return [button.label for button in page.findChildren(Button) if button.isVisible()]


def test_it_says_what_was_held_on_each_side(page: AfterPage) -> None:
    shown = texts(page)
    for name, held in (("In all", "1 min 35 s"), ("Left side", "48 s"), ("Right side", "48 s")):
        assert shown[shown.index(name) + 1] == held
    assert shown.count("All done") == 1
    assert buttons(page) == ["Done"]


@pytest.mark.parametrize("height", [720, 1080])
def test_times_and_what_comes_next_are_read_from_the_mat(page: AfterPage, height: int) -> None:
    page.show_coming("Next planned: Fri 27 Nov")
    page.resize(1600, height)
    large = ["In all", "1 min 35 s", "Left side", "Right side", "48 s", "Next planned: Fri 27 Nov"]
    for label in page.findChildren(QLabel):
        if label.text() in large:
            assert label.isVisible()
            assert label.font().pixelSize() >= height / 22 - 1


def test_where_nothing_is_planned_there_is_no_line(page: AfterPage) -> None:
    page.show_coming("Next planned: tomorrow")
    page.show_coming("")
    assert not page.coming.isVisible()


def test_what_was_different_is_read_by_who_wants_to(qtbot: QtBot, theme: Theme) -> None:
    page = a_page(qtbot, theme, a_performed_record(perform=nothing), ended=False)
    assert not any("Stopped at" in text for text in texts(page))
    page.remarks.set_open(True)
    assert any("Stopped at" in text for text in texts(page))


def test_all_of_it_may_be_left_open(qtbot: QtBot, page: AfterPage) -> None:
    assert page.feeling == Feeling()
    assert page._done.hasFocus()
    with qtbot.waitSignal(page.finished), qtbot.assertNotEmitted(page.said):
        QTest.keyClick(page._done, Qt.Key.Key_Space)


def test_feeling_and_note_are_told_before_the_end(qtbot: QtBot, page: AfterPage) -> None:
    page._buttock._cells[4].click()
    page._leg._cells[0].click()
    page._note.edit.setPlainText("  Good.\nAgain tomorrow. ")
    with qtbot.waitSignals([page.said, page.finished], order="strict"):
        page._done.click()
    assert page.feeling == Feeling(4, 0)
    assert page.note == "Good.\nAgain tomorrow."


def test_it_begins_with_what_was_said_already(qtbot: QtBot, theme: Theme) -> None:
    record = replace(a_performed_record(), after=Feeling(3, 0), note="The telephone")
    page = a_page(qtbot, theme, record, ended=False)
    assert (page.feeling, page.note) == (Feeling(3, 0), "The telephone")
    page._note.edit.clear()
    with qtbot.waitSignal(page.said) as said:
        page.keep()
    assert said.args == [Feeling(3, 0), ""]


def test_what_is_typed_is_told_soon_by_itself(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stretchcoach.ui.running.soon.WRITE_MS", 1)
    page = a_page(qtbot, theme, a_performed_record(), ended=True)
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClicks(page._note.edit, "Good")
    assert said.args is not None


def test_going_back_to_the_session_tells_what_was_said(qtbot: QtBot, theme: Theme) -> None:
    page = a_page(qtbot, theme, a_performed_record(), ended=False)
    page._leg._cells[7].click()
    with qtbot.waitSignals([page.said, page.go_on_asked], order="strict"):
        page._go_on.click()


def test_how_it_was_before_stands_beside(qtbot: QtBot, theme: Theme) -> None:
    record = replace(a_performed_record(), before=Feeling(buttock=6))
    shown = texts(a_page(qtbot, theme, record, ended=True))
    assert "Buttock, now (it was 6 before)" in shown
    assert "Leg, now" in shown


def test_what_was_cut_short_can_be_gone_on_with(qtbot: QtBot, theme: Theme) -> None:
    page = a_page(qtbot, theme, a_performed_record(perform=nothing), ended=False)
    assert "Stopped for now" in texts(page)
    assert buttons(page) == ["Done for today", "Resume later", "Back to the session"]
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        page._go_on.setFocus()
        with qtbot.waitSignal(page.go_on_asked), qtbot.assertNotEmitted(page.finished):
            QTest.keyClick(page._go_on, key)


def test_escape_does_nothing_at_the_end(qtbot: QtBot, page: AfterPage) -> None:
    with qtbot.assertNotEmitted(page.finished), qtbot.assertNotEmitted(page.go_on_asked):
        QTest.keyClick(page._done, Qt.Key.Key_Escape)


def test_enter_on_a_number_rates_and_in_the_note_begins_a_line(
    qtbot: QtBot, page: AfterPage
) -> None:
    cell = page.findChildren(RatingCell)[3]
    cell.setFocus()
    with qtbot.assertNotEmitted(page.finished):
        QTest.keyClick(cell, Qt.Key.Key_Return)
        QTest.keyClicks(page._note.edit, "one")
        QTest.keyClick(page._note.edit, Qt.Key.Key_Return)
        QTest.keyClicks(page._note.edit, "two")
    assert page.feeling == Feeling(buttock=3)
    assert page.note == "one\ntwo"


def test_what_was_cut_short_can_be_left_for_later(qtbot: QtBot, theme: Theme) -> None:
    page = a_page(qtbot, theme, a_performed_record(perform=nothing), ended=False)
    with qtbot.waitSignal(page.postponed), qtbot.assertNotEmitted(page.finished):
        QTest.keyClick(page._later, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_for_the_session_that_comes_as_it_ends_is_not_for_done(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    clock = DrivenClock()
    page = a_page(qtbot, theme, a_performed_record(), ended=True, clock=clock)
    clock.forward(CALM_MS - 1)
    with qtbot.assertNotEmitted(page.finished):
        QTest.keyClick(page._done, key)
    clock.forward(1)
    with qtbot.waitSignal(page.finished):
        QTest.keyClick(page._done, key)


def test_who_stops_may_say_done_at_once(qtbot: QtBot, theme: Theme) -> None:
    record, clock = a_performed_record(perform=nothing), DrivenClock()
    page = a_page(qtbot, theme, record, ended=False, clock=clock)
    with qtbot.waitSignal(page.finished):
        QTest.keyClick(page._done, Qt.Key.Key_Space)
