from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.session.cues import Chime, Coach, Cue
from stretchcoach.core.session.events import (
    IntervalStarted,
    Paused,
    PauseReason,
    Resumed,
    SessionEnded,
    Settled,
)
from tests.core.builders import (
    a_rest,
    a_step,
    a_timeline,
    an_exercise,
    known,
)
from tests.core.session.cue_scripts import heard, hug, script


def test_a_switch_says_to_which_side() -> None:
    timeline = hug()
    assert script(timeline, 1) == [
        (0, "Switch to the right"),
        (0, "Tailbone heavy"),
        (5, "Three"),
        (6, "Two"),
        (7, "One"),
    ]
    to_left = replace(timeline.intervals[1], side=Side.LEFT)
    assert Coach(timeline).cues(IntervalStarted(1, to_left))[0].text == "Switch to the left"


def test_a_short_switch_is_not_counted() -> None:
    exercises = known(an_exercise())
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, switch_ms=4000)
    assert script(a_timeline(step, exercises=exercises), 1) == [(0, "Switch to the right")]


def test_a_rest_between_sets_is_called() -> None:
    assert script(hug(Dose(sets=2)), 1) == [(0, "Rest"), (7, "Three"), (8, "Two"), (9, "One")]
    assert script(hug(Dose(sets=2, rest_ms=4000)), 1) == [(0, "Rest")]


def test_the_note_of_a_rest_is_said() -> None:
    rest = replace(a_rest(), note="Shake your legs out.")
    assert script(a_timeline(rest, a_step(get_ready_ms=5000)), 0) == [
        (0, "Rest"),
        (0, "Shake your legs out."),
        (0, "Next: Knee hug. Left side."),
    ]


def test_a_rest_between_exercises_says_what_is_next() -> None:
    timeline = a_timeline(a_rest(), a_step(get_ready_ms=5000))
    assert script(timeline, 0) == [(0, "Rest"), (0, "Next: Knee hug. Left side.")]
    assert script(a_timeline(a_rest(2), a_step(get_ready_ms=5000)), 0) == [(0, "Rest")]


def test_nothing_is_next_after_the_last_rest_or_before_another() -> None:
    timeline = a_timeline(a_step(), a_rest(), a_rest())
    assert script(timeline, 3) == [(0, "Rest")]
    assert script(timeline, 4) == [(0, "Rest")]


def test_the_first_pauses_between_reps_say_what_their_chime_means() -> None:
    timeline = hug(Dose(hold_ms=5000, reps=4, relax_ms=2000))
    relaxes = [cue for index, _, cue in heard(timeline) if index in (1, 3, 5)]
    assert [(cue.text, cue.chime, cue.side) for cue in relaxes] == [
        ("Relax", Chime.RELAX, Side.LEFT),
        ("Relax", Chime.RELAX, Side.LEFT),
        ("", Chime.RELAX, Side.LEFT),
    ]


def test_a_rest_on_the_mat_is_no_hold() -> None:
    legs_up = replace(an_exercise(sides=Sides.BOTH), kind=ExerciseKind.REST)
    assert script(a_timeline(a_step(), exercises=known(legs_up)), 0)[1] == (0, "Rest here")


@pytest.mark.parametrize(
    ("event", "text", "chime"),
    [
        (Paused(0, 1000, PauseReason.ASKED), "Paused", Chime.PAUSE),
        (Paused(0, 1000, PauseReason.SLEPT), "Paused", Chime.PAUSE),
        (Paused(0, 1, PauseReason.EASED_OFF), "Ease off. The clock has stopped.", Chime.PAUSE),
        (Resumed(0, 3000), "Settle in", Chime.RESUME),
        (Resumed(0, 0), "Going on", Chime.RESUME),
        (Settled(0), "Hold", Chime.HOLD),
        (SessionEnded(finished=True), "All done. Take a moment before you get up.", Chime.END),
        (SessionEnded(finished=False), "", Chime.END),
    ],
)
def test_what_is_said_when_the_clock_stops_and_runs_on(
    event: Paused | Resumed | Settled | SessionEnded, text: str, chime: Chime
) -> None:
    window_ms = 3000 if text == "Settle in" else None  # later it would be wrong
    assert Coach(hug()).cues(event) == (Cue(text, chime, window_ms=window_ms),)
