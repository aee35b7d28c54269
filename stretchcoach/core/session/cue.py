"""A cue: a sound, and words that must be over in time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.speaking import speaking_ms


class Chime(Enum):
    """One soft sound a phase, and three small ones."""

    GET_READY = "get-ready"
    HOLD = "hold"
    RELAX = "relax"
    MOVE = "move"
    REST = "rest"
    SWITCH = "switch"
    HALFWAY = "halfway"
    COUNT = "count"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"

    @property
    def stands_for_words(self) -> bool:
        """Whether it is only heard when the words of its cue are not."""
        return self in (Chime.HALFWAY, Chime.COUNT)


@dataclass(frozen=True)
class Cue:
    """A chime, then words that must be over within `window_ms`; None is any time.

    `side` is the side it is about, for who hears left cues from the left.
    """

    text: str = ""
    chime: Chime | None = None
    side: Side | None = None
    window_ms: int | None = None

    @property
    def fits(self) -> bool:
        """Whether an ordinary voice can say the words in time."""
        return self.window_ms is None or speaking_ms(self.text) <= self.window_ms
