"""What is said otherwise of the exercises of a routine, and which have another picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Exercises
from stretchcoach.core.language.i18n import tr

Pictures = Mapping[str, str]
_TOLD_WITH_THE_STEP = ("dose", "sides")


def exercise_changes(
    old: Exercises, new: Exercises, steps: Iterable[str], pictures: tuple[Pictures, Pictures]
) -> Iterator[str]:
    """A sentence for each change in the exercises of `steps`, some of which may be "", and in
    those that are offered in their place. `pictures` tell those of before and of now apart."""
    in_steps = tuple(name for name in dict.fromkeys(steps) if name)
    for name in offered(in_steps, new):
        if name in old:
            yield from _changes_of(old[name], new[name], name in in_steps)
            yield from _picture_changes(new[name], *(found.get(name, "") for found in pictures))


def offered(names: Iterable[str], exercises: Exercises) -> tuple[str, ...]:
    """Those of `names`, and after them all that are easier or harder, each once."""
    found: dict[str, None] = {}
    waiting = [name for name in names if name in exercises]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            links = (exercises[name].easier, exercises[name].harder)
            waiting += [link for link in links if link is not None and link in exercises]
    return tuple(found)


def _changes_of(old: Exercise, new: Exercise, is_step: bool) -> Iterator[str]:
    if old.name != new.name:
        yield tr("The exercise “{old}” is called “{new}” now.", old=old.name, new=new.name)
    if (old.instructions, old.cues) != (new.instructions, new.cues):
        yield tr("How to do {exercise} is said in other words.", exercise=new.name)
    if not is_step and _of(old, _TOLD_WITH_THE_STEP) != _of(new, _TOLD_WITH_THE_STEP):
        yield tr("How much of {exercise} is done is different, where it is chosen as easier or"
                 " harder.", exercise=new.name)  # fmt: skip
    if old.cautions != new.cautions:
        yield tr("With what one asks a health professional before {exercise} is different.",
                 exercise=new.name)  # fmt: skip
    if (old.easier, old.harder) != (new.easier, new.harder):
        yield tr("What is offered as easier or harder than {exercise} is different.",
                 exercise=new.name)  # fmt: skip
    if (old.position, old.kind, old.equipment) != (new.position, new.kind, new.equipment):
        yield tr("What {exercise} needs is different: its position, its kind or its equipment.",
                 exercise=new.name)  # fmt: skip
    if (old.alt, old.figure_side) != (new.alt, new.figure_side):
        yield tr("The picture of {exercise} is described in other words.", exercise=new.name)
    known = ("targets", "level", "also_known_as", "sources")
    if _of(old, known) != _of(new, known):
        yield tr("What is known of {exercise} is different: its muscles, level, other names or"
                 " sources.", exercise=new.name)  # fmt: skip


def _of(exercise: Exercise, fields: Iterable[str]) -> tuple[object, ...]:
    return tuple(getattr(exercise, name) for name in fields)


def _picture_changes(new: Exercise, before: str, after: str) -> Iterator[str]:
    if before == after:
        return
    if not after:
        yield tr("{exercise} has no picture any more.", exercise=new.name)
    elif not before:
        yield tr("{exercise} has a picture now.", exercise=new.name)
    else:
        yield tr("{exercise} has another picture.", exercise=new.name)
