"""Steps that are due and steps that are not. Day 1 is a Monday."""

from dataclasses import replace
from datetime import date, timedelta

from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.schedule.due_steps import (
    Day,
    PastSession,
    begun_forms,
    is_same_each_day,
    not_due,
    on_day,
)
from tests.core.builders import a_rest, a_routine

MONDAYS = Schedule(days=(Weekday.MON,))
THREE = Schedule(per_week=3)


def day(number: int) -> date:
    return date(2026, 11, 1) + timedelta(days=number)


def past(number: int, **exercises: int) -> PastSession:
    return PastSession(day(number), {name.replace("_", "-"): n for name, n in exercises.items()})


def step(exercise: str, schedule: Schedule | None = None) -> ExerciseStep:
    return ExerciseStep(exercise=exercise, schedule=schedule)


def block(*steps: Step, schedule: Schedule | None = None, repeat: int = 2) -> RepeatStep:
    return RepeatStep(repeat=repeat, steps=steps, schedule=schedule)


def done_on(routine: Routine, today: Day) -> list[str]:
    """The exercises that are left on a day."""
    return _names(on_day(routine, today).steps)


def _names(steps: tuple[Step, ...]) -> list[str]:
    names = []
    for one in steps:
        if isinstance(one, RepeatStep) and one.enabled:
            names += _names(one.steps)
        elif isinstance(one, ExerciseStep) and one.enabled:
            names.append(one.exercise)
    return names


def test_a_routine_without_schedules_in_it_is_the_same_every_day() -> None:
    routine = a_routine(step("hug"), a_rest(), block(step("bridge")))
    assert on_day(routine, Day(day(1))) is routine
    assert not_due(routine, Day(day(1))) == ()


def test_a_step_on_some_days_of_the_week() -> None:
    routine = a_routine(step("hug"), step("bridge", MONDAYS))
    assert done_on(routine, Day(day(1))) == ["hug", "bridge"]
    assert done_on(routine, Day(day(2))) == ["hug"]
    (found,) = not_due(routine, Day(day(2)))
    assert (found.path, found.step) == (("steps", 1), routine.steps[1])
    assert (found.schedule, found.done_today, found.next_day) == (MONDAYS, False, day(8))


def test_a_step_counts_by_the_days_on_which_its_exercise_was_done() -> None:
    routine = a_routine(step("hug"), step("bridge", THREE))
    sessions = (past(1, hug=1, bridge=1), past(3, hug=1, bridge=1), past(4, hug=1))
    assert done_on(routine, Day(day(4), sessions)) == ["hug"]
    assert done_on(routine, Day(day(5), sessions)) == ["hug", "bridge"]
    assert done_on(routine, Day(day(5), (*sessions, past(5, bridge=1)))) == ["hug"]
    (found,) = not_due(routine, Day(day(5), (*sessions, past(5, bridge=1))))
    assert (found.done_today, found.next_day) == (True, day(8))


def test_an_exercise_that_is_there_each_time_as_well_must_have_been_done_more_often() -> None:
    routine = a_routine(step("hug"), block(step("hug"), step("bridge")), step("hug", THREE))
    assert done_on(routine, Day(day(2), (past(1, hug=3),))) == ["hug", "hug", "bridge", "hug"]
    assert done_on(routine, Day(day(2), (past(1, hug=4),))) == ["hug", "hug", "bridge"]


def test_what_is_switched_off_or_in_a_block_with_a_schedule_is_not_there_each_time() -> None:
    hug = step("hug", THREE)
    switched_off = (replace(step("hug"), enabled=False), replace(block(step("hug")), enabled=False))
    for other in (*switched_off, block(step("hug"), schedule=MONDAYS)):
        routine = a_routine(other, hug)
        assert ("steps", 1) in {
            one.path for one in not_due(routine, Day(day(2), (past(1, hug=1),)))
        }


def test_a_block_is_due_as_a_whole() -> None:
    inner = step("clam", MONDAYS)
    routine = a_routine(step("hug"), block(step("bridge"), inner, a_rest(), schedule=THREE))
    assert done_on(routine, Day(day(1))) == ["hug", "bridge", "clam"]
    assert done_on(routine, Day(day(2), (past(1, bridge=1),))) == ["hug"]
    assert [one.path for one in not_due(routine, Day(day(2), (past(1, clam=1),)))] == [("steps", 1)]
    # On a day of the block a step in it still has its own.
    assert done_on(routine, Day(day(3), (past(1, bridge=1),))) == ["hug", "bridge"]


def test_steps_put_back_are_done_and_still_told() -> None:
    routine = a_routine(step("hug"), block(step("bridge", MONDAYS), step("clam", MONDAYS)))
    inside = ("steps", 1, "steps", 0)
    today = Day(day(2), put_back=frozenset([inside]))
    assert done_on(routine, today) == ["hug", "bridge"]
    assert [one.path for one in not_due(routine, today)] == [inside, ("steps", 1, "steps", 1)]


def test_what_was_begun_is_told_by_the_exercises_of_the_session() -> None:
    routine = a_routine(
        step("hug"), block(step("bridge", THREE), schedule=MONDAYS), step("clam", MONDAYS)
    )
    # On a Tuesday, with the clam put back.
    forms = list(begun_forms(routine, day(2), {"hug": 1, "clam": 1}))
    assert [_names(form.steps) for form in forms] == [
        ["hug", "clam"],
        ["hug"],
        ["hug", "bridge", "clam"],
    ]
    assert [_names(f.steps) for f in begun_forms(a_routine(step("hug")), day(2), {})] == [["hug"]]


def test_a_step_done_as_needed_is_never_due() -> None:
    routine = a_routine(step("hug"), step("release", Schedule(as_needed=True)))
    (found,) = not_due(routine, Day(day(1)))
    assert (found.path, found.next_day) == (("steps", 1), None)


def test_whether_any_step_has_days_of_its_own() -> None:
    assert is_same_each_day(a_routine(step("hug"), a_rest(), block(step("bridge"))))
    assert not is_same_each_day(a_routine(block(step("bridge", MONDAYS))))
