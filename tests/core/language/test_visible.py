from __future__ import annotations

import pytest

from stretchcoach.core.language.visible import is_visible


@pytest.mark.parametrize("text", ["a", " é", "-", "。", "😀", "\u200bx", "א\u200f"])
def test_what_can_be_seen(text: str) -> None:
    assert is_visible(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\t\n", "\u200b\u200d", "\ufeff", "\u00a0\u3000", "\u3164", "\u2800", "\u0301"],
)
def test_what_is_nothing_to_the_eye(text: str) -> None:
    assert not is_visible(text)
