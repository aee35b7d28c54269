"""Many changes of position, where another order would save them."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.routine import Exercises, Routine
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.lint.limits import LEAST_CHANGES_SAVED, LEAST_GETTING_UP_SAVED
from stretchcoach.core.lint.remark import Fix, Remark, remark_by_rule
from stretchcoach.core.measures.better_order import better_order, changes_of, units_of


def order_remarks(routine: Routine, exercises: Exercises) -> Iterator[Remark]:
    """One remark at the first step that would stand elsewhere, with the better order."""
    units = units_of(routine, exercises)
    better = better_order(units)
    now, then = changes_of(units), changes_of(better)
    saved_up = now.up_or_down - then.up_or_down
    saved = now.positions - then.positions
    if saved < 0 or (saved_up < LEAST_GETTING_UP_SAVED and saved < LEAST_CHANGES_SAVED):
        return
    order = tuple(number for unit in better for number in unit.numbers)
    first = next(at for at, number in enumerate(order) if at != number)
    if saved_up >= LEAST_GETTING_UP_SAVED:
        message = trn(
            "one gets down to the floor or up {n} time",
            "one gets down to the floor or up {n} times",
            now.up_or_down,
        )
        reason = trn(
            "in another order {n} time is enough",
            "in another order {n} times are enough",
            then.up_or_down,
        )
    else:
        message = trn(
            "the position changes {n} time", "the position changes {n} times", now.positions
        )
        reason = trn(
            "in another order {n} change is enough",
            "in another order {n} changes are enough",
            then.positions,
        )
    fix = Fix(tr("put those of a position together"), order=order)
    path = ("steps", first)
    yield remark_by_rule(RemarkCode.MANY_CHANGES, path, message, fix, reason=reason)
