"""A heading that opens what is below it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.disclosure import Disclosure
from stretchcoach.ui.widgets.text.labels import PlainLabel


@pytest.fixture
def disclosure(qtbot: QtBot, theme: Theme) -> Disclosure:
    disclosure = Disclosure(theme, "Where this comes from", PlainLabel(theme, "From here."))
    qtbot.addWidget(disclosure)
    disclosure.show()
    return disclosure


def content_is_visible(disclosure: Disclosure) -> bool:
    [content] = [c for c in disclosure.findChildren(PlainLabel) if c.text() == "From here."]
    return content.isVisible()


def test_it_is_closed_at_first(disclosure: Disclosure) -> None:
    assert not disclosure.is_open
    assert not content_is_visible(disclosure)
    assert disclosure.button.accessibleName() == "Where this comes from"
    assert disclosure.button.accessibleDescription() == "closed"


def test_a_click_opens_and_a_key_closes_it(disclosure: Disclosure) -> None:
    closed = disclosure.button.grab().toImage()
    QTest.mouseClick(disclosure.button, Qt.MouseButton.LeftButton)
    assert content_is_visible(disclosure)
    assert disclosure.button.accessibleDescription() == "open"
    assert disclosure.button.grab().toImage() != closed
    QTest.keyClick(disclosure.button, Qt.Key.Key_Space)
    assert not content_is_visible(disclosure)


def test_a_long_heading_wraps(qtbot: QtBot, theme: Theme) -> None:
    words = "A heading that is so long that it cannot stand on one line of a narrow window"
    disclosure = Disclosure(theme, words, PlainLabel(theme, ""))
    qtbot.addWidget(disclosure)
    button = disclosure.button
    assert button.heightForWidth(200) > button.heightForWidth(2000) >= button.minimumHeight()
