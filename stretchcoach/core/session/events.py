"""What happens in a session. Screen, voice, chimes, diary and terminal listen to these alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from stretchcoach.core.session.timeline import Interval, Timeline


class Outcome(Enum):
    """How an interval ended."""

    DONE = "done"
    SHORTENED = "shortened"
    SKIPPED = "skipped"
    EASED_OFF = "eased-off"


class PauseReason(Enum):
    """The person asked, or eased off. Or nobody was led: the computer slept, the program stood
    still, or the system was about to end it."""

    ASKED = "asked"
    EASED_OFF = "eased-off"
    SLEPT = "slept"
    STALLED = "stalled"
    ENDING = "ending"


@dataclass(frozen=True)
class IntervalStarted:
    index: int
    interval: Interval


@dataclass(frozen=True)
class SecondPassed:
    """A whole second is reached: of what remains, or of what has passed at one's own pace."""

    index: int
    elapsed_ms: int
    remaining_ms: int | None


@dataclass(frozen=True)
class Halfway:
    """Half of a timed hold or movement is over."""

    index: int


@dataclass(frozen=True)
class IntervalEnded:
    """`held_ms` is the time that the clock really ran in it."""

    index: int
    held_ms: int
    outcome: Outcome


@dataclass(frozen=True)
class Paused:
    index: int
    elapsed_ms: int
    reason: PauseReason


@dataclass(frozen=True)
class Resumed:
    """The clock runs on after `settle_ms`, the time to get back into a hold."""

    index: int
    settle_ms: int


@dataclass(frozen=True)
class Settled:
    """The time to get back into a hold is over; the clock runs."""

    index: int


@dataclass(frozen=True)
class TimeAdded:
    """The interval became longer, or shorter where `added_ms` is negative."""

    index: int
    added_ms: int


@dataclass(frozen=True)
class EasierTaken:
    """From here on an easier exercise is done in the place of one, as `timeline` tells."""

    index: int
    timeline: Timeline


@dataclass(frozen=True)
class SessionEnded:
    """`finished` tells the end of the last interval from a stop before it."""

    finished: bool


Event = (
    IntervalStarted
    | SecondPassed
    | Halfway
    | IntervalEnded
    | Paused
    | Resumed
    | Settled
    | TimeAdded
    | EasierTaken
    | SessionEnded
)
Events = tuple[Event, ...]
