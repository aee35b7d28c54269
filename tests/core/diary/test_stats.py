"""Calendar, streaks and weekly minutes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.stats import (
    CalendarDay,
    HeldSum,
    SessionSummary,
    Streak,
    WeekHeld,
    calendar,
    days_done,
    is_planned,
    planned_week,
    streak,
    weeks_by_group,
)
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.measures.muscle_groups import MuscleGroup, group_word, groups_of
from stretchcoach.core.schedule.due import monday_of
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known

MON = date(2026, 11, 16)
DAY = timedelta(1)
THREE_A_WEEK = Schedule(days=(Weekday.MON, Weekday.WED, Weekday.FRI))
DAILY = Schedule()
EVERY_OTHER, THREE_TIMES = Schedule(every_days=2), Schedule(per_week=3)
AS_NEEDED = Schedule(as_needed=True)


def a_summary(day: date, left_ms: int = 60_000, right_ms: int = 90_000) -> SessionSummary:
    return SessionSummary(
        id=f"{day}",
        routine_id="evening",
        routine_title="Evening",
        affected=AffectedSide.NONE,
        started=Moment(f"{day}T08:30:00.000Z", 0),
        day=day,
        state=SessionState.FINISHED,
        planned_ms=300_000,
        held_ms=left_ms + right_ms,
        left_ms=left_ms,
        right_ms=right_ms,
        before=Feeling(),
        after=Feeling(),
        note="",
    )


def test_work_of_both_sides_at_once() -> None:
    assert a_summary(MON).both_ms == 0
    assert a_summary(MON)._replace(held_ms=200_000).both_ms == 50_000


def test_a_day_with_nothing_held_is_not_done() -> None:
    assert days_done([a_summary(MON), a_summary(MON + DAY, 0, 0)]) == {MON}


def test_every_day_has_its_place_in_the_calendar() -> None:
    sessions = [
        a_summary(MON),
        a_summary(MON),
        a_summary(MON + DAY, 0, 0),
        a_summary(MON + 9 * DAY),
    ]
    assert calendar(sessions, {MON, MON + 2 * DAY}, MON, MON + 2 * DAY) == (
        CalendarDay(MON, 2, 300_000, True),
        CalendarDay(MON + DAY, 0, 0, False),
        CalendarDay(MON + 2 * DAY, 0, 0, True),
    )
    assert calendar(sessions, (), MON, MON - DAY) == ()


def test_planned_days() -> None:
    week = [MON + days * DAY for days in range(7)]
    assert [is_planned(day, THREE_A_WEEK) for day in week] == [True, False] * 2 + [True] + [
        False
    ] * 2
    assert all(is_planned(day, DAILY) for day in week)
    assert not any(is_planned(day, None) for day in week)


@pytest.mark.parametrize(
    ("done", "schedule", "today", "expected"),
    [
        # Days are counted from a Monday.
        ([], DAILY, 0, Streak(0, 0)),
        ([0, 1, 2], DAILY, 2, Streak(3, 3)),
        ([0, 1, 2], DAILY, 3, Streak(3, 3)),  # today is not over yet
        ([0, 1, 2], DAILY, 4, Streak(0, 3)),
        ([0, 1, 3, 4], DAILY, 4, Streak(2, 2)),
        ([0, 2, 4], THREE_A_WEEK, 6, Streak(3, 3)),  # Tuesday and Thursday are rest days
        ([0, 2, 4], THREE_A_WEEK, 7, Streak(3, 3)),
        ([0, 2, 4], THREE_A_WEEK, 8, Streak(0, 3)),
        ([0, 4], THREE_A_WEEK, 4, Streak(1, 1)),  # Wednesday was missed
        ([0, 1, 2], THREE_A_WEEK, 2, Streak(3, 3)),  # more than was asked
        ([0, 6, 12], None, 18, Streak(3, 3)),
        ([0, 8], None, 8, Streak(1, 1)),
        ([0, 60], THREE_A_WEEK, 60, Streak(1, 1)),
        ([2, 0, 0, 1], DAILY, 2, Streak(3, 3)),  # in any order, and twice a day
        ([0, 2, 4, 6], EVERY_OTHER, 8, Streak(4, 4)),
        ([0, 2, 4, 6], EVERY_OTHER, 9, Streak(0, 4)),  # the eighth day was missed
        ([0, 3, 4], EVERY_OTHER, 4, Streak(2, 2)),
        ([0, 2, 4, 7, 9, 11], THREE_TIMES, 13, Streak(6, 6)),
        ([0, 1, 2, 11, 12, 13], THREE_TIMES, 14, Streak(6, 6)),  # on any days of a week
        ([5, 7, 9, 11], THREE_TIMES, 14, Streak(4, 4)),  # the first week may begin late
        ([0, 2, 4, 7, 9], THREE_TIMES, 14, Streak(0, 5)),  # the second week had two
        ([0, 2, 4, 7, 9, 14], THREE_TIMES, 14, Streak(1, 5)),
        ([0, 2, 4, 14], THREE_TIMES, 14, Streak(1, 3)),  # a week had none
        ([0, 6, 14], AS_NEEDED, 20, Streak(1, 2)),
    ],
)
def test_streaks(done: list[int], schedule: Schedule | None, today: int, expected: Streak) -> None:
    assert streak([MON + days * DAY for days in done], schedule, MON + today * DAY) == expected


@given(
    done=st.sets(st.integers(0, 60)),
    days=st.sets(st.sampled_from(Weekday), max_size=7),
    today=st.integers(60, 80),
)
def test_streaks_against_counting_day_by_day(
    done: set[int], days: set[Weekday], today: int
) -> None:
    schedule = Schedule(days=tuple(days))
    longest = current = 0
    for number in range(today + 1):
        if number in done:
            current += 1
        elif is_planned(MON + number * DAY, schedule) and number != today:
            current = 0
        longest = max(longest, current)
    found = streak([MON + number * DAY for number in done], schedule, MON + today * DAY)
    assert found == Streak(current, longest)


# Minutes a week.


def held(
    week: int,
    held_ms: int,
    *muscles: Muscle,
    side: Side | None = Side.LEFT,
    kind: ExerciseKind = ExerciseKind.STRETCH,
) -> HeldSum:
    return HeldSum(MON + week * 7 * DAY, muscles, side, kind, held_ms)


def test_minutes_of_each_group_and_side() -> None:
    sums = [
        held(0, 100, Muscle.PIRIFORMIS, Muscle.DEEP_ROTATORS, Muscle.GLUTEUS_MAXIMUS),
        held(0, 20, Muscle.PIRIFORMIS, side=Side.RIGHT),
        held(2, 3, Muscle.PIRIFORMIS, side=None),
    ]
    assert weeks_by_group(sums, MON + 3 * DAY, MON + 14 * DAY) == {
        MuscleGroup.DEEP_ROTATORS: (
            WeekHeld(MON, 100, 20),
            WeekHeld(MON + 7 * DAY),
            WeekHeld(MON + 14 * DAY, 3, 3),
        ),
        MuscleGroup.GLUTEALS: (
            WeekHeld(MON, 100, 0),
            WeekHeld(MON + 7 * DAY),
            WeekHeld(MON + 14 * DAY),
        ),
    }


@pytest.mark.parametrize("kind", ExerciseKind)
def test_glides_and_rests_do_not_count(kind: ExerciseKind) -> None:
    counted = kind not in (ExerciseKind.GLIDE, ExerciseKind.REST)
    found = weeks_by_group([held(0, 100, Muscle.CALF, kind=kind)], MON, MON)
    assert found == ({MuscleGroup.CALVES: (WeekHeld(MON, 100, 0),)} if counted else {})


def test_weeks_begin_on_monday() -> None:
    assert {monday_of(MON + days * DAY) for days in range(7)} == {MON}
    assert monday_of(MON - DAY) == MON - 7 * DAY


def test_what_a_week_asks() -> None:
    each = an_exercise(dose=Dose(sets=2, hold_ms=30_000))
    both = an_exercise("child", sides=Sides.BOTH, dose=Dose(hold_ms=60_000))
    timeline = a_timeline(
        a_step(), a_step(exercise="child"), a_rest(30), exercises=known(each, both)
    )
    asked = planned_week(timeline, THREE_A_WEEK)
    assert asked == {MuscleGroup.DEEP_ROTATORS: (360_000, 360_000)}
    twice_daily = planned_week(timeline, Schedule(per_day=2))
    assert twice_daily == {MuscleGroup.DEEP_ROTATORS: (1_680_000, 1_680_000)}


def test_every_muscle_is_in_a_group_and_every_group_has_a_name() -> None:
    assert groups_of(tuple(Muscle)) == set(MuscleGroup)
    assert len({group_word(group) for group in MuscleGroup}) == len(MuscleGroup)


def test_a_start_of_a_few_seconds_is_no_session() -> None:
    open_one = a_summary(MON)._replace(state=SessionState.OPEN)
    held = {ms: open_one._replace(held_ms=ms) for ms in (0, 29_999, 30_000)}
    assert [one.counts for one in held.values()] == [False, False, True]
    short = open_one._replace(held_ms=5_000, state=SessionState.FINISHED)
    assert short.counts
    assert not short._replace(held_ms=0).counts
    (day,) = calendar([held[29_999]], (), MON, MON)
    assert (day.sessions, day.held_ms) == (0, 0)
