"""The guard before every file: what is let in is small, regular, readable text."""

from __future__ import annotations

import codecs
import os
import re
import stat
from functools import cached_property
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.nodes import Node
from stretchcoach.files.yaml.problems import REPLACEMENT, UNSAFE, Problem, Severity

MAX_BYTES = 1024 * 1024
MAX_PROBLEMS = 100
_LINE_BREAK = re.compile("\r\n|\r|\n")
_WIDE_TEXT_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class RefusedError(Exception):
    """The file cannot be looked at any further; its problems are in the findings."""


class Findings:
    """Collects the problems of one file, up to MAX_PROBLEMS; then it raises RefusedError."""

    def __init__(self, path: Path, text: str = "") -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.refused = False

    @cached_property
    def lines(self) -> list[str]:
        """The lines as YAML counts them."""
        return _LINE_BREAK.split(self.text)

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    def add(self, node: Node, message: str, severity: Severity = Severity.ERROR) -> None:
        """Note what is wrong at `node`."""
        self.add_at(node.line, node.column, message, severity)

    def add_at(
        self, line: int, column: int, message: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Note what is wrong at a place, `line` and `column` counted from 0."""
        if self.refused:
            raise RefusedError
        if len(self.problems) == MAX_PROBLEMS:
            message = tr("there are more problems than these - mend some first")
            self.problems.append(self._problem(line, column, message, Severity.ERROR))
            self.refused = True
            raise RefusedError
        self.problems.append(self._problem(line, column, message, severity))

    def refuse(self, message: str, line: int = 0, column: int = 0) -> RefusedError:
        """Note what is wrong and give the exception to raise, for nothing more can be said."""
        self.add_at(line, column, message)
        self.refused = True
        return RefusedError()

    def _problem(self, line: int, column: int, message: str, severity: Severity) -> Problem:
        # YAML names the line after the last one when a file ends too early.
        line = min(line, len(self.lines) - 1)
        source = self.lines[line]
        column = min(column, len(source))
        return Problem(self.path, line + 1, column + 1, message, severity, source)


def read_file(path: Path) -> Findings:
    """The text of a file, let in by the guard, as findings to add to.

    Never raises and never waits: a file that cannot be let in has an error among the
    findings. Unsafe characters are noted and replaced, so that the rest can be checked.
    """
    findings = Findings(path)
    try:
        return admit(path, _read_bytes(findings))
    except RefusedError:
        return findings


def admit(path: Path, content: bytes) -> Findings:
    """`content` as text, with what the guard finds wrong in it. Never raises."""
    findings = Findings(path)
    try:
        findings = Findings(path, _decode(findings, content))
        _note_unsafe_characters(findings)
    except RefusedError:
        pass
    return findings


def _read_bytes(findings: Findings) -> bytes:
    path = findings.path
    try:
        kind = os.stat(path).st_mode
        if stat.S_ISDIR(kind):
            raise findings.refuse(tr("this is a folder - name a YAML file"))
        if not stat.S_ISREG(kind):
            raise findings.refuse(tr("this is not a regular file - name a YAML file"))
        # Without waiting, should it have become a pipe since.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise findings.refuse(tr("there is no such file")) from None
    except PermissionError:
        raise findings.refuse(tr("this file may not be read - check its permissions")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise findings.refuse(tr("this file cannot be read: {reason}", reason=reason)) from None


def _decode(findings: Findings, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise findings.refuse(tr("this file is too large - at most 1 MiB is read"))
    if content.startswith(_WIDE_TEXT_MARKS):
        raise findings.refuse(tr("this text is saved as UTF-16 - save it as UTF-8"))
    if b"\0" in content:
        raise findings.refuse(tr("this is not a text file - a routine is plain text in UTF-8"))
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        findings.text = UNSAFE.sub(REPLACEMENT, content.decode(errors="replace"))
        before = _LINE_BREAK.split(content[: error.start].decode())
        message = tr("this is not UTF-8 text from here on - save the file as UTF-8")
        raise findings.refuse(message, len(before) - 1, len(before[-1])) from None


def _note_unsafe_characters(findings: Findings) -> None:
    if not UNSAFE.search(findings.text):
        return
    original = findings.text
    findings.text = UNSAFE.sub(REPLACEMENT, original)
    starts = [0, *(match.end() for match in _LINE_BREAK.finditer(original))]
    line = 0
    for match in UNSAFE.finditer(original):
        while line + 1 < len(starts) and starts[line + 1] <= match.start():
            line += 1
        findings.add_at(line, match.start() - starts[line], unsafe_message(match.group()))


def unsafe_message(character: str) -> str:
    """Why `character` is not let in."""
    code = f"U+{ord(character):04X}"
    return tr("the invisible character {code} is not allowed - delete it", code=code)
