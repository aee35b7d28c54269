"""The text of a routine as it is read while somebody writes it: rows, problems, remarks, times."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stretchcoach.core.bench.totals import GroupTime, group_times
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.lint.caution_remarks import caution_remarks
from stretchcoach.core.lint.lint import Bundled, lint, used_exercise_remarks, wanted
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.session.length import step_length
from stretchcoach.core.session.timeline import Timeline, timeline_of
from stretchcoach.core.steps.planned_step import PlannedStep, plan
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    MapSpan,
    Plain,
    Span,
    TextSpan,
    read_spans,
)
from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.library.routine_files import routine_entry
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.files.yaml.reader import read_content

STEPS = "steps"
NONE = Bundled()


@dataclass(frozen=True)
class Reading:
    """What a text says. `root` is None where it is no YAML just now, `routine` where it has
    errors."""

    path: Path
    text: str
    known: KnownExercises
    bundled: Bundled
    root: MapSpan | None
    routine: Routine | None
    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]
    pictures: Mapping[str, Path] = field(default_factory=dict)
    why_no_tree: str = ""

    @cached_property
    def steps(self) -> tuple[PlannedStep, ...]:
        """The steps with all decided, blocks written out; none while there are errors."""
        if self.routine is None:
            return ()
        return tuple(plan(self.routine, self.exercises, self.client))

    @cached_property
    def step_times_ms(self) -> tuple[int, ...]:
        """How long each of `steps` takes."""
        return tuple(step_length(planned).total_ms for planned in self.steps)

    @property
    def total_ms(self) -> int | None:
        """How long the whole takes; None while there are errors."""
        return None if self.routine is None else sum(self.step_times_ms)

    @cached_property
    def timeline(self) -> Timeline | None:
        return None if self.routine is None else timeline_of(self.steps)

    @property
    def any_side(self) -> bool:
        """Whether the affected side is left to whoever does it; it is reckoned as the right one."""
        return self.routine is not None and self.routine.affected is None

    @property
    def client(self) -> Profile:
        """For whom it is reckoned."""
        return Profile(AffectedSide.RIGHT) if self.any_side else NOBODY

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What is legal but surely not meant."""
        if self.routine is None:
            return ()
        found = lint(self.routine, self.exercises, bundled=self.bundled)
        return (*found, *used_exercise_remarks(self.routine, self.exercises, self.bundled))

    def caution_remarks(self, cautions: Collection[Caution]) -> tuple[Remark, ...]:
        """What is to be said to a client who has these."""
        if self.routine is None:
            return ()
        found = caution_remarks(self.routine, self.exercises, cautions)
        return tuple(wanted(found, self.routine.lint.ignore))

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

    def place_of(self, path: KeyPath) -> int:
        """The character at which one points for `path`, as far as it is there.

        One points at a value of one line, and at the key of one with insides.
        """
        here: Span | None = self.root
        place = 0
        for part in path:
            if isinstance(here, MapSpan) and (at := here.place(str(part))) is not None:
                key, here = here.pairs[at]
                place = here.start if isinstance(here, TextSpan) and here.text else key.start
            elif isinstance(here, ListSpan) and isinstance(part, int) and part < len(here.items):
                here = here.items[part]
                place = here.start
            else:
                break
        return place

    def line_of(self, path: KeyPath) -> int:
        """The line, from 1, at which one points for `path`."""
        return self.text.count("\n", 0, self.place_of(path)) + 1


def read_bench(path: Path, text: str, known: KnownExercises, bundled: Bundled = NONE) -> Reading:
    """Read `text`, which is or will be the file `path`. Never raises."""
    document = read_content(path, text.encode(errors="surrogatepass"), Routine)
    entry = routine_entry(document, known)
    try:
        root, why = read_spans(text), ""
    except EditRefusedError as error:
        root, why = None, str(error)
    return Reading(
        path=path,
        text=text,
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
        for planned, time_ms in zip(reading.steps, reading.step_times_ms, strict=True):
            if planned.path not in self._planned:
                self._planned[planned.path] = planned
                self._times[planned.path] = time_ms
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
        self, path: KeyPath, kind: RowKind, span: Span, said: Mapping[str, Plain], name: str
    ) -> Row:
        end = span.end if kind is not RowKind.BLOCK else _end_of_head(span)
        return Row(
            path=path,
            kind=kind,
            said=said,
            start=span.start,
            end=end,
            name=name,
            planned=self._planned.get(path),
            anybody=self._reading.any_side,
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
