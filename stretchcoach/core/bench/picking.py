"""Choosing an exercise among all: by words, and by what is told of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.terms import Caution, Equipment, ExerciseKind, Position
from stretchcoach.core.finding.everyday_words import EverydayWords
from stretchcoach.core.finding.exercise_search import exercise_text
from stretchcoach.core.finding.routine_search import Wish, WordSearch
from stretchcoach.core.language.fold import fold
from stretchcoach.core.measures.muscle_groups import MuscleGroup, groups_of


@dataclass(frozen=True)
class Filters:
    """What an exercise must be; None asks for nothing. `target` is what it is for."""

    position: Position | None = None
    target: MuscleGroup | None = None
    equipment: Equipment | None = None
    kind: ExerciseKind | None = None
    level: int | None = None

    def admit(self, exercise: Exercise) -> bool:
        return (
            self.position in (None, exercise.position)
            and (self.target is None or self.target in groups_of(exercise.targets.primary))
            and (self.equipment is None or self.equipment in exercise.equipment)
            and self.kind in (None, exercise.kind)
            and self.level in (None, exercise.level)
        )


NO_FILTERS = Filters()


class ExercisePicker:
    """Finds some of `exercises`."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = tuple(sorted(exercises.values(), key=_folded_name))

    def find(self, text: str = "", filters: Filters = NO_FILTERS) -> tuple[Exercise, ...]:
        """Those that have the words of `text` in a name, another name, a muscle or a term, those
        that are called so first; without words by name."""
        admitted = [at for at, one in enumerate(self._exercises) if filters.admit(one)]
        groups = self._search.groups(Wish(text).words) if text.strip() else ()
        if groups:
            admitted = self._search.find(admitted, groups).numbers
        return tuple(self._exercises[at] for at in admitted)

    @cached_property
    def _search(self) -> WordSearch:
        return WordSearch(list(map(exercise_text, self._exercises)), EverydayWords())


def client_cautions(exercise: Exercise, client: Collection[Caution]) -> tuple[Caution, ...]:
    """What of the exercise's cautions the client has."""
    return tuple(caution for caution in exercise.cautions if caution in client)


def easier_and_harder(
    exercise: Exercise, exercises: Mapping[str, Exercise]
) -> tuple[Exercise | None, Exercise | None]:
    """The gentler version and the next step up, as far as there are any.

    Where an exercise names none, one that names it the other way round is taken.
    """
    easier = exercises.get(exercise.easier or "")
    harder = exercises.get(exercise.harder or "")
    if easier is None:
        easier = next((e for e in exercises.values() if e.harder == exercise.id), None)
    if harder is None:
        harder = next((e for e in exercises.values() if e.easier == exercise.id), None)
    return easier, harder


def _folded_name(exercise: Exercise) -> str:
    return fold(exercise.name)
