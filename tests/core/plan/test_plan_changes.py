"""What a newer revision of a plan says otherwise, in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.dose import DoseChange
from stretchcoach.core.content.fields import Span
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.plan.plan import (
    KnownRoutine,
    Plan,
    PlanSession,
    PlanWeek,
    StepChange,
    changed_routine,
)
from stretchcoach.core.plan.plan_changes import plan_changes
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.planned_step import plan as planned
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.core.plans import a_plan, a_session, a_week

EXERCISES = known(an_exercise(), an_exercise("bridge", "Bridge", sides=Sides.BOTH))
EVENING = a_routine(a_step(), a_step(exercise="bridge"))
MORNING = replace(a_routine(a_step()), id="morning", title="Morning")
ROUTINES = {one.id: KnownRoutine(one, EXERCISES) for one in (EVENING, MORNING)}
EVENINGS, MORNINGS = a_session(days=3), a_session("morning", days=2)
WEEK = a_week(EVENINGS)
HIPS = a_plan(WEEK, WEEK)


def changes(before: Plan, after: Plan) -> tuple[str, ...]:
    return plan_changes(before, after, ROUTINES, Profile())


def of_week(before: PlanWeek, after: PlanWeek) -> tuple[str, ...]:
    return changes(a_plan(before), a_plan(after))


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (replace(HIPS, title="Knees"), "It is called “Knees” instead of “Hips”."),
        (replace(HIPS, goal="Calm"), "What it is for is said in other words."),
        (replace(HIPS, for_="all"), "What it is for is said in other words."),
        (replace(HIPS, note="Go on."), "The note to the plan is new: “Go on.”"),
        (
            replace(HIPS, after=a_week(EVENINGS, title="Keep on")),
            "After the last week: new, “Keep on” with Evening, on 3 days.",
        ),
    ],
)
def test_what_is_said_of_the_whole(after: Plan, sentence: str) -> None:
    assert changes(HIPS, after) == (sentence,)


def test_weeks_that_come_and_go() -> None:
    longer = a_plan(WEEK, WEEK, *[a_week(EVENINGS, MORNINGS, title="More")] * 2)
    assert changes(HIPS, longer) == (
        "It lasts 4 weeks instead of 2.",
        "Weeks 3 to 4: new, “More” with Evening, on 3 days; Morning, on 2 days.",
    )
    assert changes(longer, HIPS) == (
        "It lasts 2 weeks instead of 4.",
        "Weeks 3 to 4: gone, “More”.",
    )
    ends = replace(HIPS, after=WEEK)
    assert changes(ends, HIPS) == ("After the last week: gone, “First”.",)


def test_a_week_between_others_changes_none_of_them() -> None:
    one, two, three = (a_week(EVENINGS, title=title) for title in ("One", "Two", "Three"))
    before, after = a_plan(one, three), a_plan(one, two, three)
    assert changes(before, after) == (
        "It lasts 3 weeks instead of 2.",
        "Week 2: new, “Two” with Evening, on 3 days.",
    )
    assert changes(after, before) == (
        "It lasts 2 weeks instead of 3.",
        "Week 2: gone, “Two”.",
    )


def test_a_week_that_changed_is_known_by_its_title_wherever_it_stands() -> None:
    one, two, three = (a_week(EVENINGS, title=title) for title in ("One", "Two", "Three"))
    more = a_week(replace(EVENINGS, days=5), title="Three")
    assert changes(a_plan(one, three), a_plan(one, two, more)) == (
        "It lasts 3 weeks instead of 2.",
        "Week 2: new, “Two” with Evening, on 3 days.",
        "Week 3, Evening: on 5 days instead of on 3 days.",
    )


def test_weeks_written_as_one_are_the_same_weeks() -> None:
    as_one = a_plan(replace(WEEK, weeks=Span(1, 2)))
    assert changes(HIPS, as_one) == changes(as_one, HIPS) == ()


def test_what_is_said_of_a_week() -> None:
    assert of_week(WEEK, replace(WEEK, title="Begin")) == (
        "Week 1: it is called “Begin” instead of “First”.",
    )
    assert of_week(WEEK, replace(WEEK, note="Calmly.")) == ("Week 1: the note is new: “Calmly.”",)
    both = a_week(EVENINGS, MORNINGS)
    assert of_week(WEEK, both) == ("Week 1: new is Morning, on 2 days.",)
    assert of_week(both, WEEK) == ("Week 1: without Morning.",)
    assert of_week(both, a_week(MORNINGS, EVENINGS)) == (
        "Week 1: the order is Morning, Evening now.",
    )


def test_what_changes_in_all_weeks_alike_is_told_once() -> None:
    after = a_plan(*[a_week(replace(EVENINGS, days=5))] * 2)
    assert changes(HIPS, after) == ("Weeks 1 to 2, Evening: on 5 days instead of on 3 days.",)


@pytest.mark.parametrize(
    ("session", "sentence"),
    [
        (replace(EVENINGS, note="Slowly."), "Week 1, Evening: the note is new: “Slowly.”"),
        (
            replace(EVENINGS, schedule=Schedule(per_week=2)),
            "Week 1, Evening: 2 times a week instead of on 3 days.",
        ),
        (
            replace(EVENINGS, changes={"bridge": StepChange(sets=3)}),
            "Week 1, Evening: Step 2, Bridge: 3 × 30 s instead of 1 × 30 s.",
        ),
        (
            replace(EVENINGS, changes={"bridge": StepChange(note="High.")}),
            "Week 1, Evening: Step 2, Bridge: the note is new: “High.”",
        ),
        (
            replace(EVENINGS, changes={"bridge": StepChange(enabled=False)}),
            "Week 1, Evening: Left out: Bridge, 1 × 30 s.",
        ),
    ],
)
def test_what_is_said_of_a_routine_of_a_week(session: PlanSession, sentence: str) -> None:
    assert of_week(WEEK, a_week(session)) == (sentence,)


def test_a_routine_that_is_not_known_any_more_is_named_by_its_id() -> None:
    gone = a_week(EVENINGS, a_session("noon", changes={"bridge": StepChange(sets=2)}))
    assert of_week(gone, WEEK) == ("Week 1: without noon.",)
    other = a_week(EVENINGS, a_session("noon"))
    assert of_week(gone, other) == ()


STEP_CHANGES = st.builds(
    StepChange,
    sets=st.sampled_from([None, 1, 2]),
    affected=st.sampled_from([None, DoseChange(sets=3)]),
    load=st.sampled_from([None, "band"]),
    note=st.sampled_from([None, "Slowly."]),
    enabled=st.sampled_from([None, True, False]),
)
NOTES = st.sampled_from(["", "Calmly."])
SESSIONS = st.builds(
    PlanSession,
    routine=st.sampled_from(["evening", "morning"]),
    days=st.integers(1, 2),
    schedule=st.sampled_from([None, Schedule(per_week=2)]),
    changes=st.dictionaries(st.just("knee-hug"), STEP_CHANGES, max_size=1),
    note=NOTES,
)
WEEKS = st.builds(
    PlanWeek,
    title=st.sampled_from(["One", "Two"]),
    sessions=st.lists(SESSIONS, min_size=1, max_size=3).map(tuple),
    note=NOTES,
)
PLANS = st.builds(
    replace,
    st.lists(WEEKS, min_size=1, max_size=3).map(lambda weeks: a_plan(*weeks)),
    title=st.sampled_from(["Hips", "Knees"]),
    goal=NOTES,
    note=NOTES,
    after=st.none() | WEEKS,
)


def done_in(routine: Routine) -> list[object]:
    """All that is done in it, and what is said of that."""
    return [_done(one) for one in planned(routine, EXERCISES, Profile())]


def _done(one: PlannedStep) -> object:
    assert isinstance(one.step, ExerciseStep)
    words = one.step.affected, one.step.load, one.step.note
    return one.step.exercise, one.turns, words


def said_in(plan: Plan) -> object:
    """All that a plan says of each week, as a person meets it."""
    weeks = [
        (
            week.title,
            week.note,
            [
                (
                    session.routine,
                    session.schedule or session.days,
                    session.note,
                    done_in(changed_routine(session, ROUTINES[session.routine].routine)),
                )
                for session in week.sessions
            ],
        )
        for week in plan.all_weeks
    ]
    return plan.title, plan.goal, plan.note, plan.after is None, weeks


@given(PLANS, PLANS)
def test_whatever_differs_is_told_and_nothing_else(one: Plan, other: Plan) -> None:
    assert changes(one, one) == ()
    assert bool(changes(one, other)) is (said_in(one) != said_in(other))
