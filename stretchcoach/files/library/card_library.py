"""The library as cards. A whole routine, and with it YAML, is read when it is opened.

`Shelf.routine` may be called while another thread still reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.yaml.problems import Problem

if TYPE_CHECKING:  # they need YAML, which a start without changes does not
    from stretchcoach.core.content.exercise import Exercise
    from stretchcoach.files.library.exercise_files import ExerciseEntry, KnownExercises
    from stretchcoach.files.library.routine_files import RoutineEntry


class Exercises:
    """All exercises of some files, read when they are first needed."""

    def __init__(self, groups: Sequence[Sequence[Path]], assets: Path) -> None:
        self._groups = groups
        self._assets = assets
        self._lock = Lock()
        self._read: tuple[tuple[ExerciseEntry, ...], KnownExercises] | None = None

    @property
    def entries(self) -> tuple[ExerciseEntry, ...]:
        return self._whole()[0]

    @property
    def known(self) -> KnownExercises:
        return self._whole()[1]

    def _whole(self) -> tuple[tuple[ExerciseEntry, ...], KnownExercises]:
        from stretchcoach.files.library.exercise_files import KnownExercises, read_exercise_files

        with self._lock:
            if self._read is None:
                self._read = read_exercise_files(self._groups, KnownExercises(self._assets))
            return self._read


class Shelf:
    """All cards of the library, the person's own first, and the way to what they stand for."""

    def __init__(
        self,
        cards: Sequence[LibraryCard],
        exercises: Exercises,
        folder_problems: Sequence[Problem] = (),
    ) -> None:
        self.cards = tuple(cards)
        self.folder_problems = tuple(folder_problems)
        self._exercises = exercises

    @property
    def known(self) -> KnownExercises:
        """All exercises with their pictures."""
        return self._exercises.known

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises that can be used, by id."""
        return self.known.exercises

    @property
    def exercise_entries(self) -> tuple[ExerciseEntry, ...]:
        return self._exercises.entries

    @property
    def routine_ids(self) -> Iterator[str]:
        """The ids of all routines that can be used."""
        return (card.facts.id for card in self.cards if card.facts is not None)

    def routine(self, id_or_path: str) -> RoutineEntry:
        """The routine with this id, or that of this file, read now; it may be a broken one.

        Raises UnknownRoutineError.
        """
        from stretchcoach.core.language.near_words import NearWords
        from stretchcoach.files.library.full_library import UnknownRoutineError, file_of
        from stretchcoach.files.library.neighbours import known_beside
        from stretchcoach.files.library.routine_files import read_routine_file

        entry = self.routine_by_id(id_or_path)
        if entry is not None:
            return entry
        path = file_of(id_or_path)
        if path is not None:
            path = path.absolute()
            card = next((card for card in self.cards if card.path == str(path)), None)
            return (
                self.entry(card)
                if card
                else read_routine_file(path, known_beside(path, self.known))
            )
        unknown = tr("no routine is called “{name}”", name=id_or_path)
        hint = NearWords(list(self.routine_ids)).did_you_mean(id_or_path)
        raise UnknownRoutineError(f"{unknown} - {hint}" if hint else unknown)

    def routine_by_id(self, routine_id: str) -> RoutineEntry | None:
        """The routine with this id, read now; None when there is none."""
        found = [c for c in self.cards if c.facts is not None and c.facts.id == routine_id]
        # What was opened elsewhere, or is a client's, stands behind what the library has.
        card = next((c for c in found if not c.stands_apart), found[0] if found else None)
        return self.entry(card) if card is not None else None

    def entry(self, card: LibraryCard) -> RoutineEntry:
        """What `card` stands for, read now: for a broken file or folder all its problems."""
        from stretchcoach.files.library.full_library import with_taken_id
        from stretchcoach.files.library.neighbours import known_beside
        from stretchcoach.files.library.routine_files import RoutineEntry, read_routine_file

        path = Path(card.path)
        if card.is_routine:
            known = known_beside(path, self.known) if card.stands_apart else self.known
            entry = read_routine_file(path, known)
            first = self._holder_of(entry, card) if card.facts is None else None
            return with_taken_id(entry, first) if first else entry
        problems = [p for e in self.exercise_entries if e.path == path for p in e.problems]
        problems += [problem for problem in self.folder_problems if problem.path == path]
        return RoutineEntry(path, path.stem, path.name, None, problems=tuple(problems))

    def _holder_of(self, entry: RoutineEntry, card: LibraryCard) -> Path | None:
        """The other file of the same folder that has the id of `entry`, where one has."""
        for other in self.cards:
            if entry.routine and other.facts and other.facts.id == entry.id:
                found = Path(other.path)
                if found.parent == entry.path.parent and other.path != card.path:
                    return found
        return None
