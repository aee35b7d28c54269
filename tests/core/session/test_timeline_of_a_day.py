"""A routine written out for a day has the steps that are due on it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.core.content.profile import NOBODY
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.schedule.due_steps import Day, PastSession
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_routine, an_exercise, known
from tests.core.due_oracle import day_by_the_book
from tests.core.strategies import LIBRARY, routines

MONDAY = date(2026, 11, 16)

schedules = st.one_of(
    st.builds(Schedule, per_week=st.integers(1, 7), per_day=st.integers(1, 2)),
    st.builds(Schedule, every_days=st.integers(1, 8), per_day=st.integers(1, 2)),
    st.builds(Schedule, days=st.lists(st.sampled_from(Weekday), max_size=5).map(tuple)),
    st.just(Schedule(as_needed=True)),
)
past_days = st.integers(-20, 3).map(lambda days: MONDAY + timedelta(days))


@st.composite
def scheduled_routines(draw: st.DrawFn) -> Routine:
    routine = draw(routines())
    return replace(routine, steps=tuple(draw(_scheduled(step)) for step in routine.steps))


@st.composite
def _scheduled(draw: st.DrawFn, step: Step) -> Step:
    if isinstance(step, RepeatStep):
        step = replace(step, steps=tuple(draw(_scheduled(inner)) for inner in step.steps))
    if isinstance(step, (RepeatStep, ExerciseStep)):
        return replace(step, schedule=draw(st.none() | schedules))
    return step


@st.composite
def days(draw: st.DrawFn, routine: Routine) -> Day:
    names = sorted(_names(routine.steps)) or ["none"]
    exercises = st.dictionaries(st.sampled_from(names), st.integers(0, 4), max_size=3)
    past = draw(st.lists(st.builds(PastSession, past_days, exercises), max_size=12))
    tops = st.integers(0, 3).map(lambda number: ("steps", number))
    inside = st.tuples(st.just("steps"), st.integers(0, 3), st.just("steps"), st.integers(0, 1))
    put_back = draw(st.frozensets(tops | inside, max_size=3))
    return Day(MONDAY + timedelta(draw(st.integers(0, 6))), tuple(past), put_back)


def _names(steps: tuple[Step, ...]) -> set[str]:
    names = {step.exercise for step in steps if isinstance(step, ExerciseStep)}
    return names.union(*(_names(step.steps) for step in steps if isinstance(step, RepeatStep)))


@given(st.data())
@settings(max_examples=300)
def test_two_implementations_agree_on_what_is_due(data: st.DataObject) -> None:
    routine = data.draw(scheduled_routines())
    day = data.draw(days(routine))
    by_the_book = expand(day_by_the_book(routine, day), LIBRARY)
    assert expand(routine, LIBRARY, NOBODY, day).intervals == by_the_book.intervals


@given(scheduled_routines())
@settings(max_examples=50)
def test_without_a_day_all_steps_are_due(routine: Routine) -> None:
    assert len(expand(routine, LIBRARY).steps) == _enabled(routine.steps)


def _enabled(steps: tuple[Step, ...]) -> int:
    return sum(
        step.repeat * _enabled(step.steps) if isinstance(step, RepeatStep) else 1
        for step in steps
        if step.enabled
    )


def test_what_comes_after_a_step_that_is_not_due_is_as_if_it_stood_there_first() -> None:
    mondays = Schedule(days=(Weekday.MON,))
    first = ExerciseStep(exercise="knee-hug", schedule=mondays)
    routine = a_routine(first, ExerciseStep(exercise="knee-hug"))
    exercises = known(an_exercise())
    tuesday = expand(routine, exercises, NOBODY, Day(MONDAY + timedelta(days=1)))
    alone = expand(a_routine(routine.steps[1]), exercises)
    assert tuesday.intervals == alone.intervals
    assert tuesday.steps[0].path == ("steps", 1)
