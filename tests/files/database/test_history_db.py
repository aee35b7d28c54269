"""The diary's tables: what is saved comes back, in lists, sums and whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.stats import HeldSum
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import moment_of, now_moment
from stretchcoach.files.database.queries import days_practised, held_sums, summaries
from tests.files.database.diaries import MONDAY, a_moment, a_performed_record, a_record

MON = date(2026, 11, 16)
TODAY = date(2026, 11, 22)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[HistoryDb]:
    db = HistoryDb(tmp_path / "diary.sqlite3")
    yield db
    db.close()


def test_what_is_saved_comes_back_whole(db: HistoryDb) -> None:
    record = a_performed_record(perform=lambda s: s.advance(17_000) + s.ease_off() + s.stop())
    db.save(record)
    assert db.session("one") == record
    assert db.session("two") is None


def test_saving_again_replaces(db: HistoryDb) -> None:
    db.save(a_record())
    done = a_performed_record()
    db.save(done)
    assert db.session("one") == done
    assert len(db.rows("SELECT * FROM interval")) == len(done.intervals)


def test_only_what_has_changed_is_written(db: HistoryDb) -> None:
    done = a_performed_record()
    db.save(a_record())
    db.save(done, {1})
    found = db.session("one")
    assert found is not None
    assert found.intervals[1] == done.intervals[1]
    assert found.intervals[3] == a_record().intervals[3]


def test_a_failed_transaction_leaves_nothing(db: HistoryDb) -> None:
    def add_twice() -> None:
        with db.transaction() as connection:
            for _ in range(2):
                connection.execute("INSERT INTO activity VALUES ('a', 'Stairs', 1)")

    with pytest.raises(sqlite3.IntegrityError):
        add_twice()
    assert ActivitiesDb(db).activities() == ()
    db.save(a_record())


def test_of_several_that_were_cut_off_the_one_written_last_is_open(db: HistoryDb) -> None:
    """Whatever the clock said: it may have been wrong."""
    assert db.open_session() is None
    db.save(a_record("future", a_moment("2099-01-01")))
    db.save(a_record("last", a_moment("2026-11-17")))
    db.save(a_performed_record("done", a_moment("2026-11-18")))
    found = db.open_session()
    assert found is not None
    assert found.id == "last"
    db.save(a_record("future", a_moment("2099-01-01")))  # it is gone on with
    found = db.open_session(still_running=())
    assert found is not None
    assert found.id == "future"
    found = db.open_session(still_running={"future"})
    assert found is not None
    assert found.id == "last"


def test_what_will_not_be_resumed_is_stopped(db: HistoryDb) -> None:
    cut_off = a_performed_record("early", perform=lambda s: s.advance(15_000))
    db.save(cut_off)
    db.save(a_record("late", a_moment("2026-11-17")))
    db.stop_open_sessions(still_running={"late"})
    early, late = db.sessions(["early", "late"])
    assert early == cut_off.stopped()
    assert early.intervals[1].held_ms == 10_000
    assert late.state is SessionState.OPEN
    db.stop_open_sessions()
    assert db.open_session() is None


def test_a_state_never_goes_back(db: HistoryDb) -> None:
    """Two programs on one session, where files cannot be locked."""
    begun = a_performed_record(perform=lambda s: s.advance(15_000))
    db.save(begun)
    done = replace(a_performed_record(), after=Feeling(2, 1), note="Good")
    db.save(done)
    for late in (begun, begun.stopped()):
        for changed in (None, {1}):
            db.save(late, changed)
            found = db.session("one")
            assert found is not None
            assert found.state is SessionState.FINISHED
            assert found.intervals == done.intervals
            assert (found.after, found.note) == (done.after, done.note)
    assert summaries(db)[0].held_ms == done.held_ms


def test_what_was_said_elsewhere_outlives_the_next_write(db: HistoryDb) -> None:
    record = a_performed_record(perform=lambda s: s.advance(15_000))
    db.save(record)
    db.set_feelings("one", Feeling(3), Feeling(), "From the progress page")
    db.save(replace(record, at_elapsed_ms=12_000), {1}, said=False)
    found = db.session("one")
    assert found is not None
    assert (found.at_elapsed_ms, found.before, found.note) == (
        12_000,
        Feeling(3),
        "From the progress page",
    )


def test_last_days_know_only_what_was_done(db: HistoryDb) -> None:
    db.save(a_performed_record("one", a_moment("2026-11-16")))
    db.save(a_performed_record("two", a_moment("2026-11-18")))
    db.save(a_record("three", a_moment("2026-11-20")))
    assert db.last_days(TODAY) == {"evening": date(2026, 11, 18)}


def test_a_day_that_has_not_come_is_not_the_last(db: HistoryDb) -> None:
    db.save(a_performed_record("one", a_moment("2026-11-16")))
    db.save(a_performed_record("two", a_moment("2099-01-01")))
    assert db.last_days(TODAY) == {"evening": date(2026, 11, 16)}
    assert days_practised(db, TODAY) == (date(2026, 11, 16),)


def test_a_day_ends_at_the_persons_midnight(db: HistoryDb) -> None:
    db.save(a_performed_record("one", a_moment("2026-11-16", "23:30:00.000", 3600)))
    assert db.last_days(TODAY) == {"evening": date(2026, 11, 17)}


def test_feelings_can_be_changed_later(db: HistoryDb) -> None:
    db.save(a_performed_record())
    db.set_feelings("one", Feeling(3, None), Feeling(2, 1), "Short night")
    found = db.session("one")
    assert found is not None
    assert (found.before, found.after, found.note) == (Feeling(3), Feeling(2, 1), "Short night")


# What the progress page asks.


def test_summaries_are_light_and_the_newest_comes_first(db: HistoryDb) -> None:
    for day in range(16, 20):
        db.save(a_performed_record(f"{day}", a_moment(f"2026-11-{day}")))
    found = summaries(db, date(2026, 11, 17), date(2026, 11, 18))
    assert [one.id for one in found] == ["18", "17"]
    newest, record = found[0], a_performed_record("18", a_moment("2026-11-18"))
    assert (newest.held_ms, newest.left_ms, newest.right_ms) == (95_000, 47_500, 47_500)
    assert (newest.started, newest.day) == (record.started, date(2026, 11, 18))
    assert (newest.state, newest.affected) == (record.state, record.affected)
    assert (newest.routine_id, newest.routine_title) == ("evening", "Evening")
    assert len(summaries(db)) == 4


def test_sums_of_a_week(db: HistoryDb) -> None:
    for day in (15, 16, 22, 23):  # a Sunday, the week from Monday to Sunday, a Monday
        db.save(a_performed_record(f"{day}", a_moment(f"2026-11-{day}")))
    muscles, stretch = (Muscle.PIRIFORMIS,), ExerciseKind.STRETCH
    assert held_sums(db, MON + timedelta(3), MON + timedelta(5)) == (
        HeldSum(MON, muscles, Side.LEFT, stretch, 95_000),
        HeldSum(MON, muscles, Side.RIGHT, stretch, 95_000),
    )
    assert [one.monday.day for one in held_sums(db)] == [9, 9, 16, 16, 23, 23]


# Activities.


def test_activities_and_their_ratings(db: HistoryDb) -> None:
    activities = ActivitiesDb(db)
    meal, stairs = Activity("a", "Sitting through a meal"), Activity("b", "Stairs")
    activities.save(meal)
    activities.save(stairs)
    activities.save(Activity("a", "A long meal", asked=False))
    assert activities.activities() == (Activity("a", "A long meal", asked=False), stairs)
    later = ActivityRating("2", "a", a_moment("2026-11-23"), 7)
    first = ActivityRating("1", "a", MONDAY, 5)
    activities.rate(later)
    activities.rate(first)
    activities.rate(first)
    assert activities.ratings() == (first, later)
    with pytest.raises(sqlite3.IntegrityError):
        activities.rate(ActivityRating("3", "nobody", MONDAY, 5))


# The clock.


def test_moments_of_the_wall_clock() -> None:
    zone = timezone(timedelta(hours=-5, minutes=-30))
    moment = moment_of(datetime(2026, 11, 16, 22, 15, 0, 1234, tzinfo=zone))
    assert moment == a_moment("2026-11-17", "03:45:00.001", -19_800)
    assert moment.day == date(2026, 11, 16)


def test_now_is_later_than_before() -> None:
    before = datetime.now(timezone.utc).replace(tzinfo=None)
    now = now_moment()
    utc = now.local - timedelta(seconds=now.offset_s)
    after = datetime.now(timezone.utc).replace(tzinfo=None)
    assert before - timedelta(milliseconds=1) <= utc <= after
