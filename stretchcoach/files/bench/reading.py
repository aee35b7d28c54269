"""The text of a routine as it is read while somebody writes it: rows, problems, remarks, times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path

from stretchcoach.core.bench.totals import GroupTime, group_times
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.lint.lint import Bundled, lint
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.session.dose_words import affected_dose_words, dose_words, step_title
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    MapSpan,
    Plain,
    Span,
    read_spans,
)
from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.library.routine_files import routine_entry
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.files.yaml.reader import Document, read_content

STEPS = "steps"
NONE = Bundled()


class RowKind(Enum):
    STEP = "step"
    REST = "rest"
    BLOCK = "block"


@dataclass(frozen=True)
class Row:
    """A line of the list of steps: a step, a rest, or the head of a repeat block.

    `start` and `end` are its characters in the text. `problem` is the first one in it. Where there
    is none, `words` tell the dose and `time_ms` the whole time of the step, once.
    """

    path: KeyPath
    kind: RowKind
    said: Mapping[str, Plain]
    title: str
    start: int
    end: int
    words: str = ""
    affected_words: str = ""
    time_ms: int | None = None
    problem: Problem | None = None
    exercise: str = ""

    @property
    def depth(self) -> int:
        """In how many blocks it stands."""
        return len(self.path) // 2 - 1

    @property
    def is_on(self) -> bool:
        return self.said.get("enabled") not in ("false", "no", "off")

    @property
    def is_optional(self) -> bool:
        return self.said.get("optional") in ("true", "yes", "on")


@dataclass(frozen=True)
class Reading:
    """What a text says. `root` is None where it is no YAML just now, `routine` where it has
    errors."""

    text: str
    document: Document[Routine]
    known: KnownExercises
    bundled: Bundled
    root: MapSpan | None
    routine: Routine | None
    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]
    pictures: Mapping[str, Path] = field(default_factory=dict)
    why_no_tree: str = ""

    @cached_property
    def timeline(self) -> Timeline | None:
        if self.routine is None:
            return None
        return expand(self.routine, self.exercises, self._client)

    @property
    def any_side(self) -> bool:
        """Whether the affected side is left to whoever does it; it is reckoned as the right one."""
        return self.routine is not None and self.routine.affected is None

    @property
    def _client(self) -> Profile:
        return Profile(AffectedSide.RIGHT) if self.any_side else NOBODY

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What is legal but surely not meant."""
        if self.routine is None:
            return ()
        return tuple(lint(self.routine, self.exercises, bundled=self.bundled))

    @cached_property
    def group_times(self) -> tuple[GroupTime, ...]:
        return group_times(self.timeline) if self.timeline is not None else ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is wrong but that there is no step yet."""
        steps = self.root.value(STEPS) if self.root is not None else None
        return len(self.errors) == 1 and isinstance(steps, ListSpan) and not steps.items

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All steps, those of blocks below their heads."""
        return tuple(_Rows(self).all()) if self.root is not None else ()

    def line_of(self, path: KeyPath) -> int:
        """The line, from 1, at which one points for `path`."""
        return self.document.place_of(path)[0].line + 1


def read_bench(path: Path, text: str, known: KnownExercises, bundled: Bundled = NONE) -> Reading:
    """Read `text`, which is or will be the file `path`. Never raises."""
    document = read_content(path, text.encode(errors="surrogatepass"), Routine)
    entry = routine_entry(document, known)
    try:
        root, why = read_spans(text), ""
    except EditRefusedError as error:
        root, why = None, str(error)
    return Reading(
        text=text,
        document=document,
        known=known,
        bundled=bundled,
        root=root,
        routine=entry.routine,
        exercises=entry.exercises or known.localized_exercises,
        problems=entry.problems,
        pictures=entry.pictures or known.pictures,
        why_no_tree=why,
    )


class _Rows:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._planned: dict[KeyPath, PlannedStep] = {}
        self._times: dict[KeyPath, int] = {}
        if (timeline := reading.timeline) is not None:
            by_no = [0] * (len(timeline.steps) + 1)
            for interval in timeline.intervals:
                by_no[interval.step_no] += interval.duration_ms or 0
            for planned in timeline.steps:
                if planned.path not in self._planned:
                    self._planned[planned.path] = planned
                    self._times[planned.path] = by_no[planned.step_no]
        self._problems = sorted(reading.errors, key=_line)
        self._starts = [0]
        for line in reading.text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def all(self) -> Iterator[Row]:
        assert self._reading.root is not None
        steps = self._reading.root.value(STEPS)
        if isinstance(steps, ListSpan):
            yield from self._of(steps, (STEPS,))

    def _of(self, steps: ListSpan, path: KeyPath) -> Iterator[Row]:
        for at, item in enumerate(steps.items):
            here = (*path, at)
            if not isinstance(item, MapSpan):
                yield self._row(here, RowKind.STEP, item, {}, "?")
                continue
            inner = item.value(STEPS)
            said = {key.text: value.plain for key, value in item.pairs if value is not inner}
            if "repeat" in said or inner is not None:
                yield self._row(here, RowKind.BLOCK, item, said, _block_title(said))
                if isinstance(inner, ListSpan):
                    yield from self._of(inner, (*here, STEPS))
            elif "exercise" in said:
                yield self._row(here, RowKind.STEP, item, said, self._name(said))
            elif "rest" in said:
                yield self._row(here, RowKind.REST, item, said, tr("Rest"))
            else:
                yield self._row(here, RowKind.STEP, item, said, "?")

    def _row(
        self, path: KeyPath, kind: RowKind, span: Span, said: Mapping[str, Plain], title: str
    ) -> Row:
        planned = self._planned.get(path)
        words = affected = ""
        if planned is not None:
            words = dose_words(planned, as_written=True)
            affected = affected_dose_words(planned, as_written=True, anybody=self._reading.any_side)
            title = step_title(planned)
        elif kind is not RowKind.BLOCK:
            words = _raw_words(said)
        end = span.end if kind is not RowKind.BLOCK else _end_of_head(span)
        return Row(
            path=path,
            kind=kind,
            said=said,
            title=title,
            start=span.start,
            end=end,
            words=words,
            affected_words=affected,
            time_ms=self._times.get(path),
            problem=self._problem_in(span.start, end),
            exercise=self._id(said),
        )

    def _name(self, said: Mapping[str, Plain]) -> str:
        exercise = self._reading.exercises.get(self._id(said))
        return exercise.name if exercise else str(said["exercise"])

    def _id(self, said: Mapping[str, Plain]) -> str:
        word = said.get("exercise", "")
        if not isinstance(word, str) or not word:
            return ""
        found = self._reading.known.names.find(word)
        return found[0] if len(found) == 1 else word

    def _problem_in(self, start: int, end: int) -> Problem | None:
        for problem in self._problems:
            line = min(problem.line - 1, len(self._starts) - 2)
            at = self._starts[line] + problem.column - 1
            if start <= at <= end:
                return problem
        return None


def _line(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def _end_of_head(span: Span) -> int:
    inner = span.value(STEPS) if isinstance(span, MapSpan) else None
    return span.end if inner is None else max(span.start, inner.start - 1)


def _block_title(said: Mapping[str, Plain]) -> str:
    times = said.get("repeat", "")
    if isinstance(times, str) and times.isascii() and times.isdecimal() and len(times) < 4:
        return trn("Repeat once", "Repeat {n} times", int(times))
    return tr("Repeat")


def _raw_words(said: Mapping[str, Plain]) -> str:
    """The dose as the file has it, where nothing else can be told."""
    keys = ("sets", "reps", "hold", "pace", "time", "rest")
    given = ((key, said[key]) for key in keys if isinstance(said.get(key), str))
    return ", ".join(f"{key} {value}" for key, value in given)
