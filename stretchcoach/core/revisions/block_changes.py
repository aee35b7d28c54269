"""What changed in the blocks of a routine: what is in them, how often and when they are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.revisions.change_words import often_words


@dataclass(frozen=True)
class _Block:
    """`inner` has its exercises by their ids; a block of rests alone has none."""

    inner: tuple[str, ...]
    times: int
    schedule: Schedule | None

    @property
    def says_nothing(self) -> bool:
        return self.times == 1 and self.schedule is None


def block_changes(before: Routine, after: Routine, exercises: Exercises) -> Iterator[str]:
    """A sentence for each; `exercises` have the names."""
    left = list(_blocks(before.steps))
    for block in _blocks(after.steps):
        old = _same(block, left)
        if old is not None:
            left.remove(old)
            yield from _changes_of(old, block, exercises)
        elif not block.says_nothing:
            yield trn("{exercises}: a block now, done {n} time.",
                      "{exercises}: a block now, done {n} times.",
                      block.times, exercises=_names(block, exercises))  # fmt: skip
    for block in left:
        if not block.says_nothing:
            yield tr("{exercises}: no block any more.", exercises=_names(block, exercises))


def _changes_of(old: _Block, new: _Block, exercises: Exercises) -> Iterator[str]:
    names = _names(new, exercises)
    if old.inner != new.inner:
        yield tr("The block of {old} is one of {new} now.",
                 old=_names(old, exercises), new=names)  # fmt: skip
    if old.times != new.times:
        yield trn("The block of {exercises} is done {n} time instead of {old}.",
                  "The block of {exercises} is done {n} times instead of {old}.",
                  new.times, exercises=names, old=old.times)  # fmt: skip
    if old.schedule != new.schedule:
        yield tr("The block of {exercises}: {new} instead of {old}.", exercises=names,
                 new=often_words(new.schedule), old=often_words(old.schedule))  # fmt: skip


def _same(block: _Block, before: Iterable[_Block]) -> _Block | None:
    """The one of `before` that it was: with the same exercises, or else with one of them."""
    same = (one for one in before if one.inner == block.inner)
    alike = (one for one in before if set(one.inner) & set(block.inner))
    return next(same, None) or next(alike, None)


def _blocks(steps: Iterable[Step]) -> Iterator[_Block]:
    for step in steps:
        if isinstance(step, RepeatStep) and step.enabled:
            yield _Block(tuple(_inner(step.steps)), step.repeat, step.schedule)
            yield from _blocks(step.steps)


def _inner(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, RepeatStep) and step.enabled:
            yield from _inner(step.steps)
        elif isinstance(step, ExerciseStep) and step.enabled:
            yield step.exercise


def _names(block: _Block, exercises: Exercises) -> str:
    names = [exercises[name].name if name in exercises else name for name in block.inner]
    return ", ".join(names) or tr("Rest")
