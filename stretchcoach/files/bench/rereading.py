"""A text read again after an edit: only the steps that are other than before.

What comes out is what reading all of it would give; where that cannot be told, it is not done.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from stretchcoach.core.library.validate import faults_together, surely_fit
from stretchcoach.files.bench.reading import STEPS, Reading, read_bench
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    MapSpan,
    Span,
    line_start,
    read_spans,
)


def read_again(before: Reading, text: str) -> Reading | None:
    """`text` as `read_bench` reads it, by what `before` knows; None where more than some of the
    steps is other, or something is wrong now or was before."""
    if before.routine is None or before.problems or before.root is None:
        return None
    try:
        root = read_spans(text)
    except EditRefusedError:
        return None
    old, new = _steps(before.root), _steps(root)
    if old is None or new is None or len(new.items) > len(old.items):
        return None
    same_first, same_last = _same(before.text, old.items, text, new.items)
    changed = new.items[same_first : len(new.items) - same_last]
    if not changed:
        return None
    part = _part(before, text, new, same_first, same_last)
    if part is None:
        return None
    read = read_bench(before.path, part, before.known, before.bundled)
    if read.routine is None or read.problems:
        return None
    kept = before.routine.steps
    steps = (*kept[:same_first], *read.routine.steps, *kept[len(kept) - same_last :])
    routine = replace(read.routine, steps=steps)
    found = replace(read, text=text, root=root, routine=routine)
    if not surely_fit(found.steps) and faults_together(routine, read.exercises):
        return None
    return found


def _steps(root: MapSpan) -> ListSpan | None:
    """The steps, where each stands in lines of its own."""
    found = root.value(STEPS)
    return found if isinstance(found, ListSpan) and not found.flow and found.items else None


def _same(old_text: str, old: list[Span], new_text: str, new: list[Span]) -> tuple[int, int]:
    """How many steps are written as before, from the first one on and from the last one back."""

    def is_same(pair: tuple[Span, Span]) -> bool:
        one, other = pair
        return old_text[one.start : one.end] == new_text[other.start : other.end]

    first = sum(1 for _ in takewhile(is_same, zip(old, new, strict=False)))
    last = sum(1 for _ in takewhile(is_same, zip(reversed(old), reversed(new), strict=False)))
    return first, min(last, len(old) - first, len(new) - first)


def _part(before: Reading, text: str, new: ListSpan, first: int, last: int) -> str | None:
    """The text with the changed steps alone; None where something outside of them is other."""
    assert before.root is not None
    old = _steps(before.root)
    assert old is not None
    head, foot = text[: line_start(text, new.items[0].start)], text[new.items[-1].end :]
    old_head = before.text[: line_start(before.text, old.items[0].start)]
    if head != old_head or foot != before.text[old.items[-1].end :]:
        return None
    items = new.items[first : len(new.items) - last]
    return head + text[line_start(text, items[0].start) : items[-1].end] + foot
