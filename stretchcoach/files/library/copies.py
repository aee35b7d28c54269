"""What is said of the copy of a file: whose it is, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path
from typing import Any

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.guard import read_file
from stretchcoach.files.yaml.problems import Severity
from stretchcoach.files.yaml.reader import Document

MOST_SHOWN = 5  # lines that differ
MOST_LINES = 1000  # of files that are compared line by line


def note_copy(document: Document[Any], name: str, original: Path) -> None:
    """Say in `document` that `original` has its id `name`, and in which lines they differ."""
    lines, others = document.findings.lines, read_file(original).lines
    if lines == others:
        message = tr("this is a copy of {path}, which says the same - delete one of them",
                     path=original)  # fmt: skip
        document.add(("id",), message)
        return
    message = tr("the id “{id}” is already that of {path} - choose another, or delete one of them",
                 id=name, path=original)  # fmt: skip
    document.add(("id",), message)
    for line in islice(_differing(lines, others), MOST_SHOWN):
        message = tr("this line is not in {name}", name=original.name)
        document.findings.add_at(line, 0, message, Severity.WARNING)


def _differing(lines: list[str], others: list[str]) -> Iterator[int]:
    """The numbers, from 0, of `lines` that are not in `others`."""
    if max(len(lines), len(others)) > MOST_LINES:
        return
    matcher = SequenceMatcher(None, others, lines, autojunk=False)
    for kind, _, _, first, end in matcher.get_opcodes():
        if kind in ("replace", "insert"):
            yield from (line for line in range(first, end) if lines[line].strip())
