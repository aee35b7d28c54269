"""Problems of a file: each with its place, what is wrong and what is allowed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from stretchcoach.core.language.i18n import tr

MAX_SHOWN_LINE = 100
MAX_SHOWN_VALUE = 60
INDENT = "    "

# What may hide or reorder text on a screen, or is no character at all: control characters
# except tab and the two line breaks, the line breaks that only YAML counts as such,
# bidirectional overrides and isolates, halves of surrogate pairs, byte order marks inside.
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
REPLACEMENT = "\ufffd"
_LINE_BREAK = re.compile("[\r\n]")


class NotAllowedError(ValueError):
    """The value is not allowed; the message says why and what is."""


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"


def clean(text: str) -> str:
    """`text` with every character that may not be shown replaced, one for one."""
    return UNSAFE.sub(REPLACEMENT, text)


def shown(text: str) -> str:
    """A value from a file as it may stand inside a message: one short harmless line."""
    line = " ".join(clean(text[: MAX_SHOWN_VALUE + 1]).split())
    return line if len(text) <= MAX_SHOWN_VALUE else line[: MAX_SHOWN_VALUE - 1] + "…"


@dataclass(frozen=True)
class Problem:
    """What is wrong at one place of a file. `line` and `column` count from 1."""

    path: Path
    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR
    source_line: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def format(self) -> str:
        """`path:line:column: message`, then the source line and a caret under the place."""
        where = f"{clean(_LINE_BREAK.sub(REPLACEMENT, str(self.path)))}:{self.line}:{self.column}: "
        kind = "" if self.is_error else tr("warning: ")
        head = where + kind + self.message
        if not self.source_line.strip():
            return head
        text, offset = _cut(self.source_line, self.column - 1)
        return f"{head}\n{INDENT}{text}\n{INDENT}{_indent_like(text[:offset])}^"


def _cut(line: str, offset: int) -> tuple[str, int]:
    """A piece of `line` short enough to show that holds `offset`, and the offset in it."""
    start = 0
    if len(line) > MAX_SHOWN_LINE:
        start = max(0, min(offset - MAX_SHOWN_LINE // 2, len(line) - MAX_SHOWN_LINE))
    piece = clean(line[start : start + MAX_SHOWN_LINE])
    if start + MAX_SHOWN_LINE < len(line):
        piece += "…"
    if start:
        return "…" + piece, offset - start + 1
    return piece, offset


def _indent_like(text: str) -> str:
    """Blank space as wide as `text` on a terminal; tabs stay tabs."""
    return "".join("\t" if character == "\t" else " " * _columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
