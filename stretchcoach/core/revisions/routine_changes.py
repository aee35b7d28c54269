"""What a newer revision of a routine says otherwise, in sentences: doses, steps, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.schedule.schedule_words import schedule_words
from stretchcoach.core.session.dose_words import load_words, step_title, written_dose_words
from stretchcoach.core.steps.planned_step import PlannedStep, plan


@dataclass(frozen=True)
class Revision:
    """A routine with the exercises that it may name."""

    routine: Routine
    exercises: Exercises


def routine_changes(before: Revision, after: Revision, profile: Profile) -> tuple[str, ...]:
    """Each change from `before` to `after` as a sentence, for this person; none where they say
    the same. Neither may have errors."""
    old, new = _lines(before, profile), _lines(after, profile)
    return (
        *_head_changes(before.routine, after.routine),
        *_step_changes(old, new),
        *_block_changes(before, after),
        *_word_changes(before, after, new),
    )


def _head_changes(old: Routine, new: Routine) -> Iterator[str]:
    if old.title != new.title:
        yield tr("It is called “{new}” instead of “{old}”.", new=new.title, old=old.title)
    if old.schedule != new.schedule:
        yield tr("How often: {new} instead of {old}.",
                 new=_often(new.schedule), old=_often(old.schedule))  # fmt: skip
    if old.affected is not new.affected:
        yield tr("It is written for another affected side.")
    if (old.goal, old.for_, old.level) != (new.goal, new.for_, new.level):
        yield tr("What it is for is said in other words.")
    if old.note != new.note:
        yield _note_words(tr("The note before the start"), old.note, new.note)


def _often(schedule: Schedule | None) -> str:
    return ", ".join(schedule_words(schedule)) if schedule is not None else tr("as one likes")


def _note_words(what: str, old: str, new: str) -> str:
    if not new:
        return tr("{what} is gone.", what=what)
    # Translators: {what} is “The note before the start” or “Step 2, Bridge: the note”.
    if not old:
        return tr("{what} is new: “{note}”", what=what, note=new)
    return tr("{what} is another: “{note}”", what=what, note=new)


# Steps


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
    doses = [", ".join((written_dose_words(p), *load_words(p))) for p in (before, after)]
    if doses[0] != doses[1]:
        yield tr("{step}: {new} instead of {old}.", step=new.named, new=doses[1], old=doses[0])
    elif _dose_fields(before) != _dose_fields(after):
        yield tr("{step}: the times between the sets or sides are others, or what an affected side"
                 " does.", step=new.named)  # fmt: skip
    if before.step.note != after.step.note:
        what = tr("{step}: the note", step=new.named)
        yield _note_words(what, before.step.note, after.note_on(after.first_side))
    if _due(before) != _due(after):
        yield tr("{step}: {new} instead of {old}.",
                 step=new.named, new=_often(_due(after)), old=_often(_due(before)))  # fmt: skip
    if before.step.optional is not after.step.optional:
        yield (
            tr("{step}: may be left out first when time is short.", step=new.named)
            if after.step.optional
            else tr("{step}: is no longer the first to be left out.", step=new.named)
        )


def _dose_fields(planned: PlannedStep) -> object:
    step = planned.step
    written = (step.order, step.affected) if isinstance(step, ExerciseStep) else (step.rest_ms,)
    return written, planned.turns, planned.get_ready_ms, planned.switch_ms


def _due(planned: PlannedStep) -> Schedule | None:
    step = planned.step
    return step.schedule if isinstance(step, ExerciseStep) else None


# Blocks, and the words of exercises


def _block_changes(before: Revision, after: Revision) -> Iterator[str]:
    """How often blocks of the same exercises are repeated."""
    old = dict(_blocks(before.routine.steps))
    for names, times in _blocks(after.routine.steps):
        if old.get(names, times) != times:
            exercises = ", ".join(after.exercises[name].name for name in names)
            yield trn("The block of {exercises} is done {n} time instead of {old}.",
                      "The block of {exercises} is done {n} times instead of {old}.",
                      times, exercises=exercises, old=old[names])  # fmt: skip


def _blocks(steps: Iterable[Step]) -> Iterator[tuple[tuple[str, ...], int]]:
    for step in steps:
        if isinstance(step, RepeatStep) and step.enabled:
            inner = [one.exercise for one in step.steps if isinstance(one, ExerciseStep)]
            yield tuple(inner), step.repeat
            yield from _blocks(step.steps)


def _word_changes(before: Revision, after: Revision, lines: Sequence[_Line]) -> Iterator[str]:
    for name in dict.fromkeys(line.key for line in lines if line.key):
        old, new = before.exercises.get(name), after.exercises[name]
        if old is not None and (old.name, old.instructions, old.cues) != (
            new.name,
            new.instructions,
            new.cues,
        ):
            yield tr("How to do {exercise} is said in other words.", exercise=new.name)
