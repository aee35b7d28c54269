"""What the progress page shows of a period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.period import Asked, Period, Plan, is_missed, plan_of, progress
from stretchcoach.core.diary.stats import CalendarDay, HeldSum, SessionSummary
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from tests.core.builders import a_step, a_timeline

TUESDAY = date(2026, 11, 17)
MONDAY = date(2026, 11, 16)
THREE = Schedule(days=(Weekday.MON, Weekday.WED, Weekday.FRI))
TIMELINE = a_timeline(a_step(Dose(hold_ms=60_000)))


def a_summary(day: date, routine_id: str = "evening") -> SessionSummary:
    return SessionSummary(
        id=f"{routine_id}-{day}",
        routine_id=routine_id,
        routine_title=routine_id.title(),
        affected=AffectedSide.RIGHT,
        started=Moment(f"{day}T08:00:00.000Z", 0),
        day=day,
        state=SessionState.FINISHED,
        planned_ms=120_000,
        held_ms=120_000,
        left_ms=60_000,
        right_ms=60_000,
        before=Feeling(),
        after=Feeling(),
        note="",
    )


def planned_of(routine_id: str) -> Asked:
    return {"evening": Asked(THREE, TIMELINE), "alone": Asked(THREE)}.get(routine_id, Asked())


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (Period.FOUR_WEEKS, date(2026, 10, 26)),
        (Period.TWELVE_WEEKS, date(2026, 8, 31)),
        (Period.YEAR, date(2025, 11, 24)),
    ],
)
def test_a_period_begins_on_a_monday(period: Period, first: date) -> None:
    assert period.first_day(TUESDAY) == first
    assert first.weekday() == 0


def test_a_period_is_shown_whole_with_its_plan() -> None:
    sums = [HeldSum(MONDAY, (Muscle.PIRIFORMIS,), Side.LEFT, ExerciseKind.STRETCH, 60_000)]
    shown = progress(Period.FOUR_WEEKS, TUESDAY, [a_summary(MONDAY)], sums, [MONDAY], planned_of)
    assert len(shown.days) == 28
    assert shown.days[0].day == date(2026, 10, 26)
    assert shown.days[-1].day == date(2026, 11, 22)
    assert [day.day for day in shown.days if day.sessions] == [MONDAY]
    assert shown.begun == MONDAY
    assert shown.streak.current == 1
    weeks = shown.weeks[MuscleGroup.DEEP_ROTATORS]
    assert [week.left_ms for week in weeks] == [0, 0, 0, 60_000]
    assert shown.plan.groups[MuscleGroup.DEEP_ROTATORS] == (180_000, 180_000)
    assert (shown.plan.title, shown.plan.length_ms) == ("Evening", TIMELINE.total_ms)


def test_an_empty_diary_has_begun_on_no_day() -> None:
    shown = progress(Period.FOUR_WEEKS, TUESDAY, [], [], [], planned_of)
    assert shown.begun is None
    assert shown.plan == Plan()
    assert not shown.weeks


def test_the_plan_is_that_of_the_routine_done_most_that_has_one() -> None:
    free = [a_summary(MONDAY - timedelta(n), "unknown") for n in range(3)]
    assert plan_of([*free, a_summary(MONDAY)], planned_of).title == "Evening"
    assert plan_of([a_summary(MONDAY, "alone")], planned_of) == Plan(THREE, "Alone")


@pytest.mark.parametrize(
    ("day", "sessions", "missed"),
    [
        (MONDAY, 0, True),
        (MONDAY, 1, False),
        (TUESDAY, 0, False),
        (date(2026, 11, 1), 0, False),
        (date(2026, 11, 18), 0, False),
    ],
)
def test_missed_is_planned_not_done_since_the_begin_and_before_today(
    day: date, sessions: int, missed: bool
) -> None:
    shown = CalendarDay(day, sessions, 60_000 * sessions, is_planned=True)
    assert is_missed(shown, date(2026, 11, 9), TUESDAY) is missed


def test_nothing_is_missed_where_nothing_was_planned_or_begun() -> None:
    assert not is_missed(CalendarDay(MONDAY, 0, 0, is_planned=False), MONDAY, TUESDAY)
    assert not is_missed(CalendarDay(MONDAY, 0, 0, is_planned=True), None, TUESDAY)


def test_nothing_is_planned_before_the_schedule_was_taken_up() -> None:
    since = MONDAY

    def taken_up(routine_id: str) -> Asked:
        return Asked(THREE, TIMELINE, since)

    summary = a_summary(MONDAY - timedelta(14))
    shown = progress(Period.FOUR_WEEKS, TUESDAY, [summary], [], [summary.day], taken_up)
    planned = [day.day for day in shown.days if day.is_planned]
    assert planned == [MONDAY, MONDAY + timedelta(2), MONDAY + timedelta(4)]
    nothing = progress(Period.FOUR_WEEKS, TUESDAY, [summary], [], [summary.day], lambda _: Asked())
    assert not any(day.is_planned for day in nothing.days)
    assert nothing.plan == Plan()
