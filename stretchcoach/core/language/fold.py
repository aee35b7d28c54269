"""Folding text, so that a search finds it however it is typed."""

from __future__ import annotations

import unicodedata

# Letters that have no accent to take off, and how they are typed where they are not on the keys.
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
    "þ": "th", "ŋ": "ng", "ĸ": "k",
}  # fmt: skip
# What nobody sees and nobody types: the soft hyphen, and what joins, parts or turns letters.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_TYPED = str.maketrans({**_LETTERS, **dict.fromkeys(_UNSEEN, "")})


def fold(text: str) -> str:
    """`text` in small letters and without accents: “Hüfte” and “HUFTE” become the same."""
    text = text.casefold()
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFKD", text.translate(_TYPED))
    return "".join(c for c in parted if not unicodedata.combining(c))
