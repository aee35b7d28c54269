"""The letter keys of the session on keyboards for other letters than the Latin ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from stretchcoach.ui.session_page.keys import Intent, intent_of

# What the keys at the places of E, K and B give on a Russian, Greek, Hebrew and Arabic keyboard.
AT_E, AT_K, AT_B = "уεקث", "лκלن", "иβנﻻ"
PLACES = {
    "linux": {"E": 26, "K": 45, "B": 56, "Q": 24},
    "win32": {"E": 0x12, "K": 0x25, "B": 0x30, "Q": 0x10},
    "darwin": {"E": 0x0E, "K": 0x28, "B": 0x0B, "Q": 0x0C},
}
NAMED = {"E": Intent.EASE_OFF, "K": Intent.TOGGLE, "B": Intent.TOGGLE, "Q": None}


def pressed(letter: str, at: str, platform: str, key: int | None = None) -> QKeyEvent:
    """The key at the place of the Latin letter `at`, where it gives `letter`."""
    place = PLACES[platform][at]
    scan_code, virtual_key = (0, place) if platform == "darwin" else (place, 0)
    code = ord(letter.upper()) if key is None else key
    nothing = Qt.KeyboardModifier.NoModifier
    kind = QEvent.Type.KeyPress
    return QKeyEvent(kind, code, nothing, scan_code, virtual_key, 0, letter)


@pytest.mark.parametrize("platform", PLACES)
@pytest.mark.parametrize(("letters", "at"), [(AT_E, "E"), (AT_K, "K"), (AT_B, "B")])
def test_a_letter_of_another_script_means_what_stands_at_its_place(
    letters: str, at: str, platform: str
) -> None:
    found = {intent_of(pressed(letter, at, platform), platform) for letter in letters}
    assert found == {NAMED[at]}


def test_a_place_without_a_meaning_has_none_in_another_script_either() -> None:
    assert intent_of(pressed("й", "Q", "linux"), "linux") is None


def test_a_latin_letter_means_itself_wherever_it_stands() -> None:
    """On a Dvorak keyboard the full stop stands where E is, and E where D is."""
    assert intent_of(pressed(".", "E", "linux"), "linux") is Intent.TOGGLE
    assert intent_of(pressed("é", "E", "linux"), "linux") is None
    assert intent_of(pressed("e", "Q", "linux"), "linux") is Intent.EASE_OFF


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_MediaNext])
def test_what_is_no_letter_is_the_same_on_every_keyboard(key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    assert intent_of(event) is not None


def test_an_unknown_key_asks_for_nothing() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0x7654321, Qt.KeyboardModifier.NoModifier)
    assert intent_of(event) is None
