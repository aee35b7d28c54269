"""Folding text, so that a search finds it however it is typed."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """`text` in small letters and without accents: “Hüfte” and “HUFTE” become the same."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
