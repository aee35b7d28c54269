"""The first start: three pages, nothing gated, everything kept at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.welcome.parts import BeforeYouBegin, YourSide
from stretchcoach.ui.welcome.welcome_page import WelcomePage
from stretchcoach.ui.widgets.text.labels import PlainLabel


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


def test_three_pages_and_it_is_finished(
    qtbot: QtBot, page: WelcomePage, store: SettingsStore
) -> None:
    met = []
    for _ in range(2):
        met.append((page.step, page.next.label, page.back.isVisible()))
        QTest.keyClick(page.next, Qt.Key.Key_Space)
    assert met == [(0, "Next", False), (1, "I have read this", True)]
    assert not store.settings.welcomed
    with qtbot.waitSignal(page.finished):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert store.settings.welcomed


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
    part.side.button("none").setFocus()
    QTest.keyClick(part.side.button("none"), Qt.Key.Key_Right)
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
    assert names == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]


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
    for _ in range(3):
        page.go_next()
    assert store.settings.affected is AffectedSide.BOTH
