"""The text of an exercise as it is read while somebody writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.exercise_links import link_faults
from stretchcoach.core.library.exercise_names import ExerciseNames, links_with_ids
from stretchcoach.core.library.validate import exercise_faults
from stretchcoach.core.lint.exercise_remarks import exercise_remarks
from stretchcoach.core.lint.remark import Remark
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    MapSpan,
    Span,
    TextSpan,
    find,
    read_spans,
)
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.files.yaml.reader import Document, read_content


@dataclass(frozen=True)
class ExerciseReading:
    """What a text says. `root` is None where it is no YAML just now, and `why_no_tree` says why;
    `exercise` is None where it has errors."""

    text: str
    document: Document[Exercise]
    root: MapSpan | None
    exercise: Exercise | None
    why_no_tree: str = ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.document.problems if problem.is_error)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What is legal but surely not meant."""
        return tuple(exercise_remarks(self.exercise)) if self.exercise is not None else ()

    def words(self, path: KeyPath) -> str:
        """The text at `path`; "" where none is."""
        found = find(self.root, path) if self.root is not None else None
        return found.text if isinstance(found, TextSpan) else ""

    def has(self, path: KeyPath) -> bool:
        """Whether something stands at `path`."""
        return self.root is not None and find(self.root, path) is not None

    def listed(self, path: KeyPath) -> tuple[str, ...]:
        """The texts of the list at `path`."""
        found = find(self.root, path) if self.root is not None else None
        items = found.items if isinstance(found, ListSpan) else []
        return tuple(item.text for item in items if isinstance(item, TextSpan))

    def path_of(self, problem: Problem) -> KeyPath:
        """The value that `problem` is about; () where that is the whole."""
        before = self.text.split("\n")[: problem.line - 1]
        at = sum(len(line) + 1 for line in before) + problem.column - 1
        return _path_at(self.root, at) if self.root is not None else ()


def _path_at(span: Span, at: int) -> KeyPath:
    """The way from `span` to the innermost value around the character `at`."""
    if isinstance(span, MapSpan):
        for key, value in span.pairs:
            if value.start <= at <= value.end:
                return (key.text, *_path_at(value, at))
    return ()


def read_exercise(
    path: Path, text: str, known: Mapping[str, Exercise] | None = None
) -> ExerciseReading:
    """Read `text`, which is or will be the file `path`. Never raises.

    Where others are `known`, its links to them are looked at, too.
    """
    document = read_content(path, text.encode(errors="surrogatepass"), Exercise)
    exercise = document.value
    if exercise is not None:
        document.add_faults(exercise_faults(exercise))
        if known is not None and exercise.id:
            all_known = {**known, exercise.id: exercise}
            all_known[exercise.id] = links_with_ids(exercise, ExerciseNames(all_known))
            document.add_faults(link_faults(all_known, (exercise.id,)).get(exercise.id, ()))
    try:
        root, why = read_spans(text), ""
    except EditRefusedError as error:
        root, why = None, str(error)
    return ExerciseReading(text, document, root, None if document.has_errors else exercise, why)


def what_is_missing(reading: ExerciseReading) -> str:
    """What is wrong at large in the text, for somebody who fills in a form; "" for nothing."""
    if reading.root is None:
        return reading.why_no_tree
    if not reading.words(("name",)).strip():
        return tr("the exercise has no name yet")
    if not any(reading.words(("instructions", key)) for key in ("setup", "move", "feel", "avoid")):
        return tr("say at least in a few words how it is done")
    return ""


def name_fault(exercise: Exercise, known: Mapping[str, Exercise]) -> str:
    """Why `exercise` cannot be called what it is; "" where it can.

    A routine may call an exercise by its name, so two of one name would leave it unclear.
    """
    others = {id_: other for id_, other in known.items() if id_ != exercise.id}
    if not ExerciseNames(others).knows(exercise.name):
        return ""
    return tr("another exercise is called “{name}” - give yours another name", name=exercise.name)
