"""The visit report: what it gathers from sessions, and its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.period import Asked
from stretchcoach.core.diary.session_words import is_done_in_full
from stretchcoach.core.diary.visit_report import (
    ActivityLine,
    DatedLine,
    FeelingLine,
    GroupLine,
    RoutineLine,
    VisitReport,
    times_planned,
    visit_report,
)
from stretchcoach.core.diary.visit_report_words import (
    Titles,
    affected_words,
    feeling_words,
    group_words,
    long_time_words,
    report_text,
    routine_words,
    side_heads,
    values_of,
)
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import Feeling, Moment, SessionRecord, SessionState
from tests.files.database.diaries import TIMELINE, a_performed_record, a_record

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 22)
THREE = Schedule(days=(Weekday.MON, Weekday.WED, Weekday.FRI))


def on(day: int, record: SessionRecord | None = None, **changes: object) -> SessionRecord:
    """A finished session of that day of November."""
    started = Moment(f"2026-11-{day:02}T08:00:00.000Z", 0)
    made = record or a_performed_record(f"day-{day}")
    return replace(made, started=started, state=SessionState.FINISHED, **changes)  # type: ignore[arg-type]


def planned_of(routine_id: str) -> Asked:
    return Asked(THREE, TIMELINE) if routine_id == "evening" else Asked()


def unplanned(routine_id: str) -> Asked:
    return Asked()


def a_report(*records: SessionRecord, plan: bool = True) -> VisitReport:
    asked = planned_of if plan else unplanned
    return visit_report(records, FIRST, LAST, AffectedSide.RIGHT, asked)


def test_sums_are_those_of_the_sessions() -> None:
    one, other = on(16), on(18)
    report = a_report(other, one)
    assert (report.sessions, report.days_practised) == (2, 2)
    assert report.left_ms == 2 * one.held_on_ms(Side.LEFT) > 0
    assert report.right_ms == 2 * one.held_on_ms(Side.RIGHT) > 0
    assert report.both_ms == 0
    assert not report.changes
    assert not report.notes
    assert not report.feelings


def test_the_week_is_an_average_beside_its_plan() -> None:
    one = on(16)
    (group,) = a_report(one).groups
    assert group.group is MuscleGroup.DEEP_ROTATORS
    assert group.left_ms == round(one.held_on_ms(Side.LEFT) / 2)
    assert group.planned == (3 * one.held_on_ms(Side.LEFT), 3 * one.held_on_ms(Side.RIGHT))
    assert a_report(one, plan=False).groups[0].planned is None


def test_only_the_planned_routine_has_its_plan_counted() -> None:
    others = [on(day, routine_id="other", routine_title="Other\nname") for day in (10, 11, 12)]
    report = a_report(*others, on(16))
    assert report.routines == (RoutineLine("Other name", 3), RoutineLine("Evening", 1, 3))
    assert a_report(on(16), plan=False).routines == (RoutineLine("Evening", 1),)


@pytest.mark.parametrize(("last_done", "times"), [(18, 2), (20, 3)])
def test_the_last_day_counts_when_it_was_done(last_done: int, times: int) -> None:
    friday = date(2026, 11, 20)
    assert times_planned(THREE, date(2026, 11, 16), friday, date(2026, 11, last_done)) == times


def test_what_went_otherwise_is_said_with_its_day() -> None:
    whole = on(16)
    hold = next(i for i in whole.intervals if i.kind.is_work and i.side is Side.LEFT)
    eased = whole.with_interval(replace(hold, outcome=Outcome.EASED_OFF, eased_at_ms=12_000))
    cut = replace(on(18), state=SessionState.STOPPED, at_index=2)
    report = a_report(eased, cut)
    assert [line.day.day for line in report.changes] == [16, 18]
    assert report.changes[0].text == "Eased off at step 1 on the left, after 12 s"
    assert "Stopped at step 1" in report.changes[1].text


def test_notes_and_feelings_in_the_order_of_time() -> None:
    later = on(18, note="Long\ndrive.", after=Feeling(leg=2))
    report = a_report(later, on(16, before=Feeling(buttock=5), after=Feeling(buttock=4)))
    assert report.notes == (DatedLine(date(2026, 11, 18), "Long drive."),)
    assert [line.day.day for line in report.feelings] == [16, 18]
    assert values_of(report, "buttock") == ((date(2026, 11, 16), 5, 4),)
    assert values_of(report, "leg") == ((date(2026, 11, 18), None, 2),)


def test_what_was_not_held_is_no_session() -> None:
    report = a_report(replace(a_record(), started=Moment("2026-11-16T08:00:00.000Z", 0)))
    assert report.sessions == 0
    assert not report.routines
    assert not report.groups


def test_what_was_said_of_a_session_without_a_hold_is_told_all_the_same() -> None:
    begun = replace(a_record(), started=Moment("2026-11-16T08:00:00.000Z", 0))
    report = a_report(replace(begun, note="Too sore.", after=Feeling(leg=7)))
    assert report.sessions == 0
    assert [line.text for line in report.notes] == ["Too sore."]
    assert [line.after for line in report.feelings] == [Feeling(leg=7)]


def test_what_was_stopped_in_the_first_seconds_is_done_in_part() -> None:
    stopped = a_performed_record("stopped", perform=lambda s: s.advance(6_000) + s.stop())
    eased = a_performed_record("eased", perform=lambda s: s.advance(15_000) + s.ease_off())
    shortened = on(18).with_interval(replace(on(18).intervals[1], outcome=Outcome.SHORTENED))
    whole = on(16).with_interval(replace(on(16).intervals[1], outcome=Outcome.EASED_OFF))
    assert not is_done_in_full(stopped)
    assert not is_done_in_full(eased)
    assert not is_done_in_full(shortened)
    assert is_done_in_full(whole)
    report = a_report(whole, on(17, stopped.stopped(), id="x"), shortened)
    assert report.routines == (RoutineLine("Evening", 3, 3, 2),)
    assert report.in_part == 2
    text = report_text(report)
    assert "Sessions, 2 in part: 3" in text
    assert "Evening: done 1 time in full, 2 in part, planned 3" in text


def test_so_many_times_a_week_are_counted_by_the_week() -> None:
    monday, sunday = date(2026, 11, 16), date(2026, 11, 29)
    assert times_planned(Schedule(per_week=3, per_day=2), monday, sunday, sunday) == 12
    assert times_planned(Schedule(every_days=2), monday, sunday, sunday) == 7
    assert times_planned(Schedule(per_week=3), sunday, monday, monday) == 0


def test_ratings_of_the_period_alone() -> None:
    sitting, lifting = Activity("a", "Sitting  through\na meal"), Activity("b", "Lifting")
    within = ActivityRating("1", "a", Moment("2026-11-16T08:00:00.000Z", 0), 4)
    before = ActivityRating("2", "b", Moment("2026-10-16T08:00:00.000Z", 0), 3)
    rated = [(sitting, [within]), (lifting, [before])]
    report = visit_report([on(16)], FIRST, LAST, AffectedSide.NONE, unplanned, rated)
    expected = ActivityLine("Sitting through a meal", ((date(2026, 11, 16), 4),))
    assert report.activities == (expected,)
    assert "Sitting through a meal: 4 (16 Nov)" in report_text(report)
    assert "Affected" not in report_text(report)


def test_the_text_says_all_of_it() -> None:
    record = on(16, note="Long drive.", before=Feeling(5, 3), after=Feeling(4))
    text = report_text(a_report(record))
    for part in (
        Titles.report(),
        "9 Nov 2026 to 22 Nov 2026",
        "Affected side: right",
        "Sessions: 1",
        "Evening: done 1 time in full, planned 3",
        "Deep rotators: left 0:",
        "16 Nov: buttock 5 before, 4 after; leg 3 before, – after",
        "16 Nov: Long drive.",
    ):
        assert part in text
    assert Titles.changes() not in text


def test_words_of_lines() -> None:
    assert routine_words(RoutineLine("A", 12)) == "done 12 times in full"
    assert routine_words(RoutineLine("A", 12, 14, 2)) == (
        "done 10 times in full, 2 in part, planned 14"
    )
    assert routine_words(RoutineLine("A", 1, None, 1)) == "done 1 time in part"
    line = GroupLine(MuscleGroup.TRUNK, 60_000, 90_000, (120_000, 150_000))
    assert group_words(line) == "left 1:00 (planned 2:00), right 1:30 (planned 2:30)"
    assert group_words(replace(line, planned=None)) == "left 1:00, right 1:30"
    assert feeling_words(FeelingLine(FIRST, Feeling(), Feeling(leg=1))) == "leg – before, 1 after"
    assert side_heads() == ("Left side", "Right side")


@pytest.mark.parametrize(
    ("ms", "words"), [(0, "0 min"), (59 * 60_000, "59 min"), (7_500_000, "2 h 05 min")]
)
def test_sums_in_hours_and_minutes(ms: int, words: str) -> None:
    assert long_time_words(ms) == words


def test_both_sides_at_once_are_told_apart() -> None:
    record = on(16)
    both = replace(record, intervals=tuple(replace(one, side=None) for one in record.intervals))
    report = a_report(both)
    assert report.both_ms == both.held_ms
    assert report.groups[0].left_ms == report.groups[0].right_ms
    assert "Held, both sides:" in report_text(report)


@pytest.mark.parametrize("affected", AffectedSide)
def test_the_affected_side_in_words(affected: AffectedSide) -> None:
    assert bool(affected_words(affected)) is (affected is not AffectedSide.NONE)
