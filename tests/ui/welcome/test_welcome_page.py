"""The first start: calm pages, a side that waits for an answer, everything kept at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.welcome.parts import BeforeYouBegin, YourSide
from stretchcoach.ui.welcome.welcome_page import WelcomePage
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.ui.cards.shelves import a_card


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: SettingsStore) -> WelcomePage:
    page = WelcomePage(theme, store)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    return page


def visible_text(page: WelcomePage) -> str:
    return " ".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisible())


def answer(page: WelcomePage, side: str = "none") -> None:
    QTest.mouseClick(page.side.side.button(side), Qt.MouseButton.LeftButton)


def test_four_pages_and_it_is_finished(
    qtbot: QtBot, page: WelcomePage, store: SettingsStore
) -> None:
    met = []
    for _ in range(2):
        met.append((page.step, page.next.label, page.back.isVisible()))
        QTest.keyClick(page.next, Qt.Key.Key_Space)
    assert met == [(0, "Next", False), (1, "I have read this", True)]
    answer(page)
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert (page.step, page.next.label) == (3, "To the routines")
    assert not store.settings.welcomed
    with qtbot.waitSignal(page.finished) as signal:
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert signal.args == [None]
    assert store.settings.welcomed


def test_the_side_waits_for_an_answer(page: WelcomePage, store: SettingsStore) -> None:
    for _ in range(5):
        focused = QApplication.focusWidget() or page
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.step == 2
    assert page.side.side.key == ""
    assert not page.next.isEnabled()
    labels = [segment.label for segment in page.side.side.segments]
    assert labels == ["Left", "Right", "Both", "Neither"]
    answer(page, "none")
    assert page.next.isEnabled()
    assert store.settings.affected is AffectedSide.NONE
    answer(page, "none")  # let go again
    assert not page.next.isEnabled()


CARDS = [
    a_card("Hip basics", minutes=12, shortest_minutes=4, purpose="The first moves"),
    a_card("Desk break", places=(Place.CHAIR,)),
]


@pytest.fixture
def asking(qtbot: QtBot, theme: Theme, store: SettingsStore) -> WelcomePage:
    """At the questions where to begin."""
    page = WelcomePage(theme, store, lambda: CARDS)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
    page.go_next()
    page.go_next()
    answer(page, "left")
    page.go_next()
    return page


def answer_all(page: WelcomePage, *keys: str) -> None:
    for question, key in zip(page.begin.questions, keys, strict=True):
        QTest.mouseClick(question.button(key), Qt.MouseButton.LeftButton)


def test_three_answers_lead_to_a_routine(qtbot: QtBot, asking: WelcomePage) -> None:
    assert [question.key for question in asking.begin.questions] == ["", "", ""]
    assert not asking.begin.card.isVisible()
    answer_all(asking, "lying", "5", "often")
    assert asking.begin.card.isVisible()
    assert asking.begin.card.accessibleName() == "Begin with Hip basics, 5 min of 12 min 00 s"
    assert asking.next.label == "Look at it"
    with qtbot.waitSignal(asking.finished) as signal:
        QTest.mouseClick(asking.next, Qt.MouseButton.LeftButton)
    assert (signal.args[0].routine.id, signal.args[0].minutes) == ("hip-basics", 5)


def test_with_large_text_the_routine_comes_into_sight(
    qtbot: QtBot, asking: WelcomePage, theme: Theme
) -> None:
    theme.set_text_scale(2.0)
    asking.resize(1280, 700)
    answer_all(asking, "lying", "5", "often")
    qtbot.waitUntil(lambda: not asking.begin.card.visibleRegion().isEmpty())
    seen = asking.begin.card.visibleRegion().boundingRect()
    qtbot.waitUntil(lambda: asking.begin.verticalScrollBar().value() > 0)
    assert seen.height() > 0


def test_one_may_look_around_all_the_same(qtbot: QtBot, asking: WelcomePage) -> None:
    answer_all(asking, "lying", "15", "new")
    with qtbot.waitSignal(asking.finished) as signal:
        QTest.mouseClick(asking.begin.look_around, Qt.MouseButton.LeftButton)
    assert signal.args == [None]


def test_where_nothing_begins_the_routines_are_shown(asking: WelcomePage) -> None:
    answer_all(asking, "standing", "5", "new")
    assert not asking.begin.card.isVisible()
    assert asking.next.label == "To the routines"


def test_enter_answers_no_question(asking: WelcomePage) -> None:
    focused = QApplication.focusWidget()
    assert focused is asking.begin
    assert not isinstance(focused, QAbstractButton)


def test_one_can_go_back_from_each_page(qtbot: QtBot, page: WelcomePage) -> None:
    page.go_next()
    page.go_next()
    assert page.step == 2
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.step == 1
    page.go_back()
    page.go_back()
    assert page.step == 0


def test_enter_goes_on_and_presses_what_has_the_focus(page: WelcomePage) -> None:
    QTest.keyClick(page.next, Qt.Key.Key_Return)
    assert page.step == 1
    page.back.setFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Enter)
    assert page.step == 0
    page.go_next()
    page.go_next()
    [part] = page.findChildren(YourSide)
    part.side.button("left").setFocus()
    QTest.keyClick(part.side.button("left"), Qt.Key.Key_Right)
    assert part.side.key == ""  # the arrows go along, and choose nothing yet
    QTest.keyClick(part.side.button("right"), Qt.Key.Key_Space)
    QTest.keyClick(part.side.button("right"), Qt.Key.Key_Left)
    assert part.side.key == "left"
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.step == 1


def test_escape_goes_back_but_not_away_at_the_first_start(qtbot: QtBot, page: WelcomePage) -> None:
    with qtbot.assertNotEmitted(page.finished):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    page.go_next()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.step == 0


def test_each_page_says_where_one_is(page: WelcomePage) -> None:
    names = []
    for _ in range(3):
        names.append(page.dots.accessibleName())
        page.go_next()
    assert names == ["Page 1 of 4", "Page 2 of 4", "Page 3 of 4"]


def test_it_says_that_it_is_no_doctor(page: WelcomePage) -> None:
    assert "no clinician has reviewed it" in visible_text(page)


def test_the_emergency_stands_first(page: WelcomePage) -> None:
    page.go_next()
    text = visible_text(page)
    assert 0 < text.index("Get help now") < text.index("Ask first") < text.index("mild stretch")


def test_all_safety_advice_is_one_click_away_and_leads_back(
    qtbot: QtBot, page: WelcomePage
) -> None:
    page.go_next()
    [before] = page.findChildren(BeforeYouBegin)
    QTest.mouseClick(before.link, Qt.MouseButton.LeftButton)
    assert "Talk to a doctor today" in visible_text(page)
    assert not page.next.isVisible()
    page.go_back()
    assert page.step == 1
    assert page.next.isVisible()
    assert "Talk to a doctor today" not in visible_text(page)


def test_choices_are_kept_at_once(
    qtbot: QtBot, page: WelcomePage, store: SettingsStore, tmp_path: Path
) -> None:
    page.go_next()
    page.go_next()
    [part] = page.findChildren(YourSide)
    QTest.mouseClick(part.side.button("left"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(part.sound.button("silent"), Qt.MouseButton.LeftButton)
    assert store.settings.affected is AffectedSide.LEFT
    assert store.settings.sound_profile is SoundProfile.SILENT
    assert SettingsFile(tmp_path / "settings.json").read().settings == store.settings


def test_shown_again_it_shows_what_is_set(qtbot: QtBot, theme: Theme, store: SettingsStore) -> None:
    store.change(affected=AffectedSide.BOTH, sound_profile=SoundProfile.SOUNDS, welcomed=True)
    page = WelcomePage(theme, store)
    qtbot.addWidget(page)
    [part] = page.findChildren(YourSide)
    assert (part.side.key, part.sound.key) == ("both", "sounds")
    assert page.back.label == "Close"
    with qtbot.waitSignal(page.finished):
        page.go_back()
    for _ in range(4):
        page.go_next()
    assert store.settings.affected is AffectedSide.BOTH
