"""What a newer revision of a routine says otherwise, in sentences: doses, steps, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.revisions.block_changes import block_changes
from stretchcoach.core.revisions.change_words import note_words, often_words
from stretchcoach.core.revisions.dose_changes import dose_changes
from stretchcoach.core.revisions.exercise_changes import exercise_changes
from stretchcoach.core.revisions.head_changes import head_changes
from stretchcoach.core.session.dose_words import step_title, written_dose_words
from stretchcoach.core.steps.planned_step import PlannedStep, plan


@dataclass(frozen=True)
class Revision:
    """A routine with the exercises that it may name, and what tells the picture of each from
    every other picture, by id."""

    routine: Routine
    exercises: Exercises
    pictures: Mapping[str, str] = field(default_factory=dict)


def routine_changes(before: Revision, after: Revision, profile: Profile) -> tuple[str, ...]:
    """Each change from `before` to `after` as a sentence, for this person; none where they say
    the same. Neither may have errors."""
    old, new = _lines(before, profile), _lines(after, profile)
    pictures = before.pictures, after.pictures
    return (
        *head_changes(before.routine, after.routine),
        *_step_changes(old, new),
        *block_changes(before.routine, after.routine, after.exercises),
        *exercise_changes(before.exercises, after.exercises, [line.key for line in new], pictures),
    )


@dataclass(frozen=True)
class _Line:
    """A step where it stands in the file, once, however often its block repeats it."""

    number: int
    planned: PlannedStep

    @property
    def key(self) -> str:
        return self.planned.exercise.id if self.planned.exercise else ""

    @property
    def title(self) -> str:
        return step_title(self.planned)

    @property
    def named(self) -> str:
        return tr("Step {n}, {exercise}", n=self.number, exercise=self.title)

    @property
    def with_dose(self) -> str:
        dose = written_dose_words(self.planned)
        return tr("{exercise}, {dose}", exercise=self.title, dose=dose) if dose else self.title


def _lines(revision: Revision, profile: Profile) -> tuple[_Line, ...]:
    steps = plan(revision.routine, revision.exercises, profile)
    once = {planned.path: planned for planned in steps}
    return tuple(_Line(number, planned) for number, planned in enumerate(once.values(), start=1))


def _step_changes(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[str]:
    matcher = SequenceMatcher(
        None, [line.key for line in old], [line.key for line in new], autojunk=False
    )
    gone: list[_Line] = []
    come: list[_Line] = []
    for kind, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if kind == "equal":
            for one, other in zip(old[from_old:to_old], new[from_new:to_new], strict=True):
                yield from _changes_of(one, other)
        else:
            gone += old[from_old:to_old]
            come += new[from_new:to_new]
    yield from _moved_changes(gone, come)


def _moved_changes(gone: list[_Line], come: list[_Line]) -> Iterator[str]:
    """What left its place and what came into one; the same exercise in both has moved."""
    for line in come:
        before = next((one for one in gone if one.key == line.key), None)
        if before is None:
            yield tr("Step {n} is new: {exercise}.", n=line.number, exercise=line.with_dose)
            continue
        gone.remove(before)
        yield tr("{exercise} is step {new} now, it was step {old}.",
                 exercise=line.title, new=line.number, old=before.number)  # fmt: skip
        yield from _changes_of(before, line)
    for line in gone:
        yield tr("Left out: {exercise}.", exercise=line.with_dose)


def _changes_of(old: _Line, new: _Line) -> Iterator[str]:
    before, after = old.planned, new.planned
    yield from dose_changes(before, after, new.named)
    if before.step.note != after.step.note:
        what = tr("{step}: the note", step=new.named)
        yield note_words(what, before.step.note, after.note_on(after.first_side))
    if _due(before) != _due(after):
        often, was = often_words(_due(after)), often_words(_due(before))
        yield tr("{step}: {new} instead of {old}.", step=new.named, new=often, old=was)
    if before.step.optional is not after.step.optional:
        yield (
            tr("{step}: may be left out first when time is short.", step=new.named)
            if after.step.optional
            else tr("{step}: is no longer the first to be left out.", step=new.named)
        )


def _due(planned: PlannedStep) -> Schedule | None:
    step = planned.step
    return step.schedule if isinstance(step, ExerciseStep) else None
