"""What YAML's own errors mean, in the words of someone who writes a routine."""

from __future__ import annotations

import re

import yaml

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.guard import Findings

# The first character behind the dashes is none, so that a line of dashes is gone through once.
_MISSING_SPACE = re.compile(r"[-\s]*\w[\w-]*:\S")
_KEY_AND_COLON = re.compile(r"[-\s]*[^-\s:][^:]*:\s")
_TAB_INDENT = re.compile(r" *\t")

Place = tuple[int, int]


def explain(findings: Findings, error: yaml.MarkedYAMLError) -> None:
    """Add what `error` means, at the place where it is best mended."""
    mark = error.problem_mark or error.context_mark
    here = (mark.line, mark.column) if mark else (0, 0)
    start = (error.context_mark.line, error.context_mark.column) if error.context_mark else here
    where, message = _meaning(findings, error.context or "", error.problem or "", here, start)
    findings.add_at(*where, message)


def _meaning(
    findings: Findings, context: str, problem: str, here: Place, start: Place
) -> tuple[Place, str]:
    line = findings.lines[min(here[0], len(findings.lines) - 1)]
    tab = _TAB_INDENT.match(line)
    if tab and tab.end() <= here[1] + 1:
        return (here[0], tab.end() - 1), tr("a tab cannot indent a line - use spaces")
    if "not allowed" in problem and "values" in problem:
        return _colon_too_many(findings, here)
    if "could not find expected ':'" in problem:
        return start, _no_colon(findings.lines[start[0]])
    if "cannot start any token" in problem:
        return here, tr("a text cannot begin with this character - put it in quotes")
    return _by_context(context, problem, here, start) or _by_place(line, problem, here)


def _by_context(context: str, problem: str, here: Place, start: Place) -> tuple[Place, str] | None:
    if "directive" in context + problem or "incompatible" in problem:
        return here, tr("a line with % is not needed - delete it")
    if "block scalar" in context:
        return start, tr("the text of | or > begins on the next line - nothing may follow here")
    if "quoted" in context and "escape" in problem:
        return here, tr("a backslash in double quotes needs a known letter - use single quotes")
    if "quoted" in context:
        return start, tr("the quote that opens here is never closed - close it")
    if "flow" in context:
        bracket = "]" if "sequence" in context else "}"
        text = tr("the bracket that opens here is not closed in time - add {bracket} or a comma",
                  bracket=bracket)  # fmt: skip
        return start, text
    return None


def _colon_too_many(findings: Findings, here: Place) -> tuple[Place, str]:
    line = findings.lines[here[0]]
    if _KEY_AND_COLON.match(line[: here[1]]):
        return here, tr("a second colon in one line - put the text in quotes")
    before = findings.lines[here[0] - 1] if here[0] else ""
    if _MISSING_SPACE.match(before) and _indent(before) == _indent(line):
        return (here[0] - 1, _indent(before)), _no_colon(before)
    return (here[0], _indent(line)), tr(
        "this line is indented more than the line before allows - begin it below its neighbours"
    )


def _by_place(line: str, problem: str, here: Place) -> tuple[Place, str]:
    if "sequence entries" in problem:
        return here, tr("a list cannot begin behind a colon - begin it on a line of its own")
    if line[: here[1]].strip(" -") == "":
        return here, tr("the indentation does not fit - begin the line below its neighbours")
    if problem.startswith(("did not find expected", "expected")):
        return here, tr("nothing more is expected here - put the whole text in quotes")
    return here, tr("this is not YAML from here on - look for a missing quote or bracket")


def _no_colon(line: str) -> str:
    if _MISSING_SPACE.match(line):
        return tr("there is no space after the colon - write “key: value”")
    return tr("there is no colon after this - write “key: value”")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
