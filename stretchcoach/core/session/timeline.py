"""Timeline: a routine written out as the flat list of timed intervals that the clock walks.

Everything that shows or does a routine reads the same tuple of intervals, so total time,
"up next", the strip, the handout and the player cannot disagree. The rules of the order and
of the times stand in the design; each function below is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from stretchcoach.core.content.dose import Manual
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, RestStep, Routine
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.schedule.due_steps import Day, on_day
from stretchcoach.core.steps.planned_step import PlannedStep, plan
from stretchcoach.core.steps.side_dose import SideDose


class IntervalKind(Enum):
    GET_READY = "get-ready"
    HOLD = "hold"
    RELAX = "relax"
    MOVE = "move"
    REST = "rest"
    SWITCH = "switch"

    @property
    def is_work(self) -> bool:
        """Whether the body works in it: the time that counts as held."""
        return self in (IntervalKind.HOLD, IntervalKind.MOVE)


@dataclass(frozen=True)
class Interval:
    """One timed stretch of the clock.

    `duration_ms` is None for a movement at one's own pace: it lasts until the person says
    done. Only work has a set and a rep. `label` is what a phase of a rep says, or "".
    """

    kind: IntervalKind
    duration_ms: int | None
    step_no: int
    exercise: str | None = None
    side: Side | None = None
    set_no: int | None = None
    rep_no: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Timeline:
    """The intervals of a routine for one person, and the steps that they come from.

    `instead` has, by step and side, the exercises that are done in the place of the planned ones,
    since the person eased off; the intervals stay as they are.
    """

    intervals: tuple[Interval, ...]
    steps: tuple[PlannedStep, ...]
    instead: Mapping[tuple[int, Side | None], Exercise] = field(default_factory=dict, hash=False)

    @cached_property
    def total_ms(self) -> int:
        """The time of all intervals that have one; those at one's own pace count nothing."""
        return sum(interval.duration_ms or 0 for interval in self.intervals)

    def step_of(self, interval: Interval) -> PlannedStep:
        return self.steps[interval.step_no - 1]

    def exercise_of(self, interval: Interval) -> Exercise | None:
        """What is really done in `interval`; None in a plain rest."""
        planned = self.step_of(interval).exercise
        return self.instead.get((interval.step_no, interval.side), planned)

    def with_easier(
        self, easier: Exercise, here: Interval, *, everywhere: bool = False
    ) -> Timeline:
        """`easier` in the place of the exercise of `here`: on its side of its step, or wherever the
        exercise comes. Sides that take turns rep by rep are not told apart.
        """
        planned = self.step_of(here)
        whole_step = planned.sides is Sides.ALTERNATE
        places = {
            (there.step_no, there.side)
            for there in self.intervals
            if (there.step_no == here.step_no and (whole_step or there.side is here.side))
            or (everywhere and there.exercise == here.exercise)
        }
        return replace(self, instead={**self.instead, **dict.fromkeys(places, easier)})

    def step_ms(self, step_no: int) -> int:
        """How long the step with the number `step_no` takes, get-ready and rests included."""
        return sum(i.duration_ms or 0 for i in self.intervals if i.step_no == step_no)


def expand(
    routine: Routine, exercises: Exercises, profile: Profile = NOBODY, day: Day | None = None
) -> Timeline:
    """Write `routine` out for the person of `profile`, with what is due on `day`; without, all is.

    The routine must have no faults (see `validate.routine_faults`): an unknown exercise
    raises KeyError, a dose without exactly one of hold, pace, time and rep raises ValueError.
    """
    if day is not None:
        routine = on_day(routine, day)
    return timeline_of(tuple(plan(routine, exercises, profile)))


def timeline_of(steps: tuple[PlannedStep, ...]) -> Timeline:
    """The timeline of steps that are planned already."""
    return Timeline(tuple(i for step in steps for i in intervals_of(step)), steps)


def intervals_of(planned: PlannedStep) -> Iterator[Interval]:
    """The intervals of one step, in order."""
    if isinstance(planned.step, RestStep):
        yield from _pause(IntervalKind.REST, planned.step.rest_ms, planned)
        return
    yield from _pause(IntervalKind.GET_READY, planned.get_ready_ms, planned, planned.first_side)
    if planned.sides is Sides.EACH:
        (first, first_dose), (second, second_dose) = planned.turns
        yield from _sets(planned, first_dose, (first,))
        yield from _pause(IntervalKind.SWITCH, planned.switch_ms, planned, second)
        yield from _sets(planned, second_dose, (second,))
    else:
        sides = tuple(side for side, _ in planned.turns)
        yield from _sets(planned, planned.turns[0][1], sides)


def _sets(
    planned: PlannedStep, dose: SideDose, sides: tuple[Side | None, ...]
) -> Iterator[Interval]:
    """All sets of a side, or of the sides that take turns, with the rests between them."""
    side = sides[0] if len(sides) == 1 else None
    for set_no in range(1, dose.sets + 1):
        if set_no > 1:
            yield from _pause(IntervalKind.REST, dose.rest_ms, planned, side)
        if dose.time_ms is not None or dose.pace_ms is Manual.MANUAL:
            yield _work(IntervalKind.MOVE, dose.time_ms, planned, side, set_no, None)
            continue
        turns = [(rep, turn) for rep in range(1, dose.reps + 1) for turn in sides]
        for index, (rep_no, turn) in enumerate(turns):
            if index > 0:
                yield from _pause(IntervalKind.RELAX, dose.relax_ms, planned, side)
                yield from _pause(IntervalKind.SWITCH, dose.turn_ms, planned, turn)
            yield from _rep(planned, dose, turn, set_no, rep_no)


def _rep(
    planned: PlannedStep, dose: SideDose, side: Side | None, set_no: int, rep_no: int
) -> Iterator[Interval]:
    """One rep: a hold, a movement at a pace, or the phases of a rep of several."""
    if dose.rep is not None:
        for phase in dose.rep:
            say = planned.said(phase.say, side)
            yield _work(IntervalKind.HOLD, phase.for_ms, planned, side, set_no, rep_no, say)
    elif isinstance(dose.pace_ms, int):
        yield _work(IntervalKind.MOVE, dose.pace_ms, planned, side, set_no, rep_no)
    else:
        yield _work(IntervalKind.HOLD, dose.hold_ms, planned, side, set_no, rep_no)


def _pause(
    kind: IntervalKind, duration_ms: int, planned: PlannedStep, side: Side | None = None
) -> Iterator[Interval]:
    """An interval between work; a time of 0 yields none."""
    if duration_ms > 0:
        exercise = planned.exercise.id if planned.exercise else None
        yield Interval(kind, duration_ms, planned.step_no, exercise, side)


def _work(
    kind: IntervalKind,
    duration_ms: int | None,
    planned: PlannedStep,
    side: Side | None,
    set_no: int,
    rep_no: int | None,
    label: str = "",
) -> Interval:
    exercise = planned.exercise.id if planned.exercise else None
    return Interval(kind, duration_ms, planned.step_no, exercise, side, set_no, rep_no, label)
