"""What is due, implemented a second time and as plainly as can be, day by day and in loops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.schedule.due_steps import Day, PastSession

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day_by_the_book(routine: Routine, day: Day) -> Routine:
    """The routine with every step switched off that is not due and was not put back."""
    each_time: dict[str, int] = {}
    count_each_time(routine.steps, each_time, 1)
    return replace(routine, steps=left_on(routine.steps, ("steps",), each_time, day))


def count_each_time(steps: Sequence[Step], counts: dict[str, int], times: int) -> None:
    for step in steps:
        if not step.enabled or getattr(step, "schedule", None) is not None:
            continue
        if isinstance(step, RepeatStep):
            count_each_time(step.steps, counts, times * step.repeat)
        elif isinstance(step, ExerciseStep):
            counts[step.exercise] = counts.get(step.exercise, 0) + times


def left_on(
    steps: tuple[Step, ...], path: tuple[str | int, ...], each_time: Mapping[str, int], day: Day
) -> tuple[Step, ...]:
    result: list[Step] = []
    for number, step in enumerate(steps):
        here = (*path, number)
        schedule = getattr(step, "schedule", None)
        if schedule is not None:
            names = exercises_in(step)
            done = [one.day for one in day.past if did_any(one, names, each_time)]
            if not due_by_the_book(schedule, day.today, done):
                # As a whole: nothing in a block has a say of its own any more.
                result.append(step if here in day.put_back else replace(step, enabled=False))
                continue
        if isinstance(step, RepeatStep):
            inside = left_on(step.steps, (*here, "steps"), each_time, day)
            step = replace(step, steps=inside)
        result.append(step)
    return tuple(result)


def exercises_in(step: Step) -> list[str]:
    if isinstance(step, ExerciseStep):
        return [step.exercise]
    if isinstance(step, RepeatStep):
        return [name for inner in step.steps for name in exercises_in(inner)]
    return []


def did_any(session: PastSession, names: Sequence[str], each_time: Mapping[str, int]) -> bool:
    return any(session.exercises.get(name, 0) > each_time.get(name, 0) for name in names)


def due_by_the_book(schedule: Schedule, today: date, done: Sequence[date]) -> bool:
    def was_done(days_ago: int) -> bool:
        return today - timedelta(days=days_ago) in done

    if schedule.as_needed:
        return False
    if sum(one == today for one in done) >= schedule.per_day:
        return False
    if schedule.every_days is not None:
        return not any(was_done(ago) for ago in range(1, schedule.every_days))
    if schedule.per_week is not None:
        times = schedule.per_week
        weekday = today.weekday()
        so_far = sum(was_done(ago) for ago in range(1, weekday + 1))
        if so_far >= times:
            return False
        # A week of seven days in as many shares as times: the next share must have begun.
        if weekday + 1 <= so_far * 7 / times:
            return False
        return not any(was_done(ago) for ago in range(1, 7 // times))
    return not schedule.days or NAMES[today.weekday()] in [one.value for one in schedule.days]
