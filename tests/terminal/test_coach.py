"""The coach in the terminal, driven by scripted keys on a clock that they move."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.events import (
    Event,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
)
from stretchcoach.core.session.phase_words import pause_words
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.terminal.coach import EXIT_FINISHED, EXIT_STOPPED, OWN_PACE_MS, TerminalCoach
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known
from tests.terminal.scripted_keys import STOP, Clock, ScriptedKeys

TIMELINE = a_timeline(
    a_step(Dose(sets=2, hold_ms=20_000, rest_ms=5_000), get_ready_ms=10_000), a_rest(10)
)  # get ready, hold rest hold, switch, hold rest hold, rest
HELD_MS = [10_000, 20_000, 5_000, 20_000, 8_000, 20_000, 5_000, 20_000, 10_000]
OWN_PACE = a_timeline(
    a_step(Dose(reps=4, pace_ms=Manual.MANUAL), exercise="cat"),
    a_rest(5),
    exercises=known(an_exercise("cat", "Cat")),
)


class Run:
    """A session in the terminal from start to end."""

    def __init__(
        self,
        presses: dict[float, str] | None = None,
        timeline: Timeline = TIMELINE,
        *,
        stall: float | None = None,
        sleep: float | None = None,
        live: bool = True,
        ring: bool = False,
        speed: float = 1.0,
        start_index: int = 0,
    ) -> None:
        self.clock = Clock()
        self.keys = ScriptedKeys(self.clock, presses, stall, sleep)
        self.printed = ""
        self.events: list[Event] = []
        self.timeline = timeline
        began_s = self.clock.now_s
        self.exit_code = TerminalCoach(
            timeline,
            self.keys,
            self._write,
            self.clock,
            speed=speed,
            live=live,
            ring=ring,
            listener=self.events.append,
            start_index=start_index,
        ).run()
        self.lasted_s = self.clock.now_s - began_s

    def _write(self, text: str) -> None:
        self.printed += text

    @property
    def said(self) -> list[str]:
        return re.findall("“(.*)”", self.printed)

    @property
    def ended(self) -> list[IntervalEnded]:
        return [event for event in self.events if isinstance(event, IntervalEnded)]

    def of(self, kind: type) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.mark.parametrize("live", [True, False])
def test_a_session_left_alone(live: bool) -> None:
    run = Run(live=live)
    assert run.exit_code == EXIT_FINISHED
    assert [event.held_ms for event in run.ended] == HELD_MS
    assert run.events[-1] == SessionEnded(finished=True)
    assert run.lasted_s == pytest.approx(sum(HELD_MS) / 1000, abs=0.2)
    assert not run.keys.is_open


def test_it_tells_what_the_session_tells() -> None:
    session = Session(TIMELINE)
    assert tuple(Run().events) == session.start() + session.advance(1_000_000)


@pytest.mark.parametrize("speed", [1.0, 7.0, 100_000.0])
@pytest.mark.parametrize("live", [True, False])
def test_it_says_what_the_coach_says_in_the_same_order(speed: float, live: bool) -> None:
    run = Run({15.0 / speed: "p", 18.0 / speed: "p", 40.0 / speed: "n"}, live=live, speed=speed)
    coach = Coach(TIMELINE)
    expected = [cue.text for event in run.events for cue in coach.cues(event) if cue.text]
    assert len(expected) > 8
    assert run.said == expected


def test_every_interval_has_its_heading() -> None:
    run = Run(live=False)
    headings = re.findall(r"^\[.*$", run.printed, re.MULTILINE)
    assert headings == [
        "[1/2] Knee hug - Left side - Get ready 10 s - next: hold 20 s",
        "[1/2] Knee hug - Left side - Hold 20 s (set 1 of 2) - next: rest 5 s, then set 2",
        "[1/2] Knee hug - Left side - Rest 5 s - next: set 2",
        "[1/2] Knee hug - Left side - Hold 20 s (set 2 of 2) - next: switch to the right",
        "[1/2] Knee hug - Right side - Switch sides 8 s - next: hold 20 s",
        "[1/2] Knee hug - Right side - Hold 20 s (set 1 of 2) - next: rest 5 s, then set 2",
        "[1/2] Knee hug - Right side - Rest 5 s - next: set 2",
        "[1/2] Knee hug - Right side - Hold 20 s (set 2 of 2) - next: Rest",
        "[2/2] Rest 10 s",
    ]


def test_a_pipe_gets_lines_and_a_terminal_a_countdown() -> None:
    assert "\r" not in Run(live=False).printed
    assert "\x1b" not in Run(live=False).printed
    counted = re.findall(r"\r\x1b\[2K +(\d+)   (.*?) left", Run().printed)
    assert [int(second) for second, _ in counted[:10]] == [9, 8, 7, 6, 5, 4, 3, 2, 1, 19]
    assert counted[0][1] == "1 min 57 s"


def test_a_line_never_runs_into_the_countdown() -> None:
    """What was drawn in place is wiped before a line is printed."""
    for line in Run().printed.split("\n"):
        last = line.rpartition("\r\x1b[2K")[2]
        assert not ("left" in last and "[" in last)


def test_the_bell() -> None:
    coach = Coach(TIMELINE)
    run = Run(ring=True)
    chimes = [cue for event in run.events for cue in coach.cues(event) if cue.chime]
    assert run.printed.count("\a") == len(chimes) > 0
    assert "\a" not in Run(ring=False).printed


# Keys.


def test_p_pauses_and_goes_on() -> None:
    run = Run({15.0: "p", 75.0: " "})
    assert run.of(Paused) == [Paused(1, 5_000, PauseReason.ASKED)]
    assert run.of(Resumed) == [Resumed(1, 3_000)]
    assert run.of(Settled) == [Settled(1)]
    assert [event.held_ms for event in run.ended] == HELD_MS
    assert run.lasted_s == pytest.approx(sum(HELD_MS) / 1000 + 60 + 3, abs=0.2)
    assert "Paused. p goes on, n is next, b is back, q stops." in run.printed
    assert "The clock runs on in 3 s." in run.printed


@pytest.mark.parametrize("key", ["n", "\x1b[C"])
def test_n_goes_to_the_next(key: str) -> None:
    run = Run({4.0: key})
    assert run.ended[0] == IntervalEnded(0, 4_000, Outcome.SHORTENED)
    assert run.exit_code == EXIT_FINISHED


@pytest.mark.parametrize("key", ["b", "\x1b[D"])
def test_b_goes_back_to_the_lead_in(key: str) -> None:
    run = Run({17.0: key})
    started = [event.index for event in run.events if isinstance(event, IntervalStarted)]
    assert started == [0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("key", ["d", "\n", "\r", "n"])
def test_d_says_that_a_movement_is_done(key: str) -> None:
    run = Run({42.5: key, 60.0: key}, OWN_PACE)
    assert run.ended[0] == IntervalEnded(0, 42_500, Outcome.DONE)
    assert "Press d when you are done." in run.printed


def test_d_does_nothing_in_a_hold() -> None:
    assert [event.held_ms for event in Run({15.0: "d"}).ended] == HELD_MS


def test_other_keys_do_nothing() -> None:
    presses = {float(second): key for second, key in enumerate("xyzäP\t\x1b", start=3)}
    assert [event.held_ms for event in Run(presses).ended] == HELD_MS


@pytest.mark.parametrize("key", ["q", STOP])
def test_stopping(key: str) -> None:
    run = Run({15.0: key})
    assert run.exit_code == EXIT_STOPPED == 130
    assert run.events[-2:] == [
        IntervalEnded(1, run.ended[-1].held_ms, Outcome.SHORTENED),
        SessionEnded(finished=False),
    ]
    assert not run.keys.is_open


# Time.


def test_nobody_at_the_keyboard_has_a_pace_of_their_own() -> None:
    run = Run(timeline=OWN_PACE, live=False)
    assert run.exit_code == EXIT_FINISHED
    assert run.ended[0].held_ms == pytest.approx(4 * OWN_PACE_MS, abs=200)
    assert "Press d" not in run.printed


@pytest.mark.parametrize(
    ("stall", "sleep", "reason"),
    [(15.0, None, PauseReason.STALLED), (None, 15.0, PauseReason.SLEPT)],
    ids=["stood still", "slept"],
)
def test_when_nobody_was_led_it_pauses_says_why_and_credits_nothing(
    stall: float | None, sleep: float | None, reason: PauseReason
) -> None:
    run = Run({90.0: "p"}, stall=stall, sleep=sleep)
    paused = run.of(Paused)
    assert len(paused) == 1
    assert isinstance(paused[0], Paused)
    assert (paused[0].index, paused[0].reason) == (1, reason)
    assert paused[0].elapsed_ms == pytest.approx(5_000, abs=150)
    assert f"  {pause_words(reason)}\n  Paused. p goes on" in run.printed
    assert [event.held_ms for event in run.ended] == HELD_MS


def test_a_pipe_that_stalls_catches_up() -> None:
    run = Run(stall=15.0, live=False)
    assert run.of(Paused) == []
    assert run.lasted_s == pytest.approx(sum(HELD_MS) / 1000, abs=0.2)


def test_faster_than_life() -> None:
    run = Run(speed=10.0)
    assert [event.held_ms for event in run.ended] == HELD_MS
    assert run.lasted_s == pytest.approx(sum(HELD_MS) / 10_000, abs=0.2)
    assert len(run.of(SecondPassed)) == sum(HELD_MS) // 1000 - len(HELD_MS)


def test_going_on_after_a_session_that_was_cut_off() -> None:
    run = Run(start_index=4)
    assert run.exit_code == EXIT_FINISHED
    assert [event.index for event in run.ended] == [4, 5, 6, 7, 8]


def test_without_a_listener() -> None:
    clock, printed = Clock(), list[str]()
    write: Callable[[str], None] = printed.append
    coach = TerminalCoach(TIMELINE, ScriptedKeys(clock), write, clock)
    assert coach.run() == EXIT_FINISHED
    assert printed
