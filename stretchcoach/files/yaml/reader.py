"""A YAML file as one of the dataclasses of `core`, with the place of every problem."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from stretchcoach.core.content.exercise import EXERCISE_FORMAT, Exercise
from stretchcoach.core.content.routine import ROUTINE_FORMAT, Routine
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.fault import Fault
from stretchcoach.core.plan.plan import PLAN_FORMAT, Plan
from stretchcoach.files.yaml.dataclass_reader import read_record
from stretchcoach.files.yaml.guard import Findings, RefusedError, admit, read_file
from stretchcoach.files.yaml.nodes import Collection, KeyPath, Mapping, Node, Scalar, Sequence
from stretchcoach.files.yaml.parser import PARSER, parse
from stretchcoach.files.yaml.problems import Problem, Severity
from stretchcoach.files.yaml.scalars import INVALID

T = TypeVar("T")
_OTHER_NAMES = (EXERCISE_FORMAT.partition("/")[0], ROUTINE_FORMAT.partition("/")[0])


@dataclass(frozen=True)
class Document(Generic[T]):
    """A file as it was read.

    `value` is what the file says. It is there as soon as the file has the right outline, even
    if some of it could not be read and was left out: then there are errors, and it is good
    for nothing but to look for more of them.
    """

    findings: Findings
    root: Node | None = None
    value: T | None = None

    @property
    def path(self) -> Path:
        return self.findings.path

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(sorted(self.findings.problems, key=lambda p: (p.line, p.column)))

    @property
    def has_errors(self) -> bool:
        return self.findings.has_errors

    def place_of(self, path: KeyPath) -> tuple[Node, Node]:
        """Where to point at for `path`, as far as it is known, and the node that stands there.

        One points at a value of one line, and at the key of one with insides.
        """
        place = node = self.root or Node(0, 0)
        for step in path:
            if isinstance(node, Mapping) and (pair := node.find(str(step))):
                key, node = pair
                place = node if isinstance(node, Scalar) and not node.is_blank else key
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.kept):
                place = node = node.kept[step]
            else:
                break
        return place, node

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Add what `core` found wrong in the value, at its places.

        A fault where there is a problem already, or in something with insides that could not
        all be read, is left out: it may be nothing but an echo.
        """
        unreadable = [(problem.line - 1, problem.column - 1) for problem in self.findings.problems]
        for fault in faults:
            place, node = self.place_of(fault.path)
            inside = node.spans if isinstance(node, Collection) else None
            if not any(
                where == (place.line, place.column) or (inside and inside(*where))
                for where in unreadable
            ):
                self.add(fault.path, fault.message)

    def add(self, path: KeyPath, message: str, severity: Severity = Severity.ERROR) -> None:
        """Add a problem at `path`."""
        with suppress(RefusedError):
            self.findings.add(self.place_of(path)[0], message, severity)


def read_document(path: Path, record: type[T], parser: Any = PARSER) -> Document[T]:
    """Read a file as a `record`. Never raises: what is wrong is among the problems."""
    return _read(read_file(path), record, parser)


def read_content(path: Path, content: bytes, record: type[T], parser: Any = PARSER) -> Document[T]:
    """Read `content` as if it were the file `path`: for an editor that has not saved yet."""
    return _read(admit(path, content), record, parser)


def _read(findings: Findings, record: type[T], parser: Any) -> Document[T]:
    if findings.refused:
        return Document(findings)
    root: Node | None = None
    try:
        root = parse(findings, parser)
        if root is not None and not _is_other_kind(findings, root, record):
            value = read_record(record, root, findings)
            return Document(findings, root, None if value is INVALID else value)
    except RefusedError:
        pass
    return Document(findings, root)


def _is_other_kind(findings: Findings, root: Node, record: type) -> bool:
    """Whether the file says itself that it is of another kind; then nothing else matters."""
    pair = root.find("format") if isinstance(root, Mapping) else None
    if pair is None or not isinstance(pair[1], Scalar):
        return False
    name = pair[1].text.partition("/")[0]
    if name == PLAN_FORMAT.partition("/")[0] and record is not Plan:
        message = tr("this is a plan - its place is the folder “plans”")
    elif name in _OTHER_NAMES and record is Plan:
        message = tr("this is no plan - its place is not the folder “plans”")
    elif name == EXERCISE_FORMAT.partition("/")[0] and record is not Exercise:
        message = tr("this is an exercise, not a routine - its place is the folder “exercises”")
    elif name == ROUTINE_FORMAT.partition("/")[0] and record is not Routine:
        message = tr("this is a routine, not an exercise - its place is one folder up")
    else:
        return False
    findings.add(pair[1], message)
    return True
