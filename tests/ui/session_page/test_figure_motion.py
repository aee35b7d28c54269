from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Manual
from stretchcoach.core.content.routine import ExerciseStep, Step
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import IntervalKind, Timeline
from stretchcoach.ui.session_page.figure_motion import (
    INTO_HOLD_MS,
    OWN_PACE_HALF_MS,
    QUICK_MS,
    FigureMotion,
)
from tests.ui.session.sample import a_performance

MOVES = ExerciseStep(exercise="bridge", sets=1, reps=2, pace_ms=6_000)
OWN_PACE = ExerciseStep(exercise="bridge", sets=1, reps=2, pace_ms=Manual.MANUAL)
HOLDS = ExerciseStep(exercise="figure-4", sets=1, hold_ms=20_000, get_ready_ms=10_000)


class Figure:
    """Notes its movements with the moment at which they begin."""

    def __init__(self) -> None:
        self.now_ms = 0
        self.moves: list[tuple[int, str, int]] = []

    def play_to_hold(self, duration_ms: int) -> None:
        self.moves.append((self.now_ms, "hold", duration_ms))

    def play_to_start(self, duration_ms: int) -> None:
        self.moves.append((self.now_ms, "start", duration_ms))


def timeline_of(*steps: Step) -> Timeline:
    return a_performance(*steps).timeline


def moves_of(timeline: Timeline, passed_ms: int) -> list[tuple[int, str, int]]:
    """What the figure does in the first `passed_ms` of a session over `timeline`."""
    figure, session = Figure(), Session(timeline)
    motion = FigureMotion(figure, timeline)  # type: ignore[arg-type]
    for event in session.start():
        motion.on_event(event)
    for _ in range(passed_ms // 100):
        figure.now_ms += 100
        for event in session.advance(100):
            motion.on_event(event)
    return figure.moves


def test_it_is_in_the_hold_before_the_hold_begins() -> None:
    moves = moves_of(timeline_of(HOLDS), 31_000)
    into, hold, *_ = moves
    assert into == (6_000, "hold", INTO_HOLD_MS)
    assert into[0] + into[2] < 10_000
    assert hold == (10_000, "hold", QUICK_MS)
    assert not [move for move in moves if 10_000 < move[0] < 30_000]


def test_a_short_lead_in_is_used_whole() -> None:
    short = ExerciseStep(exercise="figure-4", sets=1, hold_ms=20_000, get_ready_ms=2_000)
    assert moves_of(timeline_of(short), 1_900) == [(0, "hold", 2_000)]


def test_before_a_movement_it_waits_at_the_start() -> None:
    timeline = timeline_of(MOVES)
    ready_ms = timeline.intervals[0].duration_ms or 0
    assert timeline.intervals[1].kind is IntervalKind.MOVE
    assert moves_of(timeline, ready_ms - 100) == []


def test_each_rep_goes_there_and_back_in_its_own_time() -> None:
    timeline = timeline_of(MOVES)
    ready_ms = timeline.intervals[0].duration_ms or 0
    assert moves_of(timeline, ready_ms + 6_000)[:2] == [
        (ready_ms, "hold", 3_000),
        (ready_ms + 3_000, "start", 3_000),
    ]


def test_at_one_s_own_pace_it_goes_to_and_fro_until_done() -> None:
    timeline = timeline_of(OWN_PACE)
    ready_ms = timeline.intervals[0].duration_ms or 0
    moves = moves_of(timeline, ready_ms + 4 * OWN_PACE_HALF_MS)
    assert moves[:3] == [
        (ready_ms, "hold", OWN_PACE_HALF_MS),
        (ready_ms + OWN_PACE_HALF_MS, "start", OWN_PACE_HALF_MS),
        (ready_ms + 2 * OWN_PACE_HALF_MS, "hold", OWN_PACE_HALF_MS),
    ]


@pytest.mark.parametrize("relax_ms", [500, 5_000])
def test_it_comes_back_to_relax(relax_ms: int) -> None:
    step = ExerciseStep(
        exercise="figure-4", sets=1, reps=2, hold_ms=6_000, relax_ms=relax_ms, get_ready_ms=5_000
    )
    moves = moves_of(timeline_of(step), 5_000 + 6_000)
    assert moves[-1] == (11_000, "start", min(QUICK_MS, relax_ms))
