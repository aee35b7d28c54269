"""No two copies of a routine are called the same."""

from __future__ import annotations

import pytest

from stretchcoach.core.bench.copy_title import copy_title
from stretchcoach.core.content.fields import MAX_NAME


@pytest.mark.parametrize(
    ("title", "taken", "copy"),
    [
        ("Evening", (), "Evening (copy)"),
        ("Evening", ("Evening",), "Evening (copy)"),
        ("Evening", ("Evening (copy)",), "Evening (copy 2)"),
        ("Evening", ("EVENING (copy)", "Evening (copy 2)"), "Evening (copy 3)"),
        ("Evening (copy)", ("Evening (copy)",), "Evening (copy 2)"),
        ("Evening (copy 2)", ("Evening (copy)", "Evening (copy 2)"), "Evening (copy 3)"),
        ("Evening (copy 2)", ("Evening (copy 2)",), "Evening (copy)"),
        (" (copy)", (), " (copy) (copy)"),
    ],
)
def test_copies_are_numbered(title: str, taken: tuple[str, ...], copy: str) -> None:
    assert copy_title(title, taken) == copy


def test_a_long_title_leaves_room_for_the_number() -> None:
    first = copy_title("x" * MAX_NAME, ())
    second = copy_title("x" * MAX_NAME, (first,))
    assert len(first) == len(second) == MAX_NAME
    assert (first[-7:], second[-9:]) == (" (copy)", " (copy 2)")
