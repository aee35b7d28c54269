"""Where one is in a plan: the person's choice, and what the diary says of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.diary.stats import SessionSummary
from stretchcoach.core.plan.plan import KnownRoutine, StepChange
from stretchcoach.core.plan.plan_progress import (
    Done,
    PlanPlace,
    WeekProgress,
    change_words,
    days_words,
    place_from_today,
    place_in,
    place_words,
    sessions_done,
    today_words,
    week_progress,
)
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.core.plans import a_plan, a_session, a_week

MONDAY = date(2026, 11, 16)
EVENING = a_session(days=2)
MORNING = a_session("morning")
PLAN = a_plan(a_week(EVENING, MORNING), a_week(EVENING), after=a_week(MORNING))


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def on_days(*numbers: int, routine: str = "evening") -> list[Done]:
    return [(day(number), routine) for number in numbers]


def at(today: int, done: list[Done], week_no: int = 1) -> WeekProgress:
    return week_progress(PLAN, PlanPlace(week_no, MONDAY), done, day(today))


@pytest.mark.parametrize(
    ("plan_id", "week_no", "started", "place"),
    [
        ("hips", 1, "2026-11-16", PlanPlace(1, MONDAY)),
        ("hips", 3, "2026-11-16", PlanPlace(3, MONDAY)),
        ("hips", 4, "2026-11-16", None),
        ("hips", 0, "2026-11-16", None),
        ("knees", 1, "2026-11-16", None),
        ("hips", 1, "", None),
        ("hips", 1, "soon", None),
    ],
)
def test_the_place_comes_from_the_settings(
    plan_id: str, week_no: int, started: str, place: PlanPlace | None
) -> None:
    assert place_in(PLAN, plan_id, week_no, started) == place


def test_only_finished_sessions_count() -> None:
    moment = Moment("2026-11-16T08:00:00.000Z", 0)
    summaries = [
        SessionSummary("id", "evening", "", AffectedSide.NONE, moment, MONDAY, state, 0, 0, 0, 0,
                       Feeling(), Feeling(), "")
        for state in SessionState
    ]  # fmt: skip
    assert sessions_done(summaries) == ((MONDAY, "evening"),)


def test_a_day_counts_once_and_only_from_the_first_day_on() -> None:
    done = [*on_days(-1, 0, 0, 2), *on_days(0, 3, routine="morning"), *on_days(4, routine="other")]
    assert at(5, done).days_done == (day(0), day(2), day(3))


def test_the_sessions_of_the_week_take_turns() -> None:
    assert at(0, []).due == EVENING
    assert at(1, on_days(0)).due == MORNING
    assert at(2, on_days(0, 1)).due == EVENING
    assert at(3, on_days(0, 1, 2)).due is None


def test_what_comes_after_has_progress_too() -> None:
    progress = at(0, [], week_no=3)
    assert progress.week == PLAN.after
    assert progress.due == MORNING


def test_the_days_that_the_calendar_has_left() -> None:
    assert [at(today, []).days_left for today in (-1, 0, 1, 6, 7, 30)] == [7, 7, 6, 1, 0, 0]


def test_a_week_begins_today_or_after_the_session_of_today() -> None:
    assert place_from_today(PLAN, 2, [], MONDAY) == PlanPlace(2, MONDAY)
    other = on_days(0, routine="other")
    assert place_from_today(PLAN, 2, other, MONDAY) == PlanPlace(2, MONDAY)
    assert place_from_today(PLAN, 2, on_days(0), MONDAY) == PlanPlace(2, day(1))


def test_the_place_in_words() -> None:
    assert place_words(at(1, on_days(0, 1))) == "Your plan, week 1: 2 of 3 days done"


def test_days_in_words() -> None:
    assert days_words(1, 3) == "1 of 3 days done"
    assert days_words(0, 1) == "0 of 1 day done"
    assert days_words(5, 3) == "3 of 3 days done"
    assert [days_words(n, None) for n in (1, 2)] == ["1 day done", "2 days done"]


@pytest.mark.parametrize(
    ("today", "done", "words"),
    [
        (-1, (), "This week begins tomorrow."),
        (0, (), "3 days of this week are left to do."),
        (0, (0,), "Today is done. See you on another day."),
        (2, (0, 1), "1 day of this week is left to do."),
        (3, (0, 1, 2), "All days of this week are done. Go on when you want to, or do it once "
                       "more."),
        (7, (0,), "Seven days have gone by. Take the time you need, there is no hurry."),
    ],
)  # fmt: skip
def test_today_in_words(today: int, done: tuple[int, ...], words: str) -> None:
    assert today_words(at(today, on_days(*done))) == words


def test_what_a_week_changes_in_words() -> None:
    exercises = known(
        an_exercise(),
        an_exercise("bridge", "Bridge", sides=Sides.BOTH),
        an_exercise("pigeon", "Half pigeon"),
    )
    off = StepChange(enabled=False).applied_to(a_step(exercise="pigeon"))
    routine = KnownRoutine(a_routine(a_step(), a_step(exercise="bridge"), off), exercises)
    changes = {
        "knee-hug": StepChange(sets=3),
        "bridge": StepChange(enabled=False),
        "pigeon": StepChange(enabled=True),
    }
    assert change_words(a_session(changes=changes), routine) == (
        "without Bridge",
        "Knee hug: 3 × 30 s each side",
        "with Half pigeon",
    )
    assert change_words(a_session(), routine) == ()
