from __future__ import annotations

import pytest

from stretchcoach.files.library.cards import BrokenPlace
from stretchcoach.ui.problems.source_excerpt import Excerpt


def test_two_lines_without_the_indent_they_share() -> None:
    excerpt = Excerpt.of(BrokenPlace(14, 5, "no", "    hodl: 30s", "    sets: 2"))
    assert excerpt == (((13, "sets: 2"), (14, "hodl: 30s")), 0, 4)


@pytest.mark.parametrize(
    ("line", "column", "before", "expected"),
    [
        ("hodl: 1", 1, "", (((7, "hodl: 1"),), 0, 4)),
        ("  - hodl: 1", 5, "steps:", (((6, "steps:"), (7, "  - hodl: 1")), 4, 4)),
        ("    a: [", 8, "  b: c", (((6, "b: c"), (7, "  a: [")), 5, 1)),
        ("x: y", 5, "", (((7, "x: y"),), 4, 1)),
        ("\tx: y", 1, "", (((7, " x: y"),), 0, 1)),
        ("", 1, "x: y", (((6, "x: y"), (7, "")), 0, 1)),
    ],
)
def test_the_carets_stand_below_the_word(
    line: str, column: int, before: str, expected: tuple[object, ...]
) -> None:
    assert Excerpt.of(BrokenPlace(7, column, "no", line, before)) == expected


def test_a_place_without_text_has_nothing_to_show() -> None:
    assert Excerpt.of(BrokenPlace(0, 0, "no", "", "")).is_empty
    assert not Excerpt.of(BrokenPlace(1, 1, "no", "x", "")).is_empty
