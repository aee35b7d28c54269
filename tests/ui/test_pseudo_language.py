"""The pages in a language of long words: nothing clipped, nothing left in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.files.catalogs import Language
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.advice.safety_page import SafetyPage
from stretchcoach.ui.advice.understanding_page import UnderstandingPage
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.settings_page import SettingsPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.welcome.welcome_page import WelcomePage
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language
from tools.pseudo_language import pseudo

# The narrowest window with the rail beside the page, and an ordinary one; at 200 % the window
# has to be wider than its least.
SIZES = [(1.0, 620, 540), (1.0, 1180, 800), (1.5, 900, 700), (2.0, 1080, 800)]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path)


@pytest.fixture
def store(paths: Paths) -> SettingsStore:
    return SettingsStore(SettingsFile(paths.settings))


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_settings(
    qtbot: QtBot,
    theme: Theme,
    store: SettingsStore,
    paths: Paths,
    scale: float,
    width: int,
    height: int,
) -> None:
    theme.set_text_scale(scale)
    languages = (Language("de", "Deutsch"), Language("en", "English"))
    with pseudo_language():
        page = SettingsPage(theme, store, paths, languages)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        path = page.findChildren(ElidedLabel)
        foreign = {"Deutsch", "English", str(paths.routines)}
        assert_translated_and_unclipped(page, foreign=foreign, may_elide=path)


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_safety_and_understanding(
    qtbot: QtBot, theme: Theme, scale: float, width: int, height: int
) -> None:
    theme.set_text_scale(scale)
    with pseudo_language():
        safety, understanding = SafetyPage(theme), UnderstandingPage(theme)
        safety.day.set_open(True)
        understanding.sources.set_open(True)
        for page in (safety, understanding):
            qtbot.addWidget(page)
            page.resize(width, height)
            page.show()
            assert_translated_and_unclipped(page)


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_the_first_pages(
    qtbot: QtBot, theme: Theme, store: SettingsStore, scale: float, width: int, height: int
) -> None:
    theme.set_text_scale(scale)
    with pseudo_language():
        page = WelcomePage(theme, store)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.side.side.set_key("left")
        for _ in range(3):
            assert_translated_and_unclipped(page)
            page.go_next()
        assert page.step == 3
        assert_translated_and_unclipped(page)


# What the helper is there for, it finds.


def test_english_is_found(qtbot: QtBot, theme: Theme) -> None:
    page = PlainLabel(theme)
    qtbot.addWidget(page)
    label = PlainLabel(theme, pseudo("Rest") + " 10 s, then Hold", parent=page)
    page.resize(400, 100)
    label.resize(400, 100)
    page.show()
    with pytest.raises(AssertionError, match="then Hold"):
        assert_translated_and_unclipped(page)
    label.setText(pseudo("{first}, 10 s").format(first=pseudo("Rest")))
    assert_translated_and_unclipped(page)


@pytest.mark.parametrize("wrap", [False, True])
def test_what_is_too_narrow_is_found(qtbot: QtBot, theme: Theme, wrap: bool) -> None:
    page = PlainLabel(theme)
    qtbot.addWidget(page)
    label = PlainLabel(theme, pseudo("Three words here"), wrap=wrap, parent=page)
    page.resize(400, 100)
    label.resize(400, 100)
    page.show()
    assert_translated_and_unclipped(page)
    label.resize(label.width(), 8)
    with pytest.raises(AssertionError, match="PlainLabel"):
        assert_translated_and_unclipped(page)
    label.resize(20, 100)
    with pytest.raises(AssertionError, match="PlainLabel"):
        assert_translated_and_unclipped(page)


def test_a_button_that_is_too_narrow_is_found(qtbot: QtBot, theme: Theme) -> None:
    page = PlainLabel(theme)
    qtbot.addWidget(page)
    button = Button(theme, pseudo("Start"), parent=page)
    button.resize(button.sizeHint())
    page.show()
    assert_translated_and_unclipped(page)
    button.resize(30, button.height())
    with pytest.raises(AssertionError, match="Button"):
        assert_translated_and_unclipped(page)
