"""Texts that name a side: “Cross the (right|left) ankle over the (left|right) knee”.

In parentheses, with a bar between: first what is said while the right side works, then what is
said while the left side does. It may be any words of any language, and reads the same inside
the braces of YAML.
"""

from __future__ import annotations

import re

from stretchcoach.core.content.sides import Side

ALTERNATIVES = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


def for_side(text: str, side: Side) -> str:
    """`text` as it is said while `side` works."""
    return ALTERNATIVES.sub(r"\1" if side is Side.RIGHT else r"\2", text)


def names_a_side(text: str) -> bool:
    """Whether `text` says something else on the other side."""
    return ALTERNATIVES.search(text) is not None
