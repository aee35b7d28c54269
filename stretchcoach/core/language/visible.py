"""Whether a text shows anything at all."""

from __future__ import annotations

import unicodedata

# Letters and signs that are drawn as nothing: fillers of Hangul, an empty pattern of Braille.
_DRAWN_AS_NOTHING = "\u115f\u1160\u2800\u3164\uffa0"
_OF_NO_WIDTH = "CZ"  # the categories of controls, of what shapes others, and of spaces


def is_visible(text: str) -> bool:
    """Whether one of the characters is more than empty space."""
    return any(
        unicodedata.category(one)[0] not in _OF_NO_WIDTH
        and one not in _DRAWN_AS_NOTHING
        and not unicodedata.combining(one)
        for one in text
    )
