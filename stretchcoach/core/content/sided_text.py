"""Texts that name a side: “Cross the (right|left) ankle over the (left|right) knee”.

In parentheses, with a bar between: first what is said while the right side works, then what is
said while the left side does. It may be any words of any language, and reads the same inside
the braces of YAML.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import lru_cache

from stretchcoach.core.content.exercise import Exercise, Instructions
from stretchcoach.core.content.sides import Side

ALTERNATIVES = re.compile(r"\(([^()|]*)\|([^()|]*)\)")
WHOLE = r"([^|]|\([^()|]*\|[^()|]*\))*"  # for JSON Schema, too
_WHOLE = re.compile(WHOLE)


def for_side(text: str, side: Side) -> str:
    """`text` as it is said while `side` works."""
    if "|" not in text:  # as most are
        return text
    return _chosen(text, 1 if side is Side.RIGHT else 2)


@lru_cache(maxsize=2000)
def _chosen(text: str, group: int) -> str:
    """Remembered, for thousands of routines tell the same of the same exercises."""
    return ALTERNATIVES.sub(rf"\{group}", text)


def seen_on(exercise: Exercise, side: Side | None) -> Exercise:
    """`exercise` with its texts as they are while `side` works; None is the side of its picture.

    Whoever shows or says a text of an exercise takes it from here.
    """
    side = side or exercise.figure_side
    how = exercise.instructions
    said = {field.name: for_side(getattr(how, field.name), side) for field in fields(Instructions)}
    return replace(
        exercise,
        instructions=Instructions(**said),
        alt=for_side(exercise.alt, side),
        cues=tuple(for_side(cue, side) for cue in exercise.cues),
    )


def names_a_side(text: str) -> bool:
    """Whether `text` says something else on the other side."""
    return ALTERNATIVES.search(text) is not None


def is_whole(text: str) -> bool:
    """Whether every bar in `text` parts two alternatives, so that none is read out."""
    return "|" not in text or _WHOLE.fullmatch(text) is not None
