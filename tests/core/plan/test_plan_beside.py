"""Several routines a day, and weeks that are alike. Day 1 is a Monday."""

from dataclasses import replace
from datetime import date, timedelta

from stretchcoach.core.content.fields import Span
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.plan.plan import KnownRoutine, PlanWeek, plan_faults
from stretchcoach.core.plan.plan_progress import (
    Done,
    PlanPlace,
    WeekProgress,
    place_words,
    today_words,
    week_progress,
)
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.core.plans import a_plan, a_session, a_week

TWICE = Schedule(per_day=2)
STRETCHES = replace(a_session("stretches"), schedule=TWICE)
STRENGTH = replace(a_session("strength"), schedule=Schedule(per_week=3))
WALK = replace(a_session("walk"), schedule=Schedule(every_days=2))
NEEDED = replace(a_session("release"), schedule=Schedule(as_needed=True))
KNOWN = KnownRoutine(a_routine(a_step()), known(an_exercise()))


def day(number: int) -> date:
    return date(2026, 11, 1) + timedelta(days=number)


def at(today: int, week: PlanWeek, *done: Done) -> WeekProgress:
    return week_progress(a_plan(week), PlanPlace(1, day(1)), done, day(today))


def faults(*weeks: PlanWeek, after: PlanWeek | None = None) -> list[tuple[str, str]]:
    found = plan_faults(a_plan(*weeks, after=after), lambda _name: KNOWN, [])
    return [("/".join(map(str, fault.path)), fault.message) for fault in found]


def due_today(progress: WeekProgress) -> list[str]:
    return [session.routine for session in progress.due_today]


def test_daily_stretches_and_strength_three_times() -> None:
    week = a_week(STRETCHES, STRENGTH)
    assert (week.turns, week.days, week.times) == ((), 0, 17)
    assert faults(week) == []
    assert due_today(at(1, week)) == ["stretches", "strength"]
    once = (day(1), "stretches")
    assert due_today(at(1, week, once, (day(1), "strength"))) == ["stretches"]
    assert due_today(at(1, week, once, once, (day(1), "strength"))) == []
    assert due_today(at(2, week, (day(1), "strength"))) == ["stretches"]
    assert due_today(at(0, week)) == []


def test_where_all_stand_beside_each_other_the_line_names_the_week() -> None:
    assert place_words(at(1, a_week(STRETCHES, STRENGTH))) == "Your plan: week 1"


def test_how_the_week_stands_is_told_for_each() -> None:
    done = [(day(1), "stretches"), (day(1), "stretches"), (day(2), "walk"), (day(0), "walk")]
    progress = at(2, a_week(STRETCHES, WALK, STRENGTH, NEEDED), *done)
    told = [(one.days_done, one.days, one.times_due) for one in progress.beside]
    assert told == [(1, 7, 2), (1, None, 0), (0, 3, 1), (0, None, 0)]


def test_some_take_turns_beside_others() -> None:
    one, other = a_session("evening", days=2), a_session("morning", days=2)
    week = a_week(one, STRENGTH, other)
    assert (week.turns, week.days, week.times) == ((one, other), 4, 7)
    progress = at(1, week, (day(1), "evening"))
    assert (progress.days_done, progress.due) == ((day(1),), other)
    assert due_today(progress) == ["strength"]
    assert due_today(at(3, week, (day(1), "evening"))) == ["morning", "strength"]


def test_more_days_than_a_week_has_stand_beside_each_other() -> None:
    daily, three = a_session("stretches", days=7), a_session("strength", days=3)
    week = a_week(daily, three)
    assert faults(week) == []
    assert week.beside == ((daily, Schedule(per_week=7)), (three, Schedule(per_week=3)))
    assert due_today(at(2, week, (day(1), "strength"))) == ["stretches"]


def test_sessions_of_one_routine_can_only_take_turns() -> None:
    again = a_session("stretches", days=3)
    message = (
        "“stretches” stands twice in this week - its sessions can only take turns, with days "
        "that fit in a week"
    )
    assert faults(a_week(again, STRETCHES)) == [("weeks/0/sessions/1/routine", message)]
    seven = a_session("stretches", days=7)
    assert faults(a_week(seven, again)) == [("weeks/0/sessions/1/routine", message)]
    assert faults(a_week(again, replace(again, days=4))) == []


def test_today_in_words() -> None:
    week = a_week(STRETCHES, STRENGTH)
    assert today_words(at(0, week)) == "This week begins tomorrow."
    assert today_words(at(1, week)) == "Today asks for 2 routines."
    assert today_words(at(2, week, (day(1), "strength"))) == "Today asks for 1 routine."
    assert today_words(at(1, a_week(NEEDED))) == "Today asks for nothing more."


def numbered(first: int, last: int, title: str = "Build") -> PlanWeek:
    return replace(a_week(a_session(), title=title), weeks=Span(first, last))


def test_weeks_that_are_alike_are_written_once() -> None:
    first, last = a_week(a_session()), a_week(a_session("strength"), title="All")
    build = numbered(2, 5)
    plan = a_plan(first, build, last)
    assert [span for span, _ in plan.numbered] == [Span(1, 1), Span(2, 5), Span(6, 6)]
    assert plan.all_weeks == (first, build, build, build, build, last)
    assert plan.last_week_no == 6
    assert faults(first, build, last) == []


def test_numbers_that_leave_weeks_out_or_come_twice() -> None:
    assert faults(numbered(2, 3)) == [
        ("weeks/0/weeks", "this should begin with week 1, the next one")
    ]
    assert faults(numbered(1, 2), numbered(2, 4)) == [
        ("weeks/1/weeks", "this should begin with week 3, the next one")
    ]
    last = a_week(a_session())
    assert faults(numbered(1, 52), last, last) == [("weeks/1", "a plan has at most 52 weeks")]
    assert faults(last, after=numbered(2, 3)) == [
        ("after/weeks", "what comes after the last week has no number")
    ]
