from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from stretchcoach.core.content.routine import RestStep
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.session.events import (
    Event,
)
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.ui.running.runner import SessionRunner
from tests.ui.driven_time import DrivenClock, DrivenTimer

pytestmark = pytest.mark.usefixtures("qapp")


INTERVALS = (
    Interval(IntervalKind.GET_READY, 5_000, 1, "clam", Side.LEFT),
    Interval(IntervalKind.HOLD, 20_000, 1, "clam", Side.LEFT, 1, 1),
    Interval(IntervalKind.SWITCH, 8_000, 1, "clam", Side.RIGHT),
    Interval(IntervalKind.HOLD, 20_500, 1, "clam", Side.RIGHT, 1, 1),
    Interval(IntervalKind.REST, 10_000, 2),
    Interval(IntervalKind.MOVE, None, 3, "bridge", None, 1),
    Interval(IntervalKind.HOLD, 7_001, 4, "child", None, 1, 1),
)


# Only whether the sides come one after the other matters here.
STEPS = tuple(
    PlannedStep(no, ("steps", no - 1), RestStep(rest_ms=0), None, sides, (), 0, 0)
    for no, sides in enumerate((Sides.EACH, Sides.BOTH, Sides.BOTH, Sides.BOTH), start=1)
)


TIMELINE = Timeline(INTERVALS, STEPS)


class Bench(QObject):
    """A runner with all that a test needs to drive it and to hear it."""

    def __init__(self, late_ms: int = 0, timeline: Timeline = TIMELINE) -> None:
        super().__init__()
        self.clock = DrivenClock()
        self.timer = DrivenTimer(self.clock, late_ms)
        self.session = Session(timeline)
        self.runner = SessionRunner(self.session, self.clock, self.timer)
        self.heard: list[Event] = []
        self.heard_at_ms: list[int] = []
        self.begun_ms = self.clock.now_ms
        self.runner.happened.connect(self.hear)

    def hear(self, event: Event) -> None:
        self.heard.append(event)
        self.heard_at_ms.append(self.clock.now_ms - self.begun_ms)

    def let_pass(self, passed_ms: int) -> None:
        self.timer.let_pass(passed_ms)

    def taken(self) -> list[Event]:
        """What was heard since this was last asked."""
        heard, self.heard = self.heard, []
        return heard
