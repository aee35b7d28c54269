"""Sessions that run, for a test."""

from __future__ import annotations

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.session.events import IntervalStarted
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline
from tests.core.builders import a_step, a_timeline, an_exercise, known

# Two sets on each side: hold, rest, hold, switch, hold, rest, hold.
FOUR = a_timeline(a_step(Dose(hold_ms=3000, sets=2)), exercises=known(an_exercise()))


def running(timeline: Timeline = FOUR, index: int = 0, elapsed_ms: int = 0) -> Session:
    session = Session(timeline)
    session.start(index)
    session.advance(elapsed_ms)
    return session


def started(timeline: Timeline, index: int) -> IntervalStarted:
    return IntervalStarted(index, timeline.intervals[index])
