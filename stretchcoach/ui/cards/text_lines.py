"""Texts in so many lines of given widths, never cut inside a word that would fit on one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

MORE = "…"


def lines_of(text: str, widths: Sequence[float], advance: Callable[[str], int]) -> list[str]:
    """`text` in at most as many lines as there are `widths`; `advance` measures a text.

    What is too much is left out behind a whole word, and "…" tells it. Only a word that is
    longer than its line is cut.
    """
    words = text.split()
    lines: list[str] = []
    for number, width in enumerate(widths):
        if not words:
            break
        taken = _fitting(words, width, advance)
        is_last = number == len(widths) - 1
        if is_last and taken < len(words):
            lines.append(_cut(words, width, advance))
            break
        if not taken:
            if not is_last and advance(words[0]) <= max(widths[number + 1 :], default=0):
                lines.append("")
                continue
            lines.append(_cut(words, width, advance))
            break
        lines.append(" ".join(words[:taken]))
        del words[:taken]
    return lines


def _fitting(words: Sequence[str], width: float, advance: Callable[[str], int]) -> int:
    """How many of `words` fit into a line."""
    if advance(" ".join(words)) <= width:
        return len(words)
    taken = 0
    while taken < len(words) and advance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    return taken


def _cut(words: Sequence[str], width: float, advance: Callable[[str], int]) -> str:
    """As many words as fit together with "…"; of a word that fits nowhere its beginning."""
    for taken in range(len(words), 0, -1):
        line = " ".join(words[:taken]).rstrip(" ,.·") + MORE
        if advance(line) <= width:
            return line
    letters = words[0]
    while letters and advance(letters + MORE) > width:
        letters = letters[:-1]
    return letters + MORE
