"""The Tab key on the page after a session, which begins at its button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.routine import ROUTINE_FORMAT, ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.record import Moment, new_record
from stretchcoach.core.session.timeline import expand
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.rating import RatingCell
from tests.ui.driven_time import DrivenClock
from tests.ui.small_session import FIGURE_4

ROUTINE = Routine(
    format=ROUTINE_FORMAT,
    id="short",
    title="Short",
    steps=(ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=1),),
)


@pytest.fixture(autouse=True)
def window(qtbot: QtBot, theme: Theme) -> QStackedWidget:
    """A window with the page, which was given the focus."""
    timeline = expand(ROUTINE, {"figure-4": FIGURE_4})
    begun = Moment("2026-01-05T10:00:00.000Z", 0)
    record = new_record("1", ROUTINE, timeline, AffectedSide.NONE, begun)
    page, window = AfterPage(theme, record, DrivenClock(), ended=False), QStackedWidget()
    qtbot.addWidget(window)
    window.addWidget(page)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    page.setFocus()
    return window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_button_has_the_focus_first() -> None:
    assert focused().accessibleName() == "Done for today"


def test_tab_goes_through_all_that_can_be_said() -> None:
    passed = []
    for _ in range(7):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        passed.append(focused())
    kinds = [type(widget) for widget in passed[2:5]]
    assert kinds == [RatingCell, RatingCell, QPlainTextEdit]
    assert passed[0].accessibleName() == "Resume later"
    assert passed[1].accessibleName() == "Back to the session"
    assert passed[5].accessibleName() == "What was different"
    assert passed[6].accessibleName() == "Done for today"
