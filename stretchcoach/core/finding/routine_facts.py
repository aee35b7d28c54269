"""What a card shows of a routine, and what searches and filters ask, without its file."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment, Position


class Place(Enum):
    """Where the body is, as coarsely as it matters when one chooses a routine."""

    LYING = "lying"
    FLOOR = "floor"
    CHAIR = "chair"
    STANDING = "standing"


class RoutineFacts(NamedTuple):
    """The facts of one routine. Times are milliseconds, get-ready and rests included.

    A tuple, for there may be ten thousand. `purpose` says in a line what it is for;
    `shortest_ms` is the least that is left where it is shortened, whatever the affected side;
    `own_pace` tells that a step may last until the person says done. `exercises` are the ids of
    what is done in it, in order; `figures` those of them whose pictures may stand for it, best
    first, and `figure_position` the position of the best, None for none.
    """

    id: str
    title: str
    purpose: str
    level: int
    total_ms: int
    total_left_ms: int
    total_right_ms: int
    total_both_sides_ms: int
    shortest_ms: int
    own_pace: bool
    places: tuple[Place, ...]
    equipment: tuple[Equipment, ...]
    exercises: tuple[str, ...]
    figures: tuple[str, ...]
    figure_position: Position | None
    search_text: str

    def total_for(self, affected: AffectedSide) -> int:
        """How long it takes a person with this affected side."""
        return {
            AffectedSide.NONE: self.total_ms,
            AffectedSide.LEFT: self.total_left_ms,
            AffectedSide.RIGHT: self.total_right_ms,
            AffectedSide.BOTH: self.total_both_sides_ms,
        }[affected]
