"""What the index keeps of a file, made by reading it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.finding.exercise_search import terms_of
from stretchcoach.core.library.gather_facts import routine_facts
from stretchcoach.files.folders.seen_files import SeenFile
from stretchcoach.files.library.cards import BrokenPlace
from stretchcoach.files.library.exercise_files import ExerciseEntry, KnownExercises
from stretchcoach.files.library.full_library import with_taken_id
from stretchcoach.files.library.index_file import IndexedFile
from stretchcoach.files.library.routine_files import read_routine_file
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.files.yaml.guard import read_file
from stretchcoach.files.yaml.problems import Problem


class RoutineMaker:
    """Reads routines of which all may name the exercises that are `known`.

    What is the same for all that have an exercise is found once: there may be thousands.
    """

    def __init__(self, known: KnownExercises) -> None:
        self._known = known
        self._stills: dict[Path, str] = {}
        self._terms: dict[str, tuple[Exercise, tuple[str, ...]]] = {}

    def read(self, seen: SeenFile) -> IndexedFile:
        """Read the file of a routine; what is to be kept of it."""
        entry = read_routine_file(Path(seen.path), self._known)
        if entry.routine is None:
            return _broken(seen, entry.id, entry.problems)
        facts = routine_facts(entry.routine, entry.exercises, entry.pictures, self._terms_of)
        pictures = (entry.pictures[name] for name in facts.figures if name in entry.pictures)
        return IndexedFile(
            *seen,
            id=entry.id,
            uses=None if entry.by_name else _uses(entry.routine),
            facts=facts,
            pictures=tuple(map(self._still, pictures)),
        )

    def _still(self, picture: Path) -> str:
        if picture not in self._stills:
            self._stills[picture] = str(still_beside(picture))
        return self._stills[picture]

    def _terms_of(self, exercise: Exercise) -> tuple[str, ...]:
        """A file may have another exercise of the same id."""
        found = self._terms.get(exercise.id)
        if found is None or found[0] is not exercise:
            found = self._terms[exercise.id] = (exercise, tuple(terms_of(exercise)))
        return found[1]


def taken_routine(file: IndexedFile, first: str, known: KnownExercises) -> IndexedFile:
    """A good routine that cannot be used, because the file `first` has its id."""
    entry = with_taken_id(read_routine_file(Path(file.path), known), Path(first))
    return file._replace(
        taken_by=first, problems=1, broken=_broken_place(file.path, entry.problems)
    )


def indexed_exercise(seen: SeenFile, entry: ExerciseEntry) -> IndexedFile:
    """What is to be kept of an exercise that was read."""
    if not any(problem.is_error for problem in entry.problems):
        return IndexedFile(*seen, id=entry.id, is_exercise=True)
    return _broken(seen, entry.id, entry.problems)._replace(is_exercise=True)


def _broken(seen: SeenFile, name: str, problems: Sequence[Problem]) -> IndexedFile:
    errors = sum(problem.is_error for problem in problems)
    return IndexedFile(*seen, id=name, problems=errors, broken=_broken_place(seen.path, problems))


def _broken_place(path: str, problems: Sequence[Problem]) -> BrokenPlace:
    """Where a file with errors is to be mended first, with the line before that place."""
    first = next(problem for problem in problems if problem.is_error)
    lines = read_file(Path(path)).lines
    before = lines[first.line - 2] if 2 <= first.line <= len(lines) + 1 else ""
    return BrokenPlace(first.line, first.column, first.message, first.source_line, before)


def _uses(routine: Routine) -> str | None:
    return None if routine.exercises else " ".join(sorted(set(_named(routine.steps))))


def _named(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, RepeatStep):
            yield from _named(step.steps)
        elif isinstance(step, ExerciseStep):
            yield step.exercise
