"""What the events of a session make of its record."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.events import Outcome, Resumed, SecondPassed
from stretchcoach.core.session.record import Feeling, Moment, SessionState, new_record
from stretchcoach.core.session.session import Session
from tests.core.builders import a_routine, a_step, a_timeline

STEP = a_step(Dose(sets=2, hold_ms=20_000, rest_ms=5_000))
TIMELINE = a_timeline(STEP)  # hold rest hold switch hold rest hold
NOW = Moment("2026-11-16T08:30:00.000Z", 0)
RECORD = new_record("one", a_routine(STEP), TIMELINE, AffectedSide.NONE, NOW)


class Kept:
    """A session with its log; `written` counts how often there was something to write."""

    def __init__(self) -> None:
        self.log = SessionLog(RECORD)
        self.session = Session(TIMELINE)
        self.written = 0

    def after(self, *commands: str | int) -> Kept:
        """Do as told: a number lets so many milliseconds pass."""
        for command in commands:
            if isinstance(command, int):
                events = self.session.advance(command)
            else:
                events = getattr(self.session, command)()
            for event in events:
                if self.log.hear(event):
                    self.log.note_time(NOW)
                    self.written += 1
        return self

    @property
    def place(self) -> tuple[int, int]:
        return (self.log.record.at_index, self.log.record.at_elapsed_ms)

    @property
    def outcomes(self) -> str:
        """A letter an interval: d, s(hortened), -(skipped), e(ased off), . not reached."""
        letters = {
            None: ".",
            Outcome.DONE: "d",
            Outcome.SHORTENED: "s",
            Outcome.SKIPPED: "-",
            Outcome.EASED_OFF: "e",
        }
        return "".join(letters[i.outcome] for i in self.log.record.intervals)


def test_a_session_from_start_to_end() -> None:
    kept = Kept().after("start", 1_000_000)
    assert kept.outcomes == "ddddddd"
    assert kept.log.record.state is SessionState.FINISHED
    assert kept.log.record.held_ms == 80_000
    assert kept.log.record.ended == NOW
    assert kept.place == (7, 0)


def test_it_is_written_at_each_interval_and_every_five_seconds() -> None:
    kept = Kept().after("start")
    assert kept.written == 1
    places = [kept.after(1_000).place for _ in range(20)]
    assert places[4] == (0, 5_000)
    assert places[8] == (0, 5_000)
    assert places[14] == (0, 15_000)
    assert places[19] == (1, 0)
    # At 5, 10 and 15 s, and at the end; that the next one starts is no news then.
    assert kept.written == 1 + 3 + 1
    assert kept.log.changed == set(range(7))  # nothing has taken them yet


def test_what_is_no_news_is_not_written() -> None:
    log = SessionLog(replace(RECORD, ended=NOW))
    assert not log.hear(Resumed(0, 0))
    assert not log.hear(SecondPassed(0, 4_000, 16_000))
    assert log.hear(SecondPassed(0, 4_001, 15_999))
    assert log.hear(SecondPassed(3, 4_500, 15_500))


def test_a_pause_keeps_the_place() -> None:
    kept = Kept().after("start", 2_345, "pause")
    assert kept.place == (0, 2_345)
    written = kept.written
    kept.after("resume", "pause")
    assert kept.written == written


def test_shortened_skipped_and_left_alone() -> None:
    kept = Kept().after("start", 7_000, "next", "next", "skip_side")
    assert kept.outcomes == "s--...."
    assert [i.held_ms for i in kept.log.record.intervals[:3]] == [7_000, 0, 0]


def test_easing_off_keeps_the_second_at_once() -> None:
    kept = Kept().after("start", 7_500)
    kept.log.changed.clear()
    kept.after("ease_off")
    assert kept.log.record.intervals[0].eased_at_ms == 7_500
    assert kept.log.changed == {0}
    kept.after("resume", 1_000_000)
    assert kept.outcomes == "ededddd"
    assert kept.log.record.intervals[0].held_ms == 20_000
    assert kept.log.record.intervals[2].eased_at_ms is None


def test_doing_it_again_keeps_the_fuller_one() -> None:
    kept = Kept().after("start", 20_000, "previous", 3_000, "next")
    assert kept.outcomes[0] == "d"
    assert kept.log.record.intervals[0].held_ms == 20_000


def test_a_stop_keeps_where_it_was() -> None:
    kept = Kept().after("start", 30_000, "stop")
    assert kept.log.record.state is SessionState.STOPPED
    assert kept.outcomes == "dds...."
    assert kept.place == (2, 0)


def test_what_the_person_said() -> None:
    log = SessionLog(RECORD)
    log.feel_before(Feeling(4, 5))
    log.feel_after(Feeling(2, None), "Better outside")
    assert log.record == replace(
        RECORD, before=Feeling(4, 5), after=Feeling(2, None), note="Better outside"
    )
