"""The steps of a routine that are due on a day, and those that are not.

A step was done in a session where half of its work was held, or where one eased off in it; the
diary tells it by its exercise. Where a routine has the same exercise in steps without a schedule
as well, the session must have held it in more steps than those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.schedule.due import next_day, times_due

StepPath = tuple[str | int, ...]


@dataclass(frozen=True)
class PastSession:
    """An earlier session of a routine: in how many steps each exercise was done."""

    day: date
    exercises: Mapping[str, int]


@dataclass(frozen=True)
class Day:
    """A day on which a routine is done, what its sessions were before, and the steps, by their
    place in the file, that the person wants on it although they are not due."""

    today: date
    past: tuple[PastSession, ...] = ()
    put_back: frozenset[StepPath] = frozenset()


@dataclass(frozen=True)
class NotDue:
    """A step that is not due, or a block of them, and the next day on which it is."""

    path: StepPath
    step: ExerciseStep | RepeatStep
    schedule: Schedule
    done_today: bool
    next_day: date | None


def not_due(routine: Routine, day: Day) -> tuple[NotDue, ...]:
    """What of `routine` is not due on `day`, whether it is put back or not; steps that are
    switched off are looked at, too."""
    daily = Counter(_daily(routine.steps))
    return tuple(_not_due(routine.steps, ("steps",), daily, day))


def on_day(routine: Routine, day: Day) -> Routine:
    """`routine` with the steps switched off that are not due on `day` and not put back."""
    return without(routine, {one.path for one in not_due(routine, day)} - day.put_back)


def is_same_each_day(routine: Routine) -> bool:
    """Whether no step of `routine` has a schedule of its own."""
    return next(_scheduled(routine.steps, ("steps",)), None) is None


def begun_forms(routine: Routine, day: date, exercises: Mapping[str, int]) -> Iterator[Routine]:
    """The forms in which a session of `day`, with so many steps of each exercise, can have been
    begun: with the steps that it had, with those of its weekday, or with all."""
    daily = Counter(_daily(routine.steps))
    session = PastSession(day, exercises)
    scheduled = dict(_scheduled(routine.steps, ("steps",)))
    if scheduled:
        had = {path for path, step in scheduled.items() if _days_done(step, daily, [session])}
        yield without(routine, scheduled.keys() - had)
        yield on_day(routine, Day(day))
    yield routine


def without(routine: Routine, paths: Collection[StepPath]) -> Routine:
    """`routine` with the steps at `paths` switched off."""
    if not paths:
        return routine
    return replace(routine, steps=_without(routine.steps, ("steps",), paths))


def _without(
    steps: tuple[Step, ...], path: StepPath, paths: Collection[StepPath]
) -> tuple[Step, ...]:
    changed: list[Step] = []
    for index, step in enumerate(steps):
        here = (*path, index)
        if here in paths:
            step = replace(step, enabled=False)
        elif isinstance(step, RepeatStep):
            step = replace(step, steps=_without(step.steps, (*here, "steps"), paths))
        changed.append(step)
    return tuple(changed)


def _not_due(
    steps: Iterable[Step], path: StepPath, daily: Mapping[str, int], day: Day
) -> Iterator[NotDue]:
    for index, step in enumerate(steps):
        here = (*path, index)
        if isinstance(step, (ExerciseStep, RepeatStep)) and step.schedule is not None:
            done = _days_done(step, daily, day.past)
            if not times_due(step.schedule, day.today, done):
                upcoming = next_day(step.schedule, day.today, done)
                yield NotDue(here, step, step.schedule, day.today in done, upcoming)
                continue  # what is inside comes with its block
        if isinstance(step, RepeatStep):
            yield from _not_due(step.steps, (*here, "steps"), daily, day)


def _scheduled(steps: Iterable[Step], path: StepPath) -> Iterator[tuple[StepPath, Step]]:
    """The steps and blocks that have a schedule, those inside of blocks too."""
    for index, step in enumerate(steps):
        here = (*path, index)
        if isinstance(step, (ExerciseStep, RepeatStep)) and step.schedule is not None:
            yield here, step
        if isinstance(step, RepeatStep):
            yield from _scheduled(step.steps, (*here, "steps"))


def _days_done(step: Step, daily: Mapping[str, int], past: Iterable[PastSession]) -> list[date]:
    """The day of each session that did the step, or something of the block."""
    names = set(_exercises((step,)))
    return [
        one.day
        for one in past
        if any(one.exercises.get(name, 0) > daily.get(name, 0) for name in names)
    ]


def _exercises(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, RepeatStep):
            yield from _exercises(step.steps)
        elif isinstance(step, ExerciseStep):
            yield step.exercise


def _daily(steps: Iterable[Step]) -> Iterator[str]:
    """The exercises of the steps that are there each time, blocks as often as they repeat."""
    for step in steps:
        if isinstance(step, RepeatStep) and step.enabled and step.schedule is None:
            block = tuple(_daily(step.steps))
            for _ in range(step.repeat if block else 0):
                yield from block
        elif isinstance(step, ExerciseStep) and step.enabled and step.schedule is None:
            yield step.exercise
