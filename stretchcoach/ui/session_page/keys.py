"""Keys of the session: keyboard, media keys and the page keys of a presenter.

On a keyboard for Cyrillic, Greek, Hebrew, Arabic and other letters the letter keys mean what
stands at their place on a Latin one, as shortcuts do.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Intent(Enum):
    """What a key asks for."""

    TOGGLE = auto()
    NEXT = auto()
    BACK = auto()
    NEXT_EXERCISE = auto()
    PREVIOUS_EXERCISE = auto()
    MORE_TIME = auto()
    LESS_TIME = auto()
    EASE_OFF = auto()
    FROM_NOW_ON = auto()
    DONE = auto()
    SOUND = auto()
    LOUDER = auto()
    QUIETER = auto()
    FULL_SCREEN = auto()
    STOP = auto()


# What a key that is held down asks for again and again; all else once, for fingers are slow.
HELD_INTENTS = frozenset({Intent.MORE_TIME, Intent.LESS_TIME, Intent.LOUDER, Intent.QUIETER})

_KEY = Qt.Key
_INTENTS = {
    _KEY.Key_Space: Intent.TOGGLE,
    _KEY.Key_K: Intent.TOGGLE,
    _KEY.Key_B: Intent.TOGGLE,  # presenters send it to blank the screen
    _KEY.Key_Period: Intent.TOGGLE,
    _KEY.Key_MediaTogglePlayPause: Intent.TOGGLE,
    _KEY.Key_MediaPlay: Intent.TOGGLE,
    _KEY.Key_MediaPause: Intent.TOGGLE,
    _KEY.Key_Right: Intent.NEXT,
    _KEY.Key_N: Intent.NEXT,
    _KEY.Key_PageDown: Intent.NEXT,
    _KEY.Key_MediaNext: Intent.NEXT,
    _KEY.Key_Left: Intent.BACK,
    _KEY.Key_P: Intent.BACK,
    _KEY.Key_PageUp: Intent.BACK,
    _KEY.Key_MediaPrevious: Intent.BACK,
    _KEY.Key_Plus: Intent.MORE_TIME,
    _KEY.Key_Equal: Intent.MORE_TIME,
    _KEY.Key_Minus: Intent.LESS_TIME,
    _KEY.Key_E: Intent.EASE_OFF,
    _KEY.Key_A: Intent.FROM_NOW_ON,
    _KEY.Key_D: Intent.DONE,
    _KEY.Key_Return: Intent.DONE,
    _KEY.Key_Enter: Intent.DONE,
    _KEY.Key_M: Intent.SOUND,
    _KEY.Key_Up: Intent.LOUDER,
    _KEY.Key_Down: Intent.QUIETER,
    _KEY.Key_F11: Intent.FULL_SCREEN,
    _KEY.Key_F: Intent.FULL_SCREEN,
    _KEY.Key_Escape: Intent.STOP,
    _KEY.Key_MediaStop: Intent.STOP,
}


_WITH_SHIFT = {
    Intent.NEXT: Intent.NEXT_EXERCISE,
    Intent.BACK: Intent.PREVIOUS_EXERCISE,
}

# Where the letters are: what `nativeScanCode` says on X11 and Wayland, and on Windows; on a Mac,
# which has no scan codes, what `nativeVirtualKey` says.
_PLACES: Mapping[str, Mapping[int, Qt.Key]] = {
    "x11": {
        26: _KEY.Key_E,
        33: _KEY.Key_P,
        38: _KEY.Key_A,
        40: _KEY.Key_D,
        41: _KEY.Key_F,
        45: _KEY.Key_K,
        56: _KEY.Key_B,
        57: _KEY.Key_N,
        58: _KEY.Key_M,
    },
    "win32": {
        0x12: _KEY.Key_E,
        0x19: _KEY.Key_P,
        0x1E: _KEY.Key_A,
        0x20: _KEY.Key_D,
        0x21: _KEY.Key_F,
        0x25: _KEY.Key_K,
        0x30: _KEY.Key_B,
        0x31: _KEY.Key_N,
        0x32: _KEY.Key_M,
    },
    "darwin": {
        0x00: _KEY.Key_A,
        0x02: _KEY.Key_D,
        0x03: _KEY.Key_F,
        0x0B: _KEY.Key_B,
        0x0E: _KEY.Key_E,
        0x23: _KEY.Key_P,
        0x28: _KEY.Key_K,
        0x2D: _KEY.Key_N,
        0x2E: _KEY.Key_M,
    },
}
_LAST_LATIN = 0x24F  # of the letters of Unicode


def intent_of(event: QKeyEvent, platform: str = sys.platform) -> Intent | None:
    """What a key event asks for, or None."""
    try:
        key = Qt.Key(event.key())
    except ValueError:  # letters of other scripts may stand for themselves
        key = _KEY.Key_unknown
    if key not in _INTENTS and _is_foreign_letter(event.text()):
        places = _PLACES.get(platform, _PLACES["x11"])
        on_mac = platform == "darwin"
        place = event.nativeVirtualKey() if on_mac else event.nativeScanCode()
        key = places.get(place, key)
    intent = _INTENTS.get(key)
    shifted = Qt.KeyboardModifier.ShiftModifier in event.modifiers()
    return _WITH_SHIFT.get(intent, intent) if intent and shifted else intent


def _is_foreign_letter(text: str) -> bool:
    return text[:1].isalpha() and ord(text[0]) > _LAST_LATIN
