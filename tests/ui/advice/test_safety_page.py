"""Safety: complete, in the right order, and the same for everyone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.advice import safety
from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.terms import Caution
from stretchcoach.ui.advice.safety_page import SafetyPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import PlainLabel


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SafetyPage:
    page = SafetyPage(theme)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    QApplication.processEvents()
    return page


def texts(page: SafetyPage) -> list[str]:
    """All texts from top to bottom."""
    found = [label for label in page.findChildren(PlainLabel) if label.isVisible()]
    found.sort(key=lambda label: label.mapTo(page, label.rect().topLeft()).y())
    return [label.text() for label in found]


def test_everything_stands_there(page: SafetyPage) -> None:
    assert not {row.before for row in safety.day_rows()} & set(texts(page))
    QTest.mouseClick(page.day.button, Qt.MouseButton.LeftButton)
    shown = set(texts(page))
    for advice in (
        safety.get_help_now(),
        safety.talk_to_a_doctor_today(),
        safety.make_an_appointment(),
        safety.ask_first(),
        safety.while_you_exercise(),
        safety.stop_at_once(),
        safety.judge_your_day(),
        safety.what_the_coach_is(),
    ):
        parts = (advice.title, advice.lead, *advice.points, *advice.after)
        assert {part for part in parts if part} <= shown
    for caution in Caution:
        words = caution_words(caution)
        assert {words.label, words.meaning} <= shown
    for row in safety.day_rows():
        assert {row.before, row.during, row.next_morning, row.what_many_do} <= shown


def test_the_emergency_stands_first(page: SafetyPage) -> None:
    titles = [
        safety.get_help_now().title,
        safety.talk_to_a_doctor_today().title,
        safety.ask_first().title,
        safety.stop_at_once().title,
        safety.what_the_coach_is().title,
    ]
    shown = texts(page)
    places = [shown.index(title) for title in titles]
    assert places == sorted(places)
    assert places[0] == 1  # below the name of the page alone


def test_the_emergency_is_seen_without_scrolling(page: SafetyPage) -> None:
    last = safety.get_help_now().after[0]
    [label] = [label for label in page.findChildren(PlainLabel) if label.text() == last]
    assert label.mapTo(page, label.rect().bottomLeft()).y() < page.height()


def test_it_leads_on(qtbot: QtBot, page: SafetyPage) -> None:
    links = {button.label: button for button in page.findChildren(Button)}
    with qtbot.waitSignals([page.understanding_requested, page.welcome_requested]):
        for link in links.values():
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert len(links) == 2


def test_without_links_it_leads_nowhere(qtbot: QtBot, theme: Theme) -> None:
    page = SafetyPage(theme, links=False)
    qtbot.addWidget(page)
    assert page.findChildren(Button) == []
