"""Keys of the session: keyboard, media keys and the page keys of a presenter."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt


class Intent(Enum):
    """What a key asks for."""

    TOGGLE = auto()
    NEXT = auto()
    BACK = auto()
    MORE_TIME = auto()
    LESS_TIME = auto()
    EASE_OFF = auto()
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


def intent_of(key: int) -> Intent | None:
    """What the key `key` of a key event asks for, or None."""
    try:
        return _INTENTS.get(Qt.Key(key))
    except ValueError:
        return None
