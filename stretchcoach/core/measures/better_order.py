"""Another order of the steps, in which the position changes less often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stretchcoach.core.content.routine import Exercises, ExerciseStep, RestStep, Routine
from stretchcoach.core.content.terms import ExerciseKind, Position
from stretchcoach.core.steps.planned_step import written_out


@dataclass(frozen=True)
class Unit:
    """Steps that stay together: one exercise, or a block, with the rests and what is switched off
    behind it. `numbers` are their places in the file, `positions` those it goes through."""

    numbers: tuple[int, ...]
    positions: tuple[Position | None, ...]
    is_rest: bool = False


@dataclass(frozen=True)
class Changes:
    """How often the position changes, and how often one gets down to the floor or up."""

    positions: int
    up_or_down: int


def units_of(routine: Routine, exercises: Exercises) -> tuple[Unit, ...]:
    """The steps of `routine` in units, in their order. Rests before the first exercise are one
    of their own."""
    found: list[Unit] = []
    for number, step in enumerate(routine.steps):
        inner = [one for _, one in written_out((step,), ()) if not isinstance(one, RestStep)]
        if found and not inner:
            before = found[-1]
            found[-1] = Unit((*before.numbers, number), before.positions, before.is_rest)
            continue
        done = [exercises[one.exercise] for one in inner if isinstance(one, ExerciseStep)]
        rest = bool(done) and all(one.kind is ExerciseKind.REST for one in done)
        found.append(Unit((number,), tuple(one.position for one in done), rest))
    return tuple(found)


def changes_of(units: Iterable[Unit]) -> Changes:
    """What `units` ask for, one after the other; what has no position counts for none."""
    positions = [position for unit in units for position in unit.positions if position]
    pairs = list(pairwise(positions))
    return Changes(
        sum(one is not other for one, other in pairs),
        sum(one.on_floor is not other.on_floor for one, other in pairs),
    )


def better_order(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units with those of a position together, in the order in which the positions come first,
    those on the floor beside each other. The first stays the first, and a rest at the end the
    last."""
    last = units[-1:] if units and units[-1].is_rest else ()
    inner = units[: len(units) - len(last)]
    starts = [_start(unit) for unit in inner]
    ways = list(dict.fromkeys(_is_down(start) for start in starts))
    places = list(dict.fromkeys(starts))
    order = sorted(
        range(len(inner)),
        key=[(ways.index(_is_down(start)), places.index(start)) for start in starts].__getitem__,
    )
    return (*(inner[at] for at in order), *last)


def _start(unit: Unit) -> Position | None:
    return unit.positions[0] if unit.positions else None


def _is_down(position: Position | None) -> bool:
    return position is None or position.on_floor
