from __future__ import annotations

import pytest

from stretchcoach.ui.cards.text_lines import lines_of


@pytest.mark.parametrize(
    ("text", "widths", "lines"),
    [
        ("", [10], []),
        ("open hips", [10], ["open hips"]),
        ("open hips", [9], ["open hips"]),
        ("open hips", [8], ["open…"]),
        ("open, wide hips", [8], ["open…"]),
        ("open hips today", [9, 9], ["open hips", "today"]),
        ("open hips and legs", [9, 9], ["open hips", "and legs"]),
        ("open hips and long legs", [9, 9], ["open hips", "and long…"]),
        ("hamstrings", [6, 12], ["", "hamstrings"]),
        ("hamstrings", [6, 6], ["hamst…"]),
        ("hamstrings", [6], ["hamst…"]),
        ("hamstrings", [0], ["…"]),
    ],
)
def test_texts_are_cut_between_words(text: str, widths: list[float], lines: list[str]) -> None:
    """A letter is 1 wide here."""
    assert lines_of(text, widths, len) == lines
