"""A session in words."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose, Range
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.diary.session_words import asked_for, remarks, short_remark
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.record import Moment, SessionRecord, StepRecord, new_record
from stretchcoach.core.session.session import Session
from tests.core.builders import a_rest, a_routine, a_step, a_timeline, an_exercise, known

STEPS = (a_step(), a_rest(10), a_step(exercise="bridge"))
TIMELINE = a_timeline(
    *STEPS,
    exercises=known(
        an_exercise(dose=Dose(sets=2, hold_ms=20_000)),
        an_exercise("bridge", "Bridge", sides=Sides.BOTH, dose=Dose(hold_ms=20_000)),
    ),
)
# hold rest hold | switch | hold rest hold | rest | bridge
LAST = 8
NOW = Moment("2026-11-16T08:30:00.000Z", 0)


def test_what_the_routine_asked_for_is_told_with_ranges_load_and_effort() -> None:
    ranged = replace(
        a_step(Dose(reps=Range(8, 12), pace_ms=4_000)),
        load="yellow band",
        effort="about 4 of 10",
    )
    timeline = a_timeline(ranged, a_rest(10), a_step())
    record = new_record("one", a_routine(ranged), timeline, AffectedSide.NONE, NOW)
    assert asked_for(record) == (
        "1. Knee hug: 8–12 reps each side, 4 s a rep, yellow band, effort about 4 of 10",
        "3. Knee hug: 1 × 30 s each side",
    )
    old = replace(record, steps=(StepRecord(1, "knee-hug", "Knee hug"),))
    assert asked_for(old) == ()


def after(*commands: str | int) -> SessionRecord:
    """The record of a session in which this was done; a number lets time pass."""
    log = SessionLog(new_record("one", a_routine(*STEPS), TIMELINE, AffectedSide.NONE, NOW))
    session = Session(TIMELINE)
    for command in ("start", *commands):
        if isinstance(command, int):
            events = session.advance(command)
        elif command == "to the last":
            events = session.go_to(LAST)
        else:
            events = getattr(session, command)()
        for event in events:
            log.hear(event)
    return log.record


def test_all_done() -> None:
    assert remarks(after(1_000_000)) == ("All done",)


def test_cut_off() -> None:
    assert remarks(after(25_000)) == ("Stopped at step 1",)
    assert remarks(after(25_000, "stop")) == ("Stopped at step 1",)
    assert short_remark(after("to the last", "stop")) == "Stopped at step 3"


def test_eased_off() -> None:
    assert remarks(after(7_200, "ease_off", "resume", 1_000_000)) == (
        "Eased off at step 1 on the left, after 8 s",
    )
    bridge = after("to the last", 5_000, "ease_off", "resume", 1_000_000)
    assert remarks(bridge)[0] == "Eased off at step 3, after 5 s"


def test_eased_off_once_a_side() -> None:
    twice = ("ease_off", "resume", "next", "next", 3_000, "ease_off", "resume", 1_000_000)
    assert remarks(after(4_000, *twice)) == ("Eased off at step 1 on the left, after 4 s",)


def test_eased_off_in_a_diary_that_does_not_know_when() -> None:
    record = after(7_200, "ease_off", "resume", 1_000_000)
    first = record.intervals[0]
    unknown = record.with_interval(type(first)(**{**vars(first), "eased_at_ms": None}))
    assert remarks(unknown) == ("Eased off at step 1 on the left",)


def test_left_out() -> None:
    assert remarks(after(109_000, "next", "next")) == ("Bridge left out",)
    assert remarks(after("skip_side", 1_000_000)) == ("Knee hug left out on the left",)
    assert remarks(after("to the last", 1_000_000)) == ("Knee hug left out",)


def test_shortened() -> None:
    assert remarks(after(10_000, "next", 1_000_000)) == ("Knee hug shortened on the left",)
    assert remarks(after(120_000, "next")) == ("Bridge shortened",)


def test_the_most_important_comes_first() -> None:
    record = after(3_000, "next", 5_000, 10_000, "ease_off", "skip_side", "resume", 9_000, "stop")
    assert remarks(record) == (
        "Stopped at step 1",
        "Eased off at step 1 on the left, after 5 s",
    )
    assert short_remark(record) == "Stopped at step 1"
