"""Left and right: the first thing the program understands."""

from __future__ import annotations

from enum import Enum


class Side(Enum):
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Sides(Enum):
    """How an exercise uses the two sides."""

    EACH = "each"
    ALTERNATE = "alternate"
    BOTH = "both"


class OneSide(Enum):
    """A step for one side alone: a certain one, or as the person's affected side is."""

    LEFT = "left"
    RIGHT = "right"
    AFFECTED = "affected"
    OTHER = "other"

    def of(self, affected: AffectedSide) -> Side | None:
        """The side that it means; None where there is not one affected side to tell it by."""
        if self in (OneSide.LEFT, OneSide.RIGHT):
            return Side(self.value)
        if affected in (AffectedSide.NONE, AffectedSide.BOTH):
            return None
        side = Side(affected.value)
        return side if self is OneSide.AFFECTED else side.other


class AffectedSide(Enum):
    """The person's own hurting side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"

    def includes(self, side: Side | None) -> bool:
        """Whether `side` is an affected one; no side never is."""
        if side is None:
            return False
        return self is AffectedSide.BOTH or self.value == side.value


class SideOrder(Enum):
    """Which side comes first."""

    LEFT_FIRST = "left-first"
    RIGHT_FIRST = "right-first"
    AFFECTED_FIRST = "affected-first"
    AFFECTED_LAST = "affected-last"

    def first(self, affected: AffectedSide) -> Side:
        """The side that comes first for a person whose affected side is `affected`."""
        if self is SideOrder.LEFT_FIRST:
            return Side.LEFT
        if self is SideOrder.RIGHT_FIRST:
            return Side.RIGHT
        if affected in (AffectedSide.BOTH, AffectedSide.NONE):
            return Side.LEFT
        affected_side = Side(affected.value)
        return affected_side if self is SideOrder.AFFECTED_FIRST else affected_side.other
