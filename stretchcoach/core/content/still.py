"""Still: what the one picture that cards and paper show says of a movement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, ClassVar

from stretchcoach.core.content.fields import AtMostOne, Rule
from stretchcoach.core.content.pose_terms import Direction, Part, Which


class Start(Enum):
    """How a still shows the start: a light ghost behind the hold, smaller beside it, or not."""

    GHOST = "ghost"
    BESIDE = "beside"
    NONE = "none"


class Sign(Enum):
    """What an arrow of a still says that its part does."""

    MOVE = "move"
    TURN = "turn"
    PRESS = "press"
    TO_AND_FRO = "to-and-fro"
    BREATHE = "breathe"


_Does = Annotated[Sign, Rule(doc="What the part does.")]
_FOR_ONE = ("arrow", "of", "side", "sign", "toward")  # the short form, for a single arrow
_Straight = Annotated[Direction | None, Rule(doc="Straight that way, not as the part goes.")]


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """One sign of a still: which part, and what it does."""

    of: Annotated[Part, Rule(doc="The part that it follows.")]
    side: Annotated[Which, Rule(doc="Whose part it is; `both` draws two.")] = Which.WORKING
    sign: _Does = Sign.MOVE
    toward: _Straight = None


@dataclass(frozen=True, kw_only=True)
class Still:
    """What the still picture, all that cards and paper show, says of the movement."""

    KEYS: ClassVar = tuple(AtMostOne(("arrows", one)) for one in _FOR_ONE)

    start: Annotated[Start, Rule(doc="How the start is shown with the hold.")] = Start.GHOST
    arrow: Annotated[bool, Rule(doc="An arrow along the way of what moves.")] = True
    of: Annotated[Part | None, Rule(doc="What it follows; otherwise what moves most.")] = None
    side: Annotated[Which, Rule(doc="Whose part it is; `both` draws two arrows.")] = Which.WORKING
    sign: _Does = Sign.MOVE
    toward: _Straight = None
    arrows: Annotated[tuple[Arrow, ...], Rule(doc="Several signs, not that one.", most=4)] = ()
