"""Where a look-alike is to blame, it is named, at its own place.

Blamed is what helps when it is mended: the value, the key or the file is read once more with
what was meant in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any

import yaml

from stretchcoach.files.yaml import lookalikes
from stretchcoach.files.yaml.guard import Findings
from stretchcoach.files.yaml.nodes import Mapping, Node, Scalar

LINES_BEFORE = 3  # an error of YAML is noticed a little after what caused it
LINES_TRIED = 6
LINES_SEARCHED = 50  # for a character of a value, which may go over several
LEAST_TRIES = 3
CHARACTERS_READ_ANEW = 500_000  # in all tries together


def note_in_value(findings: Findings, node: Scalar, accepted: Callable[[str], bool]) -> bool:
    """Blame a look-alike for a value that is not allowed, where `accepted` allows it mended.

    Also one that nobody can see, or that was meant as a sign of YAML. Whether one was.
    """
    text = node.text
    if text.isascii():
        return False
    mended = lookalikes.plain(text).strip(" \"'")
    helps = mended != text and accepted(mended)
    return _note(findings, node, lookalikes.first_in(text) if helps else "") or _note(
        findings, node, lookalikes.first_misleading(text)
    )


def note_in_key(findings: Findings, node: Scalar, known: Collection[str]) -> str | None:
    """Blame a look-alike for a key that is not `known`; the key that was meant, or "".

    None when none is to blame.
    """
    text = node.text
    if text.isascii():
        return None
    mended = lookalikes.plain(text).strip(" -")
    if mended in known:
        _note(findings, node, lookalikes.first_in(text))
        return mended
    return "" if _note(findings, node, lookalikes.first_misleading(text)) else None


def note_below_key(findings: Findings, key: Node) -> bool:
    """Blame what indents the line below a key that seems to have no value."""
    below = findings.lines[key.line + 1 : key.line + 2]
    indent = below[0][: len(below[0]) - len(below[0].lstrip())] if below else ""
    character = lookalikes.first_in(indent)
    if character:
        _note_at(findings, key.line + 1, indent.index(character), character)
    return bool(character)


def note_instead_of_entries(findings: Findings, node: Node) -> bool:
    """Blame what stands in the place of a dash, where a list is needed; whether there is one."""
    first = node.items[0] if isinstance(node, Mapping) and node.items else node
    if isinstance(first, Scalar) and lookalikes.begins_entry(first.text):
        return _note(findings, first, lookalikes.first_in(first.text))
    return isinstance(first, Scalar) and note_instead_of_keys(findings, first)


def note_instead_of_keys(findings: Findings, node: Node) -> bool:
    """Blame a look-alike where keys or a list are needed and there is a mere text."""
    if not isinstance(node, Scalar) or not node.plain:
        return False
    return _note(findings, node, lookalikes.first_misleading(node.text))


def note_for_yaml(findings: Findings, error: yaml.MarkedYAMLError, parser: Any) -> bool:
    """Blame a look-alike for an error of YAML, where it is gone or comes later without it."""
    if findings.text.isascii():
        return False
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    if not marks:
        return False
    suspects = _suspects(findings, [mark.line for mark in marks])
    lines = findings.lines[: marks[0].line + 2]
    tries = max(LEAST_TRIES, CHARACTERS_READ_ANEW // sum(map(len, lines)))
    for line, character, mended in islice(_mended(lines, suspects), tries):
        if _helps(mended, marks[0].line, parser):
            _note_at(findings, line, lines[line].index(character), character)
            return True
    return False


def _mended(lines: list[str], suspects: list[int]) -> Iterator[tuple[int, str, list[str]]]:
    """Ways to mend `lines`: one kind of look-alike in one line, and in the end all everywhere.

    Each with the line and the character that are to blame where it helps.
    """
    for line in suspects:
        for wanted, character in lookalikes.meanings(lines[line]).items():
            mended = lookalikes.plain(lines[line], wanted)
            yield line, character, [*lines[:line], mended, *lines[line + 1 :]]
    for line in suspects:
        if character := lookalikes.first_misleading(lines[line]):
            yield line, character, [lookalikes.plain(line) for line in lines]
            return


def _suspects(findings: Findings, lines: Iterable[int]) -> list[int]:
    """The lines that may have caused an error at `lines`, in the order of the file."""
    near = {line - before for line in lines for before in range(LINES_BEFORE + 1)}
    there = range(len(findings.lines))
    found = [line for line in sorted(near) if line in there and not findings.lines[line].isascii()]
    return found[-LINES_TRIED:]


def _helps(lines: list[str], error_line: int, parser: Any) -> bool:
    """Whether YAML is content with `lines` as far as `error_line`."""
    reading = parser("\n".join(lines))
    try:
        while reading.check_event():
            reading.get_event()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark is not None and mark.line > error_line
    except yaml.YAMLError:
        return False
    return True


def _note(findings: Findings, node: Scalar, character: str) -> bool:
    """Add that `character`, unless it is "", stands in the text of `node`; whether it does."""
    if not character:
        return False
    line, column = node.line, node.column
    for place, source in enumerate(findings.lines[line : line + LINES_SEARCHED]):
        found = source.find(character, column if place == 0 else 0)
        if found >= 0:
            line, column = line + place, found
            break
    _note_at(findings, line, column, character)
    return True


def _note_at(findings: Findings, line: int, column: int, character: str) -> None:
    message = lookalikes.message(character)
    places = [(problem.line - 1, problem.column - 1) for problem in findings.problems]
    if (line, column) not in places:  # the keys and what is below them may both stumble over it
        findings.add_at(line, column, message)
