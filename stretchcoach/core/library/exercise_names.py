"""Exercises found as people call them: by id, by name or by another name, whatever the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.near_words import NearWords

MOST_SHOWN = 6  # of those that fit


class ExerciseNames:
    """The names of `exercises`, those in other languages too; looked through when first asked."""

    def __init__(self, exercises: Exercises) -> None:
        self._exercises = exercises

    def find(self, word: str) -> tuple[str, ...]:
        """The ids of the exercises that `word` may mean; an id means that one alone."""
        if word in self._exercises:
            return (word,)
        folded = _folded(word)
        if folded in self._exercises and word.isascii():  # a look-alike in an id is a mistake
            return (folded,)
        return tuple(self._by_name.get(folded, ()))

    def knows(self, word: str) -> bool:
        """Whether `word` means an exercise."""
        return bool(self.find(word))

    def did_you_mean(self, word: str) -> str:
        """A sentence that offers the nearest id or name, or "" when none is near."""
        near = self._near.nearest(_folded(word))
        return tr("did you mean “{word}”?", word=self._written[near]) if near else ""

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, exercise in self._exercises.items():
            for name in dict.fromkeys(map(_folded, _names(exercise))):
                found.setdefault(name, []).append(id_)
        return found

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """Every name as it is written, by how it is compared; ids before names."""
        written = {id_: id_ for id_ in self._exercises}
        for exercise in self._exercises.values():
            for name in _names(exercise):
                written.setdefault(_folded(name), name)
        return written

    @cached_property
    def _near(self) -> NearWords:
        return NearWords(self._written)


def _names(exercise: Exercise) -> Iterator[str]:
    yield exercise.name
    yield from exercise.also_known_as
    for words in exercise.translations.values():
        if words.name is not None:
            yield words.name
        yield from words.also_known_as or ()


def _folded(word: str) -> str:
    """`word` as names are compared, with one space for any run of them."""
    return fold(" ".join(word.split()))


def unknown_exercise(word: str, names: ExerciseNames) -> str:
    """The message for a `word` that means no exercise, or several."""
    fitting = names.find(word)
    if len(fitting) > 1:
        shown = ", ".join(fitting[:MOST_SHOWN]) + (", …" if len(fitting) > MOST_SHOWN else "")
        return tr("several exercises are called “{name}” - write one of their ids: {ids}",
                  name=word, ids=shown)  # fmt: skip
    unknown = tr("no exercise is called “{name}”", name=word)
    hint = names.did_you_mean(word) or tr("known are those of `stretchcoach list --exercises`")
    return f"{unknown} - {hint}"


def with_ids(routine: Routine, names: ExerciseNames) -> Routine:
    """`routine` with ids in the place of other names of exercises, as far as they are clear."""
    steps = tuple(_step_with_id(step, names) for step in routine.steps)
    same = all(new is old for new, old in zip(steps, routine.steps, strict=True))
    return routine if same else replace(routine, steps=steps)


def _step_with_id(step: Step, names: ExerciseNames) -> Step:
    if isinstance(step, RepeatStep):
        steps = tuple(_step_with_id(inner, names) for inner in step.steps)
        same = all(new is old for new, old in zip(steps, step.steps, strict=True))
        return step if same else replace(step, steps=steps)
    if not isinstance(step, ExerciseStep):
        return step
    id_ = id_of(step.exercise, names)
    return step if id_ == step.exercise else replace(step, exercise=id_)


def links_with_ids(exercise: Exercise, names: ExerciseNames) -> Exercise:
    """`exercise` with the ids of its easier and harder one in the place of other names."""
    easier = exercise.easier and id_of(exercise.easier, names)
    harder = exercise.harder and id_of(exercise.harder, names)
    if (easier, harder) == (exercise.easier, exercise.harder):
        return exercise
    return replace(exercise, easier=easier, harder=harder)


def id_of(word: str, names: ExerciseNames) -> str:
    """The id of the exercise that `word` means; `word` itself where that is not clear."""
    fitting = names.find(word)
    return fitting[0] if len(fitting) == 1 else word
