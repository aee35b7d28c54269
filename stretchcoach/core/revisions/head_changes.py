"""What a newer revision says otherwise of the routine as a whole, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.dose import Auto
from stretchcoach.core.content.routine import Routine, RoutineDefaults
from stretchcoach.core.content.side_words import order_word
from stretchcoach.core.content.sides import AffectedSide, SideOrder
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.revisions.change_words import note_words, often_words


def head_changes(old: Routine, new: Routine) -> Iterator[str]:
    """A sentence for each difference beside the steps."""
    if old.title != new.title:
        yield tr("It is called “{new}” instead of “{old}”.", new=new.title, old=old.title)
    if old.author != new.author:
        yield _author_words(old.author, new.author)
    if old.schedule != new.schedule:
        yield tr("How often: {new} instead of {old}.",
                 new=often_words(new.schedule), old=often_words(old.schedule))  # fmt: skip
    if old.affected is not new.affected:
        yield tr("The affected side that it is written for: {new} instead of {old}.",
                 new=_affected_words(new.affected), old=_affected_words(old.affected))  # fmt: skip
    if old.level != new.level:
        yield tr("Its level: {new} instead of {old}.", new=new.level, old=old.level)
    if (old.goal, old.for_) != (new.goal, new.for_):
        yield tr("What it is for is said in other words.")
    if old.note != new.note:
        yield note_words(tr("The note before the start"), old.note, new.note)
    yield from _default_changes(old.defaults, new.defaults)


def _default_changes(old: RoutineDefaults, new: RoutineDefaults) -> Iterator[str]:
    """Of what each step is told by itself, nothing: the rest and the time to change sides."""
    ready, was = _get_ready_words(new.get_ready_ms), _get_ready_words(old.get_ready_ms)
    if ready != was:
        yield tr("Time to get ready, where a step says nothing else: {new} instead of {old}.",
                 new=ready, old=was)  # fmt: skip
    order, before = (one.order or SideOrder.LEFT_FIRST for one in (new, old))
    if order is not before:
        yield tr("Order of the sides, where a step says nothing else: {new} instead of {old}.",
                 new=order_word(order), old=order_word(before))  # fmt: skip


def _get_ready_words(said: int | Auto | None) -> str:
    return short_time_words(said) if isinstance(said, int) else tr("as long as it takes")


def _affected_words(affected: AffectedSide | None) -> str:
    """Which side it is; a routine that names none goes by what the person has said."""
    if affected is None:
        return tr("that of the person")
    return {
        AffectedSide.LEFT: trc("affected side", "left"),
        AffectedSide.RIGHT: trc("affected side", "right"),
        AffectedSide.BOTH: trc("affected side", "both"),
        AffectedSide.NONE: trc("affected side", "none"),
    }[affected]


def _author_words(old: str, new: str) -> str:
    if not new:
        return tr("It no longer says by whom it is; it was {old}.", old=old)
    if not old:
        return tr("It says now by whom it is: {new}.", new=new)
    return tr("It is by {new} now, before it was by {old}.", new=new, old=old)
