"""Room for more is told after a session done in full, once, and never after easing off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Breaths, Dose, Range
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.diary.room import room_words, told_of_room
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.events import Events
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline, expand
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known

MONDAY = Moment("2026-11-16T08:30:00.000Z", 0)
STEP = a_step(Dose(hold_ms=Range(15_000, 30_000), sets=Range(1, 2)), get_ready_ms=2_000)
ROUTINE = a_routine(STEP, a_rest(5), a_step(Dose(hold_ms=5_000)))
KNOWN = known(an_exercise(sides=Sides.BOTH))
PICKS = (("evening/knee-hug/1/hold_ms", 30_000), ("evening/knee-hug/1/sets", 2))


def written_out(*picks: tuple[str, int]) -> Timeline:
    return expand(ROUTINE, KNOWN, Profile(picks=picks))


def performed(timeline: Timeline, perform: Callable[[Session], Events]) -> SessionRecord:
    log = SessionLog(new_record("one", ROUTINE, timeline, AffectedSide.NONE, MONDAY))
    session = Session(timeline)
    for event in session.start() + perform(session):
        log.hear(event)
    return log.record


def all_of_it(session: Session) -> Events:
    return session.advance(1_000_000)


def test_after_all_of_it_the_room_is_told_with_its_upper_ends() -> None:
    timeline = written_out()
    words = room_words(performed(timeline, all_of_it), timeline, ())
    assert words == (
        "You did all of it. The routine leaves room for more, if you want it: Knee hug, up to 2 "
        "sets; Knee hug, hold up to 30 s. You choose on its page; nothing changes by itself."
    )


def test_it_is_told_once_and_again_after_another_choice() -> None:
    timeline = written_out()
    told = told_of_room(timeline)
    assert room_words(performed(timeline, all_of_it), timeline, told) == ""
    longer = written_out(("evening/knee-hug/1/hold_ms", 20_000))
    assert room_words(performed(longer, all_of_it), longer, told) != ""


def test_at_the_upper_ends_there_is_no_room() -> None:
    timeline = written_out(*PICKS)
    assert room_words(performed(timeline, all_of_it), timeline, ()) == ""
    assert told_of_room(timeline) == ()


@pytest.mark.parametrize(
    "perform",
    [
        lambda s: s.advance(3_000) + s.ease_off() + s.resume() + s.advance(1_000_000),
        lambda s: s.advance(3_000) + s.next() + s.advance(1_000_000),
        lambda s: s.advance(3_000) + s.stop(),
    ],
)
def test_who_eased_off_or_left_something_out_is_not_told(
    perform: Callable[[Session], Events],
) -> None:
    timeline = written_out()
    assert room_words(performed(timeline, perform), timeline, ()) == ""


def test_a_session_that_was_made_shorter_is_not_all_of_it() -> None:
    timeline = written_out()
    short = replace(performed(timeline, all_of_it), limit_ms=300_000)
    assert room_words(short, timeline, ()) == ""


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (Dose(hold_ms=Breaths(Range(3, 5))), "hold up to 5 breaths"),
        (Dose(reps=Range(8, 12), pace_ms=4_000), "up to 12 reps"),
        (Dose(pace_ms=Range(4_000, 6_000)), "up to 6 s a rep"),
        (Dose(time_ms=Range(60_000, 120_000)), "up to 2 min a set"),
    ],
)
def test_each_range_has_its_words(dose: Dose, words: str) -> None:
    routine = a_routine(a_step(dose))
    timeline = expand(routine, KNOWN)
    log = SessionLog(new_record("one", routine, timeline, AffectedSide.NONE, MONDAY))
    session = Session(timeline)
    for event in session.start() + session.advance(1_000_000):
        log.hear(event)
    assert f"Knee hug, {words}." in room_words(log.record, timeline, ())
