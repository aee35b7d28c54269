"""A session on a page whose time a test drives by hand."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ROUTINE_FORMAT, ExerciseStep, RestStep, Routine, Step
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import expand
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.theme.theme import Theme
from tests.ui.driven_time import DrivenClock, DrivenTimer
from tests.ui.small_session import FIGURE_4

FOOT_DOWN = replace(
    FIGURE_4,
    id="foot-down",
    name="Figure four, foot down",
    instructions=replace(FIGURE_4.instructions, move="Leave the (right|left) foot down."),
)
WITH_EASIER = replace(FIGURE_4, easier="foot-down")
BRIDGE = replace(
    FIGURE_4,
    id="bridge",
    name="Bridge",
    sides=Sides.BOTH,
    dose=Dose(reps=3, pace_ms=Manual.MANUAL),
)
STEPS: tuple[Step, ...] = (
    ExerciseStep(exercise="figure-4", get_ready_ms=10_000, hold_ms=20_000, sets=2),
    RestStep(rest_ms=15_000),
    ExerciseStep(exercise="bridge"),
)


def a_performance(
    *steps: Step, affected: AffectedSide = AffectedSide.RIGHT, easier: bool = True
) -> Performance:
    """Two sets of figure four on each side, a rest, three bridges at one's own pace."""
    exercises: dict[str, Exercise] = {
        "figure-4": WITH_EASIER if easier else FIGURE_4,
        "foot-down": FOOT_DOWN,
        "bridge": BRIDGE,
    }
    routine = Routine(format=ROUTINE_FORMAT, id="hips", title="Hips", steps=steps or STEPS)
    timeline = expand(routine, exercises, Profile(affected))
    return Performance(routine, timeline, affected, exercises, {})


class RunningPage:
    """A page with its runner and the time."""

    def __init__(self, theme: Theme, performance: Performance, breath: Breath | None) -> None:
        self.clock = DrivenClock()
        self.timer = DrivenTimer(self.clock)
        self.runner = SessionRunner(Session(performance.timeline), self.clock, self.timer)
        self.page = SessionPage(theme)
        self.page.resize(1280, 800)
        self.page.begin(performance, Coach(performance.timeline), self.runner, breath)

    def let_pass(self, passed_ms: int) -> None:
        self.timer.let_pass(passed_ms)
